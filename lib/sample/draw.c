/* draw.c - share out places, take the smallest tickets. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "record/json.h"
#include "sample/ways.h"
#include "stat/alloc.h"

/* What has to be seen in some record for the options to make sense. */
static void
want_fields(struct fb_sample *s)
{
	const struct fb_sample_conf *c = &s->conf;

	for (size_t i = 0; c->by && i < c->by->n; i++)
		fb_seen_want(&s->seen, c->by->key[i]);
	if (c->method == FB_PPS)
		fb_seen_want(&s->seen, fb_cstr(c->size));
	if (c->method == FB_SYSTEMATIC)
		fb_seen_want(&s->seen, fb_cstr(c->order));
	if (c->both_sides || c->alloc == FB_ALLOC_NEYMAN)
		fb_seen_want(&s->seen, c->spread.field);
}

const char *
fb_sample_init(struct fb_sample *s, const struct fb_sample_conf *conf)
{
	fb_str seed = fb_cstr(conf->seed);

	*s = (struct fb_sample){ .conf = *conf };
	if (!fb_utf8_valid(seed))
		return "not UTF-8";
	if (seed.n && memchr(seed.p, '\n', seed.n))
		return "more than one line";
	fb_draw_init(&s->tickets, "fb-sample/1", seed);
	fb_bottomk_init(&s->must, SIZE_MAX / 4, conf->keep_refused);
	if (conf->withhold)
		s->reasons = fb_zalloc(conf->withhold->reasons.n,
		    sizeof *s->reasons);
	want_fields(s);
	for (size_t i = 0; i < conf->require->n; i++)
		fb_seen_want(&s->required, fb_cstr(conf->require->v[i]));
	return NULL;
}

bool
fb_sample_hopeless(const struct fb_sample *s)
{
	return s->conf.by && s->conf.min && s->keys.n > s->conf.n &&
	    s->conf.method == FB_PLAIN;
}

static bool
is_side(fb_str key)
{
	return fb_str_eq(key, fb_side_praise) ||
	    fb_str_eq(key, fb_side_complaint);
}

const char *
fb_sample_share_out(struct fb_sample *s)
{
	size_t h = s->keys.n, minimum = s->conf.by ? s->conf.min : 0;
	struct fb_stratum *strata = fb_zalloc(h, sizeof *strata);
	uint64_t *out = fb_zalloc(h, sizeof *out);
	const char *why;

	for (size_t i = 0; i < h; i++) {
		struct fb_part *part = &s->part[i];

		strata[i] = (struct fb_stratum){ .size = part->size,
		    .key = fb_map_key(&s->keys, i),
		    .spread = fb_sums_spread(&part->spread) };
		if (s->conf.both_sides && !is_side(strata[i].key))
			strata[i].size = 0;
	}
	if (s->conf.both_sides || s->conf.alloc == FB_ALLOC_EQUAL)
		why = fb_alloc_equal(strata, h, s->conf.n, minimum, out);
	else if (s->conf.alloc == FB_ALLOC_NEYMAN)
		why = fb_alloc_neyman(strata, h, s->conf.n, minimum, out);
	else
		why = fb_alloc_proportional(strata, h, s->conf.n, minimum, out);
	for (size_t i = 0; i < h && !why; i++)
		s->part[i].places = out[i];
	free(strata);
	free(out);
	return why;
}

int
fb_drawn_cmp(const void *a, const void *b)
{
	const struct fb_drawn *x = a, *y = b;

	return fb_pick_cmp(x->pick, y->pick);
}

/* Every kept unit of every stratum, ascending. */
size_t
fb_draw_line_up(struct fb_sample *s)
{
	size_t n = 0, all = s->must.n;

	for (size_t i = 0; i < s->keys.n; i++)
		all += s->part[i].kept.n + s->part[i].large.n;
	s->drawn = fb_zalloc(all, sizeof *s->drawn);
	for (size_t i = 0; i < s->keys.n; i++)
		for (size_t k = 0; k < s->part[i].kept.n; k++)
			s->drawn[n++] = (struct fb_drawn){
			    .pick = &s->part[i].kept.v[k], .part = i };
	if (n)
		qsort(s->drawn, n, sizeof *s->drawn, fb_drawn_cmp);
	return n;
}

/* May a candidate not be drawn, because the unit, or the record, was? Equal
 * tickets stand together, so the one drawn last tells. */
