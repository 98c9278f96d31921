/* grid.h - the values of a report as tables: a row a series, a column a period.
 *
 * One grid for each unit of period; periods that are none of ours share one. */
#ifndef FB_SHEET_GRID_H
#define FB_SHEET_GRID_H

#include "base/map.h"
#include "present/report.h"

enum { FB_GRID_PERIODS = 60 }; /* the latest; the rest is counted */

struct fb_grid {
	fb_str *labels;             /* n periods, oldest first */
	size_t n;
	const struct fb_cell **at;  /* nrows x n; NULL: no line */
	const struct fb_cell **head; /* of each row: one of its cells */
	size_t nrows;
	size_t left_out;            /* cells of older periods */
};

/* Grids in the order of units, rows in the report's order of metrics, then of
 * the stream. Arrays live in the report's arena. */
size_t fb_grids_of(struct fb_report *, struct fb_grid **);

#endif
