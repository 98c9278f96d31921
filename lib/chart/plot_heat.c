/* plot_heat.c - groups by periods, the number in each cell. */
#include <math.h>

#include "chart/figure.h"
#include "chart/shade.h"

enum { NAME = 104, HEAD = 14, ROW_MAX = 30, PERIODS = 13 };

/* Around the mean of all that is shown. */
static struct fb_shade
shade_of(struct fb_figure *f)
{
	struct fb_shade s = {0};
	double sum = 0;
	size_t k = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0, n; i < f->n; i++) {
			const struct fb_cell **p = fb_history(f->cv.report,
			    f->rows[i], &n);

			for (size_t j = n > PERIODS ? n - PERIODS : 0; j < n; j++) {
				if (!fb_row_shown(p[j]))
					continue;
				if (pass)
					fb_shade_reach(&s, p[j]);
				sum += p[j]->value;
				k++;
			}
		}
		if (!pass)
			s.middle = k ? sum / (double)k : 0;
	}
	return s;
}

void
fb_plot_heat(struct fb_figure *f)
{
	struct fb_shade shade = shade_of(f);
	double w = (f->w - NAME - 6) / PERIODS;
	double h = fmin((f->h - HEAD) / (double)f->n, ROW_MAX);
	int32_t last = f->rows[0]->period.index;

	for (size_t i = 0, n; i < f->n; i++) {
		const struct fb_cell **p = fb_history(f->cv.report, f->rows[i], &n);
		double y = f->y + HEAD + h * (double)i;

		fb_draw_name(f, f->rows[i], f->x + NAME, y + h / 2 + 3, NAME,
		    FB_RIGHT);
		for (size_t j = 0; j < n; j++) {
			int32_t back = last - p[j]->period.index;
			double x = f->x + NAME + 6 + w * (PERIODS - 1 - back);

			if (back < 0 || back >= PERIODS)
				continue;
			fb_draw_shade(&f->cv, shade, p[j], true, x, y, w, h);
			if (i == 0)
				fb_canvas_put(&f->cv, back ? FB_AXIS : FB_AXIS_BOLD,
				    x + w / 2, f->y + 8, FB_CENTRE, 0,
				    fb_period_words(&f->cv, p[j]->period_label,
				    FB_PERIOD_AXIS));
		}
	}
}
