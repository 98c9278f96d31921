/* decline.c - trends of who speaks and of who is there. */
#include <math.h>
#include <stdlib.h>

#include "metric/decline.h"
#include "record/json.h"
#include "stat/adjust.h"
#include "stat/limits.h"
#include "stat/trend.h"

/* A group of the base over the periods. */
struct watch {
	size_t table;
	fb_str by;
	struct fb_part_of v[FB_DECLINE_PERIODS]; /* spoke, of customers */
	struct fb_trend speak, customers;
	double q[2];
};

static int
by_group(const void *a, const void *b)
{
	const struct watch *x = a, *y = b;

	if (x->table != y->table)
		return x->table < y->table ? -1 : 1;
	return fb_str_cmp(x->by, y->by);
}

/* Every group that the base names, once; free() it. */
static struct watch *
groups(const struct fb_base *b, size_t *n)
{
	struct watch *v = fb_zalloc(b->cells.n, sizeof *v);
	size_t to = 0;

	for (size_t i = 0; i < b->cells.n; i++) {
		fb_str key = fb_map_key(&b->cells, i);

		fb_str_split(&key, '\n');
		v[i] = (struct watch){ .table = b->table[i], .by = key };
	}
	if (b->cells.n)
		qsort(v, b->cells.n, sizeof *v, by_group);
	for (size_t i = 0; i < b->cells.n; i++)
		if (!to || by_group(&v[to - 1], &v[i]))
			v[to++] = v[i];
	*n = to;
	return v;
}

static const struct fb_series *
series_of(const struct fb_counter *c, size_t m, const struct watch *w)
{
	for (size_t i = 0; i < c->nseries; i++)
		if (c->series[i].metric == m &&
		    c->series[i].table == w->table &&
		    fb_str_eq(c->series[i].by, w->by))
			return &c->series[i];
	return NULL;
}

static struct fb_period
period_at(const struct fb_span *span, size_t i)
{
	struct fb_period p = span->report;

	p.index -= FB_DECLINE_PERIODS - 1 - (int32_t)i;
	return p;
}

/* Periods before the first one that the base knows are left out. */
static size_t
first_known(const struct watch *w)
{
	size_t i = 0;

	while (i < FB_DECLINE_PERIODS && !w->v[i].n)
		i++;
	return i;
}

static void
fill(struct watch *w, const struct fb_series *s, const struct fb_base *b,
    const struct fb_span *span)
{
	struct fb_part_of ones[FB_DECLINE_PERIODS];
	size_t from;

	for (size_t i = 0; i < FB_DECLINE_PERIODS; i++) {
		struct fb_period p = period_at(span, i);
		const struct fb_answers *a = s ? fb_series_at(s, p) : NULL;

		w->v[i].n = fb_base_at(b, w->by, p);
		w->v[i].x = a && a->n < w->v[i].n ? a->n : a ? w->v[i].n : 0;
		ones[i] = (struct fb_part_of){ w->v[i].n, 1 };
	}
	from = first_known(w);
	w->speak = fb_trend_shares(w->v + from, FB_DECLINE_PERIODS - from);
	w->customers = fb_trend_counts(ones + from, FB_DECLINE_PERIODS - from);
}

static size_t
adjust(struct watch *v, size_t n)
{
	double *p = fb_zalloc(2 * n, sizeof *p);
	size_t tests = 0;

	for (size_t i = 0; i < n; i++) {
		p[2 * i] = v[i].speak.p;
		p[2 * i + 1] = v[i].customers.p;
		tests += !isnan(p[2 * i]) + !isnan(p[2 * i + 1]);
	}
	fb_bh(p, p, 2 * n);
	for (size_t i = 0; i < 2 * n; i++)
		v[i / 2].q[i % 2] = p[i];
	free(p);
	return tests;
}

/* The periods that the base knows, as those who kept silent and who spoke. */
static size_t
splits_of(const struct watch *w, struct fb_split *to)
{
	size_t n = 0;

	for (size_t i = first_known(w); i < FB_DECLINE_PERIODS; i++, n++)
		to[n] = (struct fb_split){ { w->v[i].n - w->v[i].x, w->v[i].x } };
	return n;
}

static void
put_break(struct fb_buf *b, const struct watch *w, const struct fb_span *span,
    const struct fb_orders *orders)
{
	struct fb_split v[FB_DECLINE_PERIODS];
	size_t n = splits_of(w, v);
	struct fb_break k = fb_break(v, n);

	if (!k.at)
		return;
	fb_put_key(b, "break");
	fb_buf_adds(b, "{\"period\":\"");
	fb_put_period(b, period_at(span, first_known(w) + k.at));
	fb_buf_addc(b, '"');
	fb_put_est(b, "p", fb_break_p(orders, v, n, k.gain));
	fb_buf_addc(b, '}');
}

