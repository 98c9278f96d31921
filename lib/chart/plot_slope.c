/* plot_slope.c - before and after, joined by lines, the ends labelled. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"

enum { SIDE = 130, HEAD = 16, APART = 10 };

struct end {
	const struct fb_cell *c;
	double value, y; /* where the label stands */
};

static double
place(const struct fb_figure *f, double lo, double hi, double v)
{
	return f->y + HEAD + 6 + (f->h - HEAD - 12) * (hi - v) /
	    (hi > lo ? hi - lo : 1);
}

static int
by_y(const void *a, const void *b)
{
	const struct end *x = a, *y = b;

	return (x->y > y->y) - (x->y < y->y);
}

/* Labels in their order, never nearer than APART. */
static void
spread(struct end *e, size_t n, double bottom)
{
	qsort(e, n, sizeof *e, by_y);
	for (size_t i = 1; i < n; i++)
		e[i].y = fmax(e[i].y, e[i - 1].y + APART);
	for (size_t i = n; i-- > 0; ) {
		double most = i + 1 < n ? e[i + 1].y - APART : bottom;

		e[i].y = fmin(e[i].y, most);
	}
}

static void
labels(struct fb_figure *f, struct end *e, size_t n, double x, bool left)
{
	spread(e, n, f->y + f->h - 2);
	for (size_t i = 0; i < n; i++) {
		fb_str value = fb_value_words(f, e[i].c, e[i].value);
		double w = fb_canvas_put(&f->cv, FB_LABEL_BOLD, left ? x - 6 : x + 6,
		    e[i].y + 3, left ? FB_RIGHT : FB_LEFT, 0, value);

		fb_draw_name(f, e[i].c, left ? x - 10 - w : x + 10 + w, e[i].y + 3,
		    SIDE - w - 12, left ? FB_RIGHT : FB_LEFT);
	}
}

static void
heads(struct fb_figure *f, double x0, double x1)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct fb_cell *c = f->rows[i];

		if (!c->prev.ok)
			continue;
		fb_canvas_put(&f->cv, FB_AXIS, x0, f->y + 6, FB_CENTRE, 0,
		    fb_period_words(&f->cv, c->prev.period, FB_PERIOD_AXIS_YEAR));
		fb_canvas_put(&f->cv, FB_AXIS_BOLD, x1, f->y + 6, FB_CENTRE, 0,
		    fb_period_words(&f->cv, c->period_label, FB_PERIOD_AXIS_YEAR));
		return;
	}
}

void
fb_plot_slope(struct fb_figure *f)
{
	struct end *a = fb_zalloc(f->n, sizeof *a), *b = fb_zalloc(f->n, sizeof *b);
	double lo = INFINITY, hi = -INFINITY;
	double x0 = f->x + SIDE, x1 = f->x + f->w - SIDE;
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		const struct fb_cell *c = f->rows[i];

		if (!fb_row_shown(c) || !c->prev.ok)
			continue;
		lo = fmin(lo, fmin(c->value, c->prev.value));
		hi = fmax(hi, fmax(c->value, c->prev.value));
		a[n] = (struct end){ c, c->prev.value, 0 };
		b[n++] = (struct end){ c, c->value, 0 };
	}
	heads(f, x0, x1);
	for (size_t i = 0; i < n; i++) {
		struct fb_verdict v = fb_verdict(f->cv.report, a[i].c, &a[i].c->prev);

		a[i].y = place(f, lo, hi, a[i].value);
		b[i].y = place(f, lo, hi, b[i].value);
		fb_page_line(f->cv.page, (struct fb_pen){ v.clear ? v.colour :
		    FB_MID, v.clear ? 2 : 1.2, 0 }, x0, a[i].y, x1, b[i].y);
	}
	labels(f, a, n, x0, true);
	labels(f, b, n, x1, false);
	if (!n)
		fb_canvas_put(&f->cv, FB_NOTE, f->x, f->y + 20, FB_LEFT, 0,
		    fb_word(f->cv.words, "first_period"));
	free(a);
	free(b);
}
