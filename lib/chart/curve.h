/* curve.h - a journey as a curve through its stages, monotone between them.
 *
 * For the chart alone and for the journey page. */
#ifndef FB_CHART_CURVE_H
#define FB_CHART_CURVE_H

#include "chart/ticks.h"

/* The points of a Bezier path through n knots with rising x that never swings
 * over: 1 + 3(n - 1) of them, into out. Source: F. N. Fritsch and J. Butland,
 * SIAM J. Sci. Stat. Comput. 5 (1984). */
void fb_curve_path(const struct fb_point *knots, size_t n, struct fb_point *out);

struct fb_stage {
	fb_str name;
	const struct fb_cell *cell; /* NULL: no voice was heard */
};

struct fb_stages {
	struct fb_stage *v;            /* owned by the report */
	size_t n;
	const struct fb_cell *outside; /* records without a stage, or NULL */
};

/* The stages of any's metric and period: values of the field "stage" of `by`
 * where there is one, else of the one field of the first group. In the order
 * of the label lines that name them, then in that of the stream; a stage that
 * has a label and no cell is one where no voice was heard. */
struct fb_stages fb_stages_of(struct fb_report *, const struct fb_cell *any);
/* Is there a cell with 10 answers or more? */
bool fb_stage_drawn(const struct fb_stage *);

struct fb_curve {
	struct fb_canvas *cv;
	struct fb_stages stages;
	double x, y, w, h;      /* the plot; what is below it is not in h */
	struct fb_ticks axis;
	bool staggered;         /* names stand in two rows, in turns */
	bool crowded;           /* figures above and below the curve, in turns */
	double neutral;         /* between good and bad; NaN where there is none */
};

/* How many stages are drawn; a curve needs two. */
size_t fb_curve_knots(const struct fb_stages *);
/* Choose the axis; the stages must have been set, and one of them be drawn. */
void fb_curve_setup(struct fb_curve *);
/* Room for names, and words about stages that are not drawn, below the plot. */
double fb_curve_foot(struct fb_curve *);
/* Draw those; names of low stages (a mark for each stage) are bold. */
void fb_curve_names(struct fb_curve *, const bool *low);
/* Grid, the period before in grey, the curve, its intervals and names. */
void fb_curve_draw(struct fb_curve *);
double fb_curve_x(const struct fb_curve *, size_t stage);
double fb_curve_y(const struct fb_curve *, double value);
/* Stages that are worse than the drawn ones beside them, the worst first;
 * at most max. Gives how many. */
size_t fb_curve_lows(const struct fb_curve *, size_t *stages, size_t max);

#endif
