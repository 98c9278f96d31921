/* draw.c - offer records, share out places, take the smallest tickets. */
#include <stdlib.h>

#include "base/utf8.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"
#include "sample/draw.h"
#include "stat/alloc.h"

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
	return NULL;
}

static fb_str
value_of(fb_str raw, struct fb_buf *scratch)
{
	struct fb_json it = fb_json_in(raw), rest;

	if (!raw.n || *raw.p != '[')
		return fb_json_text(raw, scratch);
	if (!fb_json_next(&it))
		return FB_LIT("");
	rest = it;
	return fb_json_next(&rest) ? raw : fb_json_text(it.val, scratch);
}

fb_str
fb_sample_key(struct fb_sample *s, const struct fb_rec *rec)
{
	const struct fb_table *by = s->conf.by;

	if (!by)
		return FB_LIT("");
	if (by->n == 1)
		return value_of(fb_rec_get(rec, by->key[0]), &s->value);
	s->key.n = 0;
	for (size_t i = 0; i < by->n; i++) {
		fb_buf_addc(&s->key, i ? ',' : '[');
		fb_put_json(&s->key,
		    value_of(fb_rec_get(rec, by->key[i]), &s->value));
	}
	fb_buf_addc(&s->key, ']');
	return fb_buf_str(&s->key);
}

static bool
is_filled(fb_str raw, struct fb_buf *scratch)
{
	struct fb_json it = fb_json_in(raw);

	if (raw.n && (*raw.p == '[' || *raw.p == '{'))
		return fb_json_next(&it);
	return fb_str_trim(fb_json_text(raw, scratch)).n > 0;
}

static bool
admit(struct fb_sample *s, const struct fb_rec *rec)
{
	const struct fb_list *need = s->conf.require;
	fb_str consent = fb_json_text(fb_rec_get(rec, FB_CONSENT), &s->value);

	if (fb_str_eq(consent, FB_LIT("false"))) {
		s->no_consent++;
		return false;
	}
	for (size_t i = 0; i < need->n; i++) {
		fb_str raw = fb_rec_get(rec, fb_cstr(need->v[i]));

		if (!is_filled(raw, &s->value)) {
			s->ineligible++;
			return false;
		}
	}
	return true;
}

static fb_str
id_of(struct fb_sample *s, const struct fb_rec *rec, fb_str head, fb_str tail)
{
	fb_str id = fb_json_text(fb_rec_get(rec, FB_ID), &s->id);
	struct fb_ticket t;
	struct fb_sha sha;

	if (id.n)
		return id;
	s->no_id++;
	fb_sha_init(&sha);
	fb_sha_add(&sha, head);
	fb_sha_add(&sha, tail);
	t = fb_sha_end(&sha);
	s->id.n = 0;
	fb_put_hex(&s->id, t.d, sizeof t.d);
	return fb_buf_str(&s->id);
}

static struct fb_part *
part_of(struct fb_sample *s, fb_str key)
{
	bool fresh;
	size_t i = fb_map_put(&s->keys, key, &fresh);

	if (fresh) {
		s->part = fb_grow(s->part, &s->cap, i + 1, sizeof *s->part);
		s->part[i] = (struct fb_part){0};
		fb_bottomk_init(&s->part[i].kept, s->conf.n + 1,
		    s->conf.keep_refused);
	}
	return &s->part[i];
}

/* One place each is too much already: whatever comes, there is no draw. */
static bool
is_hopeless(const struct fb_sample *s)
{
	return s->conf.min && s->keys.n > s->conf.n;
}

static void
keep(struct fb_sample *s, struct fb_part *part, struct fb_pick *p, fb_str tail)
{
	if (tail.n) {
		s->value.n = 0;
		fb_buf_add(&s->value, p->line);
		fb_buf_add(&s->value, tail);
		p->line = fb_buf_str(&s->value);
	}
	fb_bottomk_offer(&part->kept, p);
}

