/* out.h - the one way out for files: whole and verified, or not at all.
 *
 * A regular target is written as a temporary file beside it, synced and
 * renamed when it is whole, so that a reader sees the old file or the new one
 * and a failure leaves no part of one. A target that is a device or a pipe is
 * written through, never replaced. Standard output is "-". */
#ifndef FB_BASE_OUT_H
#define FB_BASE_OUT_H

#include "base/opt.h"
#include "base/str.h"

struct fb_out {
	const char *path; /* as given; borrowed */
	char *real;       /* what is renamed onto: symbolic links followed; owned */
	char *temp;       /* owned; NULL when written through */
	int fd;
};

/* Is it one regular file, or will it be? */
bool fb_same_file(const char *a, const char *b);

/* Every function from here on: NULL, or what went wrong (errno says why). */

/* NULL or "-" is standard output. Temporary files that a killed run left
 * beside the target are swept. */
const char *fb_out_open(struct fb_out *, const char *path);
/* All of it, across short writes and EINTR. */
const char *fb_out_write(struct fb_out *, fb_str);
/* Sync, close, rename. */
const char *fb_out_commit(struct fb_out *);
/* Remove what was begun; safe after commit and twice. */
void fb_out_abandon(struct fb_out *);

/* Write a whole artefact in one step; dies with FB_FAIL naming the path. */
void fb_out_file(const char *path, fb_str bytes);

#endif
