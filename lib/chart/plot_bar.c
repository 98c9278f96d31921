/* plot_bar.c - values of the groups as bars from zero, the largest first. */
#include <math.h>

#include "chart/figure.h"

enum { NAME = 110, VALUE = 46, ROW_MAX = 34 };

static void
bar(struct fb_figure *f, const struct fb_cell *c, struct fb_ticks t, double y,
    double h, bool first)
{
	double zero = f->x + NAME + 6, unit = (f->w - NAME - VALUE - 6) /
	    (t.hi - t.lo);
	double from = zero - t.lo * unit, to = from + c->value * unit;
	fb_colour ink = first ? FB_BLUE : FB_MID2;

	fb_draw_name(f, c, f->x + NAME, y + h / 2 + 3, NAME, FB_RIGHT);
	if (!fb_row_shown(c)) {
		fb_canvas_put(&f->cv, FB_NOTE, from + 4, y + h / 2 + 3, FB_LEFT, 0,
		    fb_word(f->cv.words, "few_answers"));
		return;
	}
	fb_page_rect(f->cv.page, fmin(from, to), y + h * 0.18,
	    fmax(fabs(to - from), 0.5), h * 0.64, ink);
	fb_canvas_put(&f->cv, FB_LABEL_BOLD, fmax(from, to) + 4, y + h / 2 + 3,
	    FB_LEFT, fb_is_wide(c) ? FB_TEXT3 : FB_INK,
	    fb_value_words(f, c, c->value));
}

void
fb_plot_bar(struct fb_figure *f)
{
	const struct fb_cell **rows = fb_rows_by_value(f);
	double lo = 0, hi = 0, h = fmin(f->h / (double)f->n, ROW_MAX);

	for (size_t i = 0; i < f->n; i++)
		if (fb_row_shown(rows[i])) {
			lo = fmin(lo, rows[i]->value);
			hi = fmax(hi, rows[i]->value);
		}
	for (size_t i = 0; i < f->n; i++)
		bar(f, rows[i], (struct fb_ticks){ lo, hi > lo ? hi : lo + 1, 1 },
		    f->y + h * (double)i, h, i == 0);
}
