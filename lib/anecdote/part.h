/* part.h - a shard's pools as lines of the stream, and in again.
 *
 * A run with --partial writes {"fb":"part","tool":"fb-anecdote",…}:
 *     "item":3,"line":"…"               a line of the input that is no record
 *     "cell":2,"counted":[…],…          what was counted in a cell of the plan
 *     "cell":2,"group":0,"copies":"…"   tickets and hashes, 48 digits each
 *     "in":[[2,0],…],"record":"…"       a record in pools, group by group
 *     "cell":9,"customer":"…",…         one of a group that declines
 * All shards are given the same lines beside their records, so that they have
 * the same plan. Counts add up, pools take what is offered to them; so parts
 * can be merged in any order, and merged again. */
#ifndef FB_ANECDOTE_PART_H
#define FB_ANECDOTE_PART_H

#include "anecdote/gather.h"
#include "record/trail.h"
#include "record/writer.h"

/* Lines that parts bring, before they are put in order. */
struct fb_brought {
	struct fb_brought_line {
		uint64_t item;
		char *line;      /* owned */
		size_t n;
	} *v;
	size_t n, cap;
};

/* All of a gathered plan whose pools are sorted. */
void fb_pools_write(const struct fb_gather *, struct fb_writer *);

/* First pass: a part line; others than "item" are passed over. NULL, or why it
 * is not one of this tool. */
const char *fb_brought_add(struct fb_brought *, const struct fb_rec *);
/* Into the plan, behind the lines it was given itself. Gives how many are not
 * those that the others, or this run, were given. told may be NULL. */
size_t fb_brought_settle(struct fb_brought *, struct fb_plan *,
    void (*told)(void *ctx, const struct fb_rec *, const char *why), void *ctx);
void fb_brought_release(struct fb_brought *);
/* Second pass: a part line. NULL, or why it does not belong to this plan. */
const char *fb_pools_merge(struct fb_gather *, const struct fb_rec *);

/* Append the keys that make a trail a part's; read them, and the counts of the
 * run, from such a trail. */
void fb_put_pools_facts(struct fb_buf *, const struct fb_gather *);
const char *fb_pools_trail(struct fb_gather *, const struct fb_rec *,
    struct fb_trail_counts *);

#endif
