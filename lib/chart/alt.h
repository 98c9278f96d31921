/* alt.h - the numbers of a chart as text, for readers who cannot see it.
 *
 * Private to this room. Each tells the tag that was opened last; see
 * fb_page_told(). */
#ifndef FB_CHART_ALT_H
#define FB_CHART_ALT_H

#include "chart/columns.h"

/* A row a cell, under the name of the metric: its name, then every period with
 * value and interval when over time, else value, n, the one before and the
 * shares of the answers. */
void fb_alt_cells(struct fb_canvas *, const struct fb_cell *const *cells, size_t n,
    bool over_time);
/* Shares of everyone who answered, and what was quoted of them. */
void fb_alt_shares(struct fb_canvas *, const struct fb_cell *, fb_str mix);

#endif
