/* split.h - the cells of a line that is written by the book.
 *
 * Private to this room. 64 bytes in one step, and only delimiters one by one. A
 * line whose quotes all open a cell, close one or are doubled in one is split
 * as libcsv would; any other is left to libcsv. */
#ifndef FB_INGEST_SPLIT_H
#define FB_INGEST_SPLIT_H

#include "ingest/row.h"

/* Add the cells of a whole line, with or without its end, to an empty row; a
 * quote of 0 is none. Sets the row's ascii. False: the line is odd, and the row
 * as it was. */
bool fb_split_line(struct fb_row *, fb_str line, char delim, char quote);
/* How that is done, never what it gives: "plain", "avx2" or "auto", which asks
 * the processor and is the default. False when this processor cannot. For tests
 * and benchmarks. */
bool fb_split_use(const char *way);

#endif
