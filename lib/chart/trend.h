/* trend.h - a plot of lines over time, and where its points fall.
 *
 * Private to this room. */
#ifndef FB_CHART_TREND_H
#define FB_CHART_TREND_H

#include "chart/pages.h"
#include "chart/ticks.h"

struct fb_trend {
	struct fb_canvas *cv;
	const struct fb_cell ***points; /* of nall lines: the named series, */
	size_t *n, nseries, nall;       /* then others in grey */
	int32_t first, last;      /* period indexes */
	struct fb_ticks y;
	double px, py, pw, ph;    /* the plot */
	double label;             /* width of the labels at its right */
	double words;             /* y of the first words of marks, at its top */
};

extern const fb_colour fb_trend_inks[FB_TREND_SERIES];

static inline bool
fb_trend_shown(const struct fb_cell *c)
{
	return c->has_value && !fb_is_small(c);
}

static inline double
fb_trend_x(const struct fb_trend *t, int32_t index)
{
	int32_t span = t->last - t->first;

	return t->px + (span ? t->pw * (index - t->first) / span : t->pw / 2);
}

static inline double
fb_trend_y(const struct fb_trend *t, double v)
{
	return t->py + t->ph * (t->y.hi - v) / (t->y.hi - t->y.lo);
}

/* Dated events, and changes of level that are clear. */
void fb_trend_marks(struct fb_trend *);
/* Height that their words need above the lines. */
double fb_trend_marks_height(const struct fb_trend *);
/* Room that the words of the axis need on the left of such lines. */
double fb_trend_gutter(struct fb_canvas *, const struct fb_cell *const *series,
    size_t n, size_t grey);
/* Value, interval and name of each series at the right end of its line; the
 * interval only where it has room. */
void fb_trend_labels(struct fb_trend *);
/* What they need at most. */
double fb_trend_labels_width(struct fb_trend *);
/* The same for such lines, but no more than most. */
double fb_trend_label(struct fb_canvas *, const struct fb_cell *const *series,
    size_t n, double most);

#endif
