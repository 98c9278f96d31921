/* hear.h - one cell: its pools are read, its voices are picked. */
#ifndef FB_ANECDOTE_HEAR_H
#define FB_ANECDOTE_HEAR_H

#include "anecdote/choice.h"
#include "anecdote/plan.h"

/* One group of the cell; number i of the crowd is entry i of the pool. */
struct fb_heard {
	const char *name;
	const struct fb_pool *pool;
	uint64_t size;           /* N_h: answers of the group in the cell */
	uint64_t slots;          /* its share of the quotes */
	struct fb_crowd crowd;
	struct fb_choice choice;
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
void fb_hear(struct fb_hearing *, const struct fb_voices *);
/* What pick p of the group speaks for. */
struct fb_speaks fb_heard_speaks(const struct fb_hearing *,
    const struct fb_heard *, size_t p);
/* Share of the cell for which no quote speaks; NaN for an empty cell. */
double fb_hearing_uncovered(const struct fb_hearing *);
/* Total variation between the mix of the quotes and the mix of the cell; NaN
 * without quotes. */
double fb_hearing_mix_tv(const struct fb_hearing *);
void fb_hearing_release(struct fb_hearing *);

/* The record of an entry, fetched into line and scanned. Borrowed from line. */
void fb_entry_read(struct fb_reader *, const struct fb_entry *,
    struct fb_buf *line, struct fb_rec *);
/* Its text; borrowed from line and scratch. */
fb_str fb_entry_text(struct fb_reader *, const struct fb_entry *,
    struct fb_buf *line, struct fb_rec *, struct fb_buf *scratch);

#endif
