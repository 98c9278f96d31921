/* plot_bar.c - values of the groups as bars from zero, the largest first. */
#include <math.h>

#include "chart/figure.h"

enum { ROW_MIN = 12, ROW_MAX = 32, LEFT_GAP = 8, HEAD = 13 };

struct bars {
	struct fb_figure *f;
	double lo, hi, names, from, unit; /* from: x of lo */
	bool periods;                     /* rows are periods, the last one last */
	const struct fb_cell *total;      /* a line through all, or NULL */
};

static double
at(const struct bars *k, double v)
{
	return k->from + k->unit * (v - k->lo);
}

/* The value at the end of the bar, and how sure it is; white behind both, as the
 * line of the total may run there. */
static void
put_value(struct bars *k, const struct fb_cell *c, fb_colour ink, double y)
{
	struct fb_page *page = k->f->cv.page;
	bool left = c->value < 0;
	double x = at(k, c->value) + (left ? -4 : 4), w, all;
	struct fb_text value = { .role = FB_LABEL_BOLD, .colour = ink,
	    .align = left ? FB_RIGHT : FB_LEFT,
	    .s = fb_value_words(k->f, c, c->value) };
	struct fb_text margin = { .role = FB_NOTE, .align = value.align };
	struct fb_buf b = {0};

	fb_show_margin(&b, k->f->cv.words, c);
	margin.s = fb_keep(&k->f->cv, &b);
	fb_buf_release(&b);
	w = fb_page_measure(page, &value).width;
	all = w + 3 + fb_page_measure(page, &margin).width;
	if (left ? x - all < k->f->x + k->names : x + all > k->f->x + k->f->w) {
		margin.s = FB_LIT("");
		all = w;
	}
	if (k->total)
		fb_page_halo(page, left ? x - all - 1 : x - 1, y - 7.5, all + 2,
		    10);
	fb_page_text(page, &value, x, y);
	if (margin.s.n)
		fb_page_text(page, &margin, left ? x - w - 3 : x + w + 3, y);
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
	double zero = at(k, 0), end = at(k, c->value);

	if (fb_row_shown(c))
		fb_page_rect(k->f->cv.page, fmin(zero, end), y + h * 0.16,
		    fmax(fabs(end - zero), 0.5), h * 0.68, ink_of(k, c, first));
}

static void
draw_row_words(struct bars *k, const struct fb_cell *c, double base, bool first)
{
	fb_colour ink = ink_of(k, c, first);

	fb_draw_words(k->f, name_of(k, c), ink != FB_MID2, k->f->x + k->names,
	    base, k->names, FB_RIGHT);
	if (!fb_row_shown(c))
		fb_canvas_put(&k->f->cv, FB_NOTE, k->f->x + k->names + LEFT_GAP + 4,
		    base, FB_LEFT, 0, fb_row_why(k->f, c));
	else
		put_value(k, c, fb_is_wide(c) ? FB_TEXT3 : ink == FB_MID2 ||
		    ink == FB_TEXT2 ? FB_INK : ink, base);
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

/* The value of all, where it is among those of the groups and there is room to
 * name it. */
static const struct fb_cell *
total_of(const struct bars *k, const struct fb_cell *const *rows, size_t n)
{
	const struct fb_cell *all = k->f->total;

	if (!all || k->periods || n < 2 || !fb_row_shown(all) ||
	    !fb_row_shown(rows[1]) || k->f->h < HEAD + (double)n * ROW_MIN)
		return NULL;
	while (!fb_row_shown(rows[n - 1]))
		n--;
	return all->value < rows[0]->value && all->value > rows[n - 1]->value ?
	    all : NULL;
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
	k->total = total_of(k, rows, all);
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

static void
draw_total(struct bars *k, double bottom)
{
	struct fb_figure *f = k->f;
	double x = at(k, k->total->value), left, w;
	struct fb_text name = { .role = FB_NOTE, .align = FB_LEFT,
	    .s = fb_name_group(f->cv.report, k->total), .max_lines = 1 };
	struct fb_text value = { .role = FB_NOTE,
	    .s = fb_value_words(f, k->total, k->total->value) };

	name.width = fmin(f->w / 2, fb_page_measure(f->cv.page, &name).width + 1);
	w = name.width + 3 + fb_page_measure(f->cv.page, &value).width;
	left = fmax(f->x, fmin(x - w / 2, f->x + f->w - w));
	fb_page_line(f->cv.page, (struct fb_pen){ FB_MID, 0.9, 2.4 }, x,
	    f->y - 2, x, bottom);
	fb_page_text(f->cv.page, &name, left, f->y - 5);
	fb_page_text(f->cv.page, &value, left + name.width + 3, f->y - 5);
}

void
fb_plot_bar(struct fb_figure *f)
{
	struct bars k = { .f = f };
	size_t n, dark;
	const struct fb_cell **rows = rows_of(&k, &n);
	double h;

	f->y += k.total ? HEAD : 0;
	f->h -= k.total ? HEAD : 0;
	h = fmin(f->h / (double)n, ROW_MAX);
	lay_out(&k, rows, n);
	dark = dark_row(&k, rows, n);
	for (size_t i = 0; i < n; i++)
		draw_bar(&k, rows[i], f->y + h * (double)i, h, i == dark);
	if (k.total)
		draw_total(&k, f->y + h * (double)n + 1);
	for (size_t i = 0; i < n; i++)
		draw_row_words(&k, rows[i], f->y + h * ((double)i + 0.5) + 3,
		    i == dark);
	fb_page_line(f->cv.page, (struct fb_pen){ FB_INK, 0.8, 0 }, at(&k, 0),
	    f->y - 1, at(&k, 0), f->y + h * (double)n + 1);
}
