/* hear.h - one cell: its pools are read, its quotes are picked. */
#ifndef FB_ANECDOTE_HEAR_H
#define FB_ANECDOTE_HEAR_H

#include "anecdote/facility.h"
#include "anecdote/plan.h"
#include "text/features.h"

/* One group of the cell. Arrays of the texts have n members in the order of
 * their tickets, those of the picks npicks in the order they were picked. */
struct fb_heard {
	const char *name;
	const struct fb_pool *pool;
	uint64_t size;           /* N_h: answers of the group in the cell */
	uint64_t slots;          /* its share of the quotes */
	size_t n;
	struct fb_grams *grams;
	uint64_t *owner;         /* hash of the customer, else of the id */
	uint64_t *weight;        /* 1 and its copies */
	uint64_t total;          /* the sum of weights */
	size_t *near;            /* fb_facility_near() */
	size_t npicks, *pick;
	uint64_t *gain;
	uint64_t *speaks;        /* the weights a pick speaks for */
	uint64_t covered;        /* the sum of these */
	uint32_t theta;
	struct fb_digest ids;    /* of all texts in the pool */
};

struct fb_hearing {
	struct fb_reader *in;    /* borrowed */
	size_t k;                /* quotes a cell */
	uint32_t *df;            /* FB_BUCKETS: texts of the cell's pools */
	size_t ndocs;
	struct fb_heard group[FB_GROUPS];
	size_t ngroups, npicks;
	uint64_t size;           /* N */
};

void fb_hearing_init(struct fb_hearing *, struct fb_reader *, size_t k);
/* Work one cell; what was there of the last one is released. The pools are
 * sorted. Slots follow the group sizes by largest remainder; each group picks
 * by facility location among its own, no customer twice in the cell and no
 * two picks FB_TOO_ALIKE. O(pool^2) for each group. */
void fb_hear(struct fb_hearing *, struct fb_voices *);
/* The share of the whole cell that pick p of the group speaks for, with its
 * 95% Wilson interval, and the answers that makes. */
struct fb_speaks {
	uint64_t est;
	double share, lo, hi;
};
struct fb_speaks fb_heard_speaks(const struct fb_hearing *,
    const struct fb_heard *, size_t p);
/* Share of the cell for which no quote speaks; NaN for an empty cell. */
double fb_hearing_uncovered(const struct fb_hearing *);
/* Total variation between the mix of the quotes and the mix of the cell; NaN
 * without quotes. */
double fb_hearing_mix_tv(const struct fb_hearing *);
void fb_hearing_release(struct fb_hearing *);

#endif
