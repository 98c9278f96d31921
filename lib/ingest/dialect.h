/* dialect.h - lines of another dialect become what libcsv reads.
 *
 * Private to this room. In quoted cells an escaped quote becomes a doubled one
 * and an escaped escape a single one; outside them a delimiter of several bytes
 * becomes FB_BETWEEN. A quote opens a cell only where one begins. */
#ifndef FB_INGEST_DIALECT_H
#define FB_INGEST_DIALECT_H

#include "base/str.h"

/* Bytes that UTF-8 does not have: libcsv's quote when there is none, and its
 * delimiter for one of several bytes. */
enum { FB_NO_QUOTE = 0xff, FB_BETWEEN = 0xfe };

/* Where in a row. */
enum fb_at { FB_AT_START, FB_AT_PLAIN, FB_AT_INSIDE, FB_AT_CLOSED };

struct fb_dialect {
	char quote, escape;  /* 0: none */
	fb_str delim;        /* borrowed */
	enum fb_at at;       /* FB_AT_START before a row, then kept */
	bool stray;          /* a quote stands where none belongs; kept too */
	struct fb_buf line;
};

/* The line as libcsv reads it; borrowed until the next. */
fb_str fb_translate(struct fb_dialect *, fb_str line);

#endif
