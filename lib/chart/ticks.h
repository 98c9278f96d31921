/* ticks.h - round numbers along an axis.
 *
 * Private to this room. */
#ifndef FB_CHART_TICKS_H
#define FB_CHART_TICKS_H

#include "chart/canvas.h"

/* A scale from lo to hi with a step of 1, 2, 2.5 or 5 times a power of ten. */
struct fb_ticks {
	double lo, hi, step;
};
enum { FB_TICK_HIGH = 9 }; /* what words of a tick need beside each other */

/* The finest scale around lo and hi that has five ticks at most. */
struct fb_ticks fb_ticks_of(double lo, double hi);
/* The same for values of a cell, not beyond what such values can be: of an
 * answer's scale 1 to 5, and so 1, 2, 3, 4 and 5. */
struct fb_ticks fb_ticks_for(const struct fb_cell *, double lo, double hi);
/* What values of a cell can be: the ends of an answer's scale, 0 and 100%; else
 * without end. step is 0. */
struct fb_ticks fb_bounds(const struct fb_cell *);
/* How many ticks: 2 to 5. */
int fb_ticks_count(struct fb_ticks);
double fb_tick_at(struct fb_ticks, int i);
/* Decimals that a step needs: 1 for 2.5. */
int fb_step_decimals(double step);
/* "2.5"; the last tick carries the sign of percent, or a short unit. Owned by the
 * report. */
fb_str fb_tick_words(struct fb_canvas *, const struct fb_cell *, struct fb_ticks,
    int i);
/* Of the widest of these words. */
double fb_ticks_width(struct fb_canvas *, const struct fb_cell *,
    struct fb_ticks);

/* Every how many ticks have words, counted from the last one, when they need so
 * much of an axis of that length. */
int fb_ticks_every(struct fb_ticks, double length, double need);

/* Move the n places, which must rise, as little as they need to be gap apart
 * from top to bottom; nearer than gap when there is no room. */
void fb_spread(double *y, size_t n, double gap, double top, double bottom);

#endif
