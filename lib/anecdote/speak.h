/* speak.h - read the texts of entries, customer by customer. */
#ifndef FB_ANECDOTE_SPEAK_H
#define FB_ANECDOTE_SPEAK_H

#include "anecdote/pool.h"
#include "anecdote/tell.h"

/* Let all of v be heard on a side, what is of one customer together. */
void fb_speak_all(struct fb_reader *, const struct fb_entry *v, size_t n,
    size_t side, struct fb_tell *);

#endif
