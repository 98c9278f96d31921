/* stat.c - sufficient statistics as JSON. */
#include <stddef.h>

#include "base/time.h"
#include "metric/stat.h"
#include "record/json.h"

/* [[value,n],…] */
static void
put_values(struct fb_buf *b, const char *key, const struct fb_hist *h)
{
	fb_put_key(b, key);
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < h->n; i++) {
		fb_buf_adds(b, i ? ",[" : "[");
		fb_put_i128(b, h->v[i].value);
		fb_buf_addc(b, ',');
		fb_put_i128(b, h->v[i].n);
		fb_buf_addc(b, ']');
	}
	fb_buf_addc(b, ']');
	if (h->coarse)
		fb_put_int(b, "coarse", 1);
}

static void
put_tally(struct fb_buf *b, struct fb_scale scale, const struct fb_answers *a)
{
	struct fb_value v[FB_TALLY];
	struct fb_hist h = { .v = v };

	if (!fb_tally_told(a))
		return;
	for (size_t i = 0; i < FB_TALLY; i++)
		if (a->tally[i])
			v[h.n++] = (struct fb_value){
			    scale.lo + 1000 * (int64_t)i, a->tally[i] };
	put_values(b, "values", &h);
}

static void
put_kept(struct fb_buf *b, enum fb_keeps keeps, const struct fb_kept *k,
    bool part)
{
	if (!k)
		return;
	if (part || (keeps != FB_KEEPS_MEMBERS && k->done.n <= FB_STAT_VALUES))
		put_values(b, "values", &k->done);
	if (keeps != FB_KEEPS_CASES)
		return;
	fb_put_key(b, "open");
	fb_buf_addc(b, '{');
	fb_put_int(b, "n", (int64_t)fb_hist_total(&k->open));
	if (part || k->open.n <= FB_STAT_VALUES)
		put_values(b, "since", &k->open);
	fb_buf_addc(b, '}');
	if (part)
		return;
	fb_put_int(b, "cut", k->cut);
	fb_put_key(b, "asof");
	fb_buf_addc(b, '"');
	fb_put_when(b, (struct fb_when){ k->asof, true, true });
	fb_buf_addc(b, '"');
}

/* Where the sums of weights stand in a line. */
static const struct {
	const char *key;
	size_t at;
} weights[] = {
	{ "w", offsetof(struct fb_weighed, w) },
	{ "ww", offsetof(struct fb_weighed, ww) },
	{ "wy", offsetof(struct fb_weighed, wy) },
	{ "wwy", offsetof(struct fb_weighed, wwy) },
	{ "wywy", offsetof(struct fb_weighed, wywy) },
	{ "w0", offsetof(struct fb_weighed, group) },
	{ "w1", offsetof(struct fb_weighed, group) + sizeof(fb_i128) },
	{ "w2", offsetof(struct fb_weighed, group) + 2 * sizeof(fb_i128) },
};

enum { WEIGHTS = sizeof weights / sizeof *weights };

static fb_i128 *
weight_at(struct fb_weighed *s, size_t i)
{
	return (fb_i128 *)(void *)((char *)s + weights[i].at);
}

static void
put_weighed(struct fb_buf *b, struct fb_weighed *s)
{
	fb_put_key(b, "weights");
	fb_buf_addc(b, '{');
	fb_put_int(b, "n", (int64_t)s->n);
	for (size_t i = 0; i < WEIGHTS; i++) {
		fb_put_key(b, weights[i].key);
		fb_put_i128(b, *weight_at(s, i));
	}
	fb_buf_addc(b, '}');
}

static void
put_groups(struct fb_buf *b, const struct fb_spec *spec, struct fb_scale scale,
    const struct fb_answers *a)
{
	const char *names[FB_GROUPS];
	size_t n = fb_groups(spec, scale, names);

	fb_put_key(b, "groups");
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < n; i++)
		fb_put_int(b, names[i], (int64_t)a->group[i]);
	fb_buf_addc(b, '}');
}

void
fb_put_stat(struct fb_buf *b, const struct fb_spec *spec, struct fb_scale scale,
    const struct fb_answers *a, bool part)
{
	enum fb_keeps keeps = spec->kind->keeps;

	fb_put_key(b, "stat");
	fb_buf_addc(b, '{');
	fb_put_int(b, "missing", (int64_t)a->missing);
	fb_put_int(b, "texts", (int64_t)a->texts);
	if (!part || keeps <= FB_KEEPS_VALUES)
		put_groups(b, spec, scale, a);
	if (spec->kind->scored && keeps <= FB_KEEPS_VALUES) {
		fb_put_key(b, "sum");
		fb_put_i128(b, a->sums.sum);
		fb_put_key(b, "sumsq");
		fb_put_i128(b, a->sums.sq);
	}
	if (a->base)
		fb_put_int(b, "base", (int64_t)a->base);
	if (a->weighed)
		put_weighed(b, a->weighed);
	put_tally(b, scale, a);
	put_kept(b, keeps, a->kept, part);
	fb_buf_addc(b, '}');
}

