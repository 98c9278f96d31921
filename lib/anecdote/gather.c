/* gather.c - records into pools. */
#include <stdlib.h>

#include "anecdote/guest.h"
#include "record/filter.h"
#include "record/json.h"
#include "record/names.h"

#define NOT_ASKED ((size_t)-1) /* not yet worked out for this record */
#define NO_GROUP ((size_t)-2)

void
fb_gather_init(struct fb_gather *g, struct fb_plan *plan, struct fb_reader *in,
    const struct fb_withhold *withhold, fb_str seed)
{
	*g = (struct fb_gather){ .plan = plan, .in = in, .withhold = withhold };
	fb_draw_init(&g->draw, "fb-quote/1", seed);
	g->replies = fb_zalloc(plan->nquestions, sizeof *g->replies);
	g->reasons = fb_zalloc(withhold->reasons.n, sizeof *g->reasons);
}

static size_t
find_group(const struct fb_question *q, const struct fb_rec *r, int64_t *milli)
{
	struct fb_scale scale = {0};

	if (!q->spec.kind || !q->spec.kind->scored)
		return 0;
	if (fb_answer(&q->spec, r, &scale, milli) != FB_ANSWERED ||
	    scale.known != q->scale.known || scale.lo != q->scale.lo ||
	    scale.hi != q->scale.hi)
		return NO_GROUP;
	return fb_group_of(&q->spec, scale, *milli);
}

static const struct fb_reply *
reply_to(struct fb_guest *me, size_t question)
{
	struct fb_reply *known = &me->g->replies[question];

	if (known->group == NOT_ASKED)
		known->group = find_group(&me->g->plan->questions[question],
		    me->rec, &known->milli);
	return known;
}

/* One who stands in the cell of a line. */
static void
count_stand(const struct fb_guest *me)
{
	struct fb_gather *g = me->g;

	g->spoke++;
	g->silent += me->stand == FB_SILENT;
	g->few_words += me->stand == FB_SHORT;
	g->refused += me->stand == FB_REFUSED;
	g->withheld += me->stand == FB_WITHHELD;
	g->eligible += me->stand == FB_MAY_SPEAK;
	if (me->stand == FB_WITHHELD)
		g->reasons[me->reason]++;
}

static void
count_withheld(struct fb_guest *me, struct fb_voices *v)
{
	v->withheld++;
	if (!v->reasons)
		v->reasons = fb_zalloc(me->g->withhold->reasons.n,
		    sizeof *v->reasons);
	v->reasons[me->reason]++;
}

/* Those with words enough to quote and the others, to be compared. */
static void
count_answer(struct fb_guest *me, struct fb_voices *v, int64_t milli)
{
	const struct fb_question *q = &me->g->plan->questions[v->question];
	bool writes = me->stand != FB_SILENT && me->stand != FB_SHORT;

	if (q->spec.kind && q->spec.kind->scored)
		fb_answers_add(writes ? &v->writers : &v->others, &q->spec,
		    q->scale, milli);
}

/* What the line of a cell says of those who answered. */
static void
count(struct fb_guest *me, struct fb_voices *v, const struct fb_reply *reply)
{
	me->in_cell = true;
	count_answer(me, v, reply->milli);
	v->refused += me->stand == FB_REFUSED;
	if (me->stand == FB_WITHHELD)
		count_withheld(me, v);
}

/* When it was written; a day alone counts as its start. */
static int64_t
second_of(const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	struct fb_when when = {0};

	if (fb_when_parse(fb_json_text(fb_rec_get(r, FB_DATE), &scratch),
	    &when))
		when.sec = 0;
	fb_buf_release(&scratch);
	return when.sec;
}

