/* periods.h - periods along an axis: which of them have words, and which words.
 *
 * Private to this room. */
#ifndef FB_CHART_PERIODS_H
#define FB_CHART_PERIODS_H

#include "chart/canvas.h"

enum { FB_PERIOD_MARKS = 9 };

/* Periods of a unit from first to last, the first at x and the last w to the
 * right of it; one alone stands in the middle. */
struct fb_period_axis {
	enum fb_unit unit;
	int32_t first, last;
	double x, w;
};

struct fb_period_mark {
	double x;
	fb_str words;     /* owned by the report */
	bool end;         /* the last period, which is reported on */
	double half;      /* of the width of its words */
};

double fb_period_x(const struct fb_period_axis *, int32_t index);
/* From left to right: the first and the last with their years, and as many round
 * ones between them as have room; a year stands where it is not the one before.
 * Gives how many. */
size_t fb_period_marks(struct fb_canvas *, const struct fb_period_axis *,
    struct fb_period_mark *);
/* The words at that baseline, each with a small line at the foot of the plot. */
void fb_draw_periods(struct fb_canvas *, const struct fb_period_axis *,
    double foot);
/* Words of one period in a form. */
fb_str fb_period_at(struct fb_canvas *, enum fb_unit, int32_t index,
    enum fb_period_form);
/* Its year; that of a week is the one that ISO 8601 counts it to. */
int fb_period_year(enum fb_unit, int32_t index);

#endif
