/* speak.h - those of a cell who may speak, and their words one by one. */
#ifndef FB_ANECDOTE_SPEAK_H
#define FB_ANECDOTE_SPEAK_H

#include "anecdote/plan.h"
#include "anecdote/tell.h"

struct fb_speaker {
	const struct fb_entry *entry;
	size_t group;            /* of its cell */
};

/* {0} is empty; the array is owned, the entries are borrowed. */
struct fb_speakers {
	struct fb_speaker *v;
	size_t n, cap;
};

/* Add all of a pool. */
void fb_speakers_of(struct fb_speakers *, const struct fb_voices *,
    size_t group);
/* Replace them by a fair part of all groups together: the tickets that no full
 * pool is too short for. By ticket. The pools are sorted. */
void fb_speakers_fair(struct fb_speakers *, const struct fb_voices *);
void fb_speakers_release(struct fb_speakers *);

/* Let all be heard on a side, what is of one customer together. */
void fb_speak_all(struct fb_reader *, const struct fb_speakers *, size_t side,
    struct fb_tell *);

#endif
