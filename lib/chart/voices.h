/* voices.h - everyone who answered, and the quotes that stand for them.
 *
 * Private to this room. */
#ifndef FB_CHART_VOICES_H
#define FB_CHART_VOICES_H

#include "chart/columns.h"

/* A line and its head, the strips, silence, and the voices in what room they
 * and so many quotes of other roles leave below y; big: in large words where those
 * have room. Gives the y below. */
double fb_draw_voices(struct fb_canvas *, const struct fb_cell *, double y,
    size_t extras, bool big);
/* The height that the voices, of a few lines each, and so many quotes of other
 * roles need to stand on one page. */
double fb_voices_least(struct fb_canvas *, const struct fb_cell *, size_t extras);
/* How many quotes of other roles have room with the voices; all of them when none
 * has, for a page of their own. */
size_t fb_extras_that_fit(struct fb_canvas *, const struct fb_cell *, double room);
/* So many of them: a minority view, what changed, last words. Below y, or on a
 * page of their own under that title where there is no room. */
void fb_draw_extras(struct fb_canvas *, const struct fb_cell *, double y,
    size_t extras, fb_str title);
/* Slots that nobody's words could fill, one sentence after the other, or "". */
fb_str fb_silent_words(struct fb_canvas *, const struct fb_cell *);

#endif
