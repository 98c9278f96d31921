/* postcode.h - a postcode at a place, for addresses that end in one.
 *
 * Private to this room. */
#ifndef FB_TEXT_POSTCODE_H
#define FB_TEXT_POSTCODE_H

#include "text/shade.h"

/* The end of a British or American postcode, with its state, at i; or 0. */
size_t fb_postcode_end(const struct fb_shade *, size_t i);

#endif
