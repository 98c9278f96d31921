/* csv.h - rows of a CSV export and where they stand in it.
 *
 * Lines that are written by the book are split here, see ingest/split.h; all
 * others go through libcsv, to which this is the only door, and which says what
 * the fields are (RFC 4180 and what programs write in its place): blanks are
 * kept, CR, LF and CRLF end a row outside quotes, empty lines are no rows, a
 * quote inside an unquoted field is a character, text behind a closing quote
 * belongs to the field. Other dialects become libcsv's first, see
 * ingest/dialect.h. On top of it stand the physical lines; a quote that is never
 * closed: its row is given as such and reading goes on from the line behind the
 * one that opened it; and, when the header's width is known, rows in which a
 * quote out of place took cells or rows along, see ingest/reread.h. */
#ifndef FB_INGEST_CSV_H
#define FB_INGEST_CSV_H

#include "ingest/dialect.h"
#include "ingest/lines.h"
#include "ingest/row.h"

struct fb_csv_opts {
	char delim;        /* 0: a comma, or what a first line "sep=;" says */
	fb_str between;    /* a delimiter of several bytes in its place;
	                    * borrowed */
	char quote;        /* 0: a double one */
	char escape;       /* in a quoted field, before a quote; 0: none */
	bool no_quotes;    /* a quote is a character like any other */
	bool by_row;       /* lines are counted by rows, as in a sheet */
	bool slow;         /* leave nothing to ingest/split.h */
};

struct fb_csv {
	struct fb_physical *lines; /* borrowed */
	struct fb_csv_opts opts;
	void *parser;         /* libcsv's; owned */
	char delim;
	char quote;           /* 0: none */
	bool odd;             /* lines are in another dialect than libcsv's */
	struct fb_dialect dialect;
	size_t shut;          /* bytes of the row up to the end of the line that
	                       * opened the quote */
	bool done;            /* the row has ended */
	bool plain_row;       /* without libcsv */
	bool by_row;          /* rows are counted instead of lines */
	size_t nth;           /* rows and empty lines so far */
	bool slow;            /* everything goes through libcsv */
	uint64_t reread;      /* bytes gone through again */
	size_t width;         /* the header's cells, set by who read it; or 0 */
	struct fb_buf why;

	struct fb_row row;    /* given last; borrowed until the next */
	size_t unclosed;      /* 0, or the line of a quote that never closes */
};

/* Rows from the lines, which stay the caller's. NULL, or what is wrong (then
 * status 3), borrowed until close; close after a failure too. It stays where it
 * is until then. */
const char *fb_csv_open(struct fb_csv *, struct fb_physical *,
    const struct fb_csv_opts *);
/* The next row; *got is false at the end. A row with an unclosed quote has no
 * cells. */
const char *fb_csv_next(struct fb_csv *, bool *got);
/* Whether nothing but line ends stands behind the row given last, which stays. */
const char *fb_csv_is_last(struct fb_csv *, bool *last);
/* Back to a place where a row began, n lines from the start. */
void fb_csv_back(struct fb_csv *, size_t at, size_t n);
void fb_csv_close(struct fb_csv *);

#endif
