/* weights.h - make a sample weigh like the customers it stands for.
 *
 * Pure functions over n weights, which start as 1/pi of each unit. A margin is
 * one way to part the units into categories whose totals are known (customers
 * by plan, say). Nothing here is used silently: the effect of the weights on
 * precision (fb_deff) belongs beside every weighted number. */
#ifndef FB_STAT_WEIGHTS_H
#define FB_STAT_WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>

#define FB_NO_CATEGORY ((size_t)-1)

struct fb_margin {
	const size_t *category; /* of each unit, or FB_NO_CATEGORY: its weight
	                         * is left as it is by this margin */
	double *target;         /* total of each category; see fb_cover() */
	size_t ncategories;
};

/* A category with a target and no unit is silent. Set its target to 0, raise
 * the others by one factor so that their sum stays, and give the share of the
 * targets that had units (1: nothing was silent, 0: everything). Categories
 * are marked in silent[], which has room for all of them. */
double fb_cover(struct fb_margin *, size_t n, bool *silent);

/* w = w T_g / sum of w in g, for each category g of the one margin. Source:
 * D. Holt and T. M. F. Smith, J. R. Statist. Soc. A 142 (1979) 33-46. */
void fb_post_stratify(double *w, size_t n, const struct fb_margin *);

enum { FB_RAKE_CYCLES = 500 };

/* Fit the margins one after the other, in the order given, until the largest
 * relative error of a category is below 1e-10. false when that takes more than
 * FB_RAKE_CYCLES cycles; then the weights are not to be used. Source: W. E.
 * Deming and F. F. Stephan, Ann. Math. Statist. 11 (1940) 427-444. */
bool fb_rake(double *w, size_t n, const struct fb_margin *, size_t margins);
/* The largest relative error of a category's total. */
double fb_margin_error(const double *w, size_t n, const struct fb_margin *,
    size_t margins);

/* Cut weights above cap times their mean (cap >= 1) down to that, and share
 * the excess equally among those that are not cut, until none is above. The
 * sum stays. Give the number of weights that were cut. */
size_t fb_trim(double *w, size_t n, double cap);

/* n sum(w^2) / (sum w)^2: by how much unequal weights widen a variance, and
 * the size (sum w)^2 / sum(w^2) of an unweighted sample that is as precise.
 * Source: L. Kish, Survey Sampling (1965), 11.7. NaN without weights. */
double fb_deff(const double *w, size_t n);
double fb_n_eff(const double *w, size_t n);

#endif
