/* sniff.h - how a table is written: encoding, delimiter, quotes, escapes.
 *
 * Private to this room. Everything is told from the first bytes, and said in
 * words for --explain. What the command line names is not asked for. */
#ifndef FB_INGEST_SNIFF_H
#define FB_INGEST_SNIFF_H

#include "ingest/csv.h"

enum { FB_SNIFF = 256 * 1024 }; /* bytes that are looked at */

/* The name of an encoding that is not UTF-8, or NULL; whole: head is all there
 * is. Bytes with one well-formed sequence for four ill-formed ones are UTF-8
 * with faults. Appends a line to say. */
const char *fb_sniff_encoding(fb_str head, bool whole, struct fb_buf *say);
/* Fill what is 0 in the options. The delimiter is the one of comma, semicolon,
 * tab and pipe with which most rows have as many cells as the header, at least
 * two; of equals the one with more cells. A quote is ' when no " is there, each
 * ' opens or closes a cell, and there are as many such cells as rows of data. A
 * blank belongs to each delimiter when that leaves no stray quotes. A backslash
 * escapes when that leaves fewer stray quotes. Tables of tabs or pipes are
 * without quotes when all rows fit only then. Appends lines to say. */
void fb_sniff_dialect(fb_str head, struct fb_csv_opts *, struct fb_buf *say);
/* The delimiter as above, or 0 when the first row has a single cell with any. */
char fb_sniff_delimiter(fb_str head, const struct fb_csv_opts *);
/* Append "delimiter: ';'". */
void fb_put_delimiter(struct fb_buf *, fb_str delim);

#endif
