/* plot_bar.c - values of the groups as bars from zero, the largest first. */
#include <math.h>

#include "chart/figure.h"

enum { ROW_MIN = 12, ROW_MAX = 32, LEFT_GAP = 8 };

struct bars {
	struct fb_figure *f;
	double lo, hi, names, from, unit; /* from: x of lo */
	bool periods;                     /* rows are periods, the last one last */
};

static double
at(const struct bars *k, double v)
{
	return k->from + k->unit * (v - k->lo);
}

/* The value at the end of the bar, and how sure it is. */
static void
put_value(struct bars *k, const struct fb_cell *c, fb_colour ink, double y)
{
	struct fb_canvas *cv = &k->f->cv;
	bool left = c->value < 0;
	double x = at(k, c->value) + (left ? -4 : 4), w;
	struct fb_text margin = { .role = FB_NOTE };
	struct fb_buf b = {0};

	w = fb_canvas_put(cv, FB_LABEL_BOLD, x, y, left ? FB_RIGHT : FB_LEFT,
	    fb_is_wide(c) ? FB_TEXT3 : ink, fb_value_words(k->f, c, c->value));
	fb_show_margin(&b, cv->words, c);
	x += left ? -w - 3 : w + 3;
	margin.s = fb_keep(cv, &b);
	w = fb_page_measure(cv->page, &margin).width;
	if (left ? x - w >= k->f->x + k->names : x + w <= k->f->x + k->f->w)
		fb_canvas_put(cv, FB_NOTE, x, y, left ? FB_RIGHT : FB_LEFT, 0,
		    margin.s);
	fb_buf_release(&b);
}

/* A clear change has its colour; else the first bar alone is darker. */
static fb_colour
ink_of(struct bars *k, const struct fb_cell *c, bool first)
{
	struct fb_verdict v = fb_verdict(k->f->cv.report, c, &c->prev);

	return fb_is_wide(c) ? FB_MID2 : v.clear ? v.colour :
	    first ? FB_TEXT2 : FB_MID2;
}

static fb_str
name_of(struct bars *k, const struct fb_cell *c)
{
	return !k->periods ? fb_name_group(k->f->cv.report, c) :
	    fb_period_words(&k->f->cv, c->period_label, FB_PERIOD_AXIS_YEAR);
}

static void
draw_bar(struct bars *k, const struct fb_cell *c, double y, double h, bool first)
{
	double zero = at(k, 0), end, base = y + h / 2 + 3;
	fb_colour ink = ink_of(k, c, first);

	fb_draw_words(k->f, name_of(k, c), ink != FB_MID2, k->f->x + k->names,
	    base, k->names, FB_RIGHT);
	if (!fb_row_shown(c)) {
		fb_canvas_put(&k->f->cv, FB_NOTE, k->f->x + k->names + LEFT_GAP + 4,
		    base, FB_LEFT, 0, fb_row_why(k->f, c));
		return;
	}
	end = at(k, c->value);
	fb_page_rect(k->f->cv.page, fmin(zero, end), y + h * 0.16,
	    fmax(fabs(end - zero), 0.5), h * 0.68, ink);
	put_value(k, c, ink == FB_MID2 || ink == FB_TEXT2 ? FB_INK : ink, base);
}

/* Room for values and their intervals at the ends. */
static double
value_room(struct fb_figure *f, const struct fb_cell *const *rows, size_t n)
{
	struct fb_buf b = {0};
	double most = 0;

	for (size_t i = 0; i < n; i++) {
		struct fb_text t = { .role = FB_LABEL_BOLD };

		b.n = 0;
		fb_show_value(&b, f->cv.words, rows[i]);
		fb_buf_addc(&b, ' ');
		fb_show_margin(&b, f->cv.words, rows[i]);
		t.s = fb_buf_str(&b);
		if (fb_row_shown(rows[i]))
			most = fmax(most, fb_page_measure(f->cv.page, &t).width);
	}
	fb_buf_release(&b);
	return fmin(most + 8, f->w * 0.3);
}

static void
lay_out(struct bars *k, const struct fb_cell *const *rows, size_t n)
{
	struct fb_figure *f = k->f;
	double room = value_room(f, rows, n), width;
	fb_str *names = fb_arena_zalloc(&f->cv.report->mem, n, sizeof *names);

	for (size_t i = 0; i < n; i++)
		if (fb_row_shown(rows[i])) {
			k->lo = fmin(k->lo, rows[i]->value);
			k->hi = fmax(k->hi, rows[i]->value);
		}
	for (size_t i = 0; i < n; i++)
		names[i] = name_of(k, rows[i]);
	k->names = fb_names_width(f, names, n);
	k->from = f->x + k->names + LEFT_GAP + (k->lo < 0 ? room : 0);
	width = f->x + f->w - k->from - (k->hi > 0 ? room : 0);
	k->unit = k->hi > k->lo ? width / (k->hi - k->lo) : 0;
}

/* Groups by value; of a total alone its periods, the last that have room. */
static const struct fb_cell **
rows_of(struct bars *k, size_t *n)
{
	const struct fb_cell **rows = fb_rows_by_value(k->f);
	size_t all = k->f->n;

	if (all == 1 && !rows[0]->nby) {
		rows = fb_history(k->f->cv.report, rows[0], &all);
		k->periods = all > 1;
	}
	*n = fb_figure_fit(k->f, all, ROW_MIN, 0);
	return k->periods ? rows + all - *n : rows;
}

/* Which row is darker: the highest, unless others are as high; the last period. */
static size_t
dark_row(const struct bars *k, const struct fb_cell *const *rows, size_t n)
{
	if (k->periods)
		return n - 1;
	return n > 1 && rows[0]->value > rows[1]->value ? 0 : n;
}

void
fb_plot_bar(struct fb_figure *f)
{
	struct bars k = { .f = f };
	size_t n, dark;
	const struct fb_cell **rows = rows_of(&k, &n);
	double h = fmin(f->h / (double)n, ROW_MAX);

	lay_out(&k, rows, n);
	dark = dark_row(&k, rows, n);
	for (size_t i = 0; i < n; i++)
		draw_bar(&k, rows[i], f->y + h * (double)i, h, i == dark);
	fb_page_line(f->cv.page, (struct fb_pen){ FB_INK, 0.8, 0 }, at(&k, 0),
	    f->y - 1, at(&k, 0), f->y + h * (double)n + 1);
}
