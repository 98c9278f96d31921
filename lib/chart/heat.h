/* heat.h - the grid of groups by periods on the page of a breakdown.
 *
 * Private to this room. */
#ifndef FB_CHART_HEAT_H
#define FB_CHART_HEAT_H

#include "chart/shade.h"
#include "present/breakdown.h"

enum { FB_HEAT_ROWS = 12, FB_HEAT_PERIODS = 13 };

struct fb_heat {
	struct fb_canvas *cv;
	const struct fb_breakdown *of;
	struct fb_slide slide;     /* its row stands apart, last and in a box */
	const struct fb_cell *rows[FB_HEAT_ROWS];
	size_t n;
	bool yoy;                  /* the change shown is that on the year before */
	int32_t first, last;       /* periods, as indexes of their unit */
	struct fb_shade shade;     /* around the mean of what is shown */
	double names, cell;        /* widths of the names and of a cell */
};

/* Which rows and periods. False when there is nothing to compare: fewer than
 * two groups or periods with a value, or a metric of which no way is better. */
bool fb_heat_setup(struct fb_heat *, struct fb_canvas *,
    const struct fb_breakdown *);
/* The comparison that the grid shows of a cell. */
const struct fb_versus *fb_heat_versus(const struct fb_heat *,
    const struct fb_cell *);
/* The points of a row that fall on the grid; borrowed from the report. */
const struct fb_cell **fb_heat_points(const struct fb_heat *,
    const struct fb_cell *row, size_t *n);
/* Head, rows, changes, and the events below them. Gives the y below. */
double fb_heat_draw(struct fb_heat *, double y);

#endif
