/* sums.h - mean and spread from integer sums, without rounding on the way.
 *
 * Sums of integers merge exactly in any order; every mean of the toolkit is
 * kept as such sums until it is shown. */
#ifndef FB_STAT_SUMS_H
#define FB_STAT_SUMS_H

#include <stdint.h>

#include "base/num.h"

/* n values x in one integer unit (thousandths, seconds): their sum and the
 * sum of their squares. What is computed from it is in that unit. */
struct fb_sums {
	uint64_t n;
	fb_i128 sum, sq;
};

/* Sum over x; NaN when n is 0. */
double fb_sums_mean(const struct fb_sums *);
/* Sum of (x - mean)^2. Exactly 0 if and only if all values are equal, right to
 * the last digits otherwise: the sums are first moved, as integers, to the
 * whole number nearest the mean, where nothing large is left to cancel. */
double fb_sums_ss(const struct fb_sums *);
/* The standard deviation (divisor n - 1) rounded down to a whole number, by
 * integers only, so that it may decide a draw; 0 when n < 2. */
uint64_t fb_sums_spread(const struct fb_sums *);

#endif
