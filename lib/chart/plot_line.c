/* plot_line.c - a line over time for each group. */
#include <math.h>

#include "chart/figure.h"
#include "chart/trend.h"

enum { LABELS = 96, AXIS = 32, FOOT = 18 };

void
fb_plot_line(struct fb_figure *f)
{
	const struct fb_cell **rows = f->n <= FB_TREND_SERIES || !f->total ?
	    f->rows : &f->total;
	size_t n = rows == f->rows ? f->n : 1;
	double axis;

	axis = fmax(AXIS, fb_trend_gutter(&f->cv, rows, n));
	fb_draw_trend(&f->cv, rows, n, f->x + axis, f->y + 4,
	    f->w - axis - LABELS, f->h - FOOT - 4);
}