static bool
is_silent(const struct watch *w)
{
	const struct fb_part_of *last = &w->v[FB_DECLINE_PERIODS - 1];

	return last[0].n && last[-1].n && !last[0].x && !last[-1].x;
}

static bool
is_signal(const struct fb_trend *t, double q)
{
	return t->t < 0 && q <= 0.10;
}

static void
put_trend(struct fb_buf *b, const struct fb_trend *t, double q)
{
	fb_put_est(b, "t", t->t);
	fb_put_est(b, "phi", t->phi);
	fb_put_est(b, "p", t->p);
	fb_put_est(b, "q", q);
	fb_put_key(b, "signal");
	fb_buf_adds(b, is_signal(t, q) ? "true}" : "false}");
}

static void
put_speak(struct fb_buf *b, const struct watch *w)
{
	const struct fb_part_of *last = &w->v[FB_DECLINE_PERIODS - 1];
	static const double worth[FB_CLASSES] = { 0, 100 };
	struct fb_split v[FB_DECLINE_PERIODS];
	struct fb_laney l = fb_laney(v, splits_of(w, v), worth);
	double n = (double)last->n;

	fb_put_key(b, "speak");
	fb_buf_addc(b, '{');
	fb_put_est(b, "value", 100 * (double)last->x / n);
	fb_put_est(b, "lo", last->n ? fb_laney_limit(&l, n, -3) : NAN);
	fb_put_est(b, "hi", last->n ? fb_laney_limit(&l, n, 3) : NAN);
	put_trend(b, &w->speak, w->q[0]);
	fb_put_key(b, "customers");
	fb_buf_addc(b, '{');
	fb_put_int(b, "value", (int64_t)last->n);
	put_trend(b, &w->customers, w->q[1]);
}

static void
put_word(struct fb_buf *b, bool set, const char *word)
{
	if (!set)
		return;
	if (b->p[b->n - 1] != '[')
		fb_buf_addc(b, ',');
	fb_put_json(b, fb_cstr(word));
}

static void
put_row(struct fb_buf *b, const char *key, const struct watch *w, bool spoke)
{
	fb_put_key(b, key);
	fb_buf_addc(b, '[');
	for (size_t i = first_known(w); i < FB_DECLINE_PERIODS; i++) {
		if (b->p[b->n - 1] != '[')
			fb_buf_addc(b, ',');
		fb_put_i128(b, spoke ? w->v[i].x : w->v[i].n);
	}
	fb_buf_addc(b, ']');
}

static void
put_line(struct fb_buf *b, fb_str metric, const struct watch *w,
    const struct fb_span *span, const struct fb_orders *orders, size_t tests)
{
	bool slides = is_signal(&w->speak, w->q[0]);

	b->n = 0;
	fb_buf_adds(b, "{\"fb\":\"decline\"");
	fb_put_text(b, "metric", metric);
	fb_put_key(b, "by");
	fb_buf_add(b, w->by);
	fb_buf_adds(b, ",\"period\":\"");
	fb_put_period(b, span->report);
	fb_buf_addc(b, '"');
	fb_put_int(b, "periods", (int64_t)(FB_DECLINE_PERIODS - first_known(w)));
	put_speak(b, w);
	if (slides)
		put_break(b, w, span, orders);
	fb_put_key(b, "verdict");
	fb_buf_addc(b, '[');
	put_word(b, is_signal(&w->customers, w->q[1]), "fewer customers");
	put_word(b, slides, "fewer speak");
	put_word(b, is_silent(w), "silent");
	fb_buf_addc(b, ']');
	fb_put_int(b, "tests", (int64_t)tests);
	fb_put_key(b, "stat");
	fb_buf_addc(b, '{');
	put_row(b, "spoke", w, true);
	put_row(b, "customers", w, false);
	fb_buf_adds(b, "}}");
}

size_t
fb_decline_write(const struct fb_counter *c, size_t m, const struct fb_base *b,
    const struct fb_span *span, const struct fb_orders *orders,
    struct fb_writer *w)
{
	struct fb_buf line = {0};
	size_t n, tests;
	struct watch *v = groups(b, &n);

	for (size_t i = 0; i < n; i++)
		fill(&v[i], series_of(c, m, &v[i]), b, span);
	tests = adjust(v, n);
	for (size_t i = 0; i < n; i++) {
		if (first_known(&v[i]) == FB_DECLINE_PERIODS)
			continue;
		put_line(&line, c->specs[m].name, &v[i], span, orders, tests);
		fb_writer_line(w, fb_buf_str(&line));
	}
	free(v);
	fb_buf_release(&line);
	return tests;
}
