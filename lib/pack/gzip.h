/* gzip.h - gzip streams, checked to the last byte (RFC 1952, zlib).
 *
 * libarchive reads gzip but does not compare the checksum and the length at
 * the end of a member, so that damaged input would pass; zlib does. */
#ifndef FB_PACK_GZIP_H
#define FB_PACK_GZIP_H

#include "base/str.h"

struct fb_gzip;

struct fb_gzip *fb_gzip_new(void);
/* Inflate from *in, whose used bytes are taken off, into cap > 0 bytes at buf;
 * *got of them are filled. *got == 0 with an empty *in asks for more input.
 * Members one behind the other are one text; zeros behind the last one are
 * padding. NULL, or what is wrong. */
const char *fb_gzip_step(struct fb_gzip *, fb_str *in, char *buf, size_t cap,
                         size_t *got);
/* The input is over: NULL when that is at the end of a member. */
const char *fb_gzip_end(const struct fb_gzip *);
void fb_gzip_free(struct fb_gzip *);

#endif
