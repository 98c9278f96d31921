/* one.h - what the page of one number shares with the page of a metric.
 *
 * Private to this room. */
#ifndef FB_CHART_ONE_H
#define FB_CHART_ONE_H

#include "chart/pages.h"

/* Is there one number and no more in this period? Then a page tells all of it. */
bool fb_is_alone(struct fb_report *, const struct fb_focus *);
/* Title given or found, deck given or "", and the line at the foot. */
fb_str fb_metric_title(struct fb_canvas *, const struct fb_cell *, fb_str *deck);
fb_str fb_metric_source(struct fb_canvas *, const struct fb_cell *);

#endif
