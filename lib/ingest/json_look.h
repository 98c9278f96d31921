/* json_look.h - where the rows of a JSON input are, and what profile fits.
 *
 * Private to this room. It looks at the first elements, as far as they stand
 * in the bytes that may be kept, and goes back to the start. */
#ifndef FB_INGEST_JSON_LOOK_H
#define FB_INGEST_JSON_LOOK_H

#include "ingest/json_walk.h"
#include "ingest/run.h"

struct fb_jfound {
	const struct fb_profile *profile; /* NULL: none */
	struct fb_jpath path;
	struct fb_buf text;               /* what path borrows from */
	const char *how;                  /* as --explain says it */
	struct fb_buf talk; /* keys to the turns that elements hold; empty:
	                     * none do */
};

/* Ends the run when two profiles fit, or a path is wrong. */
void fb_jlook(struct fb_run *, struct fb_jfound *, struct fb_physical *in,
    const char *file);

#endif
