/* shift.c - shift lines out. */
#include <math.h>
#include <stdlib.h>

#include "cell/spec.h"
#include "metric/shift.h"
#include "record/json.h"
#include "stat/adjust.h"
#include "stat/limits.h"
#include "stat/trend.h"

/* A series over its full periods. */
struct level {
	const struct fb_series *s;
	const struct fb_spec *spec;
	struct fb_period first;
	size_t n;
	struct fb_split v[FB_BREAK_MAX];
	double worth[FB_CLASSES];
	struct fb_break found;
	double p, q, before, after;
	bool signal;
};

static struct fb_period
period_at(const struct level *l, size_t i)
{
	struct fb_period p = l->first;

	p.index += (int32_t)i;
	return p;
}

static bool
enters(struct level *l, size_t i, const struct fb_answers *a, uint64_t suppress)
{
	for (size_t k = 0; a && k < FB_CLASSES; k++)
		l->v[i].of[k] = a->group[k];
	return !a || a->n >= suppress;
}

/* From the first period of the span with an answer up to the report; false
 * when there are too few, or one is hidden. */
static bool
fill(struct level *l, const struct fb_span *span)
{
	int32_t past = span->history < FB_BREAK_MAX ? span->history :
	    FB_BREAK_MAX - 1;
	size_t answered = 0;

	for (int32_t i = span->report.index - past; i <= span->report.index; i++) {
		struct fb_period p = { span->report.unit, i };
		const struct fb_answers *a = fb_series_at(l->s, p);

		if (!l->n && (!a || !a->n))
			continue;
		if (!l->n)
			l->first = p;
		answered += a && a->n;
		if (!enters(l, l->n++, a, span->suppress))
			return false;
	}
	return answered >= FB_TREND_MIN;
}

/* The value of periods from one to another, as one cell. */
static double
value_of(const struct level *l, size_t from, size_t to)
{
	struct fb_answers a = {0};
	struct fb_estimate e;

	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < FB_CLASSES; k++) {
			a.group[k] += l->v[i].of[k];
			a.n += l->v[i].of[k];
		}
	l->spec->kind->estimate(&a, &e);
	return e.ok ? e.value : NAN;
}

static void
find_break(struct level *l, const struct fb_orders *orders)
{
	l->p = l->q = NAN;
	l->found = fb_break(l->v, l->n);
	if (!l->found.at)
		return;
	l->p = fb_break_p(orders, l->v, l->n, l->found.gain);
	l->before = value_of(l, 0, l->found.at);
	l->after = value_of(l, l->found.at, l->n);
}

/* Every series that can have a level; free() them. */
static struct level *
levels(const struct fb_counter *c, const struct fb_span *span,
    const struct fb_orders *orders, size_t *n)
{
	struct level *v = fb_zalloc(fb_counter_n(c), sizeof *v);

	*n = 0;
	for (size_t i = 0; i < fb_counter_n(c); i++) {
		const struct fb_spec *spec = &c->specs[c->series[i].metric];
		struct level *l = &v[*n];

		if (!spec->kind->worth)
			continue;
		*l = (struct level){ .s = &c->series[i], .spec = spec };
		for (size_t k = 0; k < FB_CLASSES && spec->kind->group_names[k]; k++)
			l->worth[k] = (double)spec->kind->worth(k) / 1000;
		if (!fill(l, span))
			continue;
		find_break(l, orders);
		++*n;
	}
	return v;
}

static size_t
adjust(struct level *v, size_t n, double min_effect)
{
	double *p = fb_zalloc(n, sizeof *p);
	size_t tests = 0;

	for (size_t i = 0; i < n; i++) {
		p[i] = v[i].p;
		tests += !isnan(p[i]);
	}
	fb_bh(p, p, n);
	for (size_t i = 0; i < n; i++) {
		static const struct fb_answers none;
		double least = isnan(min_effect) ?
		    v[i].spec->kind->least(v[i].s->scale, &none) : min_effect;

		v[i].q = p[i];
		v[i].signal = p[i] <= 0.10 &&
		    fabs(v[i].after - v[i].before) >= least;
	}
	free(p);
	return tests;
}

