/* alt.h - the numbers of a chart as text, for readers who cannot see it.
 *
 * Private to this room. A picture has a few words, which are read in its place,
 * and behind it a table that is read and not drawn:
 *
 *     fb_page_tag(cv->page, FB_TAG_FIGURE);
 *     draw_lines(...);
 *     fb_picture_end(cv, &(struct fb_picture){ .kind = FB_PICTURE_line,
 *         .cells = series, .n = n, .over_time = true, .x = x, .y = y,
 *         .w = w, .h = h });
 *
 * An SVG has no tables: its words are all of the numbers. */
#ifndef FB_CHART_ALT_H
#define FB_CHART_ALT_H

#include "chart/columns.h"

/* In the order of the words "alt_kinds". */
enum fb_picture_kind {
#define KIND(name, needs, also, over, help) FB_PICTURE_##name,
#include "chart/kinds.def"
#undef KIND
};

/* What a picture shows: the cells of a period, or each with its history. */
struct fb_picture {
	enum fb_picture_kind kind;
	const struct fb_cell *const *cells;
	size_t n;            /* 1 or more */
	bool over_time;
	double x, y, w, h;   /* its place */
	fb_str also;         /* sentences that stand in it */
};

/* Close the FIGURE that was opened last; nothing was tagged in it. */
void fb_picture_end(struct fb_canvas *, const struct fb_picture *);
/* The table behind it (alt_table.c). */
void fb_picture_table(struct fb_canvas *, const struct fb_picture *);

/* Where there is no room for a table: told of the tag that was opened last, a
 * row a cell, under the name of the metric: its name, then every period with
 * value and interval when over time, else value, n, the one before and the
 * shares of the answers. */
void fb_alt_cells(struct fb_canvas *, const struct fb_cell *const *cells,
    size_t n, bool over_time);
/* Shares of everyone who answered, and what was quoted of them. */
void fb_alt_shares(struct fb_canvas *, const struct fb_cell *, fb_str mix);

/* ---- for those ---- */

/* "31 ±3", or why there is none. */
void fb_alt_value(struct fb_buf *, struct fb_canvas *, const struct fb_cell *);
/* With n, the value before and the shares of the answers. */
void fb_alt_now(struct fb_buf *, struct fb_canvas *, const struct fb_cell *);
/* What tells a cell from the others: its group, else its metric. */
fb_str fb_alt_name(struct fb_canvas *, const struct fb_cell *const *cells,
    size_t i);

#endif
