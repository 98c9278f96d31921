/* line.c - read a metric line. */
#include <math.h>
#include <stdlib.h>

#include "cell/line_own.h"
#include "record/json.h"

static fb_str
text_of(struct fb_arena *mem, fb_str raw)
{
	struct fb_buf scratch = {0};
	fb_str s = raw.p ? fb_arena_copy(mem, fb_json_text(raw, &scratch)) :
	    (fb_str){ NULL, 0 };

	fb_buf_release(&scratch);
	return s;
}

static fb_str
member(struct fb_arena *mem, fb_str object, const char *key)
{
	return text_of(mem, fb_json_get(object, key));
}

/* NaN when it is absent, null or no such number. */
static double
number(fb_str object, const char *key)
{
	double v;

	return fb_line_number(fb_json_get(object, key), &v) ? v : NAN;
}

static uint64_t
whole(fb_str object, const char *key)
{
	int64_t v;

	return fb_json_int(fb_json_get(object, key), &v) && v > 0 ? (uint64_t)v : 0;
}

static bool
is_true(fb_str object, const char *key)
{
	return fb_str_eq(fb_json_get(object, key), FB_LIT("true"));
}

static int
by_key(const void *a, const void *b)
{
	return fb_str_cmp(((const struct fb_pair *)a)->key,
	    ((const struct fb_pair *)b)->key);
}

size_t
fb_pairs_read(struct fb_arena *mem, fb_str object, struct fb_pair *pairs)
{
	struct fb_json it = fb_json_in(object);
	struct fb_buf key = {0};
	size_t n = 0;

	while (n < FB_BY_MAX_PAIRS && fb_json_next(&it)) {
		key.n = 0;
		fb_json_unescape(&key, it.key);
		pairs[n].key = fb_arena_copy(mem, fb_buf_str(&key));
		pairs[n++].val = text_of(mem, it.val);
	}
	fb_buf_release(&key);
	if (n)
		qsort(pairs, n, sizeof *pairs, by_key);
	return n;
}

/* What a value that is there is compared with; the other value follows from the
 * difference where it is not said. */
static void
read_versus(struct fb_arena *mem, fb_str raw, const struct fb_cell *c,
    struct fb_versus *v)
{
	v->period = member(mem, raw, "period");
	v->value = number(raw, "value");
	v->diff = number(raw, "diff");
	v->lo = number(raw, "lo");
	v->hi = number(raw, "hi");
	v->p = number(raw, "p");
	v->q = number(raw, "q");
	v->tests = whole(raw, "tests");
	v->signal = is_true(raw, "signal");
	if (!isfinite(v->value))
		v->value = c->value - v->diff;
	v->ok = c->has_value && isfinite(v->diff);
	v->tested = isfinite(v->p);
	v->has_interval = isfinite(v->lo) && isfinite(v->hi);
}

static void
read_quote(struct fb_arena *mem, fb_str raw, struct fb_quote *q)
{
	struct fb_json span = fb_json_in(fb_json_get(raw, "span"));
	fb_str speaks = fb_json_get(raw, "speaks_for");
	int64_t v;

	q->role = member(mem, raw, "role");
	q->id = member(mem, raw, "id");
	q->text = member(mem, raw, "text");
	q->translation = member(mem, raw, "translation");
	q->date = member(mem, raw, "date");
	q->channel = member(mem, raw, "channel");
	q->lang = member(mem, raw, "lang");
	q->group = member(mem, raw, "group");
	q->score = member(mem, raw, "score");
	q->scale = member(mem, raw, "scale");
	q->ticket = member(mem, raw, "ticket");
	q->sha256 = member(mem, raw, "sha256");
	q->masks = member(mem, raw, "masks");
	q->nby = fb_pairs_read(mem, fb_json_get(raw, "by"), q->by);
	q->start = fb_json_next(&span) && fb_json_int(span.val, &v) ? (uint64_t)v : 0;
	q->end = fb_json_next(&span) && fb_json_int(span.val, &v) ? (uint64_t)v : 0;
	q->whole = !is_true(raw, "cut");
	q->bytes = whole(raw, "bytes");
	q->speaks_est = number(speaks, "est");
	q->speaks_share = number(speaks, "share");
}

static size_t
members(fb_str array)
{
	struct fb_json it = fb_json_in(array);
	size_t n = 0;

	while (fb_json_next(&it))
		n++;
	return n;
}

static void
read_quotes(struct fb_arena *mem, fb_str raw, struct fb_cell *c)
{
	struct fb_json it = fb_json_in(raw);

	c->paired = raw.p != NULL;
	c->quotes = fb_arena_zalloc(mem, members(raw), sizeof *c->quotes);
	while (fb_json_next(&it))
		read_quote(mem, it.val, &c->quotes[c->nquotes++]);
}