static const char bad[] = "a part whose counts cannot be read";

static const char *
add_count(fb_str object, const char *key, uint64_t *to)
{
	int64_t n;

	if (!fb_json_int(fb_json_get(object, key), &n) || n < 0)
		return bad;
	*to += (uint64_t)n;
	return NULL;
}

static const char *
add_sum(fb_str object, const char *key, fb_i128 *to)
{
	fb_str raw = fb_json_get(object, key);
	fb_i128 v;

	if (!raw.n || fb_parse_i128(raw, &v))
		return bad;
	*to += v;
	return NULL;
}

static bool
read_whole(struct fb_json *pair, fb_i128 *v)
{
	return fb_json_next(pair) && !fb_parse_i128(pair->val, v);
}

static const char *
add_values(fb_str object, const char *key, struct fb_hist *h)
{
	struct fb_json it = fb_json_in(fb_json_get(object, key));

	if (fb_json_get(object, "coarse").p)
		fb_hist_coarsen(h);
	while (fb_json_next(&it)) {
		struct fb_json pair = fb_json_in(it.val);
		fb_i128 value, n;

		if (!read_whole(&pair, &value) || !read_whole(&pair, &n) ||
		    n < 1 || n > INT64_MAX || value > INT64_MAX ||
		    value < -(fb_i128)INT64_MAX)
			return bad;
		fb_hist_add(h, (int64_t)value, (uint64_t)n);
	}
	return NULL;
}

static const char *
add_sums(fb_str stat, const struct fb_spec *spec, struct fb_scale scale,
    struct fb_answers *a)
{
	fb_str groups = fb_json_get(stat, "groups");
	const char *names[FB_GROUPS], *why = NULL;
	size_t n = fb_groups(spec, scale, names);
	uint64_t before = 0, after = 0;

	for (size_t i = 0; i < n && !why; i++) {
		before += a->group[i];
		why = add_count(groups, names[i], &a->group[i]);
		after += a->group[i];
	}
	a->n += after - before;
	a->sums.n = a->n;
	if (why || !spec->kind->scored)
		return why;
	why = add_sum(stat, "sum", &a->sums.sum);
	return why ? why : add_sum(stat, "sumsq", &a->sums.sq);
}

/* How often each answer was given, where that is told. */
static const char *
add_tally(fb_str stat, struct fb_scale scale, struct fb_answers *a)
{
	struct fb_hist h = {0};
	const char *why = add_values(stat, "values", &h);

	for (size_t i = 0; i < h.n && !why; i++) {
		size_t place = fb_tally_place(scale, h.v[i].value);

		if (place < FB_TALLY)
			a->tally[place] += h.v[i].n;
		else
			why = bad;
	}
	fb_hist_release(&h);
	return why;
}

static bool
are_same(const struct fb_answers *a, const struct fb_answers *b)
{
	return !memcmp(a->group, b->group, sizeof a->group) &&
	    a->sums.sum == b->sums.sum && a->sums.sq == b->sums.sq;
}

/* Counts and sums. Where each answer is told they follow from that. */
static const char *
add_answers(fb_str stat, const struct fb_spec *spec, struct fb_scale scale,
    struct fb_answers *a)
{
	struct fb_answers said = {0}, told = {0};
	const char *why = spec->kind->keeps == FB_KEEPS_SUMS ?
	    add_tally(stat, scale, &told) : NULL;

	fb_answers_sum(&told, spec, scale);
	if (why || !told.n)
		return why ? why : add_sums(stat, spec, scale, a);
	why = add_sums(stat, spec, scale, &said);
	if (!why && !are_same(&said, &told))
		why = "a part whose counts do not add up";
	for (size_t i = 0; i < FB_TALLY && !why; i++)
		a->tally[i] += told.tally[i];
	return why;
}

static const char *
add_weighed(fb_str object, struct fb_weighed *s)
{
	const char *why = add_count(object, "n", &s->n);

	for (size_t i = 0; i < WEIGHTS && !why; i++)
		why = add_sum(object, weights[i].key, weight_at(s, i));
	return why;
}

const char *
fb_stat_read(fb_str stat, const struct fb_spec *spec, struct fb_scale scale,
    struct fb_answers *a)
{
	const char *why = add_count(stat, "missing", &a->missing);

	if (!why)
		why = add_count(stat, "texts", &a->texts);
	if (!why && spec->kind->keeps <= FB_KEEPS_VALUES)
		why = add_answers(stat, spec, scale, a);
	if (!why && a->weighed)
		why = add_weighed(fb_json_get(stat, "weights"), a->weighed);
	if (why || spec->kind->keeps == FB_KEEPS_SUMS)
		return why;
	why = add_values(stat, "values", &a->kept->done);
	if (!why && spec->kind->keeps == FB_KEEPS_CASES)
		why = add_values(fb_json_get(stat, "open"), "since",
		    &a->kept->open);
	return why;
}
