/* facility.h - the few texts that stand for many, and for whom each stands.
 *
 * Items are numbered by ticket, smallest first, so that a smaller number wins
 * every tie. sim holds n x n cosines as integers 0 .. FB_COSINE_ONE (row by
 * row, symmetric, FB_COSINE_ONE on the diagonal). Everything is in whole
 * numbers. */
#ifndef FB_ANECDOTE_FACILITY_H
#define FB_ANECDOTE_FACILITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FB_TOO_ALIKE = 13927 }; /* .85 of FB_COSINE_ONE, rounded up */

struct fb_field_of_texts {
	const uint16_t *sim;
	size_t n;
};

/* Choose up to k items that raise the sum over all items of the largest cosine
 * to a chosen one the most, one after the other. Never one that is blocked, or
 * FB_TOO_ALIKE to a chosen one, or has its owner (NULL: all differ). Give how
 * many; their numbers are in pick, the rises in gain. Items that may no longer
 * be picked are blocked on return. At least 1 - 1/e of the optimum where
 * nothing is blocked; O(k n^2) at worst.
 * Source: G. Nemhauser, L. Wolsey, M. Fisher, Mathematical Programming 14
 * (1978) 265-294; M. Minoux's lazy evaluation (1978). */
size_t fb_facility_pick(struct fb_field_of_texts, size_t k,
    const uint64_t *owner, bool *blocked, size_t *pick, uint64_t *gain);

/* The nearest-rank 95th percentile of all pairs' cosines; at least 1, and 1
 * for fewer than two items. */
uint32_t fb_facility_theta(struct fb_field_of_texts);

#define FB_NOBODY ((size_t)-1)

/* near[i] is the place in pick of the chosen item nearest to item i, or
 * FB_NOBODY when none reaches theta. Ties go to the smaller item. */
void fb_facility_near(struct fb_field_of_texts, const size_t *pick,
    size_t npick, uint32_t theta, size_t *near);

#endif