static void
put_period(struct fb_buf *b, const char *key, struct fb_period p)
{
	fb_put_key(b, key);
	fb_buf_addc(b, '"');
	fb_put_period(b, p);
	fb_buf_addc(b, '"');
}

static void
put_limits(struct fb_buf *b, const struct level *l)
{
	struct fb_laney y = fb_laney(l->v, l->n, l->worth);
	unsigned rules = fb_nelson(&y, l->v, l->n, l->worth);
	double n = 0;

	for (size_t k = 0; k < FB_CLASSES; k++)
		n += (double)l->v[l->n - 1].of[k];
	fb_put_key(b, "limits");
	fb_buf_addc(b, '{');
	fb_put_est(b, "mean", y.mean);
	fb_put_est(b, "lo", n > 0 ? fb_laney_limit(&y, n, -3) : NAN);
	fb_put_est(b, "hi", n > 0 ? fb_laney_limit(&y, n, 3) : NAN);
	fb_put_est(b, "sigma_z", y.sigma_z);
	fb_put_key(b, "rules");
	fb_buf_addc(b, '[');
	for (int i = 0; i < 3; i++) {
		if (!(rules & 1U << i))
			continue;
		if (b->p[b->n - 1] != '[')
			fb_buf_addc(b, ',');
		fb_buf_printf(b, "%d", i + 1);
	}
	fb_buf_adds(b, "]}");
}

static void
put_break(struct fb_buf *b, const struct level *l)
{
	if (!l->found.at)
		return;
	fb_put_key(b, "break");
	fb_buf_addc(b, '{');
	put_period(b, "period", period_at(l, l->found.at));
	put_period(b, "from", period_at(l, l->found.lo));
	put_period(b, "until", period_at(l, l->found.hi));
	fb_put_est(b, "before", l->before);
	fb_put_est(b, "after", l->after);
	fb_put_est(b, "p", l->p);
	fb_put_est(b, "q", l->q);
	fb_put_key(b, "signal");
	fb_buf_adds(b, l->signal ? "true}" : "false}");
}

static void
put_groups(struct fb_buf *b, const struct level *l)
{
	fb_put_key(b, "stat");
	fb_buf_addc(b, '{');
	put_period(b, "first", l->first);
	fb_put_key(b, "groups");
	fb_buf_addc(b, '{');
	for (size_t k = 0; k < FB_CLASSES && l->spec->kind->group_names[k]; k++) {
		fb_put_key(b, l->spec->kind->group_names[k]);
		fb_buf_addc(b, '[');
		for (size_t i = 0; i < l->n; i++) {
			if (i)
				fb_buf_addc(b, ',');
			fb_put_i128(b, l->v[i].of[k]);
		}
		fb_buf_addc(b, ']');
	}
	fb_buf_adds(b, "}}");
}

static void
put_line(struct fb_buf *b, const struct level *l, const struct fb_span *span,
    size_t tests)
{
	b->n = 0;
	fb_buf_adds(b, "{\"fb\":\"shift\"");
	fb_put_text(b, "metric", l->spec->name);
	fb_put_key(b, "of");
	fb_put_of(b, l->spec, l->s->scale);
	fb_put_key(b, "by");
	fb_buf_add(b, l->s->by);
	put_period(b, "period", span->report);
	fb_put_text(b, "unit", fb_cstr(l->spec->kind->unit));
	fb_put_int(b, "periods", (int64_t)l->n);
	fb_put_est(b, "value", value_of(l, l->n - 1, l->n));
	put_limits(b, l);
	put_break(b, l);
	fb_put_int(b, "tests", (int64_t)tests);
	put_groups(b, l);
	fb_buf_addc(b, '}');
}

size_t
fb_shifts_write(const struct fb_counter *c, const struct fb_span *span,
    double min_effect, const struct fb_orders *orders, struct fb_writer *w)
{
	struct fb_buf line = {0};
	struct level *v;
	size_t n, tests;

	if (!span->dated || fb_period_end(span->report) - 1 > span->asof)
		return 0;
	v = levels(c, span, orders, &n);
	tests = adjust(v, n, min_effect);
	for (size_t i = 0; i < n; i++) {
		put_line(&line, &v[i], span, tests);
		fb_writer_line(w, fb_buf_str(&line));
	}
	free(v);
	fb_buf_release(&line);
	return tests;
}
