/* lines.h - small files that people write: key = value, # comments, [sections]. */
#ifndef FB_BASE_LINES_H
#define FB_BASE_LINES_H

#include "base/str.h"

/* A whole file in memory, and the line being looked at. */
struct fb_lines {
	struct fb_buf text;
	fb_str rest;     /* not looked at yet */
	size_t lineno;
	fb_str section;  /* without brackets; "" before the first */
	fb_str key, value; /* trimmed; value is NULL when there is no = */
};

/* Files above 4 MiB are refused. NULL, or what went wrong (errno says why). */
const char *fb_lines_open(struct fb_lines *, const char *path);
/* The next line that holds something; false at the end. All slices live until
 * fb_lines_close(). */
bool fb_lines_next(struct fb_lines *);
void fb_lines_close(struct fb_lines *);

#endif
