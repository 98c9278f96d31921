/* json_skim.h - where a JSON value ends, looking only at quotes and brackets.
 *
 * Private to this room; what json_walk.c is made of. */
#ifndef FB_INGEST_JSON_SKIM_H
#define FB_INGEST_JSON_SKIM_H

#include "ingest/json_walk.h"

/* Where in a value a piece of it ends; {0} before the value. */
struct fb_skim {
	unsigned depth;
	bool in_string, escaped, scalar;
	bool done, deep; /* it is over; it is nested too deep */
};

/* Go through one more piece; how many bytes of it belong to the value. */
size_t fb_skim(struct fb_skim *, fb_str piece);
extern const char fb_skim_deep[]; /* a reason: nested deeper than is read */

/* The length of the value at in->at, which must be kept whole; 0 when its end
 * is not in the input, or not in the bytes that may be kept. */
const char *fb_skim_value(struct fb_physical *in, size_t *n);
/* How far it is from in->at to where reading can go on behind a malformed
 * element: after its end in a list whose elements begin with the key first, or
 * after its line. 0 when there is no such place. */
const char *fb_skim_past(struct fb_jwalk *, bool in_list, size_t *n);
/* Put U+FFFD for lone surrogates and ill-formed UTF-8; how often. */
size_t fb_skim_mend(struct fb_buf *to, fb_str value);

#endif
