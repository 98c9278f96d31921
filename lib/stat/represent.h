/* represent.h - does a sample look like what it was drawn from?
 *
 * The categories of one dimension, each with its size in the frame and what
 * was drawn of it. Two measures: how far the shares are apart (total
 * variation) beside how far luck alone puts them apart, and a chi-square test.
 * Both correct for a sample that is a good part of a finite frame. */
#ifndef FB_STAT_REPRESENT_H
#define FB_STAT_REPRESENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct fb_category {
	fb_str key;    /* breaks ties; borrowed */
	uint64_t size; /* units of the frame */
	double drawn;  /* units of the sample, or the sum of their weights */
};

/* Half the sum of |share of the sample - share of the frame|: 0 to 1; NaN when
 * either is empty. */
double fb_total_variation(const struct fb_category *, size_t categories);
/* What a simple random sample of n (of weighted units: n_eff) would give on
 * average: half the sum of sqrt(2/pi p(1-p)/n (N-n)/(N-1)); 0 for a census.
 * Source: the mean of |X| of a normal X with the hypergeometric variance. */
double fb_luck_variation(const struct fb_category *, size_t categories,
    double n);

struct fb_chisq {
	double value, p; /* NaN when df is 0 or nothing was left undrawn */
	size_t df;
};

/* Pearson's statistic times (N-1)/(N-n), for drawn counts (not weights). Each
 * category stands for itself. */
struct fb_chisq fb_fit_chisq(const struct fb_category *, size_t categories);
/* Sort by size, then put together, in place, the smallest categories until
 * all expect 5 or more in the sample: c[0] is then the rest, with an empty key.
 * Give how many categories are left. */
size_t fb_pool_small(struct fb_category *c, size_t categories);

#endif
