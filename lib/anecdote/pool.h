/* pool.h - the records of a group whose words may be quoted: a fair handful.
 *
 * A pool keeps the max smallest tickets of distinct texts: of texts that say
 * the same only the one with the smallest ticket stands, the others are its
 * copies. Copies are counted up to the last ticket of a full pool, over all
 * when it is not full. Where nearly all say the same, only the FB_POOL_DEEP max
 * smallest tickets of all are looked at. So a pool rests on the set of records
 * alone, neither on their order nor on how they were split, and never grows:
 * entries and copies together are half of max more than that at most, but for
 * copies under one id. 56 bytes an entry, 24 a copy. */
#ifndef FB_ANECDOTE_POOL_H
#define FB_ANECDOTE_POOL_H

#include "base/ticket.h"
#include "record/reader.h"

enum { FB_POOL_DEEP = 2 };

struct fb_entry {
	uint64_t ticket[2]; /* first 128 bits */
	uint64_t same;      /* fb_bare_hash() of the text */
	uint64_t bytes;     /* hash of the line: the last word in a tie */
	uint64_t owner;     /* hash of the customer, else of the id */
	struct fb_ref ref;
};

struct fb_copy {
	uint64_t ticket[2], same;
};

struct fb_pool {
	struct fb_entry *v; /* n of them, a heap: largest ticket first */
	size_t n, cap, max;
	struct fb_copy *copies;
	size_t ncopies, copies_cap;
	bool narrow;        /* tickets above limit are not looked at */
	uint64_t limit[2];
};

/* By ticket; ties by what the text says, then by the line. */
int fb_entry_cmp(const struct fb_entry *, const struct fb_entry *);
/* Could a record with this ticket enter? Spares the hashes of others. */
bool fb_pool_wants(const struct fb_pool *, const uint64_t ticket[2]);
/* O(max) for one that enters. */
void fb_pool_offer(struct fb_pool *, const struct fb_entry *);
/* A copy that another pool of the same records has counted. */
void fb_pool_offer_copy(struct fb_pool *, const struct fb_copy *);
/* No more offers: entries by ticket, copies behind the last one forgotten. */
void fb_pool_sort(struct fb_pool *);
/* Copies of one entry. */
uint64_t fb_pool_copies(const struct fb_pool *, const struct fb_entry *);
void fb_pool_release(struct fb_pool *);

#endif
