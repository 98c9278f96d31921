/* row.h - one row of an export, whatever its format: cells and where it stands.
 *
 * Private to this room: formats fill it, make.c turns it into a record. */
#ifndef FB_INGEST_ROW_H
#define FB_INGEST_ROW_H

#include <stdint.h>

#include "base/str.h"

struct fb_physical;

struct fb_row {
	size_t line;          /* the physical line it starts in, from 1 */
	size_t nth;           /* 0, or which element of the file it is, from 1 */
	size_t nspan;         /* physical lines it takes */
	bool stray;           /* a quote stands where the grammar has none */
	bool ascii;           /* its cells are known to be */
	bool reread;          /* so, and read by the header's width */
	fb_str raw;           /* its bytes with the line ends; borrowed */
	const struct fb_physical *in; /* NULL, or whose window raw stands in */
	uint64_t offset;      /* without in: the file's byte where it begins ... */
	bool placed;          /* ... if that is known */
	struct fb_buf text;   /* its cells, each ended by 0x1F: what makes an id */
	fb_str *cells;        /* what they say; owned array of borrowed text */
	const fb_str *json;   /* NULL, or the cells as JSON; NULL pointers where
	                       * there is none; borrowed */
	size_t mended;        /* places that became U+FFFD before */
	size_t repeated;      /* keys that came twice; the last holds */
	size_t n, cap;
};

#endif
