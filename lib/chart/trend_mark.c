/* trend_mark.c - dated events, changes of level and natural limits on a
 * trend. */
#include <math.h>

#include "chart/trend.h"

enum { ROW = 12 }; /* of words */

/* Is the event about one of the lines that are drawn? */
static bool
concerns(const struct fb_trend *t, const struct fb_event *e)
{
	for (size_t s = 0; s < t->nseries; s++)
		if (fb_event_fits(e, t->points[s][t->n[s] - 1]))
			return true;
	return false;
}

/* Left of its line, or right of it where there is more room; across it when they
 * are longer. */
static void
event_words(struct fb_trend *t, fb_str words, double x, double y)
{
	struct fb_text text = { .s = words, .role = FB_AXIS_BOLD, .max_lines = 1,
	    .align = FB_LEFT, .width = t->pw };
	double w = fb_page_measure(t->cv->page, &text).width;
	double at = x - t->px > t->pw / 2 ? fmax(x - 4 - w, t->px) :
	    fmin(x + 4, t->px + t->pw - w);

	fb_page_halo(t->cv->page, at - 2, y - 8, w + 4, 11);
	fb_page_text(t->cv->page, &text, at, y);
}

/* Does the event fall on the plot? Then x is the boundary in front of the period
 * that its day falls in. */
static bool
event_at(const struct fb_trend *t, const struct fb_event *e, double *x)
{
	const struct fb_cell *c = t->points[0][t->n[0] - 1];
	struct fb_period p = fb_period_of(c->period.unit, e->day);

	if (p.index <= t->first || p.index > t->last || !concerns(t, e))
		return false;
	*x = (fb_trend_x(t, p.index) + fb_trend_x(t, p.index - 1)) / 2;
	return true;
}

static double
draw_events(struct fb_trend *t, double y)
{
	struct fb_report *r = t->cv->report;
	double x;

	for (size_t i = 0; i < r->nevents && y < t->py + t->ph - ROW; i++) {
		if (!event_at(t, &r->events[i], &x))
			continue;
		fb_page_line(t->cv->page, (struct fb_pen){ FB_INK, 0.8, 2.4 }, x,
		    y - 8, x, t->py + t->ph);
		event_words(t, r->events[i].text, x, y);
		y += ROW;
	}
	return y;
}

/* The boundary in front of a period; false when it is not on the plot. */
static bool
boundary(const struct fb_trend *t, fb_str label, double *x)
{
	struct fb_period p;

	if (fb_period_parse(label, &p) || p.index <= t->first || p.index > t->last)
		return false;
	*x = (fb_trend_x(t, p.index) + fb_trend_x(t, p.index - 1)) / 2;
	return true;
}

/* Where the level of a line clearly changed: the likeliest boundary, and below
 * it those that are nearly as likely. */
static void
draw_shift(struct fb_trend *t, const struct fb_shift *shift, size_t s, double y)
{
	bool wide = !fb_str_eq(shift->from, shift->until);
	double x, from, until;

	if (!boundary(t, shift->at, &x))
		return;
	if (boundary(t, shift->from, &from) && boundary(t, shift->until, &until))
		fb_canvas_rule_part(t->cv, from - 1, t->py + t->ph - 2,
		    until - from + 2, 3, fb_trend_inks[s]);
	fb_page_line(t->cv->page, (struct fb_pen){ fb_trend_inks[s], 0.8, 2.4 }, x,
	    y - 8, x, t->py + t->ph);
	event_words(t, fb_phrase(t->cv, wide ? "shift_between" : "shift",
	    (struct fb_slot[]){
	    { "name", fb_name_group(t->cv->report, t->points[s][t->n[s] - 1]) },
	    { "at", fb_period_words(t->cv, shift->at, FB_PERIOD_AXIS_YEAR) },
	    { "from", fb_period_words(t->cv, shift->from, FB_PERIOD_AXIS) },
	    { "until", fb_period_words(t->cv, shift->until, FB_PERIOD_AXIS) } }, 4),
	    x, y);
}

