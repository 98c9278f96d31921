/* format.h - kinds of exports: how each is told and who reads it.
 *
 * A format is one file with one const struct and one line in formats.def. The
 * rows of that table are asked from the top and the first that knows the input
 * reads it; the last one takes anything, as does the last one of its kind when
 * that kind is asked for. */
#ifndef FB_INGEST_FORMAT_H
#define FB_INGEST_FORMAT_H

#include "ingest/lines.h"
#include "ingest/run.h"

enum { FB_HEAD = 4096 };

/* What is known of an input before it is read; all borrowed. */
struct fb_head {
	const char *path;  /* as given; "-" is standard input */
	fb_str name;       /* path without the ending of its packing: x.tsv */
	fb_str bytes;      /* its first FB_HEAD bytes or more, unpacked, in UTF-8;
	                    * fewer when there are no more */
	enum fb_packing packing;
};

struct fb_format {
	const char *name;  /* as --explain says it */
	const char *kind;  /* as a profile's [match] says it */
	const char *also;  /* NULL, or another kind that it can be read as */
	bool (*is)(const struct fb_head *);
	/* All of it: the plan, the rows; fails by ending the run. in stands before
	 * the first byte and stays the caller's. */
	void (*read)(struct fb_run *, const struct fb_head *,
	    struct fb_physical *in);
};

/* The format of an input, of that kind when there is one; NULL when no format is
 * of that kind. */
const struct fb_format *fb_format_of(const struct fb_head *, const char *kind);

#endif
