/* check.h - is this JSON? The steps that the scan is made of.
 *
 * Private to this room. Each function gives NULL and leaves p behind what it
 * has checked, or gives the reason and leaves p where the fault is. */
#ifndef FB_RECORD_CHECK_H
#define FB_RECORD_CHECK_H

#include <stdint.h>

#include "record/plain.h"
#include "record/scan.h"

/* Where the scan is, and which containers it is inside: a bit a level, set for
 * an object. */
struct fb_cursor {
	const char *p, *end;
	unsigned depth;
	uint64_t inside[FB_SCAN_DEPTH / 64];
	struct fb_marks marks; /* of the text from somewhere up to p onwards */
};

/* At the start of text, which is marked by runs of so many bytes; what is not
 * needed yet is not set yet. */
static inline void
fb_cursor_start(struct fb_cursor *c, fb_str text, size_t run)
{
	c->p = text.p;
	c->end = text.p + text.n;
	c->depth = 0;
	fb_marks_make(&c->marks, text, run);
}

static inline bool
fb_is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static inline void
fb_blanks(struct fb_cursor *c)
{
	while (c->p < c->end && (unsigned char)*c->p <= ' ' &&
	    fb_is_blank(*c->p))
		c->p++;
}

/* From behind the opening quote to behind the closing one. *escaped becomes
 * true when there is a backslash, else it stays. */
const char *fb_check_string(struct fb_cursor *, bool *escaped);
/* A key and its colon, with the blanks in front of each. */
const char *fb_check_key(struct fb_cursor *, bool *escaped);
/* One value of any kind with the blanks in front of it; depth is 0. */
const char *fb_check_value(struct fb_cursor *);

#endif
