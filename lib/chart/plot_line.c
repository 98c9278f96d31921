/* plot_line.c - a line over time for each group. */
#include "chart/figure.h"

enum { LABELS = 96, AXIS = 32, FOOT = 18 };

void
fb_plot_line(struct fb_figure *f)
{
	const struct fb_cell **rows = f->n <= FB_TREND_SERIES || !f->total ?
	    f->rows : &f->total;
	size_t n = rows == f->rows ? f->n : 1;

	fb_draw_trend(&f->cv, rows, n, f->x + AXIS, f->y + 4,
	    f->w - AXIS - LABELS, f->h - FOOT - 4);
}
