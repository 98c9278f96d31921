/* redraw.h - the state of drawing a part's quotes again; for quotes*.c. */
#ifndef FB_VERIFY_REDRAW_H
#define FB_VERIFY_REDRAW_H

#include "anecdote/cast.h"
#include "anecdote/gather.h"
#include "verify/case.h"
#include "verify/said.h"

struct fb_redraw {
	struct fb_case *c;
	const struct fb_part_of_case *part;
	const char *trail;      /* of fb-anecdote; NULL without one */
	const char *seed;       /* of the trail, or the one that was given */
	struct fb_said said;
	struct fb_filter filter;
	struct fb_plan plan;    /* item i is metric line i of the part */
	struct fb_gather gather;
	struct fb_cast cast;
	struct fb_met met;
	size_t nempty;
};

/* One quote against the record that it names. line: of the metric. Gives how
 * many findings. */
size_t fb_verify_quote(struct fb_redraw *, size_t item, fb_str quote);
/* After the draw: the facts and counts of the trail. */
void fb_verify_quote_facts(struct fb_redraw *);

#endif
