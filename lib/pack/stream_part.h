/* stream_part.h - what stream.c and archive.c share.
 *
 * Private to this room. */
#ifndef FB_PACK_STREAM_PART_H
#define FB_PACK_STREAM_PART_H

#include <sys/types.h>

#include "pack/stream.h"

/* read(2), again when a signal came. */
ssize_t fb_stream_fd(int fd, char *buf, size_t cap);
/* The next bytes of gzip. */
const char *fb_stream_gunzip(struct fb_stream *, char *buf, size_t cap,
    size_t *got);
/* Open the archive whose bytes begin in raw, or in ahead for gzip. */
const char *fb_stream_archive(struct fb_stream *);
const char *fb_stream_unpack(struct fb_stream *, char *buf, size_t cap,
    size_t *got);

#endif
