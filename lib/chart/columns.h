/* columns.h - quotes in two columns, read down the left one first.
 *
 * Private to this room. */
#ifndef FB_CHART_COLUMNS_H
#define FB_CHART_COLUMNS_H

#include "chart/canvas.h"

enum { FB_HALF = 238, FB_HALF_GAP = 23, FB_HALF_MARK = 24,
	FB_HALVES_MAX = 12 };

/* A quote beside its cell; head: a line above it, or "". */
struct fb_column_quote {
	const struct fb_cell *cell;
	const struct fb_quote *quote;
	fb_str head;
};

struct fb_columns {
	struct fb_canvas *cv;
	struct fb_column_quote v[FB_HALVES_MAX];
	size_t n;
	bool top;     /* heads stand right below the title of the page */
	bool big;     /* one column of large words instead */
	int lines;    /* of a quote at most; 0: the usual nine */
	size_t split; /* where the right column begins */
};

/* One more, when there is a place left and the record is not on the page or in
 * the columns already. */
bool fb_columns_add(struct fb_columns *, const struct fb_cell *,
    const struct fb_quote *, fb_str head);
/* At most max quotes of a role, the worst group first; roles other than "voice"
 * under a head that names them. */
void fb_columns_add_role(struct fb_columns *, const struct fb_cell *,
    const char *role, size_t max);
/* "2 detractors, 1 passive, 3 promoters": the voices among them, "" for none. */
fb_str fb_columns_mix(const struct fb_columns *, const struct fb_cell *);
/* Fewer lines a quote until all are at most room high, and then fewer quotes.
 * Gives the height. */
double fb_columns_fit(struct fb_columns *, double room);
/* From y on, the first baseline somewhat below it; after fb_columns_fit(). */
void fb_columns_draw(struct fb_columns *, double y);

#endif
