/* figure.h - one chart alone: a rule, title, what is shown, plot, source.
 *
 * A kind of chart is a file with one plot function and a row in kinds.def. */
#ifndef FB_CHART_FIGURE_H
#define FB_CHART_FIGURE_H

#include "chart/pages.h"
#include "chart/report.h"

struct fb_figure {
	struct fb_canvas cv;
	double x, y, w, h;             /* the plot */
	const struct fb_cell **rows;   /* of one metric and period: the groups in
	                                * order, or the total when there are none */
	size_t n;
	const struct fb_cell *total;   /* of the same, NULL without */
};

typedef void fb_plot(struct fb_figure *);

#define KIND(name, help) fb_plot fb_plot_##name;
#include "chart/kinds.def"
#undef KIND

/* Draw the report's first metric as plot does. */
void fb_figure_draw(const struct fb_chart_job *, fb_plot *, struct fb_buf *,
    const char **why);

/* ---- for plots ---- */

/* A scale from lo to hi with a step of 1, 2, 2.5 or 5 times a power of ten. */
struct fb_ticks {
	double lo, hi, step;
};
struct fb_ticks fb_ticks_of(double lo, double hi);
/* Text of a value in the metric's own form, owned by the report. */
fb_str fb_value_words(struct fb_figure *, const struct fb_cell *, double);
/* Name of a group cut to a width, drawn at a baseline; FB_RIGHT ends at x. */
void fb_draw_name(struct fb_figure *, const struct fb_cell *, double x, double y,
    double width, enum fb_align);
/* May the value be shown: 10 answers or more? */
bool fb_row_shown(const struct fb_cell *);
/* Rows by value, the largest first; borrowed from the report. */
const struct fb_cell **fb_rows_by_value(struct fb_figure *);

#endif
