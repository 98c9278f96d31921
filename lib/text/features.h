/* features.h - what makes two texts alike, the same on every machine.
 *
 * A text becomes counts of its word-bounded 4-grams: of the case-folded NFC
 * text, every word (a run without blanks and punctuation) with a blank on both
 * sides gives its runs of four characters, a shorter one itself; runs of a
 * script written without blanks give their pairs of characters instead, for
 * there a word is two characters as a rule. A gram is its FNV-1a hash folded
 * to 18 bits. Weights are (1 + ln tf) sqrt(ln((1+N) / (1+df))), scaled to length
 * 1: the root, so that a cosine counts how rare a gram is once, not squared. A
 * gram that hardly anybody else has makes no two texts alike but takes from the
 * length that is left for those that do, so it weighs nothing.
 * Only + - x / of IEEE doubles in a fixed order are used, no library function,
 * so that a pick that rests on them can be made again anywhere.
 * Source of the hash: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a (1991). */
#ifndef FB_TEXT_FEATURES_H
#define FB_TEXT_FEATURES_H

#include <stdint.h>

#include "base/str.h"

enum {
	FB_BUCKETS = 1 << 18,
	FB_COSINE_ONE = 1 << 14,   /* a cosine of 1 as an integer */
	FB_FEATURE_BYTES = 16 << 10, /* a longer text is judged by its start */
};

struct fb_gram {
	uint32_t bucket, tf;
	double weight; /* after fb_grams_weigh() */
};

/* Sorted by bucket; {0} is empty, the array is owned. */
struct fb_grams {
	struct fb_gram *v;
	size_t n, cap;
};

/* Replace what is in g by the grams of text. */
void fb_grams_find(struct fb_grams *, fb_str text);
/* Count g among the texts that df[FB_BUCKETS] counts. */
void fb_grams_count(const struct fb_grams *, uint32_t *df);
/* In how many texts of ndocs a gram must be to weigh anything: up to 3. */
uint32_t fb_grams_shared(size_t ndocs);
/* Set the weights; ndocs texts were counted. */
void fb_grams_weigh(struct fb_grams *, const uint32_t *df, size_t ndocs);
/* The cosine of two weighed texts, 0 .. FB_COSINE_ONE. */
uint32_t fb_grams_cosine(const struct fb_grams *, const struct fb_grams *);
/* A cosine as that integer, rounded half up. */
uint32_t fb_cosine_round(double);
void fb_grams_release(struct fb_grams *);

/* ln x for x > 0, within 2e-15; sqrt x for x >= 0, within 2 ulp. */
double fb_ln(double);
double fb_root(double);

#endif
