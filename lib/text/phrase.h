/* phrase.h - one phrase of a rule file, and whether it stands at a place.
 *
 * Private to this room. */
#ifndef FB_TEXT_PHRASE_H
#define FB_TEXT_PHRASE_H

#include "text/find.h"

enum fb_item_is {
	FB_IS_WORD, FB_IS_NAME, FB_IS_WHO, FB_IS_DATE, FB_IS_CODE, FB_IS_ZIP,
	FB_IS_START, FB_IS_END, FB_IS_BREAK,
};

enum { FB_ITEMS = 10 };

struct fb_phrase {
	const char *kind;
	size_t next; /* 1 + the next rule with the same anchor */
	unsigned char n, anchor;
	bool capital;                 /* a lone name must be written with one */
	unsigned char is[FB_ITEMS];   /* enum fb_item_is */
	uint32_t word[FB_ITEMS];      /* number in fb_phrases.words */
};

enum { FB_WORD_BITS = 1 << 16 }; /* in fb_phrases.seen, and in each of heads */

/* What a word is for: the first rule it is the anchor of (1 + number, 0 for
 * none), and whether it is never a name. */
struct fb_word_use {
	size_t first;
	bool never;
};

/* Step a word's hash by a letter; all letters beyond ASCII count alike. */
static inline uint32_t
fb_word_step(uint32_t h, unsigned char c)
{
	return (h ^ c) * 0x9E3779B1u;
}

/* The bit of a word by its first eight letters or fewer, which eight holds in
 * any case, whatever stands behind them; len > 0. */
static inline unsigned
fb_word_key(uint64_t eight, size_t len)
{
	if (len < 8)
		eight &= (UINT64_C(1) << 8 * len) - 1;
	eight |= UINT64_C(0x2020202020202020);
	return (unsigned)(eight * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

/* Read a pattern into r; words new to the rules are added. NULL or why not. */
const char *fb_phrase_read(struct fb_phrases *, fb_str text, struct fb_phrase *r);
/* Does its slot need digits? */
bool fb_phrase_counts(const struct fb_phrase *);
/* Does r stand where its anchor is the word at start up to end? */
bool fb_phrase_at(struct fb_phrases *, const struct fb_phrase *r,
    const struct fb_shade *, struct fb_span anchor, struct fb_span *found);
/* false when r cannot stand around the anchor, in bytes of a text that may be as
 * written in JSON. */
bool fb_phrase_may_stand(const struct fb_phrases *, const struct fb_phrase *r,
    fb_str text, struct fb_span anchor);
/* The number of the word at start up to end, or FB_MAP_NONE. */
size_t fb_phrase_word(struct fb_phrases *, const struct fb_shade *,
    struct fb_span);

#endif
