/* match.h - find many patterns in one pass over a text.
 *
 * An automaton of A. V. Aho and M. J. Corasick, Communications of the ACM 18
 * (1975) 333-340, as a full table over classes of bytes: bytes that stand in
 * no pattern are one class, ASCII capitals and small letters another, so that
 * the table stays small and a byte costs one step. */
#ifndef FB_TAG_MATCH_H
#define FB_TAG_MATCH_H

#include <stdint.h>

#include "base/str.h"

struct fb_match {
	unsigned char class_of[256];
	size_t nclasses;
	uint32_t *next;     /* state x class: the next state, times nclasses */
	uint32_t *ends;     /* state: pattern + 1 that ends here, or 0 */
	uint32_t *shorter;  /* state: a shorter match's state, or 0 */
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
/* Call hit for every place where a pattern stands, whatever is around it. */
typedef void fb_match_hit(void *ctx, size_t pattern, size_t start, size_t end);
void fb_match_find(const struct fb_match *, fb_str text, fb_match_hit *, void *ctx);
void fb_match_release(struct fb_match *);

#endif
