/* change.c - periods of a report and the family of its tests. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "metric/change.h"
#include "stat/adjust.h"

enum { PAST = 24 }; /* periods that tell how much a volume wobbles */

static struct fb_period
shifted(struct fb_period p, int32_t by)
{
	p.index += by;
	return p;
}

/* The latest period that is over by asof, and a partial one behind it. */
static void
latest(struct fb_span *s, enum fb_unit unit, int32_t last_day)
{
	struct fb_period p = fb_period_of(unit, last_day);

	while (fb_period_end(p) - 1 > s->asof)
		p.index--;
	s->report = p;
	s->last = fb_period_of(unit, last_day);
	if (fb_period_cmp(s->last, shifted(p, 1)) > 0)
		s->last = shifted(p, 1);
}

const char *
fb_span_init(struct fb_span *s, const struct fb_counter *c, const char *label,
    size_t history, const char *asof)
{
	struct fb_when when;
	const char *why;

	*s = (struct fb_span){ .dated = c->unit != FB_ALL,
	    .history = history > 4000 ? 4000 : (int32_t)history,
	    .asof = c->last_day };
	if (asof) {
		if ((why = fb_when_parse(fb_cstr(asof), &when)))
			return why;
		s->asof = fb_when_day(when);
	}
	s->report = s->last = (struct fb_period){ FB_ALL, 0 };
	if (!s->dated)
		return label ? "--period needs --per" : NULL;
	if (!label && c->last_day == INT32_MIN)
		s->report = s->last = (struct fb_period){ c->unit, 0 };
	else if (!label)
		latest(s, c->unit, c->last_day);
	else if ((why = fb_period_parse(fb_cstr(label), &s->report)))
		return why;
	if (s->report.unit != c->unit)
		return "not a period of the length that --per asks for";
	if (label)
		s->last = s->report;
	return NULL;
}

/* The data ends with the last second of asof. */
void
fb_answers_finish(struct fb_counter *c, const struct fb_span *span)
{
	for (size_t i = 0; i < c->nseries; i++) {
		const struct fb_series *s = &c->series[i];
		const struct fb_kind_row *kind = c->specs[s->metric].kind;

		for (size_t k = 0; kind->finish && k < s->n; k++)
			kind->finish(&s->points[k]->answers,
			    ((int64_t)span->asof + 1) * 86400);
	}
}

static uint64_t
days(struct fb_period p)
{
	return (uint64_t)(fb_period_end(p) - fb_period_first(p));
}

static struct fb_side
side(const struct fb_series *s, struct fb_period p)
{
	static const struct fb_answers none;
	const struct fb_answers *a = fb_series_at(s, p);

	return (struct fb_side){ a ? a : &none, days(p) };
}

/* Periods in front of p since the series began, oldest first. */
static size_t
past_of(const struct fb_series *s, struct fb_period p, struct fb_side *past)
{
	int32_t first = p.index - PAST;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (s->points[i]->period.unit != p.unit)
			continue;
		if (s->points[i]->period.index > first)
			first = s->points[i]->period.index;
		break;
	}
	for (int32_t i = first; i < p.index; i++)
		past[n++] = side(s, (struct fb_period){ p.unit, i });
	return n;
}

static bool
enough(const struct fb_kind_row *kind, const struct fb_answers *a)
{
	return !kind->small_matters || a->n >= FB_FULL;
}

static void
compare(const struct fb_counter *c, const struct fb_series *s,
    const struct fb_span *span, struct fb_period with, struct fb_test *t)
{
	const struct fb_kind_row *kind = c->specs[s->metric].kind;
	struct fb_side before = side(s, with), now = side(s, span->report);
	struct fb_side past[PAST];
	struct fb_estimate e;
	size_t npast;

	*t = (struct fb_test){ .period = with, .q = NAN };
	t->change.p = NAN;
	kind->estimate(before.answers, &e);
	/* A period before the series began holds nothing to compare with. */
	if (!e.ok || before.answers->n < span->suppress ||
	    now.answers->n < span->suppress || !fb_series_at(s, with) || !fb_series_at(s, span->report))
		return;
	npast = past_of(s, with, past);
	t->value = e.value;
	t->change = kind->change(before, now, past, npast);
	t->ok = isfinite(t->change.diff);
	t->tested = t->ok && enough(kind, before.answers) &&
	    enough(kind, now.answers) &&
	    fb_period_end(span->report) - 1 <= span->asof;
	t->phi_unknown = !kind->small_matters && !kind->asks &&
	    npast < FB_PAST_MIN;
}

static void
judge(const struct fb_counter *c, const struct fb_series *s,
    double min_effect, struct fb_test *t)
{
	const struct fb_kind_row *kind = c->specs[s->metric].kind;
	double least = min_effect;

	if (!t->tested)
		return;
	if (isnan(least))
		least = kind->least(s->scale, side(s, t->period).answers);
	t->signal = t->q <= 0.10 && fabs(t->change.diff) >= least;
}

static size_t
adjust(struct fb_tests *v, size_t n)
{
	double *p = fb_zalloc(2 * n, sizeof *p);
	size_t tests = 0;

	for (size_t i = 0; i < 2 * n; i++) {
		struct fb_test *t = i % 2 ? &v[i / 2].yoy : &v[i / 2].prev;

		p[i] = t->tested ? t->change.p : NAN;
		tests += t->tested;
	}
	fb_bh(p, p, 2 * n);
	for (size_t i = 0; i < 2 * n; i++)
		(i % 2 ? &v[i / 2].yoy : &v[i / 2].prev)->q = p[i];
	free(p);
	return tests;
}

size_t
fb_tests_run(const struct fb_counter *c, const struct fb_span *span,
    double min_effect, struct fb_tests *v)
{
	size_t n = fb_counter_n(c), tests;
	struct fb_period before = shifted(span->report, -1), year;
	bool has_year = fb_period_year_before(span->report, &year);

	for (size_t i = 0; i < n && span->dated; i++) {
		compare(c, &c->series[i], span, before, &v[i].prev);
		if (has_year)
			compare(c, &c->series[i], span, year, &v[i].yoy);
	}
	if (!span->dated)
		return 0;
	tests = adjust(v, n);
	for (size_t i = 0; i < n; i++) {
		judge(c, &c->series[i], min_effect, &v[i].prev);
		judge(c, &c->series[i], min_effect, &v[i].yoy);
	}
	return tests;
}
