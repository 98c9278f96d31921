/* row.h - a row of the summary: measure, value, change, trend, customer.
 *
 * Private to this room. */
#ifndef FB_CHART_ROW_H
#define FB_CHART_ROW_H

#include "chart/pages.h"

/* Where the columns begin, from the left of the content. */
enum { FB_ROW_VALUE = 110, FB_ROW_CHANGE = 178, FB_ROW_SPARK = 243, FB_ROW_QUOTE = 310 };

/* One page of rows. */
struct fb_rows {
	struct fb_canvas *cv;
	const struct fb_focus *f;
	size_t from, to;   /* rows of this page */
	double top, row;   /* of the first row, and a row's height */
	int lines;         /* of a quote */
	enum fb_role role; /* of its words */
};

/* The row of a cell with its first baseline at y. */
void fb_draw_row(struct fb_rows *, const struct fb_cell *, double y);
/* The words beside it, and how high a row must be for all of them in a role. */
double fb_row_height(struct fb_canvas *, const struct fb_cell *, enum fb_role);
/* Will the index stand below a section that has ended? */
bool fb_index_fits(struct fb_canvas *, const struct fb_focus *);
/* "vs September" over the changes, nothing without a period before; and the cell
 * "13 months" over the trends, nothing without one, which gives way to it. */
void fb_history_heads(struct fb_canvas *, const struct fb_focus *, fb_str before,
    double change, double spark, double y);

#endif
