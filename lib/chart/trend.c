/* trend.c - lines over time with their interval bands. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/num.h"
#include "chart/pages.h"

enum { TICKS_MAX = 12, LABEL_STEP = 26, LABEL_STEP_LONG = 35, LABEL_WIDTH = 84 };

struct axis {
	double lo, hi, step;
};

struct trend {
	struct fb_canvas *cv;
	const struct fb_cell **points[FB_TREND_SERIES];
	size_t n[FB_TREND_SERIES], nseries;
	int32_t first, last;      /* period indexes */
	struct axis y;
	double px, py, pw, ph;    /* the plot */
};

static const fb_colour inks[FB_TREND_SERIES] = { FB_CATEGORY1, FB_CATEGORY2,
	FB_CATEGORY3 };

static bool
shown(const struct fb_cell *c)
{
	return c->has_value && !fb_is_small(c);
}

/* A step of 1, 2, 2.5 or 5 times a power of ten: 3 to 6 ticks. */
static double
nice_step(double span)
{
	static const double steps[] = { 1, 2, 2.5, 5, 10 };
	double ten = pow(10, floor(log10(span / 4)));

	for (size_t i = 0; i < 5; i++)
		if (span / (steps[i] * ten) <= 5)
			return steps[i] * ten;
	return 10 * ten;
}

static void
widen(struct axis *a, double v)
{
	if (!isfinite(v))
		return;
	a->lo = fmin(a->lo, v);
	a->hi = fmax(a->hi, v);
}

static struct axis
axis_of(const struct trend *t)
{
	struct axis a = { INFINITY, -INFINITY, 1 };
	bool zero = false;

	for (size_t s = 0; s < t->nseries; s++)
		for (size_t i = 0; i < t->n[s]; i++) {
			const struct fb_cell *c = t->points[s][i];

			if (!shown(c))
				continue;
			widen(&a, c->value);
			widen(&a, c->has_interval ? c->lo : c->value);
			widen(&a, c->has_interval ? c->hi : c->value);
			zero |= fb_str_eq(c->unit, FB_LIT("records"));
		}
	if (a.lo > a.hi)
		a = (struct axis){ 0, 1, 1 };
	if (zero)
		a.lo = 0;
	if (a.hi - a.lo < 1e-9)
		a.hi = a.lo + 1;
	a.step = nice_step(a.hi - a.lo);
	a.lo = floor(a.lo / a.step + 1e-9) * a.step;
	a.hi = ceil(a.hi / a.step - 1e-9) * a.step;
	return a;
}

static double
at_x(const struct trend *t, int32_t index)
{
	int32_t span = t->last - t->first;

	return t->px + (span ? t->pw * (index - t->first) / span : t->pw / 2);
}

static double
at_y(const struct trend *t, double v)
{
	return t->py + t->ph * (t->y.hi - v) / (t->y.hi - t->y.lo);
}

static void
draw_grid(struct trend *t)
{
	int decimals = t->y.step < 1 ? t->y.step < 0.1 ? 2 : 1 :
	    fabs(t->y.step - round(t->y.step)) > 1e-9;
	struct fb_buf b = {0};

	for (int i = 0; i <= TICKS_MAX; i++) {
		double v = t->y.lo + i * t->y.step;

		if (v > t->y.hi + t->y.step / 2)
			break;
		fb_canvas_rule_part(t->cv, t->px - 4, at_y(t, v), t->pw + 4,
		    i ? 0.5 : 0.8, i ? FB_GRID : FB_INK);
		fb_show_number(&b, t->cv->words, v, decimals, false);
		if (fb_str_eq(t->points[0][0]->unit, FB_LIT("%")) &&
		    v + t->y.step > t->y.hi + t->y.step / 2)
			fb_buf_adds(&b, "%");
		fb_canvas_put(t->cv, FB_AXIS, t->px - 9, at_y(t, v) + 2.7, FB_RIGHT,
		    0, fb_keep(t->cv, &b));
	}
	fb_buf_release(&b);
}

