/* slot.h - what may fill a slot of a phrase.
 *
 * Private to this room. Each gives the end of what starts at i, or 0. */
#ifndef FB_TEXT_SLOT_H
#define FB_TEXT_SLOT_H

#include "text/phrases.h"

size_t fb_name_end(struct fb_phrases *, const struct fb_shade *, size_t i,
    bool lower);
size_t fb_date_end(const struct fb_shade *, size_t i);
size_t fb_code_end(const struct fb_shade *, size_t i);
size_t fb_zip_end(const struct fb_shade *, size_t i);

#endif
