/* anchors.h - the words of a text or a shade that rules may begin at.
 *
 * 64 bytes a step give the words, and up to eight letters of one a bit that
 * says whether it may be an anchor; a word with letters that are not ASCII is
 * read letter by letter. Private to this room. */
#ifndef FB_TEXT_ANCHORS_H
#define FB_TEXT_ANCHORS_H

#include "text/find.h"

enum { FB_BLOCK = 64, FB_EIGHT = 8 };

struct fb_anchors {
	const unsigned char *p;    /* n bytes */
	size_t n;
	const uint64_t *heads, *seen; /* bits of words, see fb_phrases */
	const unsigned char *class;   /* see fb_anchors_text() */
	size_t at, step;           /* the block at hand, and how far it reaches */
	const unsigned char *block;   /* its bytes; may be rest */
	uint64_t starts, words, others; /* of them; others: not ASCII */
	size_t slow, slow_end;     /* words to be read letter by letter */
	unsigned char rest[FB_BLOCK + FB_EIGHT];
};

/* Over a text, which may be as written in JSON, or over a shade from place from
 * on; only those of rules without digits when digits is false. */
void fb_anchors_text(struct fb_anchors *, const struct fb_phrases *, fb_str text,
    bool digits);
void fb_anchors_shade(struct fb_anchors *, const struct fb_phrases *,
    const struct fb_shade *, size_t from);
/* The next one; false when there is none. Some may be none after all, and of a
 * text they do not ascend where a backslash stands. */
bool fb_anchors_next(struct fb_anchors *, struct fb_span *);

#endif
