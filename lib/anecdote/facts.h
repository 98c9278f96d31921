/* facts.h - what a draw says of itself in its trail. */
#ifndef FB_ANECDOTE_FACTS_H
#define FB_ANECDOTE_FACTS_H

#include "anecdote/cast.h"
#include "anecdote/gather.h"

/* Append the keys: the periods, the seed and where it comes from, and what came
 * of the draw; nempty cells had no quotes. */
void fb_put_draw_facts(struct fb_buf *, const struct fb_gather *,
    const struct fb_cast *, const char *seed, size_t nempty);

#endif