/* Every second or fourth period, the first with its year, the last bold. */
static void
draw_periods(struct trend *t, enum fb_unit unit)
{
	int32_t n = t->last - t->first + 1, step = 1;
	struct fb_buf b = {0};

	while (n / step > 7)
		step++;
	for (int32_t i = t->first; i <= t->last; i++) {
		bool end = i == t->last, start = i == t->first;
		double x = at_x(t, i);

		if (!end && (i - t->first) % step)
			continue;
		if (!end && !start && at_x(t, t->last) - x < 44)
			continue;
		fb_put_period(&b, (struct fb_period){ unit, i });
		fb_page_line(t->cv->page, (struct fb_pen){ FB_MID, 0.6, 0 }, x,
		    t->py + t->ph, x, t->py + t->ph + 3);
		fb_canvas_put(t->cv, end ? FB_AXIS_BOLD : FB_AXIS, x,
		    t->py + t->ph + 13, FB_CENTRE, 0, fb_period_words(t->cv,
		    fb_keep(t->cv, &b), start || end ? FB_PERIOD_AXIS_YEAR :
		    FB_PERIOD_AXIS));
	}
	fb_buf_release(&b);
}

/* Points i .. of a series that follow each other without a gap. */
static size_t
run_length(const struct trend *t, size_t s, size_t i)
{
	size_t k = 0;

	while (i + k < t->n[s] && shown(t->points[s][i + k]) && (!k ||
	    t->points[s][i + k]->period.index ==
	    t->points[s][i + k - 1]->period.index + 1))
		k++;
	return k;
}

static void
draw_band(struct trend *t, size_t s, size_t from, size_t n)
{
	struct fb_point *v = fb_zalloc(2 * n, sizeof *v);

	for (size_t i = 0; i < n; i++) {
		const struct fb_cell *c = t->points[s][from + i];
		double x = at_x(t, c->period.index);

		v[i] = (struct fb_point){ x, at_y(t, c->has_interval ? c->hi : c->value) };
		v[2 * n - 1 - i] = (struct fb_point){ x,
		    at_y(t, c->has_interval ? c->lo : c->value) };
	}
	fb_page_veil(t->cv->page, inks[s], v, 2 * n);
	free(v);
}

static void
draw_line(struct trend *t, size_t s, size_t from, size_t n)
{
	struct fb_point *v = fb_zalloc(n, sizeof *v);

	for (size_t i = 0; i < n; i++) {
		const struct fb_cell *c = t->points[s][from + i];

		v[i] = (struct fb_point){ at_x(t, c->period.index), at_y(t, c->value) };
	}
	if (n > 1)
		fb_page_polyline(t->cv->page, (struct fb_pen){ inks[s], 1.8, 0 }, v, n);
	else
		fb_page_disc(t->cv->page, v[0].x, v[0].y, 1.8, inks[s]);
	free(v);
}

static void
each_run(struct trend *t, size_t s, void (*draw)(struct trend *, size_t, size_t,
    size_t))
{
	for (size_t i = 0, k; i < t->n[s]; i += k ? k : 1)
		if ((k = run_length(t, s, i)))
			draw(t, s, i, k);
}

/* Where the labels at the right end stand: by value, LABEL_STEP apart. */
static void
spread(double *y, size_t n, double step, double top, double bottom)
{
	for (int round = 0; round < 60; round++)
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < n; k++) {
				double gap = y[k] - y[i];

				if (i == k || fabs(gap) >= step)
					continue;
				y[gap > 0 || (gap == 0 && k > i) ? k : i] += 0.5;
				y[gap > 0 || (gap == 0 && k > i) ? i : k] -= 0.5;
			}
	for (size_t i = 0; i < n; i++)
		y[i] = fmax(top, fmin(bottom, y[i]));
}

static struct fb_text
end_name(struct trend *t, size_t s)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];

	return (struct fb_text){ .s = fb_name_group(t->cv->report, c),
	    .role = FB_AXIS_BOLD, .align = FB_LEFT, .colour = inks[s],
	    .width = LABEL_WIDTH, .max_lines = 2 };
}

static double
label_step(struct trend *t)
{
	for (size_t s = 0; s < t->nseries; s++) {
		struct fb_text name = end_name(t, s);

		if (fb_page_measure(t->cv->page, &name).lines > 1)
			return LABEL_STEP_LONG;
	}
	return LABEL_STEP;
}

