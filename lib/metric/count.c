/* count.c - sufficient statistics of every cell. */
#include <math.h>

#include "metric/count.h"
#include "record/filter.h"
#include "record/json.h"
#include "record/names.h"

static fb_str
by_text(struct fb_counter *c, size_t table, const uint32_t *ids)
{
	struct fb_buf b = {0};
	size_t i;

	fb_put_by(&b, &c->by, table, ids);
	i = fb_map_put(&c->by_json, fb_buf_str(&b), NULL);
	fb_buf_release(&b);
	return fb_map_key(&c->by_json, i);
}

/* One look-up: table, values and period as they stand in memory. */
static size_t
spot_of(struct fb_counter *c, size_t table, const uint32_t *ids, size_t n,
    struct fb_period p)
{
	uint32_t key[FB_BY_KEYS + 3] = { (uint32_t)table, (uint32_t)p.unit,
	    (uint32_t)p.index };
	bool fresh;
	size_t i;

	memcpy(key + 3, ids, n * sizeof *ids);
	i = fb_map_put(&c->spots_by_key, (fb_str){ (const char *)key,
	    (3 + n) * sizeof *key }, &fresh);
	if (!fresh)
		return i;
	c->spots = fb_grow(c->spots, &c->spots_cap, i + 1, sizeof *c->spots);
	c->spots[i] = (struct fb_spot){ table, by_text(c, table, ids), p,
	    fb_arena_zalloc(&c->mem, c->nspecs, sizeof *c->spots[i].first) };
	return i;
}

static struct fb_point *
point_at(struct fb_counter *c, size_t spot, size_t spec, struct fb_scale s)
{
	struct fb_point **at = &c->spots[spot].first[spec], *p;

	for (; *at; at = &(*at)->next)
		if ((*at)->scale.known == s.known && (*at)->scale.lo == s.lo &&
		    (*at)->scale.hi == s.hi)
			return *at;
	*at = p = fb_arena_zalloc(&c->mem, 1, sizeof *p);
	p->period = c->spots[spot].period;
	p->scale = s;
	fb_answers_keep(&p->answers, c->specs[spec].kind, c->weighed);
	c->npoints++;
	return p;
}

struct fb_point *
fb_counter_point(struct fb_counter *c, size_t spec, size_t table,
    const uint32_t *ids, size_t nids, struct fb_period p, struct fb_scale s)
{
	return point_at(c, spot_of(c, table, ids, nids, p), spec, s);
}

/* What one record adds to its cells. */
struct visit {
	struct fb_counter *c;
	struct fb_period period;
	bool has_text;
};

static void
count_cell(void *ctx, size_t table, const uint32_t *ids, size_t n)
{
	struct visit *v = ctx;
	struct fb_counter *c = v->c;
	size_t spot = spot_of(c, table, ids, n, v->period);

	for (size_t i = 0; i < c->nspecs; i++) {
		struct fb_answers *a =
		    &point_at(c, spot, i, c->given[i].scale)->answers;

		a->texts += v->has_text;
		if (a->weighed && c->weight > 0 &&
		    c->given[i].what == FB_ANSWERED)
			fb_answers_weigh(a, &c->given[i], c->group[i],
			    c->weight);
		if (c->specs[i].kind->scored)
			fb_answers_note(a, &c->specs[i], &c->given[i],
			    c->group[i]);
		else
			a->group[0] = ++a->n;
	}
}

/* Most records have the scale of the one before. */
static struct fb_scale
scale_of(struct fb_counter *c, const struct fb_rec *r)
{
	fb_str raw = fb_rec_get(r, FB_SCALE);
	struct fb_buf scratch = {0};

	if (c->scale_raw.p && fb_str_eq(raw, c->scale_raw))
		return c->scale;
	c->scale_room.n = 0;
	fb_buf_add(&c->scale_room, raw);
	c->scale_raw = fb_buf_str(&c->scale_room);
	if (fb_scale_parse(fb_json_text(raw, &scratch), &c->scale))
		c->scale = (struct fb_scale){0};
	fb_buf_release(&scratch);
	return c->scale;
}