static bool
is_taken(struct fb_sample *s, const struct fb_drawn *c)
{
	struct fb_pick *last = s->ndrawn ? s->drawn[s->ndrawn - 1].pick : NULL;

	if (!last || !fb_pick_same_unit(last, c->pick))
		return false;
	if (fb_pick_same_record(last, c->pick)) {
		fb_pick_refuse(last, c->pick, s->conf.keep_refused);
		return true;
	}
	s->repeats += s->conf.strict;
	return s->conf.strict;
}

static void
take(struct fb_sample *s, const struct fb_drawn *c)
{
	struct fb_part *part = &s->part[c->part];

	if (part->ndrawn == part->places) {
		if (!part->next)
			part->next = c->pick;
	} else if (!is_taken(s, c)) {
		part->ndrawn++;
		part->last = c->pick;
		s->drawn[s->ndrawn++] = *c;
	}
}

void
fb_draw_smallest(struct fb_sample *s)
{
	size_t n = fb_draw_line_up(s);

	for (size_t i = 0; i < n; i++) {
		struct fb_drawn c = s->drawn[i];

		take(s, &c);
	}
	for (size_t i = 0; i < s->ndrawn; i++) {
		struct fb_drawn *d = &s->drawn[i];
		const struct fb_part *part = &s->part[d->part];
		const struct fb_pick *p = d->pick;

		d->pi = (double)part->ndrawn / (double)part->size;
		if (s->conf.per_customer)
			d->pi /= (double)(p->letters - (p->copies - 1));
	}
}

/* ---- must ---- */

/* Behind the drawn: records with an alert that were not drawn. */
static void
add_must(struct fb_sample *s)
{
	struct fb_map ids = {0};

	s->nplaces = s->ndrawn;
	for (size_t i = 0; i < s->nplaces; i++)
		fb_map_put(&ids, fb_pick_record(s->drawn[i].pick), NULL);
	for (size_t i = 0; i < s->must.n; i++)
		if (!ids.n || fb_map_get(&ids, s->must.v[i].id) == FB_MAP_NONE)
			s->drawn[s->ndrawn++] = (struct fb_drawn){
			    .pick = &s->must.v[i], .must = true };
	s->nmust = s->ndrawn - s->nplaces;
	fb_map_release(&ids);
}

/* How many units a stratum has; its bottom-k knows up to k, and beyond that
 * counts records. */
static void
measure(struct fb_sample *s, struct fb_part *part)
{
	fb_bottomk_settle(&part->kept);
	fb_bottomk_settle(&part->large);
	part->size = fb_bottomk_size(&part->kept);
	if (s->conf.per_customer && part->kept.beyond) {
		fb_distinct_settle(&part->units);
		part->size = fb_distinct_count(&part->units);
		part->estimated = part->units.beyond || part->units.more;
		if (part->size <= part->kept.n)
			part->size = part->kept.n + 1;
	}
	s->estimated |= part->estimated;
	s->size += part->size;
}

const char *
fb_sample_draw(struct fb_sample *s, struct fb_reader *in)
{
	const char *why = NULL;

	fb_bottomk_settle(&s->must);
	for (size_t i = 0; i < s->keys.n; i++)
		measure(s, &s->part[i]);
	if (s->conf.method == FB_RATE) {
		s->size = s->nframe;
		return NULL;
	}
	if (fb_sample_hopeless(s))
		return "fewer places than strata";
	if (s->conf.method == FB_PPS && s->keys.n)
		fb_draw_by_size(s);
	else if (s->conf.method == FB_SYSTEMATIC && s->keys.n)
		fb_draw_along(s, in);
	else if (!(why = fb_sample_share_out(s)))
		fb_draw_smallest(s);
	if (!why)
		add_must(s);
	return why;
}

void
fb_sample_release(struct fb_sample *s)
{
	for (size_t i = 0; i < s->keys.n; i++) {
		fb_bottomk_release(&s->part[i].kept);
		fb_bottomk_release(&s->part[i].large);
		fb_distinct_release(&s->part[i].units);
	}
	fb_bottomk_release(&s->must);
	fb_systematic_release(&s->line);
	fb_dims_release(&s->dims);
	fb_seen_release(&s->seen);
	fb_seen_release(&s->required);
	free(s->part);
	free(s->drawn);
	free(s->reasons);
	fb_map_release(&s->keys);
	fb_buf_release(&s->id);
	fb_buf_release(&s->customer);
	fb_buf_release(&s->value);
	fb_buf_release(&s->key);
	fb_buf_release(&s->why);
	*s = (struct fb_sample){0};
}
