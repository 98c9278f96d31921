/* journey.h - what the page of a journey says.
 *
 * Private to this room. */
#ifndef FB_CHART_JOURNEY_H
#define FB_CHART_JOURNEY_H

#include "chart/curve.h"

enum { FB_JOURNEY_LOWS = 3 };

struct fb_journey {
	struct fb_canvas *cv;
	struct fb_curve curve;
	size_t lows[FB_JOURNEY_LOWS], nlows; /* by stage */
	const struct fb_cell *high;
	double y;                 /* below the plot and its names */
};

const struct fb_cell *fb_journey_cell(const struct fb_journey *, size_t stage);
/* The first stage that is drawn. */
const struct fb_cell *fb_journey_first(const struct fb_journey *);
/* "Ask for help: 1.8"; and "−1.4 on September, clearly worse", else how many
 * answered. */
fb_str fb_journey_stage(struct fb_journey *, const struct fb_cell *);
fb_str fb_journey_change(struct fb_journey *, const struct fb_cell *);
/* The deepest stage in the neutral words of a finding, the deck, the foot. */
fb_str fb_journey_finding(struct fb_journey *);
fb_str fb_journey_deck(struct fb_journey *);
fb_str fb_journey_source(struct fb_journey *);

#endif
