/* alike.h - how alike texts are, each to each. */
#ifndef FB_ANECDOTE_ALIKE_H
#define FB_ANECDOTE_ALIKE_H

#include "text/features.h"

/* The n x n cosines of weighed texts, as facility.h wants them; free() it.
 * O(grams met twice) and 2 n^2 bytes. */
uint16_t *fb_alike(const struct fb_grams *, size_t n);

#endif
