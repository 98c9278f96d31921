/* reread.h - rows with quotes out of place.
 *
 * Private to this room. A quote that opens a cell and has no partner takes the
 * cells and rows behind it along; one too many inside a cell closes it early.
 * How many cells the header has tells how such a row is meant. */
#ifndef FB_INGEST_REREAD_H
#define FB_INGEST_REREAD_H

#include "ingest/row.h"

/* Does every quote open a cell, close one or stand for a doubled one? Without
 * the line's end. */
bool fb_quotes_stray(fb_str line, char delim, char quote);
/* Replace the row's cells by those of a line, without its end, that are just
 * width, with as few quotes out of place as can be. A cell is quoted when a
 * quote opens it and one before a delimiter closes it, else all its quotes are
 * words. False, and the row as it was, when there is no such reading, or
 * several that are as good. */
bool fb_reread(struct fb_row *, fb_str line, char delim, char quote,
    size_t width);
/* Is text nothing but rows of width cells and empty lines, without a quote out
 * of place? A last cell in quotes may still be open. */
bool fb_rows_fit(fb_str text, char delim, char quote, size_t width);

#endif
