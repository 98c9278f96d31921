/* number.h - runs of digits that may together be one number.
 *
 * Private to this room. */
#ifndef FB_TEXT_NUMBER_H
#define FB_TEXT_NUMBER_H

#include "text/find.h"

enum { FB_GROUPS = 16, FB_FEWEST = 7, FB_MOST = 15 };

/* Runs of digits with at most three signs between them. */
struct fb_chain {
	struct fb_span g[FB_GROUPS];
	size_t n;
	size_t end; /* where the look goes on */
};

/* A part of a chain that may be one number. */
struct fb_number {
	const struct fb_span *g;
	size_t k;                 /* groups */
	unsigned char d[FB_MOST]; /* their digits */
	size_t n;
	size_t start;             /* with the '+' or '(' in front */
	bool plus, paren;         /* '+' in front; the first group in parentheses */
	bool first;               /* no digits of the same chain in front */
};

static inline size_t
fb_span_len(struct fb_span g)
{
	return g.end - g.start;
}

/* The chain that starts with the digit at i. */
void fb_chain_read(const struct fb_shade *, size_t i, struct fb_chain *);
/* Do two neighbours part? Only a blank parts two numbers; other signs hold one
 * together. */
bool fb_chain_parts(const struct fb_shade *, struct fb_span, struct fb_span);
/* The number of k groups; false when it has too few or too many digits. */
bool fb_number_make(const struct fb_shade *, const struct fb_span *g, size_t k,
    struct fb_number *);
bool fb_is_year(const struct fb_shade *, struct fb_span);
/* 31.12.2019, 2019-12-31, 2019-2020 and the like anywhere in it. */
bool fb_number_is_date(const struct fb_shade *, const struct fb_number *);
/* false for money, shares, times, decimals and codes: they touch their
 * neighbours. Letters in front are left to the caller. */
bool fb_number_is_free(const struct fb_shade *, const struct fb_number *);
/* The end of "x123", "ext. 12" or "extension 4" behind i, else i. */
size_t fb_extension_end(const struct fb_shade *, size_t i);

#endif
