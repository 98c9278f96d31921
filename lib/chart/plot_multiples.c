/* plot_multiples.c - a small line over time for each group, on one scale. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"
#include "chart/periods.h"

enum { MOST = 12, PANEL_WIDTH = 96, PANEL_HEIGHT = 38, HEAD = 16, GAP = 12,
	VALUE = 34, FOOT = 16 };

struct panel {
	struct fb_figure *f;
	struct fb_ticks t;
	int32_t first, last;
	double x, y, w, h; /* of the line; the name is above, */
	double value;      /* and the value beside, with so much room */
};

static void
widen(struct fb_ticks *t, const struct fb_cell *c)
{
	double lo = c->has_interval && isfinite(c->lo) ? c->lo : c->value;
	double hi = c->has_interval && isfinite(c->hi) ? c->hi : c->value;

	t->lo = fmin(t->lo, lo);
	t->hi = fmax(t->hi, hi);
}

static bool
set_scale(struct panel *p, const struct fb_cell *const *rows, size_t rows_n)
{
	struct fb_ticks t = { INFINITY, -INFINITY, 1 };

	p->first = p->last = rows[0]->period.index;
	for (size_t i = 0, n; i < rows_n; i++) {
		const struct fb_cell **v = fb_history(p->f->cv.report, rows[i], &n);

		for (size_t k = 0; k < n; k++) {
			if (!fb_row_shown(v[k]))
				continue;
			widen(&t, v[k]);
			if (v[k]->period.index < p->first)
				p->first = v[k]->period.index;
		}
	}
	if (t.lo > t.hi)
		return false;
	p->t = fb_ticks_for(rows[0], t.lo, t.hi);
	return true;
}

static struct fb_point
point(const struct panel *p, const struct fb_cell *c, double v)
{
	int32_t span = p->last - p->first;

	return (struct fb_point){ p->x + (span ? p->w *
	    (c->period.index - p->first) / span : p->w / 2),
	    p->y + p->h * (p->t.hi - v) / (p->t.hi - p->t.lo) };
}

/* A run of neighbouring points: its band, its line, or a dot for one. */
static void
draw_run(struct panel *p, const struct fb_cell **v, size_t n, fb_colour ink)
{
	struct fb_point *band = fb_zalloc(2 * n, sizeof *band);
	struct fb_point *line = fb_zalloc(n, sizeof *line);
	bool known = true;

	for (size_t i = 0; i < n; i++) {
		line[i] = point(p, v[i], v[i]->value);
		known &= v[i]->has_interval;
		band[i] = point(p, v[i], v[i]->hi);
		band[2 * n - 1 - i] = point(p, v[i], v[i]->lo);
	}
	if (known && n > 1)
		fb_page_veil(p->f->cv.page, ink, band, 2 * n);
	if (n > 1)
		fb_page_polyline(p->f->cv.page, (struct fb_pen){ ink, 1.5, 0 },
		    line, n);
	else
		fb_page_disc(p->f->cv.page, line[0].x, line[0].y, 1.5, ink);
	free(band);
	free(line);
}

static void
draw_line(struct panel *p, const struct fb_cell **v, size_t n, fb_colour ink)
{
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (i + k < n && fb_row_shown(v[i + k]) && (!k ||
		    v[i + k]->period.index == v[i + k - 1]->period.index + 1))
			k++;
		if (k)
			draw_run(p, v + i, k, ink);
		i += k ? k - 1 : 0;
	}
}

/* In place of a value beside the line, or on it in a low panel. */
static void
say_why(struct panel *p, const struct fb_cell *c)
{
	struct fb_page *page = p->f->cv.page;
	struct fb_text t = { .role = FB_NOTE, .s = fb_row_why(p->f, c),
	    .align = FB_LEFT, .width = p->value - 4, .max_lines = 4 };
	struct fb_text_box box = fb_page_measure(page, &t);
	double x = p->x + p->w + 4, y = p->y + fmax(p->h / 2 - 6, 2);

	if (y + box.height > p->y + p->h + FOOT - 2) {
		t.width = p->w + p->value;
		t.max_lines = 1;
		box = fb_page_measure(page, &t);
		x = p->x;
		y = p->y + p->h - 4;
		fb_page_halo(page, x, y - 7, box.width + 2, 9);
	}
	fb_page_text(page, &t, x, y);
}

