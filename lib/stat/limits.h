/* limits.h - the limits of noise of a series of shares, and runs beyond them. */
#ifndef FB_STAT_LIMITS_H
#define FB_STAT_LIMITS_H

#include "stat/breaks.h"

/* What a series of periods is measured by: a mean over its answers, each worth
 * what its class is worth, and its noise from period to period. */
struct fb_laney {
	double mean;    /* of all answers */
	double sd;      /* of one answer */
	double sigma_z; /* the noise of the standardised means; NaN for one */
	double lo, hi;  /* the least and the most that an answer is worth */
};

/* Laney's p' chart, for any mean of classes: with two of worth 0 and 1 it is
 * that of shares. The noise is the mean moving range of the standardised
 * means over 1.128; worth is of each class. Empty periods are passed over. Source: D. B.
 * Laney, Quality Engineering 14 (2002) 531-537. */
struct fb_laney fb_laney(const struct fb_split *, size_t periods,
    const double *worth);
/* The limit of the mean of n answers, within lo and hi. */
double fb_laney_limit(const struct fb_laney *, double n, double sigmas);

/* Which of Nelson's first three rules the last period meets, a bit each: 1, it
 * lies beyond three sigma; 2, it ends nine in a row on one side of the mean;
 * 4, it ends six in a row that rise or that fall. Source: L. S. Nelson, Journal
 * of Quality Technology 16 (1984) 237-239. */
unsigned fb_nelson(const struct fb_laney *, const struct fb_split *,
    size_t periods, const double *worth);

#endif
