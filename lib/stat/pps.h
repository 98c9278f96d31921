/* pps.h - chances in proportion to size.
 *
 * Unit i has the chance n x_i / sum x. Units so large that this is 1 or nearly
 * so are taken for certain, one by one from the largest, and the chances of
 * the rest are computed anew. All in whole numbers, as this decides a draw.
 * Sources: C.-E. Sarndal, B. Swensson and J. Wretman, Model Assisted Survey
 * Sampling (1992), 3.6.1; E. Ohlsson, J. Official Statist. 14 (1998) 149-162
 * for the draw itself, which takes the smallest u_i / x_i. */
#ifndef FB_STAT_PPS_H
#define FB_STAT_PPS_H

#include <stddef.h>
#include <stdint.h>

#include "base/num.h"

/* A chance of at least 1 - 0.001 is a certainty. */
enum { FB_PPS_NEARLY = 1 };

struct fb_pps {
	size_t taken;   /* units at the front that are taken for certain */
	uint64_t left;  /* places for the others */
	fb_u128 total;  /* sum of the sizes of the others */
};

/* x holds the sizes (< 2^60) of the n_x largest units in descending order,
 * n_x = n (< 2^53) or all; total is the sum over all units. A chance of at
 * least 1 - nearly/1000 is a certainty. */
struct fb_pps fb_pps_certain(const uint64_t *x, size_t n_x, fb_u128 total,
    uint64_t n, unsigned nearly);
/* The chance of a unit that is not taken for certain. */
double fb_pps_chance(const struct fb_pps *, uint64_t x);

#endif
