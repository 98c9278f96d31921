/* options.h - what fb-sample was asked to do. One per process. */
#ifndef FB_SAMPLE_OPTIONS_H
#define FB_SAMPLE_OPTIONS_H

#include "sample/draw.h"

extern const struct fb_opt fb_sample_opts[];

struct fb_sample_options {
	struct fb_sample_conf draw;
	struct fb_tables by;        /* of --by */
	struct fb_tables represent; /* a table for each --represent, from 1 */
	struct fb_arena mem;
	const char *withhold, *base; /* files, or NULL */
	size_t trim;                /* cap in times the mean; 0: none */
	bool fail_empty, partial;
};

/* After fb_opt_parse(): put together what was given. NULL, or what does not go
 * together, borrowed. */
const char *fb_sample_settle(struct fb_sample_options *);
void fb_sample_options_release(struct fb_sample_options *);

#endif