static void
draw_panel(struct panel *p, const struct fb_cell *c)
{
	struct fb_canvas *cv = &p->f->cv;
	struct fb_verdict v = fb_verdict(cv->report, c, &c->prev);
	fb_colour ink = v.clear ? v.colour : FB_BLUE;
	struct fb_point end;
	struct fb_text name = { .role = FB_AXIS_BOLD, .align = FB_LEFT,
	    .s = fb_name_group(cv->report, c), .width = p->w + p->value,
	    .max_lines = 1, .colour = v.clear ? ink : 0 };
	size_t n;
	const struct fb_cell **points = fb_history(cv->report, c, &n);

	name.s = fb_fit_name(cv, &name, p->f->names, p->f->n);
	fb_page_text(cv->page, &name, p->x, p->y - HEAD + 9);
	fb_canvas_rule_part(cv, p->x, p->y, p->w, 0.5, FB_GRID);
	fb_canvas_rule_part(cv, p->x, p->y + p->h, p->w, 0.8, FB_INK);
	draw_line(p, points, n, ink);
	if (!fb_row_shown(c)) {
		say_why(p, c);
		return;
	}
	end = point(p, c, c->value);
	fb_page_disc(cv->page, end.x, end.y, 2.4, ink);
	fb_canvas_put(cv, FB_LABEL_BOLD, end.x + 6,
	    fmin(end.y + 3, p->y + p->h), FB_LEFT,
	    fb_is_wide(c) ? FB_TEXT3 : ink, fb_value_words(p->f, c, c->value));
}

static double
last_width(struct panel *p)
{
	return fb_page_measure(p->f->cv.page, &(struct fb_text){
	    .role = FB_AXIS_BOLD, .s = fb_period_at(&p->f->cv,
	    p->f->rows[0]->period.unit, p->last, FB_PERIOD_AXIS_YEAR) }).width;
}

/* The first and the last period, below a panel that has none below it. */
static void
draw_ends(struct panel *p)
{
	struct fb_canvas *cv = &p->f->cv;
	enum fb_unit unit = p->f->rows[0]->period.unit;
	struct fb_text first = { .role = FB_AXIS, .align = FB_LEFT,
	    .s = fb_period_at(cv, unit, p->first, FB_PERIOD_AXIS_YEAR) };
	double y = p->y + p->h + 11;
	double w = fb_page_measure(cv->page, &first).width;

	/* The last one alone where both have no room. */
	if (w + last_width(p) + 6 > p->w + p->value)
		w = -6;
	else
		fb_page_text(cv->page, &first, p->x, y);
	fb_page_text(cv->page, &(struct fb_text){ .role = FB_AXIS_BOLD,
	    .align = FB_RIGHT, .s = fb_period_at(cv, unit, p->last,
	    FB_PERIOD_AXIS_YEAR), .max_lines = 1 },
	    fmax(p->x + p->w, p->x + w + last_width(p) + 6), y);
}

static void
say_scale(struct fb_figure *f, struct fb_ticks t)
{
	fb_figure_remark(f, fb_phrase(&f->cv, "multiples_scale",
	    (struct fb_slot[]){ { "lo", fb_tick_words(&f->cv, f->rows[0], t, 0) },
	    { "hi", fb_tick_words(&f->cv, f->rows[0], t,
	      fb_ticks_count(t) - 1) } }, 2));
}

/* Columns as wide as they can be without too many rows. */
static size_t
columns_of(struct fb_figure *f, size_t n)
{
	size_t most = (size_t)fmax(1, floor(f->w / PANEL_WIDTH));
	size_t columns = n < most ? n : most;
	size_t rows = (n + columns - 1) / columns;

	return (n + rows - 1) / rows;
}

/* How many panels have room; the others are told of. */
static size_t
fit(struct fb_figure *f)
{
	double columns = fmax(1, floor(f->w / PANEL_WIDTH));
	double lines = fmax(1, floor((f->h - FOOT + GAP) / (PANEL_HEIGHT + HEAD + GAP)));
	size_t most = (size_t)fmin(MOST, columns * lines);

	if (f->n <= most)
		return f->n;
	fb_figure_count(f, "figure_more", f->n - most);
	return most;
}

void
fb_plot_multiples(struct fb_figure *f)
{
	const struct fb_cell **rows = fb_rows_shown_first(f);
	struct panel p = { .f = f };
	size_t n, columns, lines;
	double width, height;

	if (!fb_figure_spans(f))
		return;
	if (!set_scale(&p, rows, f->n)) {
		fb_figure_sentence(f, "few_answers_all");
		return;
	}
	say_scale(f, p.t);
	n = fit(f);
	f->h -= FOOT;
	columns = columns_of(f, n);
	lines = (n + columns - 1) / columns;
	width = (f->w - GAP * (double)(columns - 1)) / (double)columns;
	height = (f->h - GAP * (double)(lines - 1)) / (double)lines;
	p.value = fmin(width * 0.7, fmax(VALUE,
	    fb_values_width(f, rows, n) + 8));
	p.w = width - p.value;
	p.h = height - HEAD;
	for (size_t i = 0; i < n; i++) {
		p.x = f->x + (width + GAP) * (double)(i % columns);
		p.y = f->y + HEAD + (height + GAP) * (double)(i / columns);
		draw_panel(&p, rows[i]);
		if (i + columns >= n)
			draw_ends(&p);
	}
}
