/* keyfile.h - small files that people write: key = value, # comments, [sections]. */
#ifndef FB_BASE_KEYFILE_H
#define FB_BASE_KEYFILE_H

#include "base/str.h"

/* A whole file in memory, and the line being looked at. */
struct fb_keyfile {
	struct fb_buf text;
	fb_str rest;     /* not looked at yet */
	size_t lineno;
	fb_str section;  /* without brackets; "" before the first */
	fb_str key, value; /* trimmed; value is NULL when there is no = */
};

/* Files above 4 MiB are refused. NULL, or what went wrong (errno says why). */
const char *fb_keyfile_open(struct fb_keyfile *, const char *path);
/* The next line that holds something; false at the end. All slices live until
 * fb_keyfile_close(). */
bool fb_keyfile_next(struct fb_keyfile *);
void fb_keyfile_close(struct fb_keyfile *);

#endif
