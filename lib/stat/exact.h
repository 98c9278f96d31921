/* exact.h - exact p values for small counts.
 *
 * Two-sided means: the sum of the probabilities of all outcomes that are not
 * likelier than the one seen (within a factor 1 + 1e-7, so that ties count).
 * Probabilities are built from the likeliest outcome by ratios, without
 * logarithms; a p below about 1e-300 is 0. Cost grows with the standard
 * deviation of the outcome only: 6e9 counts take milliseconds. */
#ifndef FB_STAT_EXACT_H
#define FB_STAT_EXACT_H

#include <stdint.h>

/* Fisher's exact test that x1 of n1 and x2 of n2 have the same share.
 * Source: R. A. Fisher, The Design of Experiments (1935), chapter 2. */
double fb_fisher_p(uint64_t x1, uint64_t n1, uint64_t x2, uint64_t n2);

/* That x successes of n have the probability 0 < prob < 1. */
double fb_binomial_p(uint64_t x, uint64_t n, double prob);

/* That of n drawn from all, of which marked are marked, at most x are marked:
 * one tail of Fisher's test. 1 when n or marked is more than all. */
double fb_hypergeometric_le(uint64_t x, uint64_t n, uint64_t marked,
    uint64_t all);

#endif
