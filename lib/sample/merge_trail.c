/* merge_trail.c - take in the trail of a run over a shard. */
#include "record/json.h"
#include "sample/cert.h"
#include "sample/merge.h"

static const char foreign[] = "is of another draw: run every shard and the "
    "merge with the same options";

fb_str
fb_merge_raw(struct fb_merge *m, const char *key)
{
	return fb_rec_get(m->rec, fb_cstr(key));
}

uint64_t
fb_merge_count(struct fb_merge *m, const char *key)
{
	int64_t v = 0;

	if (!fb_json_int(fb_merge_raw(m, key), &v) || v < 0)
		m->bad = true;
	return (uint64_t)v;
}

fb_i128
fb_merge_wide(struct fb_merge *m, const char *key)
{
	fb_i128 v = 0;

	if (fb_parse_i128(fb_merge_raw(m, key), &v))
		m->bad = true;
	return v;
}

/* Without its quotes. */
fb_str
fb_merge_word(struct fb_merge *m, const char *key)
{
	m->text.n = 0;
	return fb_json_text(fb_merge_raw(m, key), &m->text);
}

static bool
same_plan(struct fb_merge *m)
{
	bool same;

	m->line.n = 0;
	fb_buf_adds(&m->line, "{\"v\":1");
	fb_put_plan(&m->line, m->s);
	fb_buf_addc(&m->line, '}');
	same = fb_str_eq(fb_buf_str(&m->line), fb_merge_raw(m, "plan"));
	return same;
}

static void
take_reasons(struct fb_merge *m)
{
	const struct fb_withhold *w = m->s->conf.withhold;
	struct fb_json it = fb_json_in(fb_merge_raw(m, "reasons"));
	int64_t n;
	size_t i;

	while (w && fb_json_next(&it)) {
		m->unit.n = 0;
		fb_json_unescape(&m->unit, it.key);
		i = w->reasons.n ? fb_map_get(&w->reasons,
		    fb_buf_str(&m->unit)) : FB_MAP_NONE;
		if (i == FB_MAP_NONE || !fb_json_int(it.val, &n)) {
			m->bad = true;
			return;
		}
		m->s->reasons[i] += (uint64_t)n;
		m->s->withheld += (size_t)n;
	}
}

static void
take_names(struct fb_merge *m)
{
	struct fb_seen *seen = &m->s->seen;
	struct fb_json it = fb_json_in(fb_merge_raw(m, "found"));

	seen->records += fb_merge_count(m, "looked");
	while (fb_json_next(&it))
		fb_seen_found(seen, fb_json_text(it.val, &m->text));
	it = fb_json_in(fb_merge_raw(m, "names"));
	while (fb_json_next(&it))
		if (seen->names.n < FB_SEEN_NAMES)
			fb_map_put(&seen->names, fb_json_text(it.val, &m->text),
			    NULL);
}

static void
take_edge(struct fb_merge *m, const char *key, int which)
{
	struct fb_sample *s = m->s;
	fb_str hex = fb_merge_word(m, key);
	struct fb_ticket t;
	int c;

	if (!hex.n)
		return;
	if (!fb_parse_hex(hex, t.d, sizeof t.d)) {
		m->bad = true;
		return;
	}
	c = s->has_edge[which] ?
	    fb_ticket_cmp(&t, &s->edge[which].ticket) : 0;
	if (!s->has_edge[which] || (which ? c < 0 : c > 0))
		s->edge[which].ticket = t;
	s->has_edge[which] = true;
}

static void
take_digests(struct fb_merge *m, struct fb_trail_counts *c)
{
	struct fb_ticket frame;
	struct fb_digest d;

	if (fb_parse_hex(fb_merge_word(m, "frame"), frame.d, sizeof frame.d))
		fb_frame_add(&m->s->frame, &frame);
	else
		m->bad = true;
	if (fb_digest_parse(fb_merge_word(m, "digest_in"), &d))
		c->digest_in.sum += d.sum;
	else
		m->bad = true;
}

const char *
fb_merge_trail(struct fb_merge *m, struct fb_trail_counts *c)
{
	struct fb_sample *s = m->s;

	if (!same_plan(m))
		return foreign;
	c->in += fb_merge_count(m, "in");
	c->filtered += fb_merge_count(m, "filtered");
	c->rejected += fb_merge_count(m, "rejected");
	s->no_consent += fb_merge_count(m, "no_consent");
	s->ineligible += fb_merge_count(m, "ineligible");
	s->nframe += fb_merge_count(m, "records");
	s->no_id += fb_merge_count(m, "no_id");
	s->anon += fb_merge_count(m, "anon");
	s->size_zero += fb_merge_count(m, "size_zero");
	s->nplaces += fb_merge_count(m, "drawn");
	s->nmust += fb_merge_count(m, "must");
	take_edge(m, "last", 0);
	take_edge(m, "next", 1);
	take_digests(m, c);
	take_reasons(m);
	take_names(m);
	return NULL;
}
