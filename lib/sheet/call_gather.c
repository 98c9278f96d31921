/* call_gather.c - customers who agreed to be called, group by group. */
#include <stdlib.h>

#include "present/verdict.h"
#include "record/json.h"
#include "record/names.h"
#include "sheet/call.h"

/* What the watch over a group's customers says of it. */
static size_t
watched(struct fb_buf *b, struct fb_report *r, const struct fb_cell *c)
{
	size_t n = 0;

	for (size_t i = 0; i < r->beside.nwatches; i++) {
		const struct fb_watch *w = &r->beside.watches[i];

		if (!fb_str_eq(w->about.by_json, c->by_json))
			continue;
		if (w->fewer_customers)
			fb_say_sentence(b, &r->words, fb_word(&r->words, "call_fewer_customers"));
		if (w->fewer_speak)
			fb_say_sentence(b, &r->words, fb_word(&r->words, "call_fewer_speak"));
		if (w->silent)
			fb_say_sentence(b, &r->words, fb_word(&r->words, "call_silent"));
		n += w->fewer_customers + w->fewer_speak + w->silent;
	}
	return n;
}

/* Numbers of the group that are clearly worse, in sentences. */
static void
judge(struct fb_report *r, struct fb_call_group *g)
{
	struct fb_buf b = {0}, one = {0};

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];
		struct fb_verdict v = fb_verdict(r, c, &c->prev);

		if (!fb_str_eq(c->by_json, g->cell->by_json) || !v.clear ||
		    v.colour != FB_RED)
			continue;
		one.n = 0;
		fb_put_finding(&one, r, c);
		fb_say_sentence(&b, &r->words, fb_buf_str(&one));
		g->declines++;
	}
	g->declines += watched(&b, r, g->cell);
	g->said = fb_arena_copy(&r->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	fb_buf_release(&one);
}

static int
by_declines(const void *a, const void *b)
{
	const struct fb_call_group *x = a, *y = b;

	if (x->declines != y->declines)
		return x->declines > y->declines ? -1 : 1;
	return fb_str_cmp(x->cell->by_json, y->cell->by_json);
}

/* Every group with a number in a period that the report is about. */
static void
find_groups(struct fb_calls *s, struct fb_report *r)
{
	struct fb_map seen = {0};
	size_t cap = 0;

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];
		bool fresh = false;

		if (c->nby && (c->paired || c->prev.ok))
			fb_map_put(&seen, c->by_json, &fresh);
		if (!fresh)
			continue;
		s->groups = fb_grow(s->groups, &cap, s->n + 1,
		    sizeof *s->groups);
		s->groups[s->n++] = (struct fb_call_group){ .cell = c,
		    .said = FB_LIT("") };
	}
	fb_map_release(&seen);
}

void
fb_calls_init(struct fb_calls *s, struct fb_report *r)
{
	*s = (struct fb_calls){0};
	find_groups(s, r);
	for (size_t i = 0; i < s->n; i++)
		judge(r, &s->groups[i]);
	if (s->n)
		qsort(s->groups, s->n, sizeof *s->groups, by_declines);
	if (!s->n && r->ncells) {
		s->groups = fb_zalloc(1, sizeof *s->groups);
		s->groups[s->n++].said = FB_LIT("");
	}
}

static bool
is_in_group(const struct fb_cell *c, const struct fb_rec *rec)
{
	struct fb_buf b = {0};
	bool is = true;

	for (size_t i = 0; c && i < c->nby && is; i++)
		is = fb_str_eq(fb_json_text(fb_rec_get(rec, c->by[i].key), &b),
		    c->by[i].val);
	fb_buf_release(&b);
	return is;
}

/* Is the record of a period that the report is about? */
static bool
is_reported(const struct fb_report *r, const struct fb_rec *rec)
{
	int32_t day;
	bool dated = fb_rec_day(rec, &day);

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (!c->paired && !c->prev.ok)
			continue;
		if (!c->has_period || (dated && fb_period_has(c->period, day)))
			return true;
	}
	return false;
}

static struct fb_ticket
ticket_of(const struct fb_report *r, fb_str customer)
{
	struct fb_sha sha;

	fb_sha_init(&sha);
	fb_sha_add(&sha, FB_LIT("fb-call/1\n"));
	fb_sha_add(&sha, r->period);
	fb_sha_add(&sha, FB_LIT("\n"));
	fb_sha_add(&sha, customer);
	return fb_sha_end(&sha);
}

static bool
is_later(const struct fb_behind *a, const struct fb_behind *b)
{
	int d = fb_str_cmp(a->date, b->date);

	return d ? d > 0 : fb_str_cmp(a->id, b->id) > 0;
}

/* Where the ticket stands, or would, among those of the group. */
static size_t
place_of(const struct fb_call_group *g, const struct fb_ticket *t)
{
	size_t i = 0;

	while (i < g->n && memcmp(g->calls[i].ticket.d, t->d, sizeof t->d) < 0)
		i++;
	return i;
}

static void
offer(struct fb_call_group *g, struct fb_report *r, const struct fb_rec *rec,
    const struct fb_ticket *t)
{
	size_t i = place_of(g, t);
	struct fb_behind b;
	bool known = i < g->n && !memcmp(g->calls[i].ticket.d, t->d, sizeof t->d);

	g->records++;
	if (i == FB_CALLS_A_GROUP)
		return;
	b = fb_behind_of(r, rec);
	if (known && !is_later(&b, &g->calls[i].record))
		return;
	if (!known) {
		g->n -= g->n == FB_CALLS_A_GROUP;
		memmove(g->calls + i + 1, g->calls + i,
		    (g->n++ - i) * sizeof *g->calls);
	}
	g->calls[i] = (struct fb_call){ *t, b.customer, b };
}

void
fb_calls_meet(struct fb_calls *s, struct fb_report *r, const struct fb_rec *rec)
{
	struct fb_buf b = {0};
	struct fb_ticket t;
	fb_str who = fb_json_text(fb_rec_get(rec, FB_CUSTOMER), &b);
	size_t i = 0;

	if (fb_rec_said(rec, FB_CONSENT) != FB_SAID_YES ||
	    !fb_rec_get(rec, FB_MASKS).p || !is_reported(r, rec) ||
	    fb_rec_get(rec, FB_DRAW).p) {
		fb_buf_release(&b);
		return;
	}
	if (!who.n)
		who = fb_json_text(fb_rec_get(rec, FB_ID), &b);
	t = ticket_of(r, who);
	while (i < s->n && !is_in_group(s->groups[i].cell, rec))
		i++;
	if (i < s->n)
		offer(&s->groups[i], r, rec, &t);
	fb_buf_release(&b);
}

uint64_t
fb_calls_agreed(const struct fb_calls *s)
{
	uint64_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += s->groups[i].records;
	return n;
}

bool
fb_calls_any(const struct fb_calls *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->groups[i].n)
			return true;
	return false;
}

void
fb_calls_release(struct fb_calls *s)
{
	free(s->groups);
	*s = (struct fb_calls){0};
}