static size_t
read_flags(struct fb_arena *mem, fb_str raw, fb_str *flags)
{
	struct fb_json it = fb_json_in(raw);
	size_t n = 0;

	while (n < FB_FLAGS && fb_json_next(&it))
		flags[n++] = text_of(mem, it.val);
	return n;
}

static void
read_voice(struct fb_arena *mem, fb_str raw, struct fb_voice *v)
{
	fb_str silent = fb_json_get(raw, "silent");
	struct fb_json it = fb_json_in(silent);

	v->ok = raw.p != NULL;
	v->mix_tv = number(raw, "mix_tv");
	v->coverage = number(raw, "coverage");
	v->uncovered = number(raw, "uncovered");
	v->withheld = whole(raw, "withheld");
	v->eligible = whole(raw, "eligible");
	v->nflags = read_flags(mem, fb_json_get(raw, "flags"), v->flags);
	v->omitted = fb_json_get(raw, "omitted");
	if (v->omitted.p)
		v->omitted = fb_arena_copy(mem, v->omitted);
	v->silent = fb_arena_zalloc(mem, members(silent), sizeof *v->silent);
	while (fb_json_next(&it)) {
		struct fb_silent *s = &v->silent[v->nsilent++];

		s->group = member(mem, it.val, "group");
		s->slots = whole(it.val, "slots");
		s->quoted = whole(it.val, "quoted");
		s->n = whole(it.val, "n");
	}
}

/* What decides the groups of this cell's times. */
static void
read_cut(fb_str stat, struct fb_cell *c)
{
	struct fb_buf scratch = {0};
	struct fb_when asof;
	int64_t cut;

	if (fb_json_int(fb_json_get(stat, "cut"), &cut))
		c->spec.cut = cut;
	if (!fb_when_parse(fb_json_text(fb_json_get(stat, "asof"), &scratch),
	    &asof))
		c->spec.asof = asof.sec;
	fb_buf_release(&scratch);
}

static void
read_groups(fb_str stat, struct fb_cell *c)
{
	fb_str groups = fb_json_get(stat, "groups");

	if (!c->spec.kind || !groups.p)
		return;
	c->ngroups = fb_groups(&c->spec, c->scale, c->group_names);
	for (size_t i = 0; i < c->ngroups; i++)
		c->group_n[i] = whole(groups, c->group_names[i]);
}

/* [[value,n],…]; a value without a whole number of times is left out. */
static void
read_values(struct fb_arena *mem, fb_str raw, struct fb_cell *c)
{
	struct fb_json it = fb_json_in(raw);

	c->values = fb_arena_zalloc(mem, members(raw), sizeof *c->values);
	while (fb_json_next(&it)) {
		struct fb_json pair = fb_json_in(it.val);
		int64_t v, n;

		if (fb_json_next(&pair) && fb_json_int(pair.val, &v) &&
		    fb_json_next(&pair) && fb_json_int(pair.val, &n) && n > 0)
			c->values[c->nvalues++] = (struct fb_value){ v,
			    (uint64_t)n };
	}
}

static fb_str
get(const struct fb_rec *r, const char *key)
{
	return fb_rec_get(r, fb_cstr(key));
}

static void
read_value(const struct fb_rec *r, struct fb_cell *c)
{
	c->has_n = fb_line_count(get(r, "n"), &c->n);
	c->has_value = fb_line_number(get(r, "value"), &c->value);
	c->has_interval = fb_line_number(get(r, "lo"), &c->lo) &&
	    fb_line_number(get(r, "hi"), &c->hi);
}

const char *
fb_cell_read(struct fb_arena *mem, const struct fb_rec *r, struct fb_cell *c)
{
	const char *why;

	*c = (struct fb_cell){0};
	c->metric = text_of(mem, get(r, "metric"));
	c->period_label = text_of(mem, get(r, "period"));
	if ((why = fb_line_check(r, c)))
		return why;
	c->has_period = !fb_period_parse(c->period_label, &c->period);
	c->nby = fb_pairs_read(mem, get(r, "by"), c->by);
	c->by_json = fb_arena_copy(mem, get(r, "by").n ? get(r, "by") : FB_LIT("{}"));
	c->unit = text_of(mem, get(r, "unit"));
	c->better = text_of(mem, get(r, "better"));
	c->method = text_of(mem, get(r, "method"));
	fb_spec_of_line(mem, c->metric, get(r, "of"), &c->spec, &c->scale);
	read_value(r, c);
	read_cut(get(r, "stat"), c);
	read_groups(get(r, "stat"), c);
	read_values(mem, fb_json_get(get(r, "stat"), "values"), c);
	read_versus(mem, get(r, "prev"), c, &c->prev);
	read_versus(mem, get(r, "yoy"), c, &c->yoy);
	c->nflags = read_flags(mem, get(r, "flags"), c->flags);
	read_quotes(mem, get(r, "quotes"), c);
	read_voice(mem, get(r, "voice"), &c->voice);
	return NULL;
}
