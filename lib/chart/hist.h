/* hist.h - the bars of a histogram.
 *
 * Private to this room. */
#ifndef FB_CHART_HIST_H
#define FB_CHART_HIST_H

#include "chart/answers.h"

enum { FB_HIST_BARS = 21 };

struct fb_hist_bar {
	double from, to; /* equal for one answer; 0 for a group of answers */
	double n;
	int side;        /* -1: unknown, or of several */
};

struct fb_hist_bars {
	struct fb_hist_bar *v; /* owned by the report */
	size_t n;
	double all, mean;      /* mean: NaN when it is not known */
	bool edges;            /* bars are ranges: figures stand at their edges */
	bool figures;          /* from and to are known */
};

/* A bar an answer on the whole scale where answers are whole numbers, else
 * ranges of one round width. c tells the scale and may be NULL. n >= 1. */
struct fb_hist_bars fb_hist_of_values(struct fb_report *,
    const struct fb_given_answer *, size_t n, const struct fb_cell *c);
/* A bar a group of answers. */
struct fb_hist_bars fb_hist_of_groups(struct fb_report *,
    const struct fb_answer_row *);

#endif
