/* change.h - what changed between an earlier (1) and a later (2) period.
 *
 * Each function gives the difference later - earlier, a 95% interval of it
 * where there is one, and a two-sided p. With no answers on a side diff is NaN,
 * p is 1 and the method "none"; with no variance at all p is 1 and there is no
 * interval of a mean. The method is a word for the metric line. The p values of
 * one report belong together: see adjust.h. */
#ifndef FB_STAT_CHANGE_H
#define FB_STAT_CHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stat/interval.h"

struct fb_change {
	double diff, lo, hi, p; /* lo and hi are NaN without has_interval */
	bool has_interval;
	const char *method; /* borrowed for ever */
};

/* Shares, as fractions: x "yes" of n. p: z with the pooled variance and no
 * continuity correction ("pooled_z"); Fisher's exact test ("fisher") when an
 * expected count is below 5. Interval: R. G. Newcombe, Statistics in Medicine
 * 17 (1998) 873-890, method 10 (from the Wilson limits). */
struct fb_change fb_change_shares(uint64_t x1, uint64_t n1, uint64_t x2,
    uint64_t n2);

struct fb_nps {
	uint64_t det, pas, pro;
};

/* NPS, as fractions in -2..2. p: z of the two samples with 3/4 detractor,
 * 3/2 passives and 3/4 promoter added to each ("adjusted_wald"; after D. G.
 * Bonett and R. M. Price, J. Educational and Behavioral Statistics 37 (2012)
 * 479-488, on paired shares). Interval: MOVER from the score limits; G. Y. Zou
 * and A. Donner, Statistics in Medicine 27 (2008) 1693-1702. */
struct fb_change fb_change_nps(const struct fb_nps *, const struct fb_nps *);

/* Means, in the unit of the values: Welch's t and its interval ("welch"). A
 * side with one value has a difference but no test ("none").
 * Source: B. L. Welch, Biometrika 34 (1947) 28-35. */
struct fb_change fb_change_means(const struct fb_sums *,
    const struct fb_sums *);

/* So many records in so many days; days > 0, else there is nothing to say. */
struct fb_volume {
	uint64_t count, days;
};

enum { FB_PAST_MIN = 6 }; /* earlier periods needed to know the noise */

/* Pearson dispersion of counts around one rate a day, at least 1; 1 when fewer
 * than two periods or nothing was counted. Source: P. McCullagh and
 * J. A. Nelder, Generalized Linear Models (1989), chapter 6. */
double fb_dispersion(const struct fb_volume *, size_t n);

/* Rates, in records a day. With at least FB_PAST_MIN periods before the two
 * compared: z of ln(rate2/rate1) widened by their dispersion ("quasi_poisson";
 * the signed root of the deviance when a count is 0). With fewer: the exact
 * conditional binomial test ("exact_poisson"), which knows no noise beyond
 * chance: the caller flags it. diff has no interval; the ratio has. */
struct fb_change fb_change_counts(struct fb_volume, struct fb_volume,
    const struct fb_volume *past, size_t npast);
/* 95% interval of rate2 / rate1 by the same rule; hi is infinite when count 1
 * is 0. Not ok when both are 0, or one is 0 beside a known dispersion.
 * Exact: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404-413; with
 * more than 100000 records on both sides the normal limits of its logarithm. */
struct fb_interval fb_rate_ratio95(struct fb_volume, struct fb_volume,
    const struct fb_volume *past, size_t npast);

/* n1 and n2 times the value in the two periods. */
struct fb_bin {
	int64_t value;
	uint64_t n1, n2;
};

/* The rank-sum statistics of bins with distinct, rising values. */
struct fb_ranks {
	double u1;   /* Mann-Whitney U: pairs where 1 is above, ties 1/2 */
	double cles; /* u1 / (n1 n2): chance that one of 1 is above one of 2 */
	double z, p; /* without continuity correction */
};

/* Ties are corrected for; one value only gives z 0 and p 1, and so does an
 * empty side (u1 0, cles NaN). Source: H. B. Mann and D. R. Whitney, Annals of
 * Mathematical Statistics 18 (1947) 50-60; E. L. Lehmann, Nonparametrics
 * (1975), chapter 1 for ties. */
struct fb_ranks fb_rank_sum(const struct fb_bin *, size_t n);
/* Times and ordinal answers: the difference of the two medians (the mean of
 * the middle two for even n), in the unit of the values, and the p of the
 * rank-sum test ("rank_sum"), without an interval. */
struct fb_change fb_change_medians(const struct fb_bin *, size_t n);

#endif
