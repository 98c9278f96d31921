/* alloc.h - share n places out among strata, exactly.
 *
 * All arithmetic is in whole numbers, so that a draw is the same on every
 * machine. The rules are one: stratum h has the quota n w_h / sum w. Quotas
 * above the size are fixed at the size, quotas below the minimum at the
 * minimum, and what is left is shared anew among the rest until none is off;
 * when there are both, the kind that is further off in sum goes first, so that
 * taking a stratum whole never eats another's minimum. Then each gets the whole
 * part of its quota, and the places left go to the largest fractions (ties: the
 * larger stratum, then the smaller key in byte order). The rules differ in w_h
 * only. Source of the largest remainder: T. Hare, The Election of
 * Representatives (1859); M. Balinski and H. P. Young, Fair Representation
 * (1982).
 *
 * out[h] <= size, and the sum of out is n, or all when n is above the sum of
 * sizes (a census). A stratum of size 0 gets 0. The minimum of a stratum is
 * min(minimum, its size). On failure (the minima need more than n places, or
 * the numbers are too large for 128 bits) a reason is given and out is not
 * set. Cost O(h^2) at worst, O(h log h) as a rule. */
#ifndef FB_STAT_ALLOC_H
#define FB_STAT_ALLOC_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct fb_stratum {
	uint64_t size;   /* N_h: units in it */
	fb_str key;      /* its name, borrowed; breaks ties */
	uint64_t spread; /* S_h: fb_sums_spread(); only Neyman looks at it */
};

enum { FB_ALLOC_MIN = 1 }; /* the usual minimum */

/* w_h = N_h. With minimum 0 this is the plain largest remainder, which also
 * shares out the slots for quotes. */
const char *fb_alloc_proportional(const struct fb_stratum *, size_t h,
    uint64_t n, uint64_t minimum, uint64_t *out);
/* w_h = 1: the same for each, as far as its size allows. */
const char *fb_alloc_equal(const struct fb_stratum *, size_t h, uint64_t n,
    uint64_t minimum, uint64_t *out);
/* w_h = N_h S_h: more where answers differ more; proportional where no spread
 * is left. Source: J. Neyman, J. R. Statist. Soc. 97 (1934) 558-625. */
const char *fb_alloc_neyman(const struct fb_stratum *, size_t h, uint64_t n,
    uint64_t minimum, uint64_t *out);

#endif
