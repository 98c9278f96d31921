/* changed.h - quote those who speak of what changed. Private to the two roles
 * of a moved metric. */
#ifndef FB_ANECDOTE_CHANGED_H
#define FB_ANECDOTE_CHANGED_H

#include "anecdote/cast.h"

/* Up to most quotes of a side of the shift: each has the terms that weigh most
 * among those no quote before it has, ties by ticket. NULL, or why none. */
const char *fb_changed(struct fb_cast *, const char *role, size_t side,
    size_t most);

#endif
