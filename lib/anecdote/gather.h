/* gather.h - the second pass: every record into the pools of its cells. */
#ifndef FB_ANECDOTE_GATHER_H
#define FB_ANECDOTE_GATHER_H

#include "anecdote/plan.h"
#include "record/withhold.h"

/* What a record says to a question. */
struct fb_reply {
	size_t group;
	int64_t milli;
};

struct fb_gather {
	struct fb_plan *plan;
	struct fb_reader *in;
	const struct fb_withhold *withhold;
	struct fb_draw draw;
	struct fb_buf key;
	struct fb_reply *replies; /* of the record at hand, by question */
	size_t spoke;       /* records that stand in some cell */
	size_t silent;      /* of these, without words (or id) */
	size_t few_words;   /* of these, with too few of them to quote */
	size_t refused;     /* of these, without consent */
	size_t eligible;    /* of these, what is left: all that may be quoted */
	uint64_t *reasons;  /* of these, withheld, by reason */
	size_t withheld;
};

/* Everything is borrowed; the plan is settled. Tickets have the prefix
 * "fb-quote/1" and this seed. */
void fb_gather_init(struct fb_gather *, struct fb_plan *, struct fb_reader *,
    const struct fb_withhold *, fb_str seed);
void fb_gather_add(struct fb_gather *, const struct fb_rec *);
/* What a pool keeps of a record, but for its ref; false when it may not be
 * quoted. */
bool fb_gather_entry(struct fb_gather *, const struct fb_rec *,
    struct fb_entry *);
/* Append the counts as keys: records, no_text, short, no_consent, withheld,
 * reasons, eligible. */
void fb_put_gathered(struct fb_buf *, const struct fb_gather *);
void fb_gather_release(struct fb_gather *);

#endif
