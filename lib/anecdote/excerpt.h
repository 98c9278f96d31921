/* excerpt.h - the part of a text that is printed as a quote.
 *
 * One run of whole sentences (text/sentences.h; a piece of fewer than four
 * characters such as "Dr." belongs to what follows), never left out inside. None
 * but the first of the text begins with one that says nothing beside masks, or
 * a single word: the name under what was said before it. */
#ifndef FB_ANECDOTE_EXCERPT_H
#define FB_ANECDOTE_EXCERPT_H

#include "base/str.h"
#include "text/features.h"

enum {
	FB_EXCERPT_BYTES = 64 << 10, /* only so far is a window looked for */
	FB_EXCERPT_TAIL = 80,
};

struct fb_excerpt {
	size_t start, end; /* bytes of the text; cluster boundaries */
};

/* Whom the quote speaks for: the sum of their weighed grams by bucket, and
 * what those were weighed with. */
struct fb_wish {
	const double *sum;  /* FB_BUCKETS */
	const uint32_t *df; /* FB_BUCKETS */
	size_t ndocs;
};

#define FB_ANYWHERE ((size_t)-1)

/* All of text when it has at most max clusters. Else, of the runs of sentences
 * that fill max best from each sentence on, the one most like the wish, ties
 * to the earlier; a sentence that is longer than max alone is cut behind a
 * word. The sentence behind is taken in when it ends the paragraph in at most
 * FB_EXCERPT_TAIL clusters, so that "…, but" is not lost.
 *
 * When byte at must be seen, it is the run from its sentence on instead, and
 * in front of that as many sentences as max still holds. */
struct fb_excerpt fb_excerpt(fb_str text, size_t max, size_t at,
    const struct fb_wish *);

#endif
