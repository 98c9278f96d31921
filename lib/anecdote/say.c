/* say.c - how the quotes of a cell were drawn: "voice". */
#include "anecdote/cast.h"
#include "anecdote/disagree.h"
#include "record/json.h"

static void
put_slots(struct fb_buf *b, const struct fb_hearing *h)
{
	fb_put_key(b, "slots");
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < h->ngroups; i++)
		fb_put_int(b, h->group[i].name, (int64_t)h->group[i].slots);
	fb_buf_addc(b, '}');
}

/* What it takes to pick again and come out the same. */
static void
put_pool(struct fb_buf *b, const struct fb_heard *g, uint64_t eligible)
{
	const struct fb_pool *p = g->pool;

	fb_put_key(b, g->name);
	fb_buf_addc(b, '{');
	fb_put_int(b, "eligible", (int64_t)eligible);
	fb_put_int(b, "size", (int64_t)p->n);
	fb_put_int(b, "copies", (int64_t)p->ncopies);
	if (p->n) {
		fb_buf_printf(b, ",\"last\":\"%016llx\",\"ids\":\"",
		    (unsigned long long)p->v[p->n - 1].ticket[0]);
		fb_put_digest(b, g->ids);
		fb_buf_addc(b, '"');
		fb_put_int(b, "theta", g->choice.theta);
	}
	fb_put_key(b, "gains");
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < g->choice.n; i++)
		fb_buf_printf(b, "%s%llu", i ? "," : "",
		    (unsigned long long)g->choice.gain[i]);
	fb_buf_adds(b, "]}");
}

/* Groups with empty slots; gives how many of them nobody speaks for. */
static size_t
put_silent(struct fb_buf *b, const struct fb_hearing *h)
{
	size_t n = 0, none = 0;

	fb_put_key(b, "silent");
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < h->ngroups; i++) {
		const struct fb_heard *g = &h->group[i];

		if (g->choice.n >= g->slots)
			continue;
		none += !g->choice.n;
		if (n++)
			fb_buf_addc(b, ',');
		fb_buf_addc(b, '{');
		fb_put_text(b, "group", fb_cstr(g->name));
		fb_put_int(b, "slots", (int64_t)(g->slots - g->choice.n));
		fb_put_int(b, "quoted", (int64_t)g->choice.n);
		fb_put_int(b, "n", (int64_t)g->size);
		fb_buf_addc(b, '}');
	}
	fb_buf_addc(b, ']');
	return none;
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

bool
fb_counts_differ(const struct fb_voices *v)
{
	for (size_t i = 0; i < v->ngroups; i++)
		if (v->has_stated && v->stated[i] != v->counted[i])
			return true;
	return false;
}

/* Do those who write answer otherwise than those who do not? Two-sided at .05,
 * asked when there are 30 of both. */
static bool
voices_differ(const struct fb_cast *c, const struct fb_voices *v)
{
	const struct fb_kind_row *kind = c->plan->questions[v->question].spec.kind;
	struct fb_side others = { &v->others, 1 }, writers = { &v->writers, 1 };
	struct fb_change change;

	if (!kind || !kind->scored || v->others.n < 30 || v->writers.n < 30)
		return false;
	change = kind->change(others, writers, NULL, 0);
	return change.p < 0.05;
}

static void
put_flags(struct fb_buf *b, struct fb_cast *c, size_t nsilent)
{
	const struct fb_hearing *h = &c->hearing;
	const struct fb_voices *v = c->voices;
	uint64_t eligible = 0, slots = 0;

	for (size_t i = 0; i < h->ngroups; i++) {
		eligible += v->eligible[i];
		slots += h->group[i].slots;
	}
	fb_put_key(b, "flags");
	fb_buf_addc(b, '[');
	put_flag(b, slots && eligible < 3 * h->k, "few_texts");
	put_flag(b, nsilent, "mix_forced");
	put_flag(b, fb_counts_differ(v), "records_differ");
	put_flag(b, voices_differ(c, v), "voices_differ");
	put_flag(b, fb_text_score_disagree(c), "text_score_disagree");
	fb_buf_addc(b, ']');
}

static void
put_unheard(struct fb_buf *b, const struct fb_cast *c,
    const struct fb_voices *v)
{
	fb_put_int(b, "withheld", (int64_t)v->withheld);
	if (v->withheld) {
		fb_put_key(b, "reasons");
		fb_put_reasons(b, c->withhold, v->reasons);
	}
	if (v->refused)
		fb_put_int(b, "consent", (int64_t)v->refused);
}

void
fb_put_voice(struct fb_buf *b, struct fb_cast *c)
{
	const struct fb_hearing *h = &c->hearing;
	const struct fb_voices *v = c->voices;
	double uncovered = fb_hearing_uncovered(h);
	uint64_t eligible = 0, copies = 0;

	for (size_t i = 0; i < h->ngroups; i++) {
		eligible += v->eligible[i];
		copies += v->pool[i].ncopies;
	}
	fb_buf_addc(b, '{');
	put_slots(b, h);
	fb_put_est(b, "mix_tv", fb_hearing_mix_tv(h));
	fb_put_est(b, "coverage", 1 - uncovered);
	fb_put_est(b, "uncovered", uncovered);
	fb_put_int(b, "eligible", (int64_t)eligible);
	fb_put_int(b, "copies", (int64_t)copies);
	fb_put_key(b, "pool");
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < h->ngroups; i++)
		put_pool(b, &h->group[i], v->eligible[i]);
	fb_buf_addc(b, '}');
	put_unheard(b, c, v);
	fb_put_key(b, "omitted");
	fb_buf_add(b, fb_buf_str(&c->omitted));
	put_flags(b, c, put_silent(b, h));
	fb_buf_addc(b, '}');
}
