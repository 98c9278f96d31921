/* offer.c - a record comes by: is it in the frame, which unit, which stratum. */
#include <stdlib.h>

#include "record/json.h"
#include "record/names.h"
#include "sample/traits.h"

/* Is it one of those never to show? */
static bool
is_withheld(struct fb_sample *s, const struct fb_rec *rec)
{
	const struct fb_withhold *w = s->conf.withhold;
	size_t reason;

	if (!w)
		return false;
	reason = fb_withheld(w, fb_json_text(fb_rec_get(rec, FB_ID), &s->value));
	if (reason == FB_NOT_WITHHELD)
		return false;
	s->withheld++;
	s->reasons[reason]++;
	return true;
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

		if (!fb_is_filled(raw, &s->value)) {
			s->ineligible++;
			return false;
		}
	}
	return !is_withheld(s, rec);
}

/* ---- the unit ---- */

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

/* The unit's id and ticket; with --per customer also the record's own. */
static void
name_unit(struct fb_sample *s, const struct fb_rec *rec, struct fb_pick *p,
    fb_str tail)
{
	fb_str customer;

	p->id = id_of(s, rec, p->line, tail);
	if (s->conf.per_customer) {
		p->letter_id = p->id;
		p->letter = fb_draw_ticket(&s->tickets, p->id);
		customer = fb_json_text(fb_rec_get(rec, FB_CUSTOMER),
		    &s->customer);
		p->id = customer.n ? customer : p->letter_id;
		s->anon += !customer.n;
	}
	p->ticket = fb_draw_ticket(&s->tickets, p->id);
}

struct fb_part *
fb_sample_part(struct fb_sample *s, fb_str key)
{
	bool fresh;
	size_t i = fb_map_put(&s->keys, key, &fresh);
	struct fb_part *part;

	if (fresh) {
		s->part = fb_grow(s->part, &s->cap, i + 1, sizeof *s->part);
		part = &s->part[i];
		*part = (struct fb_part){0};
		fb_bottomk_init(&part->kept, s->conf.n + 1, s->conf.keep_refused);
		fb_bottomk_init(&part->large, s->conf.n, s->conf.keep_refused);
		part->units.all = s->conf.exact;
		if (s->conf.method == FB_PPS) {
			part->kept.order = &fb_by_ratio;
			part->large.order = &fb_by_size;
		}
	}
	return &s->part[i];
}

/* ---- into the draw ---- */

/* A record on its way in. The digest is made when it is needed first. */
struct entry {
	const struct fb_rec *rec;
	struct fb_pick pick;
	fb_str tail;
	struct fb_sums answer;
	bool digested;
};

static void
digest(struct entry *e)
{
	if (!e->digested)
		e->pick.digest = fb_frame_member(fb_pick_record(&e->pick),
		    e->pick.line, e->tail);
	e->digested = true;
}

static void
whole_line(struct fb_sample *s, struct entry *e)
{
	if (!e->tail.n)
		return;
	s->value.n = 0;
	fb_buf_add(&s->value, e->pick.line);
	fb_buf_add(&s->value, e->tail);
	e->pick.line = fb_buf_str(&s->value);
	e->tail = FB_LIT("");
}

static void
offer_to(struct fb_sample *s, struct fb_bottomk *to, struct entry *e)
{
	if (!fb_bottomk_wants(to, &e->pick))
		return;
	digest(e);
	whole_line(s, e);
	fb_bottomk_add(to, &e->pick);
}

/* Letters to be read whatever is drawn are records, not customers. */
static void
offer_must(struct fb_sample *s, const struct entry *e)
{
	struct entry own = *e;

	if (s->conf.per_customer) {
		own.pick.id = e->pick.letter_id;
		own.pick.ticket = e->pick.letter;
		own.pick.letter_id = FB_LIT("");
		own.pick.letter = (struct fb_ticket){{0}};
	}
	offer_to(s, &s->must, &own);
}

static bool
at_rate(struct fb_sample *s, struct entry *e)
{
	bool in = fb_ticket_unit(&e->pick.ticket) < s->conf.rate;
	struct fb_pick *edge = &s->edge[!in];
	int c = s->has_edge[!in] ?
	    fb_ticket_cmp(&e->pick.ticket, &edge->ticket) : 0;

	if (!s->has_edge[!in] || (in ? c > 0 : c < 0))
		edge->ticket = e->pick.ticket;
	s->has_edge[!in] = true;
	s->nplaces += in;
	return in;
}

static void
place(struct fb_sample *s, struct fb_part *part, struct entry *e,
    struct fb_ref ref)
{
	if (s->conf.method == FB_SYSTEMATIC) {
		digest(e);
		fb_systematic_add(&s->line, &e->pick, fb_rec_get(e->rec,
		    fb_cstr(s->conf.order)), ref);
		return;
	}
	if (s->conf.method == FB_PPS && !e->pick.size) {
		s->size_zero++;
		return;
	}
	part->total += e->pick.size;
	part->spread.n += e->answer.n;
	part->spread.sum += e->answer.sum;
	part->spread.sq += e->answer.sq;
	if (s->conf.per_customer)
		fb_distinct_add(&part->units, fb_ticket_u64(&e->pick.ticket));
	if (fb_sample_hopeless(s))
		return;
	if (s->conf.method == FB_PPS)
		offer_to(s, &part->large, e);
	offer_to(s, &part->kept, e);
}

/* Count what will be in the certificate. */
static void
count(struct fb_sample *s, struct entry *e)
{
	s->nframe++;
	if (s->dims.n)
		fb_dims_add(&s->dims, e->rec);
	if (s->conf.no_frame)
		return;
	digest(e);
	fb_frame_add(&s->frame, &e->pick.digest);
}

/* Here and now: by its own ticket, or for its alert. */
static enum fb_offer
decide(struct fb_sample *s, struct entry *e)
{
	bool in = at_rate(s, e);

	if (!in && !(s->conf.must_read && fb_trait_alert(e->rec)))
		return FB_PASSED;
	s->nmust += !in;
	whole_line(s, e);
	s->here = e->pick;
	s->now = (struct fb_drawn){ .pick = &s->here, .pi = s->conf.rate,
	    .must = !in };
	return FB_DRAWN;
}

const struct fb_drawn *
fb_sample_now(const struct fb_sample *s)
{
	return &s->now;
}

enum fb_offer
fb_sample_offer(struct fb_sample *s, const struct fb_rec *rec,
    struct fb_ref ref)
{
	struct entry e = { .rec = rec };
	const char *why = NULL;
	struct fb_part *part;
	fb_str key;

	fb_seen_look(&s->seen, rec);
	fb_seen_look(&s->required, rec);
	if (!admit(s, rec))
		return FB_PASSED;
	if (s->conf.both_sides)
		why = fb_trait_side(s, rec, &key);
	else if (s->conf.alloc == FB_ALLOC_NEYMAN)
		why = fb_trait_answer(s, rec, &e.answer);
	if (!why && s->conf.method == FB_PPS)
		why = fb_trait_size(s, rec, &e.pick.size);
	if (why) {
		s->bad++;
		return FB_REFUSED;
	}
	if (!s->conf.both_sides)
		key = fb_group_key(s->conf.by, rec, &s->value, &s->key);
	part = fb_sample_part(s, key);
	fb_rec_body(rec, &e.pick.line, &e.tail);
	name_unit(s, rec, &e.pick, e.tail);
	count(s, &e);
	if (s->conf.method == FB_RATE)
		return decide(s, &e);
	if (s->conf.must_read && fb_trait_alert(rec))
		offer_must(s, &e);
	place(s, part, &e, ref);
	return FB_PASSED;
}
