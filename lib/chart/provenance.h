/* provenance.h - what stands below a quote: "12 Mar · Web survey · NPS 2 #a1b2".
 *
 * As many of its parts as there is room for; the id is never split and goes to a
 * line of its own where it does not fit. Private to this room. */
#ifndef FB_CHART_PROVENANCE_H
#define FB_CHART_PROVENANCE_H

#include "chart/canvas.h"

double fb_provenance_height(struct fb_canvas *, const struct fb_cell *,
    const struct fb_quote *, const struct fb_quote_style *);
/* First baseline at y; gives its height. */
double fb_draw_provenance(struct fb_canvas *, const struct fb_cell *,
    const struct fb_quote *, const struct fb_quote_style *, double x, double y);

#endif
