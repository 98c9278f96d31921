/* cue.h - do the words in front of a number call it a telephone number?
 *
 * Private to this room. */
#ifndef FB_TEXT_CUE_H
#define FB_TEXT_CUE_H

#include "text/shade.h"

enum fb_cue {
	FB_CUE_NONE,
	FB_CUE_PHONE, /* "call", "tel", "my number" */
	FB_CUE_OTHER, /* "order", "invoice", "ref" */
};

/* The nearest word that tells decides; 32 characters are looked at. */
enum fb_cue fb_cue_before(const struct fb_shade *, size_t i);
/* Is a number that ends at i called a telephone's right behind it: "-Fax",
 * "(mobile)"? */
bool fb_cue_behind(const struct fb_shade *, size_t i);

#endif
