/* ids.h - an id for every row, made from what it says when it has none.
 *
 * The id is the first 16 hex digits of SHA-256 over the source and the raw
 * fields, each ended by 0x1F; the second row with the same bytes has "#2"
 * behind it, and so on. To know them costs 9 to 18 bytes a row. */
#ifndef FB_INGEST_IDS_H
#define FB_INGEST_IDS_H

#include "base/map.h"
#include "base/ticket.h"

struct fb_ids {
	struct fb_sha head;  /* after the source */
	uint64_t *slots;     /* first 64 bits of the digests met; 0 is free */
	size_t n, nslots;    /* nslots is a power of two */
	bool zero;           /* the digest 0 was met */
	struct fb_map again; /* those met twice or more ... */
	size_t *times;       /* ... and how often, by its number */
	size_t cap;
};

/* The rows from now on are of source. */
void fb_ids_source(struct fb_ids *, fb_str source);
/* Append the id of a row; text is its fields, each ended by 0x1F. Gives the
 * first 64 bits of the digest. */
uint64_t fb_put_row_id(struct fb_buf *, const struct fb_ids *, fb_str text);
/* Which one of equal rows that is: 1 for the first. The place to look it up is
 * seldom near: fb_ids_expect() has it brought while the row is written. */
void fb_ids_expect(const struct fb_ids *, uint64_t);
size_t fb_ids_count(struct fb_ids *, uint64_t);
void fb_ids_release(struct fb_ids *);

#endif
