/* plot_stack100.c - the make-up of each group's answers, together 100%. */
#include <math.h>

#include "chart/figure.h"

enum { NAME = 110, ROW_MAX = 40 };

void
fb_plot_stack100(struct fb_figure *f)
{
	double h = fmin(f->h / (double)f->n, ROW_MAX);

	for (size_t i = 0; i < f->n; i++) {
		double y = f->y + h * (double)i;

		fb_draw_name(f, f->rows[i], f->x + NAME, y + h / 2 + 3, NAME,
		    FB_RIGHT);
		if (f->rows[i]->ngroups > 1 && fb_row_shown(f->rows[i]))
			fb_draw_population(&f->cv, f->rows[i], f->x + NAME + 6,
			    y + h * 0.16, f->w - NAME - 6, h * 0.68);
		else
			fb_canvas_put(&f->cv, FB_NOTE, f->x + NAME + 8, y + h / 2 + 3,
			    FB_LEFT, 0, fb_word(f->cv.words,
			    f->rows[i]->ngroups > 1 ? "few_answers" : "no_groups"));
	}
}