static void
note_kind(struct fb_asked *a, enum fb_answer what)
{
	a->words |= what == FB_NO_NUMBER;
	a->numbers |= what != FB_NO_NUMBER && what != FB_NO_ANSWER;
}

static void
read_spec(struct fb_counter *c, size_t i, struct fb_scale scale)
{
	const struct fb_spec *s = &c->specs[i];
	struct fb_raws raws = { .field = c->asked[c->fields[i][0]].raw };
	struct fb_given *g = &c->given[i];

	if (!s->kind->scored)
		return;
	if (fb_str_eq(s->field, FB_SCORE))
		raws.scale = scale;
	if (s->until.n)
		raws.until = c->asked[c->fields[i][1]].raw;
	fb_answer_raw(s, &raws, g);
	note_kind(&c->asked[c->fields[i][0]], g->what);
	c->group[i] = g->what == FB_ANSWERED &&
	    s->kind->keeps <= FB_KEEPS_VALUES ?
	    fb_group_of(s, g->scale, g->milli) : 0;
}

/* Negative when it is none, or too large for one of the answers. */
static int64_t
read_weight(const struct fb_counter *c)
{
	int64_t weight;
	double w;

	if (!fb_json_double(c->asked[c->weight_field].raw, &w) ||
	    !(w >= 0 && w <= FB_WEIGHT_MAX / 1e6))
		return -1;
	weight = llround(w * 1e6);
	for (size_t i = 0; i < c->nspecs; i++)
		if (c->specs[i].kind->weigh &&
		    c->given[i].what == FB_ANSWERED &&
		    !fb_can_weigh(c->given[i].milli, weight))
			return -1;
	return weight;
}

static void
read_all(struct fb_counter *c, const struct fb_rec *r)
{
	struct fb_scale scale = scale_of(c, r);

	for (size_t i = 0; i < c->nasked; i++) {
		c->asked[i].raw = fb_rec_get(r, c->asked[i].key);
		c->asked[i].seen |= c->asked[i].raw.p != NULL;
	}
	for (size_t i = 0; i < c->nspecs; i++)
		read_spec(c, i, scale);
	if (c->weighed)
		c->weight = read_weight(c);
}

static struct fb_period
period_of(struct fb_counter *c, const struct fb_rec *r)
{
	int32_t day;

	if (!fb_rec_day(r, &day)) {
		c->undated++;
		return (struct fb_period){ c->unit == FB_ALL ? FB_ALL : FB_NONE, 0 };
	}
	if (day > c->last_day)
		c->last_day = day;
	if (day != c->day)
		c->period = fb_period_of(c->unit, day);
	c->day = day;
	return c->period;
}

/* Mostly the first byte tells. */
static bool
has_words(fb_str raw)
{
	struct fb_buf scratch = {0};
	bool some;

	if (raw.n > 2 && raw.p[0] == '"' && (unsigned char)raw.p[1] > ' ' &&
	    raw.p[1] != '\\')
		return true;
	some = fb_str_trim(fb_json_text(raw, &scratch)).n > 0;
	fb_buf_release(&scratch);
	return some;
}

static bool
is_bad(const struct fb_given *g)
{
	return g->what == FB_OFF_SCALE || g->what == FB_NO_NUMBER;
}

const struct fb_spec *
fb_counter_add(struct fb_counter *c, const struct fb_rec *r,
    enum fb_answer *what)
{
	struct visit v = { .c = c, .period = period_of(c, r),
	    .has_text = has_words(fb_rec_get(r, FB_TEXT)) };

	read_all(c, r);
	fb_by_set(&c->by, r);
	for (size_t t = 0; t < c->by.tables->n; t++)
		fb_by_each(&c->by, t, count_cell, &v);
	if (c->drivers.field.n)
		fb_drivers_add(&c->drivers, r, c->given, c->group, v.period);
	if (c->texts.on && v.has_text && v.period.unit != FB_NONE)
		fb_texts_add(&c->texts, &c->by, r, v.period);
	for (size_t i = 0; i < c->nspecs; i++) {
		*what = c->given[i].what;
		if (c->specs[i].kind->scored && is_bad(&c->given[i]))
			return &c->specs[i];
	}
	return NULL;
}
