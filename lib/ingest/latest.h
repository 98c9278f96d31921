/* latest.h - of the records with one id, only the latest version.
 *
 * The latest is the one with the later date (undated ones are the earliest),
 * then the one with the larger digest of its bytes, so that the order of the
 * input does not matter. Equal records are one. The records wait in an
 * unlinked temporary file; 24 bytes an id stay in memory (in a table that is
 * between half and seven eighths full). */
#ifndef FB_INGEST_LATEST_H
#define FB_INGEST_LATEST_H

#include <stdint.h>
#include <stdio.h>

#include "base/str.h"

struct fb_version {
	uint64_t id, digest; /* id 0: a free slot */
	int64_t date;        /* INT64_MIN: undated */
};

struct fb_latest {
	FILE *spool;
	struct fb_version *slots;
	size_t n, nslots;
};

/* All functions: NULL, or what went wrong (errno says why). */
const char *fb_latest_open(struct fb_latest *);
/* One record of that part; its bytes are kept in the temporary file. */
const char *fb_latest_add(struct fb_latest *, fb_str id, int64_t date,
    fb_str line, size_t part);
/* After the last one: read from the start. */
const char *fb_latest_rewind(struct fb_latest *);
/* The next record that counts, in the order added, into b; false at the end. */
const char *fb_latest_next(struct fb_latest *, struct fb_buf *b, size_t *part,
    bool *got);
void fb_latest_close(struct fb_latest *);

#endif
