/* survive.h - how long it took, with the cases that are still open.
 *
 * An open case is censored: it took at least so long. Leaving open cases out
 * makes every median too fast. */
#ifndef FB_STAT_SURVIVE_H
#define FB_STAT_SURVIVE_H

#include "stat/change.h"
#include "stat/hist.h"

/* Cases by how long they took (done) or have been open so far; settled, in the
 * same unit, rising. An open case counts as still there at its own time. */
struct fb_cases {
	const struct fb_value *done, *open;
	size_t ndone, nopen;
};

/* The time by which half of the cases are done; ok is false when that is not
 * reached. */
struct fb_median {
	bool ok;
	double value;
	bool has_lo, has_hi; /* a limit that is not reached is none */
	double lo, hi;       /* 95%, log-log */
};

/* Source: E. L. Kaplan and P. Meier, JASA 53 (1958) 457-481; variance of M.
 * Greenwood (1926); limits on the log-log scale as in R. Brookmeyer and
 * J. Crowley, Biometrics 38 (1982) 29-41. At a survival of exactly 1/2 the
 * median is the middle of that step. */
struct fb_median fb_km_median(const struct fb_cases *);

/* The difference of the two medians, later - earlier, and the p of the log-rank
 * test ("log_rank"); NaN without two medians, p 1 without variance.
 * Source: N. Mantel, Cancer Chemotherapy Reports 50 (1966) 163-170. */
struct fb_change fb_change_cases(const struct fb_cases *,
    const struct fb_cases *);

#endif
