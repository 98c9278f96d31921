/* plot_dumbbell.c - before (open) and after (filled) of each group. */
#include <math.h>

#include "chart/figure.h"

enum { VALUE = 40, ROW_MIN = 12, ROW_MAX = 34, AXIS = 16, SIDE = 10,
	WIDE = 250 };

struct plane {
	struct fb_figure *f;
	struct fb_ticks t;
	double names, x, w;
};

static struct fb_ticks
scale_of(const struct fb_cell *const *rows, size_t n)
{
	struct fb_ticks all = fb_bounds(rows[0]);
	double lo, hi;

	if (!fb_rows_span(rows, n, &lo, &hi))
		return (struct fb_ticks){ 0, 1, 1 };
	if (rows[0]->value >= all.lo && rows[0]->value <= all.hi) {
		lo = fmax(lo, all.lo);
		hi = fmin(hi, all.hi);
	}
	return fb_ticks_for(rows[0], lo, hi);
}

static double
at(const struct plane *k, double v)
{
	return k->x + k->w * (v - k->t.lo) / (k->t.hi - k->t.lo);
}

static void
axis(struct plane *k, double bottom)
{
	struct fb_figure *f = k->f;
	int ticks = fb_ticks_count(k->t), every = fb_ticks_every(k->t, k->w,
	    fb_ticks_width(&f->cv, f->rows[0], k->t) + 6);

	for (int i = 0; i < ticks; i++) {
		double x = at(k, fb_tick_at(k->t, i));

		fb_page_line(f->cv.page, (struct fb_pen){ FB_GRID, 0.5, 0 }, x,
		    f->y + AXIS - 4, x, bottom);
		if ((ticks - 1 - i) % every)
			continue;
		fb_canvas_put(&f->cv, FB_AXIS, x, f->y + 8, FB_CENTRE, 0,
		    fb_tick_words(&f->cv, f->rows[0], k->t, i));
	}
}

static struct fb_text
change_text(struct fb_figure *f, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	struct fb_text t = { .role = FB_NOTE };

	fb_show_diff(&b, f->cv.words, c, c->prev.ok ? c->prev.diff : 0);
	t.s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return t;
}

/* By how much it changed, where that has room at the right end. */
static void
put_change(struct plane *k, const struct fb_cell *c, double x, double y)
{
	struct fb_text t = change_text(k->f, c);
	double w = fb_page_measure(k->f->cv.page, &t).width;

	if (x + w <= k->f->x + k->f->w)
		fb_page_text(k->f->cv.page, &t, x, y + 3);
}

/* Beside the filled end, away from the open one where there is room. */
static void
put_value(struct plane *k, const struct fb_cell *c, fb_colour ink, double y)
{
	struct fb_text t = { .s = fb_value_words(k->f, c, c->value),
	    .role = FB_LABEL_BOLD, .colour = ink };
	double end = at(k, c->value), open = c->prev.ok ? at(k, c->prev.value) :
	    end, w = fb_page_measure(k->f->cv.page, &t).width;
	bool left = end < open && end - 8 - w > k->x - SIDE;

	fb_page_text(k->f->cv.page, &t, left ? end - 8 - w :
	    fmax(end, open) + 8, y + 3);
	if (c->prev.ok)
		put_change(k, c, fmax(end, open) + 8 + (left ? 0 : w + 5), y);
}

static void
row(struct plane *k, const struct fb_cell *c, double y)
{
	struct fb_figure *f = k->f;
	struct fb_verdict v = fb_verdict(f->cv.report, c, &c->prev);
	fb_colour ink = v.clear ? v.colour : fb_is_wide(c) ? FB_MID : FB_TEXT2;

	fb_draw_words(f, fb_name_group(f->cv.report, c), v.clear,
	    f->x + k->names, y + 3, k->names, FB_RIGHT);
	if (!fb_row_shown(c)) {
		fb_canvas_put(&f->cv, FB_NOTE, k->x - SIDE + 2, y + 3, FB_LEFT, 0,
		    fb_row_why(f, c));
		return;
	}
	if (c->prev.ok) {
		double open = at(k, c->prev.value), end = at(k, c->value);

		fb_page_line(f->cv.page, (struct fb_pen){ ink, 1.6, 0 }, open, y,
		    end, y);
		fb_page_ring(f->cv.page, open, y, 3.4,
		    (struct fb_pen){ ink, 1.3, 0 });
	}
	fb_page_disc(f->cv.page, at(k, c->value), y, 4, ink);
	put_value(k, c, v.clear ? ink : fb_is_wide(c) ? FB_TEXT3 : FB_INK, y);
}

/* Points without another one are told. */
static const struct fb_cell **
say_alone(struct fb_figure *f, const struct fb_cell **rows)
{
	bool any = false;

	for (size_t i = 0; i < f->n; i++)
		any |= rows[i]->prev.ok;
	if (!any)
		fb_figure_remark(f, fb_word(f->cv.words, "slope_none"));
	return rows;
}

/* For values at the right end; for changes beside them as well where the chart
 * is wide. */
static double
right_room(struct fb_figure *f, const struct fb_cell *const *rows, size_t n)
{
	double room = fmax(VALUE, fb_values_width(f, rows, n) + 10), most = 0;

	for (size_t i = 0; i < n; i++)
		if (fb_row_shown(rows[i]) && rows[i]->prev.ok) {
			struct fb_text t = change_text(f, rows[i]);

			most = fmax(most,
			    fb_page_measure(f->cv.page, &t).width + 5);
		}
	return room + (f->w > WIDE ? most : 0);
}

void
fb_plot_dumbbell(struct fb_figure *f)
{
	const struct fb_cell **rows = say_alone(f, fb_rows_by_value(f));
	size_t n = fb_figure_fit(f, f->n, ROW_MIN, AXIS);
	double h = fmin((f->h - AXIS) / (double)n, ROW_MAX);
	struct plane k = { .f = f, .t = scale_of(rows, n),
	    .names = fb_rows_width(f, rows, n) };

	k.x = f->x + k.names + 8 + SIDE;
	k.w = f->x + f->w - k.x - right_room(f, rows, n);
	if (fb_row_shown(rows[0]))
		axis(&k, f->y + AXIS + h * (double)n);
	for (size_t i = 0; i < n; i++)
		row(&k, rows[i], f->y + AXIS + h * ((double)i + 0.5));
}