/* One of the customers of a group that declines. */
static void
leave(struct fb_guest *me, struct fb_leavers *l)
{
	struct fb_buf scratch = {0};
	fb_str customer = fb_json_text(fb_rec_get(me->rec, FB_CUSTOMER),
	    &scratch);
	struct fb_leaver new = {0};
	struct fb_ticket t;

	if (customer.n && fb_rec_day(me->rec, &new.seen) &&
	    new.seen < l->end) {
		t = fb_draw_ticket(&me->g->draw, customer);
		new.ticket = fb_ticket_u64(&t);
		fb_guest_settle(me);
		new.has_words = me->stand == FB_MAY_SPEAK &&
		    fb_leavers_want(l, new.ticket);
		if (new.has_words && !me->hashed)
			fb_guest_hash(me);
		new.owner = fb_guest_name(customer);
		new.words = me->entry;
		new.spoke = second_of(me->rec);
		fb_leavers_add(l, &new);
	}
	fb_buf_release(&scratch);
}

static void
join(struct fb_guest *me, struct fb_voices *v)
{
	const struct fb_reply *reply = reply_to(me, v->question);
	size_t group = reply->group;

	if (v->use == FB_USE_LEFT) {
		leave(me, &v->leavers);
		return;
	}
	if (group == NO_GROUP)
		return;
	fb_guest_settle(me);
	v->counted[group]++;
	if (v->use == FB_USE_LINE)
		count(me, v, reply);
	if (me->stand != FB_MAY_SPEAK)
		return;
	v->eligible[group]++;
	if (!fb_pool_wants(&v->pool[group], me->entry.ticket))
		return;
	if (!me->hashed)
		fb_guest_hash(me);
	fb_pool_offer(&v->pool[group], &me->entry);
}

static void
visit(void *ctx, fb_str by)
{
	struct fb_guest *me = ctx;
	struct fb_plan *plan = me->g->plan;
	size_t place, i;

	fb_place_key(&me->g->key, me->period, by);
	place = fb_map_get(&plan->places, fb_buf_str(&me->g->key));
	if (place == FB_MAP_NONE)
		return;
	for (i = plan->first[place]; i != FB_NO_CELL; i = plan->cells[i].same)
		join(me, &plan->cells[i]);
}

static bool
is_in(const struct fb_rec *r, struct fb_period p)
{
	int32_t day;

	if (p.unit == FB_ALL)
		return true;
	if (!fb_rec_day(r, &day))
		return p.unit == FB_NONE;
	return p.unit != FB_NONE && fb_period_has(p, day);
}

void
fb_gather_add(struct fb_gather *g, const struct fb_rec *r)
{
	struct fb_guest me = { .g = g, .rec = r };
	struct fb_plan *plan = g->plan;
	int32_t day;

	for (size_t i = 0; i < plan->nquestions; i++)
		g->replies[i].group = NOT_ASKED;
	if (fb_rec_day(r, &day) && day > plan->last_day)
		plan->last_day = day;
	for (size_t i = 0; i < plan->nvisits; i++) {
		me.period = plan->visits[i];
		if (!is_in(r, me.period))
			continue;
		for (size_t t = 0; t < plan->tables.n; t++)
			fb_tables_each(&plan->tables, t, r, visit, &me);
	}
	if (me.in_cell)
		count_stand(&me);
	fb_guest_release(&me);
}

void
fb_put_gathered(struct fb_buf *b, const struct fb_gather *g)
{
	fb_put_int(b, "records", (int64_t)g->spoke);
	fb_put_int(b, "no_text", (int64_t)g->silent);
	fb_put_int(b, "short", (int64_t)g->few_words);
	fb_put_int(b, "no_consent", (int64_t)g->refused);
	fb_put_int(b, "withheld", (int64_t)g->withheld);
	fb_put_key(b, "reasons");
	fb_put_reasons(b, g->withhold, g->reasons);
	fb_put_int(b, "eligible", (int64_t)g->eligible);
}

void
fb_gather_release(struct fb_gather *g)
{
	fb_buf_release(&g->key);
	free(g->replies);
	free(g->reasons);
	*g = (struct fb_gather){0};
}
