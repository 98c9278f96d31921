/* beside.h - lines of fb-metric that stand beside the metric lines.
 *
 * Private to this room. Drivers, terms, shifts and declines are held whole
 * against those that the records give. */
#ifndef FB_VERIFY_BESIDE_H
#define FB_VERIFY_BESIDE_H

#include "verify/case.h"

/* The lines that the records give. */
struct fb_beside_lines {
	struct fb_map lines;
	bool *met; /* the part has it */
	size_t met_cap;
};

/* Is the line of such a kind? */
bool fb_stands_beside(fb_str line);
void fb_beside_keep(struct fb_beside_lines *, fb_str line);
/* A finding for each line of the part that they do not give, and for each of
 * theirs that it lacks. Lines of a kind of which they give none are from
 * elsewhere; gives how many. */
size_t fb_beside_check(struct fb_beside_lines *, const struct fb_part_of_case *,
    struct fb_findings *);
void fb_beside_lines_release(struct fb_beside_lines *);

#endif
