/* shade.h - a text as the detectors of personal data see it.
 *
 * One byte a character, so that tricks of writing fall away: ASCII in lower
 * case, full-width and other decimal digits as ASCII, the dashes as '-', the
 * spaces as ' ', line breaks as '\n'; what has no width (zero-width space, soft
 * hyphen, direction marks, variation selectors) or is dropped on the way to a
 * page (controls) is left out. Every byte knows
 * where its character stands in the text. */
#ifndef FB_TEXT_SHADE_H
#define FB_TEXT_SHADE_H

#include <stdint.h>

#include "base/str.h"

enum {
	FB_SHADE_LETTER = 0x80, /* of a script with capitals, and Hebrew */
	FB_SHADE_CJK    = 0x81, /* of one without spaces: ideographs, Thai */
	FB_SHADE_SIGN   = 0x82, /* any other character */
	FB_SHADE_WALL   = 0x83, /* masked before; no find reaches across it */
	FB_SHADE_OTHER  = 0x84, /* a letter of any other script: Arabic, Hindi */
};

/* A NUL stands behind p[n - 1]. */
struct fb_shade {
	fb_str text;       /* borrowed; well-formed UTF-8 below 4 GiB */
	unsigned char *p;  /* n bytes */
	size_t n;
	uint32_t *at;      /* byte offset in text of each character */
	struct fb_buf buf; /* owns p */
	size_t cap;        /* of at */
};

/* The shade of text, in the memory of the shade before it. */
void fb_shade_cast(struct fb_shade *, fb_str text);
/* Wall off what stands at the bytes start up to end of the text. */
void fb_shade_wall(struct fb_shade *, size_t start, size_t end);
/* Where in the text the character in front of shade place i (> 0) ends. */
size_t fb_shade_end(const struct fb_shade *, size_t i);
void fb_shade_release(struct fb_shade *);

/* Append text in lower case without what has no width, as words are compared:
 * Latin, Greek and Cyrillic, letter by letter; full-width signs as ASCII. */
void fb_put_lower(struct fb_buf *, fb_str text);
/* What stands in the text at the places start up to end. */
fb_str fb_shade_text(const struct fb_shade *, size_t start, size_t end);
/* The first digit at place i or behind, n when there is none. */
size_t fb_digit_from(const struct fb_shade *, size_t i);
/* The first '@' at place i or behind, or place in front of "at"; n for none. */
size_t fb_at_from(const struct fb_shade *, size_t i);
/* Is the letter at place i written as a capital? */
bool fb_is_upper(const struct fb_shade *, size_t i);

/* The character in front of place i, NUL when i is the first. */
static inline unsigned char
fb_before(const struct fb_shade *s, size_t i)
{
	return i ? s->p[i - 1] : 0;
}

static inline bool
fb_is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* A letter, but no ideograph: those stand beside a word, not in it. */
static inline bool
fb_is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || c == FB_SHADE_LETTER;
}

static inline bool
fb_is_word(unsigned char c)
{
	return fb_is_letter(c) || fb_is_digit(c) || c == '_';
}

#endif
