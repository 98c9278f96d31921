/* front.h - the front matter of a Markdown note.
 *
 * Private to this room. Lines "key: value" between two lines "---" at the top;
 * quotes around a value go, "[a, b]" and lines "- a" under a key are a list. It
 * is not all of YAML: what nests deeper is kept as it is written. */
#ifndef FB_INGEST_FRONT_H
#define FB_INGEST_FRONT_H

#include "base/map.h"

struct fb_front {
	struct fb_map keys;
	struct fb_front_value {
		struct fb_buf text; /* as a person reads it: "a, b" */
		struct fb_buf json; /* of a list; empty for other values */
	} *v;                       /* by number in keys */
	size_t cap;
};

bool fb_front_is(fb_str head);
/* Cut it from the front of *text, which may have none; {0} before. */
void fb_front_read(struct fb_front *, fb_str *text);
void fb_front_release(struct fb_front *);

#endif
