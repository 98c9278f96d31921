/* trend.h - a plot of lines over time, and where its points fall.
 *
 * Private to this room. */
#ifndef FB_CHART_TREND_H
#define FB_CHART_TREND_H

#include "chart/pages.h"
#include "chart/ticks.h"

/* What is marked: an event or a change of level in front of a period, or the last
 * point of a series, for the rule it meets. */
enum fb_trend_kind { FB_TREND_EVENT, FB_TREND_SHIFT, FB_TREND_RULE };
struct fb_trend_mark {
	enum fb_trend_kind kind;
	int32_t index;
	size_t series;
	fb_colour ink;
	fb_str words;
	int32_t day;              /* of an event */
};

struct fb_trend {
	struct fb_canvas *cv;
	const struct fb_cell ***points; /* of nall lines: the named series, */
	size_t *n, nseries, nall;       /* then others in grey */
	int32_t first, last;      /* period indexes */
	struct fb_ticks y;
	double px, py, pw, ph;    /* the plot */
	double label;             /* width of the labels at its right */
	double words;             /* y of the first words of marks, at its top */
	bool alone;               /* a chart alone: a list may be as wide as it */
	struct fb_trend_mark *marks; /* owned */
	size_t nmarks, marks_cap, hidden; /* the first ones have no room */
	bool numbered;            /* marks have numbers, and words in a list */
	fb_str list;
	double list_x, list_w;
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
	double part = (t->y.hi - v) / (t->y.hi - t->y.lo);

	return t->py + t->ph * (part < 0 ? 0 : part > 1 ? 1 : part);
}

/* Find dated events, changes of level that are clear, and points that meet a
 * rule; where their words have no room above the lines, the plot becomes lower
 * by a list below it. */
void fb_trend_collect(struct fb_trend *);
double fb_trend_mark_x(const struct fb_trend *, const struct fb_trend_mark *);
/* Draw them with their words, and natural limits. */
void fb_trend_marks(struct fb_trend *);
/* Say in the gaps of named lines why they are there, where there is room. */
void fb_trend_gaps(struct fb_trend *);
void fb_trend_mark_words(struct fb_trend *);
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
