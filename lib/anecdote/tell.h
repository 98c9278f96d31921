/* tell.h - the words that tell one side from another, learned from their texts.
 *
 * Terms are words and pairs (text/terms.h). A customer counts once for each
 * term and side. Each term that at least FB_TELL_LEAST use has the z of its log
 * odds with the counts of both sides as the prior: above 0 it belongs to side
 * 0, below to side 1. Only + - x / of IEEE doubles are used and what comes out
 * is in whole thousandths, so that a pick that rests on it can be made again
 * anywhere. Source: see stat/terms.h. */
#ifndef FB_ANECDOTE_TELL_H
#define FB_ANECDOTE_TELL_H

#include <stdint.h>

#include "base/map.h"

enum {
	FB_TELL_LEAST = 2,
	FB_TELL_BYTES = 2 << 10, /* only so much of a text is learned from */
};

struct fb_tell_term {
	uint32_t n[2];           /* customers who use it */
	uint32_t seen;           /* the customer last seen, by number */
	int32_t z;               /* thousandths; 0 when it is too rare */
	int32_t z_less[2];       /* the same with one customer fewer on a side */
};

struct fb_tell {
	struct fb_map terms;
	struct fb_tell_term *v;  /* by number in terms */
	size_t cap;
	uint32_t customers;      /* a number each, of both sides */
	uint32_t n[2];           /* of each side */
	size_t side;             /* of the one at hand */
	struct fb_buf folded;
};

/* The texts that follow are of another customer, on side 0 or 1. */
void fb_tell_next(struct fb_tell *, size_t side);
void fb_tell_hear(struct fb_tell *, fb_str text);
/* No more texts: set every z. */
void fb_tell_settle(struct fb_tell *);
void fb_tell_release(struct fb_tell *);

enum { FB_TELL_SIGN = 5 };   /* customers who use a sign, at least */

/* The terms that tell a side beyond chance, by falling |z|, ties by the term,
 * at most max; gives how many, their numbers are in sign. Those of at least
 * FB_TELL_SIGN users with |z| >= 1.96 and, over all terms of as many users on
 * either side, q <= 0.10 by Benjamini and Hochberg. p is that of the likelihood
 * ratio, from above: the tail of a normal z is below its density over z.
 * Sources: stat/terms.h, stat/adjust.h; R. D. Gordon, Annals of Mathematical
 * Statistics 12 (1941) 364-366. */
size_t fb_tell_signs(const struct fb_tell *, size_t side, size_t max,
    size_t *sign);
/* Each term of a text that was met when learning, by number. */
void fb_tell_look(struct fb_tell *, fb_str text, void (*visit)(void *ctx,
    size_t term), void *ctx);

#define FB_TELL_NEW ((size_t)2)

/* What the known terms of a text say in sum, over the root of their number: in
 * thousandths, above 0 for side 0. known is their number. A text that was
 * heard on side 0 or 1 would bear witness for itself: there every term is
 * taken as if its customer had not spoken. FB_TELL_NEW is any other text. */
struct fb_tell_score {
	int64_t milli;
	size_t known;
};
struct fb_tell_score fb_tell_score(struct fb_tell *, fb_str text, size_t heard);

#endif
