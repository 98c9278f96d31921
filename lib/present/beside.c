/* beside.c - read the lines that stand beside the metric lines. */
#include <math.h>
#include <stdlib.h>

#include "present/beside.h"
#include "record/json.h"

static fb_str
text_of(struct fb_arena *mem, fb_str raw)
{
	struct fb_buf scratch = {0};
	fb_str s = fb_arena_copy(mem, fb_json_text(raw, &scratch));

	fb_buf_release(&scratch);
	return s;
}

static fb_str
get(const struct fb_rec *rec, const char *key)
{
	return fb_rec_get(rec, fb_cstr(key));
}

static double
number(fb_str raw)
{
	double v;

	return fb_json_double(raw, &v) ? v : NAN;
}

static uint64_t
whole(fb_str raw)
{
	int64_t v;

	return fb_json_int(raw, &v) && v > 0 ? (uint64_t)v : 0;
}

static bool
is_true(fb_str raw)
{
	return fb_str_eq(raw, FB_LIT("true"));
}

static struct fb_subject
about(struct fb_arena *mem, const struct fb_rec *rec)
{
	fb_str by = get(rec, "by");
	struct fb_subject a = { .metric = text_of(mem, get(rec, "metric")),
	    .period = text_of(mem, get(rec, "period")),
	    .by_json = fb_arena_copy(mem, by) };

	a.nby = fb_pairs_read(mem, by, a.by);
	return a;
}

static void
add_driver(struct fb_beside *b, struct fb_arena *mem, const struct fb_rec *rec)
{
	b->drivers = fb_grow(b->drivers, &b->drivers_cap, b->ndrivers + 1,
	    sizeof *b->drivers);
	b->drivers[b->ndrivers++] = (struct fb_driver){ about(mem, rec),
	    text_of(mem, get(rec, "field")), text_of(mem, get(rec, "value")),
	    whole(get(rec, "n")), whole(get(rec, "records")),
	    number(get(rec, "lift")), number(get(rec, "share")),
	    number(get(rec, "r2")) };
}

static void
add_term(struct fb_beside *b, struct fb_arena *mem, const struct fb_rec *rec)
{
	fb_str others = get(rec, "others");

	b->terms = fb_grow(b->terms, &b->terms_cap, b->nterms + 1,
	    sizeof *b->terms);
	b->terms[b->nterms++] = (struct fb_term){ about(mem, rec),
	    text_of(mem, get(rec, "term")), whole(get(rec, "customers")),
	    whole(get(rec, "n")), whole(fb_json_get(others, "customers")),
	    whole(fb_json_get(others, "n")) };
}

/* [1,3] */
static void
read_rules(fb_str list, bool *rules)
{
	struct fb_json it = fb_json_in(list);

	while (fb_json_next(&it)) {
		double n = number(it.val);

		for (int i = 0; i < FB_SHIFT_RULES; i++)
			rules[i] |= n == i + 1;
	}
}

static void
add_shift(struct fb_beside *b, struct fb_arena *mem, const struct fb_rec *rec)
{
	fb_str at = get(rec, "break"), limits = get(rec, "limits");

	if ((!at.n || at.p[0] != '{') && (!limits.n || limits.p[0] != '{'))
		return;
	b->shifts = fb_grow(b->shifts, &b->shifts_cap, b->nshifts + 1,
	    sizeof *b->shifts);
	b->shifts[b->nshifts++] = (struct fb_shift){ about(mem, rec),
	    text_of(mem, fb_json_get(at, "period")),
	    text_of(mem, fb_json_get(at, "from")),
	    text_of(mem, fb_json_get(at, "until")),
	    number(fb_json_get(at, "before")), number(fb_json_get(at, "after")),
	    is_true(fb_json_get(at, "signal")),
	    number(fb_json_get(limits, "lo")), number(fb_json_get(limits, "hi")),
	    {0} };
	read_rules(fb_json_get(limits, "rules"),
	    b->shifts[b->nshifts - 1].rules);
}

