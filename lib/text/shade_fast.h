/* shade_fast.h - the quick part of casting a shade.
 *
 * Private to this room. */
#ifndef FB_TEXT_SHADE_FAST_H
#define FB_TEXT_SHADE_FAST_H

#include "text/shade.h"

/* Plain ASCII from byte i of text on, in lower case, to to and its places to
 * at, 16 bytes at a time; how many bytes that were. */
size_t fb_shade_plain(fb_str text, size_t i, unsigned char *to, uint32_t *at);

#endif
