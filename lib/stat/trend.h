/* trend.h - is a share, or a number, sliding over the periods? */
#ifndef FB_STAT_TREND_H
#define FB_STAT_TREND_H

#include <stddef.h>
#include <stdint.h>

/* x of n in a period; for a number n is its exposure. */
struct fb_part_of {
	uint64_t x, n;
};

enum { FB_TREND_MIN = 6, FB_TREND_MAX = 64 };

struct fb_trend {
	double z;    /* negative: sliding; chi-square with 1 df is z^2 */
	double phi;  /* noise between periods, at least 1 */
	double t, p; /* z / sqrt phi with T - 2 df, and P(T <= t) */
};

/* Periods in order of time, scores 1 to T. With fewer than FB_TREND_MIN, or no
 * variance, t is NaN and p NaN. Shares vary as binomials, numbers as Poisson
 * counts; phi = max(1, (X2 - z^2) / (T - 2)), X2 being the chi-square of all
 * periods. Source: W. G. Cochran, Biometrics 10 (1954) 417-451; P. Armitage,
 * Biometrics 11 (1955) 375-386. */
struct fb_trend fb_trend_shares(const struct fb_part_of *, size_t periods);
struct fb_trend fb_trend_counts(const struct fb_part_of *, size_t periods);

#endif
