/* plot_dumbbell.c - before (open) and after (filled) of each group. */
#include <math.h>

#include "chart/figure.h"

enum { NAME = 110, VALUE = 40, ROW_MAX = 36, AXIS = 16 };

static struct fb_ticks
scale_of(const struct fb_figure *f)
{
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < f->n; i++) {
		const struct fb_cell *c = f->rows[i];

		if (!fb_row_shown(c))
			continue;
		lo = fmin(lo, c->prev.ok ? fmin(c->value, c->prev.value) : c->value);
		hi = fmax(hi, c->prev.ok ? fmax(c->value, c->prev.value) : c->value);
	}
	return lo <= hi ? fb_ticks_of(lo, hi) : (struct fb_ticks){ 0, 1, 1 };
}

static double
at(const struct fb_figure *f, struct fb_ticks t, double v)
{
	return f->x + NAME + 16 + (f->w - NAME - VALUE - 16) * (v - t.lo) /
	    (t.hi - t.lo);
}

static void
axis(struct fb_figure *f, struct fb_ticks t, double bottom)
{
	for (int i = 0; i < fb_ticks_count(t); i++) {
		double x = at(f, t, fb_tick_at(t, i));

		fb_page_line(f->cv.page, (struct fb_pen){ FB_GRID, 0.5, 0 }, x,
		    f->y + AXIS - 4, x, bottom);
		fb_canvas_put(&f->cv, FB_AXIS, x, f->y + 8, FB_CENTRE, 0,
		    fb_tick_words(&f->cv, f->rows[0], t, i));
	}
}

static void
row(struct fb_figure *f, const struct fb_cell *c, struct fb_ticks t, double y)
{
	struct fb_verdict v = fb_verdict(f->cv.report, c, &c->prev);
	fb_colour ink = v.clear ? v.colour : FB_TEXT2;

	fb_draw_name(f, c, f->x + NAME, y + 3, NAME, FB_RIGHT);
	if (!fb_row_shown(c)) {
		fb_canvas_put(&f->cv, FB_NOTE, f->x + NAME + 16, y + 3, FB_LEFT, 0,
		    fb_word(f->cv.words, "few_answers"));
		return;
	}
	if (c->prev.ok) {
		fb_page_line(f->cv.page, (struct fb_pen){ ink, 1.6, 0 },
		    at(f, t, c->prev.value), y, at(f, t, c->value), y);
		fb_page_ring(f->cv.page, at(f, t, c->prev.value), y, 3.4,
		    (struct fb_pen){ ink, 1.3, 0 });
	}
	fb_page_disc(f->cv.page, at(f, t, c->value), y, 4, ink);
	fb_canvas_put(&f->cv, FB_LABEL_BOLD, f->x + f->w, y + 3, FB_RIGHT, ink,
	    fb_value_words(f, c, c->value));
}

void
fb_plot_dumbbell(struct fb_figure *f)
{
	const struct fb_cell **rows = fb_rows_by_value(f);
	struct fb_ticks t = scale_of(f);
	double h = fmin((f->h - AXIS) / (double)f->n, ROW_MAX);

	axis(f, t, f->y + AXIS + h * (double)f->n);
	for (size_t i = 0; i < f->n; i++)
		row(f, rows[i], t, f->y + AXIS + h * ((double)i + 0.5));
}
