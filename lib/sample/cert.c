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

static void
put_stratum(struct fb_buf *b, const struct fb_sample *s, fb_str key)
{
	if (!s->conf.both_sides) {
		fb_put_group(b, s->conf.by, key);
		return;
	}
	fb_buf_adds(b, "{\"side\":");
	fb_put_json(b, key);
	fb_buf_addc(b, '}');
}

static size_t
size_of(const struct fb_sample *s, fb_str key)
{
	size_t i = s->keys.n ? fb_map_get(&s->keys, key) : FB_MAP_NONE;

	return i == FB_MAP_NONE ? 0 : s->part[i].size;
}

/* Of the records with a score. */
static double
true_share(const struct fb_sample *s, size_t size)
{
	return (double)size / (double)(s->size - size_of(s, fb_side_unscored));
}

static void
put_size(struct fb_buf *b, const struct fb_part *part)
{
	fb_put_int(b, "N", (int64_t)part->size);
	if (part->estimated) {
		fb_put_key(b, "N_est");
		fb_buf_adds(b, "true");
	}
}

static void
put_milli(struct fb_buf *b, const char *key, uint64_t milli)
{
	fb_put_key(b, key);
	fb_put_milli(b, (int64_t)milli);
}

/* N, n, what goes with the method, and the chance. */
static void
put_chance(struct fb_buf *b, const struct fb_sample *s,
    const struct fb_drawn *d)
{
	const struct fb_part *part = &s->part[d->part];

	if (s->conf.method != FB_RATE) {
		put_size(b, part);
		fb_put_int(b, "n", (int64_t)part->ndrawn);
	}
	if (s->conf.per_customer)
		fb_put_int(b, "letters", (int64_t)(d->pick->letters -
		    (d->pick->copies - 1)));
	if (s->conf.both_sides)
		fb_put_est(b, "share", true_share(s, part->size));
	if (s->conf.method == FB_PPS)
		put_milli(b, "size", d->pick->size);
	fb_put_est(b, "pi", d->pi);
	if (s->conf.method == FB_PPS && !d->certain)
		fb_put_text(b, "pi_kind", FB_LIT("target"));
	if (d->weight > 0)
		fb_put_est(b, "weight", d->weight);
}

void
fb_put_draw(struct fb_buf *b, const struct fb_sample *s,
    const struct fb_drawn *d)
{
	if (d->must) {
		fb_buf_adds(b, "{\"must_read\":true");
	} else {
		fb_buf_adds(b, "{\"stratum\":");
		put_stratum(b, s, s->conf.method == FB_RATE ? FB_LIT("") :
		    fb_map_key(&s->keys, d->part));
		put_chance(b, s, d);
	}
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
put_frame(struct fb_buf *b, const struct fb_sample *s)
{
	fb_put_key(b, "frame");
	fb_buf_addc(b, '{');
	fb_put_int(b, "N", (int64_t)s->size);
	fb_put_true(b, "N_est", s->estimated);
	fb_put_int(b, "records", (int64_t)s->nframe);
	fb_put_int(b, "dup_ids", (int64_t)fb_sample_copies(s).ids);
	fb_put_int(b, "no_id", (int64_t)s->no_id);
	if (s->conf.per_customer)
		fb_put_int(b, "anon", (int64_t)s->anon);
	if (s->conf.method == FB_PPS)
		fb_put_int(b, "size_zero", (int64_t)s->size_zero);
	if (!s->conf.no_frame)
		put_hex_key(b, "digest", s->frame.sum);
	fb_buf_addc(b, '}');
}

static void
put_part(struct fb_buf *b, const struct fb_sample *s, size_t i)
{
	const struct fb_part *part = &s->part[i];

	fb_buf_adds(b, "{\"h\":");
	fb_put_group_name(b, s->conf.by, fb_map_key(&s->keys, i));
	put_size(b, part);
	fb_put_int(b, "n", (int64_t)part->ndrawn);
	if (s->conf.both_sides &&
	    !fb_str_eq(fb_map_key(&s->keys, i), fb_side_unscored))
		fb_put_est(b, "share", true_share(s, part->size));
	if (s->conf.method == FB_PPS) {
		fb_put_key(b, "size");
		if (part->total < (fb_u128)1 << 63)
			fb_put_milli(b, (int64_t)part->total);
		else
			fb_put_double(b, (double)part->total / 1000);
		fb_put_int(b, "certain", (int64_t)s->pps.taken);
	}
	if (s->conf.method != FB_SYSTEMATIC) {
		put_ticket(b, "last", part->last);
		put_ticket(b, "next", part->next);
	}
	fb_buf_addc(b, '}');
}

static void
put_strata(struct fb_buf *b, const struct fb_sample *s)
{
	size_t *order = fb_map_sorted(&s->keys);

	fb_put_key(b, "strata");
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < s->keys.n; i++) {
		fb_buf_adds(b, i ? "," : "");
		put_part(b, s, order[i]);
	}
	fb_buf_addc(b, ']');
	free(order);
}

/* The one stratum of --rate, whose records are gone. */
static void
put_rated(struct fb_buf *b, const struct fb_sample *s)
{
	fb_put_key(b, "strata");
	fb_buf_adds(b, "[{\"h\":\"\"");
	fb_put_int(b, "N", (int64_t)s->nframe);
	fb_put_int(b, "n", (int64_t)s->nplaces);
	put_ticket(b, "last", s->has_edge[0] ? &s->edge[0] : NULL);
	put_ticket(b, "next", s->has_edge[1] ? &s->edge[1] : NULL);
	fb_buf_adds(b, "}]");
}

static struct fb_ticket
digest_of_ids(const struct fb_sample *s)
{
	struct fb_sha sha;

	fb_sha_init(&sha);
	for (size_t i = 0; i < s->nplaces; i++) {
		fb_sha_add(&sha, fb_pick_record(s->drawn[i].pick));
		fb_sha_add(&sha, FB_LIT("\n"));
	}
	return fb_sha_end(&sha);
}

static void
put_flags(struct fb_buf *b, const struct fb_sample *s)
{
	bool census = s->size && s->size <= s->nplaces;

	fb_put_key(b, "flags");
	fb_buf_adds(b, census ? "[\"census\"]" : "[]");
}

void
fb_put_certificate(struct fb_buf *b, const struct fb_sample *s, fb_str period)
{
	struct fb_ticket ids;

	fb_put_text(b, "method", fb_cstr(fb_method_name(s)));
	fb_put_text(b, "seed", fb_cstr(s->conf.seed));
	fb_put_text(b, "seed_source",
	    fb_cstr(seed_source(fb_cstr(s->conf.seed), period)));
	fb_put_method(b, s);
	put_frame(b, s);
	fb_put_int(b, "n", (int64_t)s->nplaces);
	if (s->conf.must_read)
		fb_put_int(b, "must", (int64_t)s->nmust);
	if (s->conf.strict)
		fb_put_int(b, "repeats", (int64_t)s->repeats);
	if (s->conf.method == FB_RATE) {
		put_rated(b, s);
	} else {
		ids = digest_of_ids(s);
		put_strata(b, s);
		put_hex_key(b, "ids_sha256", ids.d);
	}
	put_flags(b, s);
}
