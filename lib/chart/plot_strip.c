/* plot_strip.c - name, line over time, value and change of each group. */
#include <math.h>

#include "chart/figure.h"

enum { NAME = 130, SPARK = 76, VALUE = 66, ROW_MIN = 30, ROW_MAX = 38 };

void
fb_plot_strip(struct fb_figure *f)
{
	double h = fmax(ROW_MIN, fmin(f->h / (double)f->n, ROW_MAX));

	for (size_t i = 0; i < f->n && h * (double)(i + 1) <= f->h + 1; i++) {
		const struct fb_cell *c = f->rows[i];
		double y = f->y + h * (double)i, base = y + h / 2 + 2;

		fb_draw_name(f, c, f->x, base, NAME, FB_LEFT);
		fb_draw_spark(&f->cv, c, f->x + NAME + 8, y + (h - 28) / 2);
		fb_canvas_put(&f->cv, fb_row_shown(c) ? FB_VALUE_END : FB_NOTE,
		    f->x + NAME + SPARK + 8, base, FB_LEFT,
		    fb_is_wide(c) ? FB_TEXT3 : 0, fb_row_shown(c) ?
		    fb_value_words(f, c, c->value) :
		    fb_word(f->cv.words, "few_answers"));
		fb_draw_change(&f->cv, c, &c->prev,
		    f->x + NAME + SPARK + VALUE + 8, base - 3);
		if (i)
			fb_canvas_rule_part(&f->cv, f->x, y, f->w, 0.5, FB_HAIR);
	}
}
