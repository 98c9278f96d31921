/* adjust.h - many tests at once: the false discovery rate. */
#ifndef FB_STAT_ADJUST_H
#define FB_STAT_ADJUST_H

#include <stddef.h>

/* q[i] is the smallest false discovery rate at which test i is called a
 * finding; calling all with q <= 0.10 findings keeps the expected share of
 * false ones at or below 0.10. Equal p give equal q, a larger p never a smaller
 * q, and the order of the tests does not matter. A NaN is no test: it is not
 * counted and stays NaN. q may be p. Cost O(m log m).
 * Source: Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57 (1995)
 * 289-300; adjusted values as in D. Yekutieli and Y. Benjamini, J. Statist.
 * Planning and Inference 82 (1999) 171-196. */
void fb_bh(const double *p, double *q, size_t m);

#endif
