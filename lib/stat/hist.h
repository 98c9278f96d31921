/* hist.h - how often each value came, in whole numbers that add up.
 *
 * What a histogram holds depends on the values alone, never on their order nor
 * on how they were shared out among histograms that were merged. */
#ifndef FB_STAT_HIST_H
#define FB_STAT_HIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fb_value {
	int64_t value;
	uint64_t n;
};

/* What happens when there are more than FB_HIST_MAX distinct values. */
enum fb_hist_rule {
	FB_HIST_WIDTHS,   /* values are cut to 7 bits behind the first: 1/128 */
	FB_HIST_HOURS,    /* values are seconds, cut to whole hours */
	FB_HIST_SMALLEST, /* the FB_HIST_FEW smallest values stay */
};

enum { FB_HIST_MAX = 65536, FB_HIST_FEW = 4096 };

struct fb_hist {
	struct fb_value *v; /* owned; rising and distinct after fb_hist_settle() */
	size_t n, cap;
	enum fb_hist_rule rule;
	bool coarse;        /* the rule was needed */
};

/* Count value n times; {.rule = …} is an empty histogram. */
void fb_hist_add(struct fb_hist *, int64_t value, uint64_t n);
/* One more way to be coarse: it was merged from one that is. */
void fb_hist_coarsen(struct fb_hist *);
/* Sort and sum up; call before reading. */
void fb_hist_settle(struct fb_hist *);
/* All counts together; settled or not. */
uint64_t fb_hist_total(const struct fb_hist *);
/* The rank-th smallest, counted from 1 to the total, of a settled one. */
int64_t fb_hist_nth(const struct fb_hist *, uint64_t rank);
/* How many distinct values came, of a settled one with FB_HIST_SMALLEST whose
 * values are evenly spread over 0..2^63-1: exact up to FB_HIST_FEW, else
 * (k-1)/u of the k-th smallest. Source: Z. Bar-Yossef et al., Counting Distinct
 * Elements in a Data Stream, RANDOM (2002). */
uint64_t fb_hist_distinct(const struct fb_hist *);
void fb_hist_release(struct fb_hist *);

#endif