void
fb_sample_offer(struct fb_sample *s, const struct fb_rec *rec)
{
	struct fb_pick p = {0};
	struct fb_part *part;
	fb_str tail;

	if (!admit(s, rec))
		return;
	s->nframe++;
	part = part_of(s, fb_sample_key(s, rec));
	fb_rec_body(rec, &p.line, &tail);
	p.id = id_of(s, rec, p.line, tail);
	p.ticket = fb_draw_ticket(&s->tickets, p.id);
	p.digest = fb_frame_member(p.id, p.line, tail);
	fb_frame_add(&s->frame, &p.digest);
	if (!is_hopeless(s))
		keep(s, part, &p, tail);
}

static const char *
share_out(struct fb_sample *s)
{
	size_t h = s->keys.n, minimum = s->conf.by ? s->conf.min : 0;
	struct fb_stratum *strata = fb_zalloc(h, sizeof *strata);
	uint64_t *out = fb_zalloc(h, sizeof *out);
	const char *why;

	for (size_t i = 0; i < h; i++)
		strata[i] = (struct fb_stratum){ .size = s->part[i].size,
		    .key = fb_map_key(&s->keys, i) };
	why = fb_alloc_proportional(strata, h, s->conf.n, minimum, out);
	for (size_t i = 0; i < h && !why; i++)
		s->part[i].places = out[i];
	free(strata);
	free(out);
	return why;
}

static int
by_pick(const void *a, const void *b)
{
	const struct fb_drawn *x = a, *y = b;

	return fb_pick_cmp(x->pick, y->pick);
}

/* Every kept unit of every stratum, ascending. */
static size_t
line_up(struct fb_sample *s)
{
	size_t n = 0, all = 0;

	for (size_t i = 0; i < s->keys.n; i++)
		all += s->part[i].kept.n;
	s->drawn = fb_zalloc(all, sizeof *s->drawn);
	for (size_t i = 0; i < s->keys.n; i++)
		for (size_t k = 0; k < s->part[i].kept.n; k++)
			s->drawn[n++] = (struct fb_drawn){
			    &s->part[i].kept.v[k], i };
	qsort(s->drawn, n, sizeof *s->drawn, by_pick);
	return n;
}

static void
take(struct fb_sample *s, const struct fb_drawn *c)
{
	struct fb_part *part = &s->part[c->part];
	struct fb_pick *last = s->ndrawn ? s->drawn[s->ndrawn - 1].pick : NULL;

	if (part->ndrawn == part->places) {
		if (!part->next)
			part->next = c->pick;
	} else if (last && fb_pick_same_unit(last, c->pick)) {
		fb_pick_refuse(last, c->pick, s->conf.keep_refused);
	} else {
		part->ndrawn++;
		part->last = c->pick;
		s->drawn[s->ndrawn++] = *c;
	}
}

const char *
fb_sample_draw(struct fb_sample *s)
{
	const char *why;
	size_t n;

	for (size_t i = 0; i < s->keys.n; i++) {
		struct fb_part *part = &s->part[i];

		fb_bottomk_settle(&part->kept);
		part->size = fb_bottomk_size(&part->kept);
		s->size += part->size;
	}
	if (is_hopeless(s))
		return "fewer places than strata";
	if ((why = share_out(s)))
		return why;
	n = line_up(s);
	for (size_t i = 0; i < n; i++) {
		struct fb_drawn c = s->drawn[i];

		take(s, &c);
	}
	return NULL;
}

void
fb_sample_release(struct fb_sample *s)
{
	for (size_t i = 0; i < s->keys.n; i++)
		fb_bottomk_release(&s->part[i].kept);
	free(s->part);
	free(s->drawn);
	fb_map_release(&s->keys);
	fb_buf_release(&s->id);
	fb_buf_release(&s->value);
	fb_buf_release(&s->key);
	*s = (struct fb_sample){0};
}
