/* rated.h - letters drawn at a rate: as a set, for they come in the order of
 * the records, and that may be another one here. */
#ifndef FB_VERIFY_RATED_H
#define FB_VERIFY_RATED_H

#include "base/map.h"
#include "sample/draw.h"

struct fb_rated {
	struct fb_map lines;    /* letters, by their bytes */
	size_t *times, cap;     /* of each: how often it is not drawn yet */
	size_t ndrawn;
};

/* A letter that is here. */
void fb_rated_add(struct fb_rated *, fb_str letter);
/* The letter that the sample has just drawn: is it one of these? */
bool fb_rated_meet(struct fb_rated *, const struct fb_sample *);
/* After the draw: was this one not drawn? Asked once for each letter. */
bool fb_rated_left(struct fb_rated *, fb_str letter);
void fb_rated_release(struct fb_rated *);

#endif
