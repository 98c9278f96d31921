/* periods.c - periods along an axis. */
#include <math.h>

#include "chart/periods.h"

enum { APART = 7, INNER_MAX = 7, STEPS = 8, MONTH_DAYS = 30, SPAN_SHORT = 13 };

/* How far marks may be apart; of days from 30 on months of that many, whatever
 * their length. */
static const int32_t steps[][STEPS] = {
	[FB_DAY] = { 1, 2, 7, 14, 30, 90, 180, 360 },
	[FB_WEEK] = { 1, 2, 4, 8, 13, 26, 52, 104 },
	[FB_MONTH] = { 1, 2, 3, 6, 12, 24, 60, 120 },
	[FB_QUARTER] = { 1, 2, 4, 8, 20, 40, 80, 160 },
	[FB_YEAR] = { 1, 2, 5, 10, 20, 50, 100, 200 },
};

double
fb_period_x(const struct fb_period_axis *a, int32_t index)
{
	int32_t span = a->last - a->first;

	return a->x + (span ? a->w * (index - a->first) / span : a->w / 2);
}

fb_str
fb_period_at(struct fb_canvas *cv, enum fb_unit unit, int32_t index,
    enum fb_period_form form)
{
	struct fb_buf b = {0};
	fb_str words;

	fb_put_period(&b, (struct fb_period){ unit, index });
	words = fb_period_words(cv, fb_buf_str(&b), form);
	fb_buf_release(&b);
	return words;
}

int
fb_period_year(enum fb_unit unit, int32_t index)
{
	int year, month, day;

	/* A week belongs to the year of its Thursday. */
	fb_civil(fb_period_first((struct fb_period){ unit, index }) +
	    3 * (unit == FB_WEEK), &year, &month, &day);
	return year;
}

/* Do marks that far apart stand at the beginning of years or months? */
static bool
is_calendar(enum fb_unit unit, int32_t step)
{
	return (unit == FB_DAY && step >= MONTH_DAYS) ||
	    (unit == FB_MONTH && step >= 12) ||
	    (unit == FB_QUARTER && step >= 4) || (unit == FB_YEAR && step > 1);
}

static bool
is_marked(const struct fb_period_axis *a, int32_t step, int32_t index)
{
	int year, month, day;

	if (!is_calendar(a->unit, step))
		return (index - a->first) % step == 0;
	if (a->unit == FB_YEAR)
		return fb_period_year(FB_YEAR, index) % step == 0;
	if (a->unit != FB_DAY)
		return index % step == 0;
	fb_civil(index, &year, &month, &day);
	return day == 1 && (month - 1) % (step / MONTH_DAYS) == 0;
}

static double
half_width(struct fb_canvas *cv, fb_str words, bool end)
{
	struct fb_text t = { .s = words,
	    .role = end ? FB_AXIS_BOLD : FB_AXIS };

	return fb_page_measure(cv->page, &t).width / 2;
}

/* The first of the steps whose marks have room, and are not too many. */
static int32_t
step_of(struct fb_canvas *cv, const struct fb_period_axis *a)
{
	int32_t n = a->last - a->first, step = 1;
	double inner = half_width(cv, fb_period_at(cv, a->unit, a->last,
	    FB_PERIOD_AXIS), false), end = half_width(cv, fb_period_at(cv,
	    a->unit, a->first, FB_PERIOD_AXIS_YEAR), false);
	double need = inner + fmax(inner, end) + APART;

	for (int i = 0; i < STEPS; i++) {
		step = steps[a->unit][i];
		if (n / step <= INNER_MAX && a->w * step >= need * n)
			break;
	}
	return step;
}

/* Between the ends: the year alone where one begins, the month alone where days
 * are marked by months; else the period, with its year where that is new. */
static fb_str
inner_words(struct fb_canvas *cv, const struct fb_period_axis *a, int32_t step,
    int32_t index, bool new_year)
{
	enum fb_unit unit = a->unit;
	enum fb_period_form form = new_year &&
	    (a->last - a->first >= SPAN_SHORT || unit == FB_QUARTER) ?
	    FB_PERIOD_AXIS_YEAR : FB_PERIOD_AXIS;

	if (is_calendar(unit, step) && unit == FB_DAY) {
		index = fb_period_of(FB_MONTH, index).index;
		unit = FB_MONTH;
	} else if (is_calendar(unit, step) && unit != FB_YEAR) {
		index = fb_period_year(unit, index) - 1970;
		unit = FB_YEAR;
	}
	return fb_period_at(cv, unit, index, form);
}

static struct fb_period_mark
end_mark(struct fb_canvas *cv, const struct fb_period_axis *a, int32_t index)
{
	struct fb_period_mark m = { .x = fb_period_x(a, index),
	    .end = index == a->last, .words = fb_period_at(cv, a->unit, index,
	    FB_PERIOD_AXIS_YEAR) };

	m.half = half_width(cv, m.words, m.end);
	return m;
}

static bool
is_free(struct fb_period_mark left, struct fb_period_mark right)
{
	return right.x - right.half - left.x - left.half >= APART;
}

size_t
fb_period_marks(struct fb_canvas *cv, const struct fb_period_axis *a,
    struct fb_period_mark *out)
{
	struct fb_period_mark last = end_mark(cv, a, a->last), m;
	int32_t step, year = fb_period_year(a->unit, a->first);
	size_t n = 0;

	if (a->unit < FB_DAY || a->first == a->last) {
		out[n++] = last;
		return n;
	}
	m = end_mark(cv, a, a->first);
	if (is_free(m, last))
		out[n++] = m;
	step = step_of(cv, a);
	for (int32_t i = a->first + 1; i < a->last && n + 1 < FB_PERIOD_MARKS;
	    i++) {
		if (!is_marked(a, step, i))
			continue;
		m = (struct fb_period_mark){ .x = fb_period_x(a, i),
		    .words = inner_words(cv, a, step, i,
		    fb_period_year(a->unit, i) != year) };
		m.half = half_width(cv, m.words, false);
		if ((n && !is_free(out[n - 1], m)) || !is_free(m, last))
			continue;
		year = fb_period_year(a->unit, i);
		out[n++] = m;
	}
	out[n++] = last;
	return n;
}

void
fb_draw_periods(struct fb_canvas *cv, const struct fb_period_axis *a, double foot)
{
	struct fb_period_mark v[FB_PERIOD_MARKS];
	size_t n = fb_period_marks(cv, a, v);

	for (size_t i = 0; i < n; i++) {
		fb_page_line(cv->page, (struct fb_pen){ FB_MID, 0.6, 0 }, v[i].x,
		    foot, v[i].x, foot + 3);
		fb_canvas_put(cv, v[i].end ? FB_AXIS_BOLD : FB_AXIS, v[i].x,
		    foot + 13, FB_CENTRE, 0, v[i].words);
	}
}
