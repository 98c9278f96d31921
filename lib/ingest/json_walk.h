/* json_walk.h - the elements of a JSON input, one after the other.
 *
 * Private to this room. The input is a run of values: one array, one object,
 * arrays one behind the other as paging writes them, an object a line. The rows
 * are found by a path of keys ("feed.entry"; empty is the value itself): there
 * stands an array of objects, or a single object, or nothing. JavaScript in
 * front of a value ("window.YTD.tweets.part0 =", "callback(") is passed over.
 * What is not on the path is skipped without being kept, so that memory is
 * bounded by the largest element. Nothing recurses; what is nested deeper than
 * FB_SCAN_DEPTH ends the reading.
 *
 * Lone surrogates and ill-formed UTF-8 become U+FFFD. A malformed element is
 * given as bad; reading goes on with the element behind it. */
#ifndef FB_INGEST_JSON_WALK_H
#define FB_INGEST_JSON_WALK_H

#include "ingest/lines.h"
#include "record/scan.h"

enum { FB_JSON_PATH = 16 };

/* Keys from the outside in; borrowed. */
struct fb_jpath {
	fb_str key[FB_JSON_PATH];
	size_t n;
};

enum fb_jstate {
	FB_JTOP,  /* before a value of the run */
	FB_JLIST, /* in the array of rows */
	FB_JTAIL, /* behind the rows, in the objects around them */
};

enum fb_jgot { FB_JEND, FB_JELEMENT, FB_JBAD };

struct fb_jwalk {
	struct fb_physical *in; /* borrowed */
	struct fb_jpath path;
	enum fb_jstate state;
	unsigned open;        /* objects around the rows that are not closed */
	bool pinned;          /* keep all bytes, to come back to the start; only
	                       * the first values are looked at for the path */
	size_t lines;         /* line ends passed */
	uint64_t offset;      /* bytes passed */
	size_t values;        /* of the run */
	size_t found;         /* of them, those where the path led to rows */

	/* The element given last, borrowed until the next call. */
	fb_str raw;           /* as it stands in the input */
	size_t line, nth;     /* from 1 */
	uint64_t at;          /* byte of the input, from 0 */
	size_t mended;        /* places that became U+FFFD */
	struct fb_rec rec;    /* scanned; of FB_JELEMENT */
	const char *bad;      /* why it is none; of FB_JBAD */

	struct fb_buf text;   /* the element mended */
	struct fb_buf first;  /* the first key of an element before */
	struct fb_buf why;
};

/* "a.b" as keys, "." and "" as none; false when there are too many. */
bool fb_jpath_parse(struct fb_jpath *, fb_str text);
/* From where in stands, before the first value. */
void fb_jwalk_start(struct fb_jwalk *, struct fb_physical *in,
    const struct fb_jpath *);
/* NULL, or why the input ends here as a whole, borrowed until release. */
const char *fb_jwalk_next(struct fb_jwalk *, enum fb_jgot *);
void fb_jwalk_release(struct fb_jwalk *);

#endif
