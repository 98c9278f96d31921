/* xmr.h - the normal range of a series of earlier values. */
#ifndef FB_STAT_XMR_H
#define FB_STAT_XMR_H

#include <stddef.h>

#include "stat/interval.h"

/* mean +- 2.66 x the mean absolute step from one value to the next: the band
 * in which a value is noise. 2.66 is 3 / 1.128, the mean range of two normal
 * values. Values in order of time, in any unit; NaN (a period without a value)
 * is passed over, and so is the step across it. Not ok (NaN) when there is no
 * step. Source: W. A. Shewhart's individuals chart as in D. J. Wheeler,
 * Understanding Variation (1993). */
struct fb_interval fb_xmr(const double *values, size_t n);

#endif
