/* merge.h - one line of a part, while it is taken in.
 *
 * Private to this room; state.h is its face. */
#ifndef FB_SAMPLE_MERGE_H
#define FB_SAMPLE_MERGE_H

#include "sample/state.h"

/* The line being taken in, and scratch. */
struct fb_merge {
	struct fb_sample *s;
	const struct fb_rec *rec;
	bool bad;
	struct fb_rec inner;
	struct fb_buf line, unit, record, text, whole;
};

/* The value of a key of the line: raw, a count, an integer of any size, text
 * (lost at the next one). What is not there, or is none, makes it bad. */
fb_str fb_merge_raw(struct fb_merge *, const char *key);
uint64_t fb_merge_count(struct fb_merge *, const char *key);
fb_i128 fb_merge_wide(struct fb_merge *, const char *key);
fb_str fb_merge_word(struct fb_merge *, const char *key);

/* NULL, or why a trail does not belong to this draw. */
const char *fb_merge_trail(struct fb_merge *, struct fb_trail_counts *);

#endif
