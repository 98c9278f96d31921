/* match.h - find many patterns in one pass over a text.
 *
 * A pattern can only begin where a word does, or inside scripts written without
 * blanks. So a trie of the patterns is walked from each such place: words that
 * begin like no pattern are left after a letter or two, which is quicker than
 * an automaton that reads every byte. The trie is a full table over classes of
 * bytes: those that stand in no pattern are one class, ASCII capitals and small
 * letters another, so that it stays small. */
#ifndef FB_TAG_MATCH_H
#define FB_TAG_MATCH_H

#include <stdint.h>

#include "base/str.h"

struct fb_match {
	unsigned char class_of[256];
	bool in_word[256];  /* ASCII characters of words */
	bool odd;           /* some pattern begins with no letter and no digit */
	uint64_t heads[1024];  /* a bit for the first four bytes of each */
	uint64_t pairs[1024];  /* a bit for both bytes of those with no more */
	size_t nclasses;
	uint32_t *next;     /* state x class: the next state, 0 when there is none */
	uint32_t *ends;     /* state: pattern + 1 that ends here, or 0 */
	size_t nstates, cap;
	struct fb_str_list {
		fb_str *v;
		size_t n, cap;
	} patterns;         /* folded; borrowed */
};

/* A pattern of case-folded text, at least a byte; gives its number. The same
 * text given twice has one number. The bytes are borrowed until release. */
size_t fb_match_add(struct fb_match *, fb_str pattern);
/* After the last pattern and before the first search. */
void fb_match_build(struct fb_match *);
/* Call hit for every place where a pattern stands that begins with a word; what
 * is behind it is the caller's to look at. By start, then length. text is
 * folded but for ASCII capitals. Cost: its length, and that of what begins like
 * a pattern. */
typedef void fb_match_hit(void *ctx, size_t pattern, size_t start, size_t end);
void fb_match_find(const struct fb_match *, fb_str text, fb_match_hit *, void *ctx);
void fb_match_release(struct fb_match *);

#endif
