/* bottomk.h - keep the k units whose tickets are smallest.
 *
 * What is kept depends on the set of records offered, never on their order, so
 * re-running, sorting or merging shards gives the same letters to read; every
 * unit has the same chance k/N. Records of one id are one unit: a unit that is
 * kept in the end was kept ever since its first record, so its copies are all
 * seen and their count is exact. Of copies that differ, the one with the
 * smallest digest stands. Source: E. Cohen and H. Kaplan, "Summarizing data
 * using bottom-k sketches", PODC 2007.
 *
 * Newcomers below the limit queue up behind the k units and are sorted in when
 * there are k of them: O(1) for a record that is not kept, O(log k) for one
 * that is, and memory for at most 2k lines. */
#ifndef FB_SAMPLE_BOTTOMK_H
#define FB_SAMPLE_BOTTOMK_H

#include "base/ticket.h"

struct fb_pick {
	struct fb_ticket ticket;
	struct fb_ticket digest; /* of id and line: which copy stands */
	fb_str id;               /* text, unescaped */
	fb_str line;             /* the record without `draw` */
	size_t copies;           /* records of this id, this one included */
	size_t same;             /* those among them with the same bytes */
	struct fb_buf refused;   /* the others, LF behind each; see keep_refused */
};

struct fb_bottomk {
	size_t k;
	bool keep_refused;       /* fill fb_pick.refused */
	size_t seen;             /* records offered */
	bool beyond;             /* there are more than k units */
	bool has_limit;
	struct fb_ticket limit;  /* larger tickets are not kept */
	struct fb_pick *v;       /* n units; owns their id, line and refused */
	size_t n, cap;
};

/* k > 0. {0} is safe to release. */
void fb_bottomk_init(struct fb_bottomk *, size_t k, bool keep_refused);
/* ticket, digest, id and line are set; copies what it keeps. */
void fb_bottomk_offer(struct fb_bottomk *, const struct fb_pick *);
/* Now v holds each unit once, ascending, and at most k of them. More may be
 * offered afterwards. */
void fb_bottomk_settle(struct fb_bottomk *);
/* The units there are when settled: exact up to k; beyond, records are counted
 * and ids trusted to be unique. */
size_t fb_bottomk_size(const struct fb_bottomk *);
void fb_bottomk_release(struct fb_bottomk *);

/* By ticket, then id, then digest. */
int fb_pick_cmp(const struct fb_pick *, const struct fb_pick *);
bool fb_pick_same_unit(const struct fb_pick *, const struct fb_pick *);
/* All records of other are copies of p that may not stand. */
void fb_pick_refuse(struct fb_pick *p, const struct fb_pick *other, bool keep);

#endif
