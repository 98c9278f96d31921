/* input.h - one operand of the reader: a file, or a pipe kept for later.
 *
 * Private to this room. */
#ifndef FB_RECORD_INPUT_H
#define FB_RECORD_INPUT_H

#include <stdint.h>

#include "base/str.h"

struct fb_input {
	const char *path; /* for messages */
	int fd;           /* -1 until opened */
	int spool;        /* -1, or an unlinked copy of what was read */
	bool seekable;
};

/* All functions die with FB_FAIL on an I/O error. */
void fb_input_open(struct fb_input *, const char *path, bool keep);
/* Up to 256 KiB behind what b holds; false at the end of the input. */
bool fb_input_fill(struct fb_input *, struct fb_buf *b);
void fb_input_seek(struct fb_input *, uint64_t off);
/* From the start once more: from the spool when there is one. */
void fb_input_again(struct fb_input *);
void fb_input_fetch(struct fb_input *, uint64_t off, size_t len, char *to);
void fb_input_close(struct fb_input *);

/* An unlinked file where temporary files belong, open for both. */
int fb_spool_open(void);

#endif