/* The last counts of a list. Gives how many. */
static size_t
read_counts(fb_str list, uint64_t *v)
{
	struct fb_json it = fb_json_in(list);
	size_t n = 0;

	while (fb_json_next(&it)) {
		if (n == FB_WATCH_PERIODS)
			memmove(v, v + 1, --n * sizeof *v);
		v[n++] = whole(it.val);
	}
	return n;
}

static void
read_verdict(fb_str list, struct fb_watch *w)
{
	struct fb_json it = fb_json_in(list);

	while (fb_json_next(&it)) {
		w->fewer_speak |= fb_json_is(it.val, "fewer speak");
		w->fewer_customers |= fb_json_is(it.val, "fewer customers");
		w->silent |= fb_json_is(it.val, "silent");
	}
}

static void
add_watch(struct fb_beside *b, struct fb_arena *mem, const struct fb_rec *rec)
{
	fb_str speak = get(rec, "speak"), stat = get(rec, "stat");
	struct fb_watch *w;
	size_t n;

	b->watches = fb_grow(b->watches, &b->watches_cap, b->nwatches + 1,
	    sizeof *b->watches);
	w = &b->watches[b->nwatches++];
	*w = (struct fb_watch){ .about = about(mem, rec),
	    .speak = number(fb_json_get(speak, "value")),
	    .lo = number(fb_json_get(speak, "lo")),
	    .hi = number(fb_json_get(speak, "hi")),
	    .since = text_of(mem, fb_json_get(get(rec, "break"), "period")),
	    .tests = whole(get(rec, "tests")) };
	read_verdict(get(rec, "verdict"), w);
	n = read_counts(fb_json_get(stat, "spoke"), w->spoke);
	w->n = read_counts(fb_json_get(stat, "customers"), w->customers);
	w->n = n < w->n ? n : w->n;
}

static void
add_fit(struct fb_beside *b, struct fb_arena *mem, const struct fb_rec *rec)
{
	b->fits = fb_grow(b->fits, &b->fits_cap, b->nfits + 1, sizeof *b->fits);
	b->fits[b->nfits++] = (struct fb_fit){
	    fb_arena_copy(mem, get(rec, "by")),
	    whole(get(rec, "n")), number(get(rec, "tv")),
	    number(get(rec, "tv_expected")), number(get(rec, "p")) };
}

static void
add_unheard(struct fb_beside *b, struct fb_arena *mem, const struct fb_rec *rec)
{
	b->unheard = fb_grow(b->unheard, &b->unheard_cap, b->nunheard + 1,
	    sizeof *b->unheard);
	b->unheard[b->nunheard++] = (struct fb_unheard){ about(mem, rec),
	    whole(get(rec, "customers")) };
}

void
fb_beside_add(struct fb_beside *b, struct fb_arena *mem, const struct fb_rec *rec)
{
	static const struct {
		const char *kind;
		void (*add)(struct fb_beside *, struct fb_arena *,
		    const struct fb_rec *);
	} kinds[] = { { "driver", add_driver }, { "term", add_term },
	    { "shift", add_shift }, { "decline", add_watch },
	    { "represent", add_fit }, { "silent", add_unheard } };
	fb_str kind = get(rec, "fb");

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (fb_json_is(kind, kinds[i].kind))
			kinds[i].add(b, mem, rec);
}

void
fb_beside_release(struct fb_beside *b)
{
	free(b->drivers);
	free(b->terms);
	free(b->shifts);
	free(b->watches);
	free(b->fits);
	free(b->unheard);
	*b = (struct fb_beside){0};
}

bool
fb_beside_fits(const struct fb_subject *a, const struct fb_cell *c)
{
	if (a->nby != c->nby || !fb_str_eq(a->period, c->period_label) ||
	    (a->metric.n && !fb_str_eq(a->metric, c->metric)))
		return false;
	for (size_t i = 0; i < a->nby; i++)
		if (!fb_str_eq(a->by[i].key, c->by[i].key) ||
		    !fb_str_eq(a->by[i].val, c->by[i].val))
			return false;
	return true;
}
