/* merge.c - take in what a run over a shard knew. */
#include <stdlib.h>

#include "record/json.h"
#include "record/names.h"
#include "sample/merge.h"

static const char broken[] = "is not a part that fb-sample --partial wrote";

static bool
is_true(struct fb_merge *m, const char *key)
{
	return fb_str_eq(fb_merge_raw(m, key), FB_LIT("true"));
}

static struct fb_part *
part(struct fb_merge *m)
{
	return fb_sample_part(m->s, fb_merge_word(m, "h"));
}

/* ---- the record of a unit ---- */

static fb_str
member(struct fb_merge *m, fb_str name, struct fb_buf *into)
{
	fb_str text = fb_json_text(fb_rec_get(&m->inner, name), &m->text);

	into->n = 0;
	fb_buf_add(into, text);
	return fb_buf_str(into);
}

static void
refused_lines(struct fb_merge *m, struct fb_buf *b)
{
	struct fb_json it = fb_json_in(fb_merge_raw(m, "refused"));

	while (fb_json_next(&it)) {
		fb_buf_add(b, fb_json_text(it.val, &m->text));
		fb_buf_addc(b, '\n');
	}
}

static void
size_of(struct fb_merge *m, struct fb_pick *p)
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

static fb_str
record_of(struct fb_merge *m)
{
	fb_str raw = fb_merge_raw(m, "record");

	return fb_json_is_str(raw) ? fb_json_text(raw, &m->whole) : raw;
}

/* The record of the line as the pick it was; customer: the unit is one. */
static bool
pick(struct fb_merge *m, bool customer, struct fb_pick *p)
{
	const struct fb_draw *draw = &m->s->tickets;
	fb_str owner;

	*p = (struct fb_pick){ .line = record_of(m) };
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
counts_of(struct fb_merge *m, struct fb_pick *p)
{
	p->letters = fb_merge_count(m, "letters");
	p->copies = fb_merge_count(m, "copies");
	p->same = fb_merge_count(m, "same");
	refused_lines(m, &p->refused);
	if (!p->copies || !p->same || p->same > p->copies ||
	    p->letters < p->copies)
		m->bad = true;
}

static void
take_unit(struct fb_merge *m)
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
take_must(struct fb_merge *m)
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
take_drawn(struct fb_merge *m)
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
take_stratum(struct fb_merge *m)
{
	struct fb_part *p = part(m);

	fb_bottomk_merge(&p->kept, fb_merge_count(m, "seen"), is_true(m, "beyond"));
	p->total += (fb_u128)fb_merge_wide(m, "total");
	p->spread.n += fb_merge_count(m, "answers");
	p->spread.sum += fb_merge_wide(m, "sum");
	p->spread.sq += fb_merge_wide(m, "sq");
}

static void
take_customers(struct fb_merge *m)
{
	struct fb_part *p = part(m);
	fb_str hex = fb_merge_word(m, "tickets");
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
take_count(struct fb_merge *m)
{
	uint64_t dim = fb_merge_count(m, "dim");
	struct fb_json it = fb_json_in(fb_merge_raw(m, "values"));
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
		void (*take)(struct fb_merge *);
	} rows[] = {
		{ "stratum", take_stratum }, { "unit", take_unit },
		{ "customers", take_customers }, { "must", take_must },
		{ "count", take_count }, { "drawn", take_drawn },
	};
	struct fb_merge m = { .s = s, .rec = rec };
	fb_str part_of = fb_rec_get(rec, FB_LIT("part"));
	const char *why = NULL;
	size_t i = 0;

	*drawn = false;
	if (rec->kind == FB_TRAIL) {
		why = fb_merge_trail(&m, counts);
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
	fb_buf_release(&m.whole);
	return why;
}
