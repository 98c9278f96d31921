/* line.c - metric lines out. */
#include <math.h>

#include "base/num.h"
#include "metric/line.h"
#include "metric/stat.h"
#include "record/json.h"

static void
put_number(struct fb_buf *b, const char *key, bool ok, double v)
{
	fb_put_est(b, key, ok ? v : NAN);
}

static void
put_period_key(struct fb_buf *b, struct fb_period p)
{
	fb_put_key(b, "period");
	fb_buf_addc(b, '"');
	fb_put_period(b, p);
	fb_buf_addc(b, '"');
}

static void
put_test(struct fb_buf *b, const char *key, const struct fb_test *t, size_t ntests)
{
	if (!t->ok)
		return;
	fb_put_key(b, key);
	fb_buf_addc(b, '{');
	put_period_key(b, t->period);
	fb_put_est(b, "value", t->value);
	fb_put_est(b, "diff", t->change.diff);
	put_number(b, "lo", t->change.has_interval, t->change.lo);
	put_number(b, "hi", t->change.has_interval, t->change.hi);
	if (t->tested) {
		fb_put_est(b, "p", t->change.p);
		fb_put_est(b, "q", t->q);
		fb_put_text(b, "test", fb_cstr(t->change.method));
		fb_put_int(b, "tests", (int64_t)ntests);
		fb_put_key(b, "signal");
		fb_buf_adds(b, t->signal ? "true" : "false");
	}
	fb_buf_addc(b, '}');
}

static void
put_flag(struct fb_buf *b, bool set, const char *flag)
{
	if (!set)
		return;
	if (b->p[b->n - 1] != '[')
		fb_buf_addc(b, ',');
	fb_put_json(b, fb_cstr(flag));
}

/* What every point of a run shares. */
struct run {
	const struct fb_counter *c;
	const struct fb_span *span;
	size_t ntests;
	struct fb_writer *w;
	struct fb_buf line;
};

static void
put_flags(struct run *run, const struct fb_series *s, struct fb_period p,
    const struct fb_answers *a, const struct fb_test *prev)
{
	const struct fb_kind_row *kind = run->c->specs[s->metric].kind;
	struct fb_buf *b = &run->line;
	bool small = kind->small_matters && a->n < FB_SMALL;

	fb_put_key(b, "flags");
	fb_buf_addc(b, '[');
	put_flag(b, small, "small");
	put_flag(b, kind->small_matters && !small && a->n < FB_FULL, "wide");
	put_flag(b, p.unit >= FB_DAY && fb_period_end(p) - 1 > run->span->asof,
	    "partial");
	put_flag(b, prev && prev->ok && prev->phi_unknown, "phi_unknown");
	put_flag(b, kind->based && (!a->base || (kind->asks && a->n > a->base)),
	    "no_base");
	put_flag(b, a->kept && a->kept->done.coarse, "estimated");
	put_flag(b, a->weighed && fb_weighed_deff(a->weighed) > 2, "deff");
	fb_buf_addc(b, ']');
}

static void
put_head(struct fb_buf *b, const struct fb_spec *spec, const struct fb_series *s,
    struct fb_period p)
{
	fb_buf_adds(b, "{\"fb\":\"metric\"");
	fb_put_text(b, "metric", spec->name);
	fb_put_key(b, "of");
	fb_put_of(b, spec, s->scale);
	fb_put_key(b, "by");
	fb_buf_add(b, s->by);
	put_period_key(b, p);
	fb_put_text(b, "unit", fb_cstr(spec->kind->unit));
	fb_put_text(b, "better", fb_cstr(spec->kind->better));
}

/* The estimate with weights stands beside the one without, never instead. */
static void
put_weighed(struct fb_buf *b, const struct fb_spec *spec,
    const struct fb_weighed *w)
{
	struct fb_estimate e;

	if (!w)
		return;
	spec->kind->weigh(w, &e);
	fb_put_key(b, "est_w");
	fb_buf_addc(b, '{');
	put_number(b, "value", e.ok, e.value);
	put_number(b, "lo", e.has_interval, e.lo);
	put_number(b, "hi", e.has_interval, e.hi);
	fb_put_est(b, "n_eff", fb_weighed_n(w));
	fb_put_est(b, "deff", fb_weighed_deff(w));
	fb_buf_addc(b, '}');
}

static void
put_value(struct run *run, const struct fb_spec *spec,
    const struct fb_series *s, const struct fb_answers *a)
{
	struct fb_buf *b = &run->line;
	struct fb_estimate e;

	spec->kind->estimate(a, &e);
	fb_put_int(b, "n", (int64_t)a->n);
	put_number(b, "value", e.ok, e.value);
	put_number(b, "lo", e.has_interval, e.lo);
	put_number(b, "hi", e.has_interval, e.hi);
	if (e.has_interval)
		fb_put_text(b, "method", fb_cstr(e.method));
	put_weighed(b, spec, a->weighed);
	fb_put_stat(b, spec, s->scale, a, false);
}

/* A cell too small to be shown: nothing of it is. */
static void
put_hidden(struct fb_buf *b)
{
	fb_put_key(b, "n");
	fb_buf_adds(b, "null,\"value\":null,\"flags\":[\"suppressed\"]}");
}

static void
put_point(struct run *run, const struct fb_series *s, struct fb_period p,
    const struct fb_answers *a, const struct fb_tests *t)
{
	const struct fb_spec *spec = &run->c->specs[s->metric];
	struct fb_buf *b = &run->line;

	b->n = 0;
	put_head(b, spec, s, p);
	if (a->n < run->span->suppress) {
		put_hidden(b);
		fb_writer_line(run->w, fb_buf_str(b));
		return;
	}
	put_value(run, spec, s, a);
	if (t) {
		put_test(b, "prev", &t->prev, run->ntests);
		put_test(b, "yoy", &t->yoy, run->ntests);
	}
	put_flags(run, s, p, a, t ? &t->prev : NULL);
	fb_buf_addc(b, '}');
	fb_writer_line(run->w, fb_buf_str(b));
}

/* The first period of the span in which the series has anything. */
static int32_t
first_index(const struct fb_series *s, const struct fb_span *span)
{
	int32_t from = span->report.index - span->history;

	for (size_t i = 0; i < s->n; i++) {
		if (s->points[i]->period.unit != span->report.unit)
			continue;
		return s->points[i]->period.index > from ?
		    s->points[i]->period.index : from;
	}
	return span->last.index + 1;
}

static void
series_lines(struct run *run, const struct fb_series *s, const struct fb_tests *t)
{
	static const struct fb_answers none;
	const struct fb_span *span = run->span;
	const struct fb_answers *a;

	if (s->n && s->points[0]->period.unit == FB_NONE)
		put_point(run, s, s->points[0]->period, &s->points[0]->answers, NULL);
	for (int32_t i = first_index(s, span); i <= span->last.index; i++) {
		struct fb_period p = { span->report.unit, i };

		a = fb_series_at(s, p);
		put_point(run, s, p, a ? a : &none,
		    i == span->report.index ? t : NULL);
	}
}

void
fb_metric_lines(const struct fb_counter *c, const struct fb_span *span,
    const struct fb_tests *t, size_t ntests, struct fb_writer *w)
{
	struct run run = { .c = c, .span = span, .ntests = ntests, .w = w };

	for (size_t i = 0; i < fb_counter_n(c); i++)
		series_lines(&run, &c->series[i], &t[i]);
	fb_buf_release(&run.line);
}
