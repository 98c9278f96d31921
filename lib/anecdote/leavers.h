/* leavers.h - the customers of a group, and what each of them said last.
 *
 * Kept are the FB_LEAVERS customers with the smallest tickets, so that the set
 * rests neither on the order of the records nor on how they were split. Who has
 * a record in the last FB_LEFT_DAYS is still there. 88 bytes each. */
#ifndef FB_ANECDOTE_LEAVERS_H
#define FB_ANECDOTE_LEAVERS_H

#include "anecdote/pool.h"
#include "cell/line.h"

enum { FB_LEAVERS = 1024 };

struct fb_leaver {
	uint64_t ticket, owner;  /* of the customer */
	int64_t spoke;           /* when the words were written, if has_words */
	int32_t seen;            /* the day of the last record of any kind */
	bool has_words;
	struct fb_entry words;   /* the last that may be quoted */
};

struct fb_leavers {
	struct fb_leaver *v;     /* n of them, by ticket */
	size_t n, cap;
	int32_t end;             /* records of this day and behind do not count */
};

/* A customer was there, perhaps with words. What is later stays, so that the
 * customers of shards add up. */
void fb_leavers_add(struct fb_leavers *, const struct fb_leaver *);
/* Could a customer with this ticket enter? */
bool fb_leavers_want(const struct fb_leavers *, uint64_t ticket);
/* How many customers there are: exact up to FB_LEAVERS, else from the last
 * ticket, within 3 % as a rule. Source: Z. Bar-Yossef and others, RANDOM
 * (2002). */
uint64_t fb_leavers_all(const struct fb_leavers *);
void fb_leavers_release(struct fb_leavers *);

#endif