/* On the upper line, at its left end. */
static void
limit_words(struct fb_trend *t, double y)
{
	struct fb_text text = { .role = FB_SOURCE, .align = FB_LEFT,
	    .s = fb_phrase(t->cv, "limits", (struct fb_slot[]){ { "name",
	    fb_name_group(t->cv->report, t->points[0][t->n[0] - 1]) } }, 1),
	    .width = t->pw / 2, .max_lines = 1, .colour = FB_TEXT2 };
	double w = fb_page_measure(t->cv->page, &text).width;

	fb_page_halo(t->cv->page, t->px, y - 9, w + 4, 8.5);
	fb_page_text(t->cv->page, &text, t->px + 2, y - 2.5);
}

/* Between which values noise alone keeps the line. */
static void
draw_limits(struct fb_trend *t, const struct fb_shift *shift)
{
	const double at[] = { shift->lo, shift->hi };

	for (int i = 0; i < 2; i++) {
		double y = fb_trend_y(t, at[i]);

		if (!isfinite(at[i]) || y < t->py || y > t->py + t->ph)
			continue;
		fb_page_line(t->cv->page, (struct fb_pen){ FB_MID, 0.6, 1.2 },
		    t->px, y, t->px + t->pw, y);
		if (i || shift->hi > t->y.hi)
			limit_words(t, y);
	}
}

/* A ring round the last point, and which of the rules it meets; gives the y of
 * the next words. */
static double
draw_rules(struct fb_trend *t, const struct fb_shift *shift, size_t s, double y)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];
	double x = fb_trend_x(t, c->period.index);
	struct fb_buf key = {0};

	for (int i = 0; i < FB_SHIFT_RULES && fb_trend_shown(c); i++) {
		if (!shift->rules[i])
			continue;
		fb_page_ring(t->cv->page, x, fb_trend_y(t, c->value), 7,
		    (struct fb_pen){ FB_INK, 1.1, 0 });
		key.n = 0;
		fb_buf_printf(&key, "rule_%d", i + 1);
		event_words(t, fb_phrase(t->cv, fb_buf_cstr(&key),
		    (struct fb_slot[]){
		    { "name", fb_name_group(t->cv->report, c) },
		    { "at", fb_period_words(t->cv, c->period_label,
		      FB_PERIOD_AXIS_YEAR) } }, 2), x, y);
		y += ROW;
	}
	fb_buf_release(&key);
	return y;
}

/* Limits of the first line only, so that they are read as its own. */
void
fb_trend_marks(struct fb_trend *t)
{
	const struct fb_beside *b = &t->cv->report->beside;
	double y = draw_events(t, t->words);

	for (size_t s = 0; s < t->nseries; s++)
		for (size_t i = 0; i < b->nshifts; i++) {
			const struct fb_shift *shift = &b->shifts[i];

			if (!fb_beside_fits(&shift->about,
			    t->points[s][t->n[s] - 1]))
				continue;
			if (!s)
				draw_limits(t, shift);
			if (shift->signal) {
				draw_shift(t, shift, s, y);
				y += ROW;
			}
			y = draw_rules(t, shift, s, y);
		}
}

double
fb_trend_marks_height(const struct fb_trend *t)
{
	const struct fb_report *r = t->cv->report;
	size_t n = 0;
	double x;

	for (size_t i = 0; i < r->nevents; i++)
		n += event_at(t, &r->events[i], &x);
	for (size_t s = 0; s < t->nseries; s++)
		for (size_t i = 0; i < r->beside.nshifts; i++) {
			const struct fb_shift *shift = &r->beside.shifts[i];
			const struct fb_cell *c = t->points[s][t->n[s] - 1];

			if (!fb_beside_fits(&shift->about, c))
				continue;
			n += shift->signal;
			for (int k = 0; k < FB_SHIFT_RULES && fb_trend_shown(c); k++)
				n += shift->rules[k];
		}
	return ROW * (double)n;
}
