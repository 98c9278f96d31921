/* own_names.h - how names are kept, for own.c and own_look.c alone. */
#ifndef FB_TEXT_OWN_NAMES_H
#define FB_TEXT_OWN_NAMES_H

#include "text/own.h"

struct fb_own_name {
	size_t start, n; /* in words */
	const char *kind;
};

static inline fb_str
fb_own_name_at(const struct fb_own *o, size_t i)
{
	return (fb_str){ o->words.p + o->v[i].start, o->v[i].n };
}

static inline bool
fb_own_in_word(unsigned char c)
{
	return fb_is_word(c) || c == FB_SHADE_CJK || c == FB_SHADE_OTHER;
}

/* The bit of a folded first byte; a byte of UTF-8 leads its whole script. */
uint64_t fb_own_bit(unsigned char c);
/* The bit of a first letter of Arabic, India's scripts, Thai, kana, ideographs,
 * all without case; -1 for any other. */
int fb_own_first_bit(fb_str s);

#endif