static void
end_label(struct trend *t, size_t s, double y)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];
	double x = t->px + t->pw + 9, w;
	struct fb_text name;
	struct fb_buf b = {0};

	if (shown(c)) {
		fb_page_disc(t->cv->page, at_x(t, c->period.index), at_y(t, c->value),
		    4.4, FB_WHITE);
		fb_page_disc(t->cv->page, at_x(t, c->period.index), at_y(t, c->value),
		    3.2, inks[s]);
		fb_show_value(&b, t->cv->words, c);
		w = fb_canvas_put(t->cv, FB_VALUE_END, x, y + 4, FB_LEFT, inks[s],
		    fb_keep(t->cv, &b));
		fb_show_margin(&b, t->cv->words, c);
		fb_canvas_put(t->cv, FB_INTERVAL, x + w + 4, y + 4, FB_LEFT, 0,
		    fb_keep(t->cv, &b));
	} else {
		fb_canvas_put(t->cv, FB_NOTE, x, y + 3, FB_LEFT, 0,
		    fb_word(t->cv->words, "few_answers"));
	}
	name = end_name(t, s);
	fb_page_text(t->cv->page, &name, x, y + 14);
	fb_buf_release(&b);
}

static void
end_labels(struct trend *t)
{
	double y[FB_TREND_SERIES];

	for (size_t s = 0; s < t->nseries; s++) {
		const struct fb_cell *c = t->points[s][t->n[s] - 1];

		y[s] = shown(c) ? at_y(t, c->value) : t->py + t->ph;
	}
	spread(y, t->nseries, label_step(t), t->py, t->py + t->ph - 4);
	for (size_t s = 0; s < t->nseries; s++)
		end_label(t, s, y[s]);
}

/* Dated events of the report that fall on the plot. */
static void
draw_events(struct trend *t, const struct fb_cell *c)
{
	struct fb_report *r = t->cv->report;
	double y = t->py + 4;

	for (size_t i = 0; i < r->nevents; i++, y += 12) {
		struct fb_period p = fb_period_of(c->period.unit, r->events[i].day);
		double x;

		if (p.index <= t->first || p.index > t->last)
			continue;
		/* The boundary in front of the period that the day falls in. */
		x = (at_x(t, p.index) + at_x(t, p.index - 1)) / 2;
		fb_page_line(t->cv->page, (struct fb_pen){ FB_INK, 0.8, 2.4 }, x,
		    t->py - 4, x, t->py + t->ph);
		fb_canvas_put(t->cv, FB_AXIS_BOLD, x - 4, y, FB_RIGHT, FB_INK,
		    r->events[i].text);
	}
}

static void
setup(struct trend *t, const struct fb_cell *const *series, size_t n)
{
	t->nseries = n < FB_TREND_SERIES ? n : FB_TREND_SERIES;
	t->first = INT32_MAX;
	t->last = INT32_MIN;
	for (size_t s = 0; s < t->nseries; s++) {
		t->points[s] = fb_history(t->cv->report, series[s], &t->n[s]);
		if (t->points[s][0]->period.index < t->first)
			t->first = t->points[s][0]->period.index;
		if (series[s]->period.index > t->last)
			t->last = series[s]->period.index;
	}
	t->y = axis_of(t);
}

void
fb_draw_trend(struct fb_canvas *cv, const struct fb_cell *const *series,
    size_t n, double x, double y, double w, double h)
{
	struct trend t = { .cv = cv, .px = x, .py = y, .pw = w, .ph = h };

	setup(&t, series, n);
	fb_page_tag(cv->page, FB_TAG_FIGURE);
	draw_grid(&t);
	draw_periods(&t, series[0]->period.unit);
	for (size_t s = t.nseries; s-- > 0; )
		each_run(&t, s, draw_band);
	draw_events(&t, series[0]);
	for (size_t s = t.nseries; s-- > 0; )
		each_run(&t, s, draw_line);
	end_labels(&t);
	fb_page_untag(cv->page);
}
