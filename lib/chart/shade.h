/* shade.h - values as colours: the cells of a heat map.
 *
 * Private to this room. */
#ifndef FB_CHART_SHADE_H
#define FB_CHART_SHADE_H

#include "chart/canvas.h"

/* Colours run linearly from the middle to reach on both sides of it. */
struct fb_shade {
	double middle, reach;
	bool plain;         /* no way is better: one shade, from low to high */
};

/* Make room for a value among those that will be shaded. */
void fb_shade_reach(struct fb_shade *, const struct fb_cell *);
/* A cell in w x h points with its number; red is worse whatever the metric,
 * pale and grey with under 30 answers, a dot on white with under 10. unit: with
 * its sign of percent. */
void fb_draw_shade(struct fb_canvas *, struct fb_shade, const struct fb_cell *,
    bool unit, double x, double y, double w, double h);

#endif
