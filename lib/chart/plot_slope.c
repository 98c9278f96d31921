/* plot_slope.c - before and after, joined by lines, the ends labelled. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"

enum { HEAD = 18, APART = 11, EDGE = 6, HEAD_WIDTH = 60, MOVED = 3 };

/* The ends of the lines at one side; y is where their labels stand. */
struct end {
	const struct fb_cell *c;
	double value, y;
};

struct slopes {
	struct fb_figure *f;
	double lo, hi, x0, x1, side;
	struct end *a, *b;
	size_t n;
};

static double
place(const struct slopes *k, double v)
{
	double top = k->f->y + HEAD + EDGE, h = k->f->h - HEAD - 2 * EDGE;

	return k->hi > k->lo ? top + h * (k->hi - v) / (k->hi - k->lo) :
	    top + h / 2;
}

static int
by_y(const void *a, const void *b)
{
	const struct end *x = a, *y = b;

	return (x->y > y->y) - (x->y < y->y);
}

static void
spread(struct slopes *k, struct end *e)
{
	double *y = fb_zalloc(k->n, sizeof *y);

	qsort(e, k->n, sizeof *e, by_y);
	for (size_t i = 0; i < k->n; i++)
		y[i] = e[i].y;
	fb_spread(y, k->n, APART, k->f->y + HEAD + 2, k->f->y + k->f->h - 3);
	for (size_t i = 0; i < k->n; i++)
		e[i].y = y[i];
	free(y);
}

/* From the end of a line to a label that had to move. */
static void
lead(struct slopes *k, const struct end *e, double x, double side)
{
	double y = place(k, e->value);

	if (fabs(y - e->y) > MOVED)
		fb_page_line(k->f->cv.page, (struct fb_pen){ FB_MID2, 0.5, 0 },
		    x + 3 * side, y, x + 7 * side, e->y);
}

static void
label(struct slopes *k, const struct end *e, double x, double side)
{
	struct fb_figure *f = k->f;
	struct fb_verdict v = fb_verdict(f->cv.report, e->c, &e->c->prev);
	enum fb_align align = side < 0 ? FB_RIGHT : FB_LEFT;
	fb_colour ink = v.clear ? v.colour : fb_is_wide(e->c) ? FB_TEXT3 : FB_INK;
	double w = fb_canvas_put(&f->cv, FB_LABEL_BOLD, x + 8 * side, e->y + 3,
	    align, ink, fb_value_words(f, e->c, e->value));

	fb_draw_words(f, fb_name_group(f->cv.report, e->c), v.clear,
	    x + (12 + w) * side, e->y + 3, fmax(12, k->side - w - 14), align);
}

static void
heads(struct slopes *k)
{
	const struct fb_cell *c = k->a[0].c;

	fb_canvas_put(&k->f->cv, FB_AXIS, k->x0, k->f->y + 8, FB_RIGHT, 0,
	    fb_period_words(&k->f->cv, c->prev.period, FB_PERIOD_AXIS_YEAR));
	fb_canvas_put(&k->f->cv, FB_AXIS_BOLD, k->x1, k->f->y + 8, FB_LEFT, 0,
	    fb_period_words(&k->f->cv, c->period_label, FB_PERIOD_AXIS_YEAR));
}

static void
draw_line(struct slopes *k, const struct fb_cell *c)
{
	struct fb_verdict v = fb_verdict(k->f->cv.report, c, &c->prev);
	fb_colour ink = v.clear ? v.colour : FB_MID;
	double y0 = place(k, c->prev.value), y1 = place(k, c->value);

	fb_page_line(k->f->cv.page, (struct fb_pen){ ink, v.clear ? 2 : 1.2, 0 },
	    k->x0, y0, k->x1, y1);
	fb_page_disc(k->f->cv.page, k->x0, y0, 2.4, ink);
	fb_page_disc(k->f->cv.page, k->x1, y1, 2.4, ink);
}

/* Rows with both ends, as many as their labels have room. */
static size_t
collect(struct slopes *k)
{
	size_t both = 0, most;
	const struct fb_cell **rows = fb_rows_by_value(k->f);

	for (size_t i = 0; i < k->f->n; i++)
		both += fb_row_shown(rows[i]) && rows[i]->prev.ok;
	if (both && both < k->f->n)
		fb_figure_count(k->f, "slope_left_out", k->f->n - both);
	most = both ? fb_figure_fit(k->f, both, APART, HEAD) : 0;
	for (size_t i = 0; i < k->f->n && k->n < most; i++) {
		const struct fb_cell *c = rows[i];

		if (!fb_row_shown(c) || !c->prev.ok)
			continue;
		k->a[k->n] = (struct end){ c, c->prev.value, 0 };
		k->b[k->n++] = (struct end){ c, c->value, 0 };
	}
	for (size_t i = 0; i < k->n; i++)
		rows[i] = k->a[i].c;
	fb_rows_span(rows, k->n, &k->lo, &k->hi);
	return k->n;
}

void
fb_plot_slope(struct fb_figure *f)
{
	struct slopes k = { .f = f, .lo = INFINITY, .hi = -INFINITY,
	    .a = fb_zalloc(f->n, sizeof *k.a), .b = fb_zalloc(f->n, sizeof *k.b) };

	k.side = fmin(f->w * 0.42, fb_rows_width(f, f->rows, f->n) +
	    fb_values_width(f, f->rows, f->n) + 16);
	k.side = fmax(k.side, HEAD_WIDTH);
	k.x0 = f->x + k.side;
	k.x1 = f->x + f->w - k.side;
	if (!collect(&k))
		fb_figure_sentence(f, "slope_none");
	else
		heads(&k);
	for (size_t i = 0; i < k.n; i++) {
		k.a[i].y = place(&k, k.a[i].value);
		k.b[i].y = place(&k, k.b[i].value);
		draw_line(&k, k.a[i].c);
	}
	spread(&k, k.a);
	spread(&k, k.b);
	for (size_t i = 0; i < k.n; i++) {
		lead(&k, &k.a[i], k.x0, -1);
		lead(&k, &k.b[i], k.x1, 1);
		label(&k, &k.a[i], k.x0, -1);
		label(&k, &k.b[i], k.x1, 1);
	}
	free(k.a);
	free(k.b);
}
