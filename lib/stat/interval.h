/* interval.h - 95% intervals of shares, NPS, means and medians.
 *
 * z is the .975 quantile of the normal distribution. Counts are double where
 * weights may make them fractional (an effective number of answers). */
#ifndef FB_STAT_INTERVAL_H
#define FB_STAT_INTERVAL_H

#include <stdbool.h>
#include <stdint.h>

#include "stat/sums.h"

/* From lo to hi; without ok there is none, and lo and hi are the whole range
 * of the quantity where it has one, else NaN. */
struct fb_interval {
	double lo, hi;
	bool ok;
};

/* Wilson interval for x "yes" of n answers, as fractions in 0..1; x = 0 gives
 * lo = 0 and x = n gives hi = 1 exactly. Not ok (0..1) when n is 0.
 * Source: E. B. Wilson, JASA 22 (1927) 209-212. */
struct fb_interval fb_wilson95(double x, double n);
/* The same with the two-sided level given, 0 < level < 1. */
struct fb_interval fb_wilson(double x, double n, double level);

/* Score interval for (pro - det) / n with n = det + pas + pro, as fractions in
 * -1..1. Never leaves that range and keeps its width when all answers are
 * equal. Exact coverage over all true mixes of the three in steps of 1/20,
 * none of them absent, mean and worst: .970 and .922 for n = 5, .955 and .944
 * for n = 20; a nearly pure mix has less (.858 for n = 5 at 3% and 96%). Not ok
 * (-1..1) when n is 0. Source: T. Tango, Statistics in Medicine 17 (1998)
 * 891-908, whose paired table is the trinomial of the NPS; limits by 200
 * bisections. */
struct fb_interval fb_nps_score95(double det, double pas, double pro);

/* Student's t interval of a mean, in the unit of the values. Not ok (NaN) when
 * n < 2 or all values are equal. Source: Student, Biometrika 6 (1908) 1-25. */
struct fb_interval fb_mean_t95(const struct fb_sums *);

/* The interval of a median runs from the lo-th to the hi-th smallest value,
 * counted from 1: lo is the .025 quantile of Binomial(n, 1/2), hi = n + 1 - lo.
 * False when there is none (n < 6). Cost O(sqrt n).
 * Source: W. R. Thompson, Annals of Math. Statistics 7 (1936) 122-128. */
bool fb_median_ranks(uint64_t n, uint64_t *lo, uint64_t *hi);

#endif
