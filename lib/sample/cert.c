/* cert.c - the draw and its certificate as JSON. */
#include <stdlib.h>

#include "record/json.h"
#include "sample/cert.h"

static void
put_hex_key(struct fb_buf *b, const char *key, const unsigned char *d)
{
	fb_put_key(b, key);
	fb_buf_addc(b, '"');
	fb_put_hex(b, d, 32);
	fb_buf_addc(b, '"');
}

static void
put_ticket(struct fb_buf *b, const char *key, const struct fb_pick *p)
{
	if (p) {
		put_hex_key(b, key, p->ticket.d);
	} else {
		fb_put_key(b, key);
		fb_buf_adds(b, "null");
	}
}

/* {"plan":"pro"} of a stratum's key. */
static void
put_stratum(struct fb_buf *b, const struct fb_table *by, fb_str key)
{
	struct fb_json it = fb_json_in(key);

	fb_buf_addc(b, '{');
	for (size_t i = 0; by && i < by->n; i++) {
		if (i)
			fb_buf_addc(b, ',');
		fb_put_json(b, by->key[i]);
		fb_buf_addc(b, ':');
		if (by->n == 1)
			fb_put_json(b, key);
		else if (fb_json_next(&it))
			fb_buf_add(b, it.val);
	}
	fb_buf_addc(b, '}');
}

void
fb_put_draw(struct fb_buf *b, const struct fb_sample *s, size_t i)
{
	const struct fb_drawn *d = &s->drawn[i];
	const struct fb_part *part = &s->part[d->part];

	fb_buf_adds(b, "{\"stratum\":");
	put_stratum(b, s->conf.by, fb_map_key(&s->keys, d->part));
	fb_put_int(b, "N", (int64_t)part->size);
	fb_put_int(b, "n", (int64_t)part->ndrawn);
	fb_put_est(b, "pi", (double)part->ndrawn / (double)part->size);
	put_ticket(b, "ticket", d->pick);
	fb_buf_addc(b, '}');
}

struct fb_copies
fb_sample_copies(const struct fb_sample *s)
{
	struct fb_copies c = {0};

	for (size_t i = 0; i < s->ndrawn; i++) {
		const struct fb_pick *p = s->drawn[i].pick;

		c.ids += p->copies > 1;
		c.duplicates += p->same - 1;
		c.refused += p->copies - p->same;
	}
	return c;
}

static const char *
seed_source(fb_str seed, fb_str period)
{
	if (!seed.n)
		return "empty";
	return fb_str_eq(seed, period) ? "period" : "user";
}

static void
put_plan(struct fb_buf *b, const struct fb_sample *s, fb_str period)
{
	const struct fb_table *by = s->conf.by;
	fb_str seed = fb_cstr(s->conf.seed);

	fb_put_text(b, "method", fb_cstr(by ? "strat" : "srs"));
	fb_put_text(b, "seed", seed);
	fb_put_text(b, "seed_source", fb_cstr(seed_source(seed, period)));
	fb_put_text(b, "unit", FB_LIT("id"));
	fb_put_key(b, "by");
	fb_buf_addc(b, '[');
	for (size_t i = 0; by && i < by->n; i++) {
		if (i)
			fb_buf_addc(b, ',');
		fb_put_json(b, by->key[i]);
	}
	fb_buf_addc(b, ']');
	if (!by)
		return;
	fb_put_text(b, "alloc", FB_LIT("lr"));
	fb_put_int(b, "min", (int64_t)s->conf.min);
}

static void
put_frame(struct fb_buf *b, const struct fb_sample *s)
{
	fb_put_key(b, "frame");
	fb_buf_addc(b, '{');
	fb_put_int(b, "N", (int64_t)s->size);
	fb_put_int(b, "records", (int64_t)s->nframe);
	fb_put_int(b, "dup_ids", (int64_t)fb_sample_copies(s).ids);
	fb_put_int(b, "no_id", (int64_t)s->no_id);
	put_hex_key(b, "digest", s->frame.sum);
	fb_buf_addc(b, '}');
}

static void
put_strata(struct fb_buf *b, const struct fb_sample *s)
{
	size_t *order = fb_map_sorted(&s->keys);

	fb_put_key(b, "strata");
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < s->keys.n; i++) {
		const struct fb_part *part = &s->part[order[i]];
		fb_str key = fb_map_key(&s->keys, order[i]);

		fb_buf_adds(b, i ? ",{\"h\":" : "{\"h\":");
		if (s->conf.by && s->conf.by->n > 1)
			fb_buf_add(b, key);
		else
			fb_put_json(b, key);
		fb_put_int(b, "N", (int64_t)part->size);
		fb_put_int(b, "n", (int64_t)part->ndrawn);
		put_ticket(b, "last", part->last);
		put_ticket(b, "next", part->next);
		fb_buf_addc(b, '}');
	}
	fb_buf_addc(b, ']');
	free(order);
}

static struct fb_ticket
digest_of_ids(const struct fb_sample *s)
{
	struct fb_sha sha;

	fb_sha_init(&sha);
	for (size_t i = 0; i < s->ndrawn; i++) {
		fb_sha_add(&sha, s->drawn[i].pick->id);
		fb_sha_add(&sha, FB_LIT("\n"));
	}
	return fb_sha_end(&sha);
}

void
fb_put_certificate(struct fb_buf *b, const struct fb_sample *s, fb_str period)
{
	struct fb_ticket ids = digest_of_ids(s);
	bool census = s->size && s->size <= s->conf.n;

	put_plan(b, s, period);
	put_frame(b, s);
	fb_put_int(b, "n", (int64_t)s->ndrawn);
	put_strata(b, s);
	put_hex_key(b, "ids_sha256", ids.d);
	fb_put_key(b, "flags");
	fb_buf_adds(b, census ? "[\"census\"]" : "[]");
}
