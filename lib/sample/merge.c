/* merge.c - take in what a run over a shard knew. */
#include <stdlib.h>

#include "record/json.h"
#include "record/names.h"
#include "sample/cert.h"
#include "sample/state.h"

static const char broken[] = "is not a part that fb-sample --partial wrote";
static const char foreign[] = "is of another draw: run every shard and the "
    "merge with the same options";

/* The line being taken in, and scratch. */
struct merge {
	struct fb_sample *s;
	const struct fb_rec *rec;
	bool bad;
	struct fb_rec inner;
	struct fb_buf line, unit, record, text;
};

static fb_str
raw(struct merge *m, const char *key)
{
	return fb_rec_get(m->rec, fb_cstr(key));
}

static uint64_t
count(struct merge *m, const char *key)
{
	int64_t v = 0;

	if (!fb_json_int(raw(m, key), &v) || v < 0)
		m->bad = true;
	return (uint64_t)v;
}

static fb_i128
wide(struct merge *m, const char *key)
{
	fb_i128 v = 0;

	if (fb_parse_i128(raw(m, key), &v))
		m->bad = true;
	return v;
}

static bool
is_true(struct merge *m, const char *key)
{
	return fb_str_eq(raw(m, key), FB_LIT("true"));
}

/* Without its quotes. */
static fb_str
word(struct merge *m, const char *key)
{
	m->text.n = 0;
	return fb_json_text(raw(m, key), &m->text);
}

static struct fb_part *
part(struct merge *m)
{
	return fb_sample_part(m->s, word(m, "h"));
}

/* ---- the record of a unit ---- */

static fb_str
member(struct merge *m, fb_str name, struct fb_buf *into)
{
	fb_str text = fb_json_text(fb_rec_get(&m->inner, name), &m->text);

	into->n = 0;
	fb_buf_add(into, text);
	return fb_buf_str(into);
}

static void
refused_lines(struct merge *m, struct fb_buf *b)
{
	struct fb_json it = fb_json_in(raw(m, "refused"));

	while (fb_json_next(&it)) {
		fb_buf_add(b, fb_json_text(it.val, &m->text));
		fb_buf_addc(b, '\n');
	}
}

static void
size_of(struct merge *m, struct fb_pick *p)
{
	const struct fb_sample_conf *c = &m->s->conf;
	fb_str text;
	int64_t milli;

	if (c->method != FB_PPS)
		return;
	text = fb_json_text(fb_rec_get(&m->inner, fb_cstr(c->size)), &m->text);
	if (!fb_str_trim(text).n && c->size_missing)
		text = fb_cstr(c->size_missing);
	if (fb_parse_milli(text, &milli, NULL) || milli <= 0)
		m->bad = true;
	else
		p->size = (uint64_t)milli;
}

/* The record of the line as the pick it was; customer: the unit is one. */
static bool
pick(struct merge *m, bool customer, struct fb_pick *p)
{
	const struct fb_draw *draw = &m->s->tickets;
	fb_str owner;

	*p = (struct fb_pick){ .line = raw(m, "record") };
	if (!p->line.n || fb_scan(&m->inner, p->line))
		return false;
	p->id = member(m, FB_ID, &m->record);
	if (!p->id.n) {
		struct fb_ticket t = fb_sha256(p->line);

		fb_put_hex(&m->record, t.d, sizeof t.d);
		p->id = fb_buf_str(&m->record);
	}
	p->digest = fb_frame_member(p->id, p->line, FB_LIT(""));
	p->ticket = fb_draw_ticket(draw, p->id);
	if (customer) {
		p->letter_id = p->id;
		p->letter = p->ticket;
		owner = member(m, FB_CUSTOMER, &m->unit);
		p->id = owner.n ? owner : p->letter_id;
		p->ticket = fb_draw_ticket(draw, p->id);
	}
	size_of(m, p);
	return !m->bad;
}

static void
add(struct fb_bottomk *k, const struct fb_pick *p)
{
	size_t seen = k->seen;

	if (fb_bottomk_wants(k, p))
		fb_bottomk_add(k, p);
	k->seen = seen;
}

static void
counts_of(struct merge *m, struct fb_pick *p)
{
	p->letters = count(m, "letters");
	p->copies = count(m, "copies");
	p->same = count(m, "same");
	refused_lines(m, &p->refused);
	if (!p->copies || !p->same || p->same > p->copies ||
	    p->letters < p->copies)
		m->bad = true;
}

static void
take_unit(struct merge *m)
{
	struct fb_pick p;

	if (!pick(m, m->s->conf.per_customer, &p)) {
		m->bad = true;
		return;
	}
	counts_of(m, &p);
	if (!m->bad && m->s->conf.method == FB_PPS)
		add(&part(m)->large, &p);
	if (!m->bad)
		add(&part(m)->kept, &p);
	fb_buf_release(&p.refused);
}

static void
take_must(struct merge *m)
{
	struct fb_pick p;

	if (!pick(m, false, &p)) {
		m->bad = true;
		return;
	}
	counts_of(m, &p);
	if (!m->bad)
		add(&m->s->must, &p);
	fb_buf_release(&p.refused);
}

static void
take_drawn(struct merge *m)
{
	struct fb_sample *s = m->s;

	if (!pick(m, false, &s->here)) {
		m->bad = true;
		return;
	}
	/* What it borrows lives on in the sample's own scratch. */
	s->value.n = s->id.n = 0;
	fb_buf_add(&s->value, s->here.line);
	fb_buf_add(&s->id, s->here.id);
	s->here.line = fb_buf_str(&s->value);
	s->here.id = fb_buf_str(&s->id);
	s->now = (struct fb_drawn){ .pick = &s->here, .pi = s->conf.rate,
	    .must = is_true(m, "must") };
}

