/* json_token.h - steps through a JSON input.
 *
 * Private to this room: what json_walk.c is made of, also for looking around.
 * Each gives NULL, or why the input ends here as a whole, borrowed until the
 * walk is released. */
#ifndef FB_INGEST_JSON_TOKEN_H
#define FB_INGEST_JSON_TOKEN_H

#include "ingest/json_walk.h"

extern const char fb_jtorn[], fb_jdeep[];

/* A reason with the place where the walk stands. */
const char *fb_jwrong(struct fb_jwalk *, const char *what);
/* That more bytes than --max-record would have to be kept. */
const char *fb_jfull(struct fb_jwalk *);
/* The bytes read and not yet passed. */
static inline fb_str
fb_jwindow(const struct fb_jwalk *w)
{
	return (fb_str){ fb_buf_str(&w->in->win).p + w->in->at,
	    w->in->win.n - w->in->at };
}

/* The next byte that is no blank, passed up to it; -1 at the end. */
const char *fb_jwalk_peek(struct fb_jwalk *, int *c);
/* Pass n bytes of the window. */
void fb_jwalk_pass(struct fb_jwalk *, size_t n);
/* Pass a key and its colon; at the closing brace *key has a NULL pointer. The
 * key is as written. */
const char *fb_jwalk_key(struct fb_jwalk *, fb_str *key);
/* Pass one value of any kind. */
const char *fb_jwalk_skip(struct fb_jwalk *);
/* The length of "name = " or "callback(" in front of a bracket, or 0. */
size_t fb_jprefix(fb_str text);
/* Pass what JavaScript puts in front of a value or behind it. */
const char *fb_jwalk_prefix(struct fb_jwalk *);

#endif
