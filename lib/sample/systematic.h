/* systematic.h - every N/n-th record along a field, from a start by lot.
 *
 * Units stand in the order of (value of the field, ticket); numbers come before
 * other text and compare as numbers, text by bytes. Position ceil((r + j) N/n)
 * is taken for j = 0 .. n-1, in whole numbers. Of equal units one is in the
 * line. All positions need the whole line: about 120 bytes a record and its
 * value are held, and shards cannot be merged. Source: W. G. Cochran, Sampling
 * Techniques (1977), 8.1. */
#ifndef FB_SAMPLE_SYSTEMATIC_H
#define FB_SAMPLE_SYSTEMATIC_H

#include "base/arena.h"
#include "record/reader.h"
#include "sample/bottomk.h"

struct fb_place {
	struct fb_ticket ticket, digest;
	double number;
	fb_str value;      /* NULL pointer: the number counts */
	struct fb_ref ref;
};

struct fb_systematic {
	struct fb_arena mem;
	struct fb_place *v;
	size_t n, cap;
	size_t duplicates; /* equal units left out of the line, once sorted */
	size_t differing;  /* those among them with other bytes */
};

/* raw is the value of the field. */
void fb_systematic_add(struct fb_systematic *, const struct fb_pick *,
    fb_str raw, struct fb_ref);
/* Sort and leave out copies. */
void fb_systematic_settle(struct fb_systematic *);
/* The index in v of pick j of n; r is the ticket of the start. */
size_t fb_systematic_at(const struct fb_systematic *,
    const struct fb_ticket *r, size_t n, size_t j);
void fb_systematic_release(struct fb_systematic *);

#endif
