/* preamble.h - lines above the header: titles, dates, empty rows.
 *
 * Private to this room. Programs put the report's name and period above a
 * table. The header is then the first row that names three columns or more,
 * each once and none with a number, has as many cells as nine of ten rows
 * behind it, and stands over a column whose cells begin with digits, two at
 * least; all rows above it fill less than half as many cells. */
#ifndef FB_INGEST_PREAMBLE_H
#define FB_INGEST_PREAMBLE_H

#include "ingest/csv.h"

/* How many lines of a table's first bytes stand above the header; what the
 * options do not tell is tried. */
size_t fb_preamble(fb_str head, const struct fb_csv_opts *);

#endif
