/* shift.h - which words came up in a cell since the period before, and which
 * faded.
 *
 * Both periods are heard in a fair part of all groups together. The terms that
 * tell one from the other (fb_tell_signs()) are each a bit of a mask. */
#ifndef FB_ANECDOTE_SHIFT_H
#define FB_ANECDOTE_SHIFT_H

#include "anecdote/speak.h"

enum {
	FB_SHIFT_TERMS = 64,
	FB_SHIFT_LEAST = 30,     /* texts of each period */
};

/* One of the two periods: side 0 is now, 1 before. */
struct fb_shift_side {
	const struct fb_voices *cell;
	struct fb_speakers speakers;
	size_t term[FB_SHIFT_TERMS]; /* by falling z; numbers in tell */
	size_t nterms;
	uint64_t *mask;          /* of each speaker: the terms of its side */
};

struct fb_shift {
	bool found;              /* for the cell at hand */
	struct fb_tell tell;
	struct fb_shift_side side[2];
};

/* NULL, or why the two cannot be compared. */
const char *fb_shift_find(struct fb_shift *, struct fb_reader *,
    const struct fb_voices *now, const struct fb_voices *before);
/* What the terms of the mask weigh, in thousandths. */
int64_t fb_shift_weight(const struct fb_shift *, size_t side, uint64_t mask);
void fb_shift_release(struct fb_shift *);

#endif
