/* bytes.h - an export's bytes as UTF-8, whatever it was packed or coded in.
 *
 * Private to this room. Compression is undone by pack/stream. A byte order
 * mark tells UTF-8 or UTF-16 and is dropped; without one the bytes are taken
 * as they are. What is wrong in UTF-16 (a lone surrogate, half a unit at the
 * end) becomes one byte 0xFF, so that it is mended and counted where all
 * ill-formed UTF-8 is. */
#ifndef FB_INGEST_BYTES_H
#define FB_INGEST_BYTES_H

#include <stdint.h>

#include "base/str.h"
#include "pack/stream.h"
#include "text/icu.h"

enum fb_coding { FB_UTF8, FB_UTF16LE, FB_UTF16BE };

struct fb_bytes {
	struct fb_stream stream;
	enum fb_coding coding;
	struct fb_buf block;  /* bytes read and not yet handed on */
	unsigned mark;        /* bytes of the mark that was dropped */
	enum fb_coding was;   /* coding, also when a spool holds UTF-8 in its place */
	bool recoded;         /* from another encoding */
	uint32_t high;        /* a surrogate that waits for its other half */
	bool end;
	bool begun;           /* the first bytes were read */
	struct fb_decoder decoder; /* of a named encoding, when it is open */
};

/* All functions: NULL, or what is wrong, borrowed until close; errno says why
 * when it is not 0. Close after a failure too. */
const char *fb_bytes_open(struct fb_bytes *, const char *path);
/* Append up to a block to b; *more is false when nothing is left. */
const char *fb_bytes_read(struct fb_bytes *, struct fb_buf *b, bool *more);
/* What comes from now on is in that encoding. NULL, or why not. */
const char *fb_bytes_decode(struct fb_bytes *, const char *encoding);
/* What comes from now on comes from that descriptor, as UTF-8. */
const char *fb_bytes_turn(struct fb_bytes *, int fd);
/* How many bytes of the file became text, which stands in what was read. 0 and
 * *known false when its encoding does not tell. */
uint64_t fb_bytes_taken(const struct fb_bytes *, fb_str text, bool *known);
void fb_bytes_close(struct fb_bytes *);

#endif
