/* choice.h - a few of a crowd of texts, and whom each of them speaks for. */
#ifndef FB_ANECDOTE_CHOICE_H
#define FB_ANECDOTE_CHOICE_H

#include "anecdote/facility.h"
#include "text/features.h"

/* Texts in the order of their tickets, n in each array. {0} is empty. */
struct fb_crowd {
	size_t n;
	struct fb_grams *grams;  /* weighed when it comes to choosing */
	uint64_t *owner;         /* hash of the customer, else of the id */
	uint64_t *weight;        /* 1 and its copies */
	uint64_t total;          /* the sum of weights */
};

void fb_crowd_init(struct fb_crowd *, size_t n);
void fb_crowd_release(struct fb_crowd *);

struct fb_choice {
	size_t n, *pick;         /* numbers in the crowd, as they were picked */
	uint64_t *gain;          /* the rise that each gave */
	uint64_t *speaks;        /* the weights that each speaks for */
	uint64_t covered;        /* the sum of these */
	size_t *near;            /* of each text: fb_facility_near() */
	uint32_t theta;
};

/* Choose up to most by facility location, none that is blocked; O(n^2). */
void fb_choose(struct fb_choice *, const struct fb_crowd *, size_t most,
    bool *blocked);
void fb_choice_release(struct fb_choice *);

/* A part of a cell for which a quote speaks: its share of the cell with the
 * 95% Wilson interval, and the answers that makes. */
struct fb_speaks {
	uint64_t est;
	double share, lo, hi;
};

/* spoken of total texts, which stand for part of whole answers. */
struct fb_speaks fb_speaks_for(uint64_t spoken, uint64_t total, uint64_t part,
    uint64_t whole);

#endif
