/* scan.h - one pass over a line: is it a JSON object, and where are its keys.
 *
 * The scan validates all of RFC 8259 (structure, escapes, numbers, control
 * characters, UTF-8, paired surrogates) and keeps nothing but the raw spans of
 * the top-level keys and values, so that what a tool does not own can be
 * copied byte for byte. Nested values are checked without recursion down to
 * FB_SCAN_DEPTH. Numbers of any length and NUL as \u0000 are kept as written.
 * What needs thought in a string is found 32 or 16 bytes at a time where the
 * processor can; which of the three ways is used never changes the result. */
#ifndef FB_RECORD_SCAN_H
#define FB_RECORD_SCAN_H

#include <stdint.h>

#include "base/str.h"

enum { FB_SCAN_DEPTH = 512 };

struct fb_field {
	fb_str key; /* as written between its quotes */
	fb_str val; /* as written: "text", 4, [..], {..}, true, false, null */
};

/* What a line without "fb", or with one, stands for. */
enum fb_kind {
	FB_RECORD, /* feedback: no "fb" key */
	FB_METRIC, FB_PART, FB_TRAIL, FB_LABEL_LINE, FB_TITLE_LINE, FB_EVENT, FB_REPORT,
	FB_OTHER,  /* a kind this version does not know; passed on */
};

/* A scanned line; {0} before first use, fields are reused from line to line. */
struct fb_rec {
	fb_str line;          /* from { to }; borrowed, as are the fields */
	struct fb_field *f;   /* n of them, in the order of the line */
	size_t n, cap;
	enum fb_kind kind;
	uint64_t keys;        /* a bit by length and first byte: what may be there */
	bool escaped_keys;    /* some key holds a backslash */
	size_t bad_at;        /* byte of the line where fb_scan() gave up */
};

/* NULL, or why the line is not a JSON object; then rec->line is all of it.
 * About 1 ns for 5 bytes. */
const char *fb_scan(struct fb_rec *, fb_str line);
/* The same for an object that anything may follow; rec->line is the object. */
const char *fb_scan_start(struct fb_rec *, fb_str text);
/* The same for one value of any kind with blanks around it. */
const char *fb_scan_value(fb_str text, size_t *bad_at);
void fb_rec_release(struct fb_rec *);

/* Raw value of a top-level key, NULL pointer when absent; of repeated keys the
 * last one counts. key is plain text without escapes. */
fb_str fb_rec_get(const struct fb_rec *, fb_str key);
/* Where that key stands in f, or -1. */
long fb_rec_find(const struct fb_rec *, fb_str key);

/* How plain text is passed over; "auto" asks the processor, which is the
 * default. Gives false when this processor cannot. For tests and benchmarks. */
bool fb_scan_use(const char *way); /* "auto", "avx2", "sse2", "scalar" */

#endif
