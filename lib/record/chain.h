/* chain.h - is what each tool let out what the next one took in?
 *
 * Read from trails by their digests. Every record goes through the maps, in
 * their order: fb-ingest, fb-redact, fb-tag. The tools that draw, count and
 * quote read what the last of them let out. Runs of one tool over pieces of the
 * records add up; of runs of one tool behind each other the first takes in and
 * the last lets out. */
#ifndef FB_RECORD_CHAIN_H
#define FB_RECORD_CHAIN_H

#include "record/trail.h"

enum fb_chain {
	FB_CHAIN_NONE,   /* no trail at all */
	FB_CHAIN_WHOLE,
	FB_CHAIN_BROKEN, /* "provenance incomplete" */
};

/* from and to: the tools between which it breaks, one and the same where a
 * trail has no digest. Borrowed from here; untouched unless it breaks. */
enum fb_chain fb_chain_of(const struct fb_trails *, const char **from,
    const char **to);

/* Records on their way: how many, which, and the tool that let them out. */
struct fb_sent {
	const char *tool; /* NULL: any */
	size_t n;
	struct fb_digest digest;
};

/* All that the runs of a tool let out; false when there is none, or one whose
 * trail has no digest. */
bool fb_chain_out(const struct fb_trails *, const char *tool, struct fb_sent *);
/* Follow them through the maps behind that tool. NULL, or the map that did not
 * take in what was let out before it; *s then tells of that. */
const char *fb_chain_follow(const struct fb_trails *, struct fb_sent *s);

#endif
