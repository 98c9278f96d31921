/* bottomk.h - keep the k units that rank first: by rule those of the smallest
 * tickets.
 *
 * What is kept depends on the set of records offered, never on their order, so
 * re-running, sorting or merging shards gives the same letters to read; every
 * unit has the same chance k/N. Records of one id are one unit: a unit that is
 * kept in the end was kept ever since its first record, so its copies are all
 * seen and their count is exact. Of copies that differ, the one with the
 * smallest digest stands. A unit may also be a customer with several records:
 * then the record with the smallest ticket of its own stands, and the number
 * of records is exact for the same reason. Source: E. Cohen and H. Kaplan, "Summarizing data
 * using bottom-k sketches", PODC 2007.
 *
 * Newcomers below the limit queue up behind the k units and are sorted in when
 * there are k of them: O(1) for a record that is not kept, O(log k) for one
 * that is, and memory for at most 2k lines. */
#ifndef FB_SAMPLE_BOTTOMK_H
#define FB_SAMPLE_BOTTOMK_H

#include "base/ticket.h"

struct fb_pick {
	struct fb_ticket ticket; /* of the unit */
	fb_str id;               /* of the unit; text, unescaped */
	struct fb_ticket letter; /* of the record, and its id, where the unit is */
	fb_str letter_id;        /* a customer; else zeroes and empty */
	struct fb_ticket digest; /* of id and line: which copy stands */
	fb_str line;             /* the record without `draw` */
	uint64_t size;           /* thousandths; only orders by size look at it */
	size_t letters;          /* records of the unit; 0 when offered: just one */
	size_t copies;           /* records of this id, this one included */
	size_t same;             /* those among them with the same bytes */
	struct fb_buf refused;   /* the others, LF behind each; see keep_refused */
};

/* What comes first. rank looks at tickets and sizes, cmp is for qsort(): rank,
 * then ids, then digest. */
struct fb_order {
	int (*rank)(const struct fb_pick *, const struct fb_pick *);
	int (*cmp)(const void *, const void *);
};
extern const struct fb_order fb_by_ticket;
/* The smallest u / size first, u as fb_ticket_unit() says, in whole numbers. */
extern const struct fb_order fb_by_ratio;
/* The largest size first, ties by ticket. */
extern const struct fb_order fb_by_size;

struct fb_bottomk {
	size_t k;
	const struct fb_order *order;
	bool keep_refused;       /* fill fb_pick.refused */
	size_t seen;             /* records offered */
	bool beyond;             /* there are more than k units */
	bool has_limit;
	struct fb_pick limit;    /* what ranks behind it is not kept */
	struct fb_pick *v;       /* n units; owns their id, line and refused */
	size_t n, cap;
};

/* k > 0, by ticket unless order is set afterwards. {0} is safe to release. */
void fb_bottomk_init(struct fb_bottomk *, size_t k, bool keep_refused);
/* Count a record; true when its ticket and size are such that it is to be
 * added. Only then need id, letter, digest and line be known. */
bool fb_bottomk_wants(struct fb_bottomk *, const struct fb_pick *);
/* Copies what it keeps. */
void fb_bottomk_add(struct fb_bottomk *, const struct fb_pick *);
/* Both in one. */
void fb_bottomk_offer(struct fb_bottomk *, const struct fb_pick *);
/* What another bottomk of the same k and order knew besides the units it held,
 * which are added one by one. */
void fb_bottomk_merge(struct fb_bottomk *, size_t seen, bool beyond);
/* Now v holds each unit once, ascending, and at most k of them. More may be
 * offered afterwards. */
void fb_bottomk_settle(struct fb_bottomk *);
/* The units there are when settled: exact up to k; beyond, records are counted
 * and ids trusted to be unique. */
size_t fb_bottomk_size(const struct fb_bottomk *);
void fb_bottomk_release(struct fb_bottomk *);

/* By ticket, then ids, then digest. */
int fb_pick_cmp(const struct fb_pick *, const struct fb_pick *);
bool fb_pick_same_unit(const struct fb_pick *, const struct fb_pick *);
bool fb_pick_same_record(const struct fb_pick *, const struct fb_pick *);
/* The id of the record, whatever the unit is. */
static inline fb_str
fb_pick_record(const struct fb_pick *p)
{
	return p->letter_id.n ? p->letter_id : p->id;
}
/* All records of other are copies of p that may not stand. */
void fb_pick_refuse(struct fb_pick *p, const struct fb_pick *other, bool keep);

#endif