/* ---- counts ---- */

static void
take_stratum(struct merge *m)
{
	struct fb_part *p = part(m);

	fb_bottomk_merge(&p->kept, count(m, "seen"), is_true(m, "beyond"));
	p->total += (fb_u128)wide(m, "total");
	p->spread.n += count(m, "answers");
	p->spread.sum += wide(m, "sum");
	p->spread.sq += wide(m, "sq");
}

static void
take_customers(struct merge *m)
{
	struct fb_part *p = part(m);
	fb_str hex = word(m, "tickets");
	unsigned char d[8];

	p->units.more |= is_true(m, "more");
	for (size_t at = 0; at + 16 <= hex.n; at += 16) {
		uint64_t t = 0;

		if (!fb_parse_hex((fb_str){ hex.p + at, 16 }, d, 8)) {
			m->bad = true;
			return;
		}
		for (int i = 0; i < 8; i++)
			t = t << 8 | d[i];
		fb_distinct_add(&p->units, t);
	}
}

static void
take_count(struct merge *m)
{
	uint64_t dim = count(m, "dim");
	struct fb_json it = fb_json_in(raw(m, "values"));
	int64_t n;

	m->bad |= dim >= m->s->dims.n;
	while (!m->bad && fb_json_next(&it)) {
		m->unit.n = 0;
		fb_json_unescape(&m->unit, it.key);
		if (fb_json_int(it.val, &n) && n >= 0)
			fb_dim_count(&m->s->dims.v[dim], fb_buf_str(&m->unit),
			    (uint64_t)n);
		else
			m->bad = true;
	}
}

/* ---- the trail of a part ---- */

static bool
same_plan(struct merge *m)
{
	bool same;

	m->line.n = 0;
	fb_buf_adds(&m->line, "{\"v\":1");
	fb_put_plan(&m->line, m->s);
	fb_buf_addc(&m->line, '}');
	same = fb_str_eq(fb_buf_str(&m->line), raw(m, "plan"));
	return same;
}

static void
take_reasons(struct merge *m)
{
	const struct fb_withhold *w = m->s->conf.withhold;
	struct fb_json it = fb_json_in(raw(m, "reasons"));
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
take_names(struct merge *m)
{
	struct fb_seen *seen = &m->s->seen;
	struct fb_json it = fb_json_in(raw(m, "found"));

	seen->records += count(m, "looked");
	while (fb_json_next(&it))
		fb_seen_found(seen, fb_json_text(it.val, &m->text));
	it = fb_json_in(raw(m, "names"));
	while (fb_json_next(&it))
		if (seen->names.n < FB_SEEN_NAMES)
			fb_map_put(&seen->names, fb_json_text(it.val, &m->text),
			    NULL);
}

static void
take_edge(struct merge *m, const char *key, int which)
{
	struct fb_sample *s = m->s;
	fb_str hex = word(m, key);
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
take_digests(struct merge *m, struct fb_trail_counts *c)
{
	struct fb_ticket frame;
	struct fb_digest d;

	if (fb_parse_hex(word(m, "frame"), frame.d, sizeof frame.d))
		fb_frame_add(&m->s->frame, &frame);
	else
		m->bad = true;
	if (fb_digest_parse(word(m, "digest_in"), &d))
		c->digest_in.sum += d.sum;
	else
		m->bad = true;
}

static const char *
take_trail(struct merge *m, struct fb_trail_counts *c)
{
	struct fb_sample *s = m->s;

	if (!same_plan(m))
		return foreign;
	c->in += count(m, "in");
	c->filtered += count(m, "filtered");
	c->rejected += count(m, "rejected");
	s->no_consent += count(m, "no_consent");
	s->ineligible += count(m, "ineligible");
	s->nframe += count(m, "records");
	s->no_id += count(m, "no_id");
	s->anon += count(m, "anon");
	s->size_zero += count(m, "size_zero");
	s->nplaces += count(m, "drawn");
	s->nmust += count(m, "must");
	take_edge(m, "last", 0);
	take_edge(m, "next", 1);
	take_digests(m, c);
	take_reasons(m);
	take_names(m);
	return NULL;
}

bool
fb_state_is(const struct fb_rec *rec)
{
	if (!fb_json_is(fb_rec_get(rec, FB_LIT("tool")), "fb-sample"))
		return false;
	return rec->kind == FB_PART || (rec->kind == FB_TRAIL &&
	    fb_str_eq(fb_rec_get(rec, FB_LIT("part")), FB_LIT("true")));
}

const char *
fb_state_merge(struct fb_sample *s, const struct fb_rec *rec,
    struct fb_trail_counts *counts, bool *drawn)
{
	static const struct {
		const char *part;
		void (*take)(struct merge *);
	} rows[] = {
		{ "stratum", take_stratum }, { "unit", take_unit },
		{ "customers", take_customers }, { "must", take_must },
		{ "count", take_count }, { "drawn", take_drawn },
	};
	struct merge m = { .s = s, .rec = rec };
	fb_str part_of = fb_rec_get(rec, FB_LIT("part"));
	const char *why = NULL;
	size_t i = 0;

	*drawn = false;
	if (rec->kind == FB_TRAIL) {
		why = take_trail(&m, counts);
	} else {
		while (i < 6 && !fb_json_is(part_of, rows[i].part))
			i++;
		m.bad = i == 6;
		if (!m.bad)
			rows[i].take(&m);
		*drawn = i == 5;
	}
	if (!why && m.bad)
		why = broken;
	fb_rec_release(&m.inner);
	fb_buf_release(&m.line);
	fb_buf_release(&m.unit);
	fb_buf_release(&m.record);
	fb_buf_release(&m.text);
	return why;
}
