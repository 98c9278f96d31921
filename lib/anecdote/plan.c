/* plan.c - report periods and cells from the metric lines. */
#include <stdlib.h>

#include "anecdote/plan.h"
#include "record/json.h"

void
fb_plan_init(struct fb_plan *p)
{
	static const struct fb_list none;

	*p = (struct fb_plan){0};
	fb_tables_init(&p->tables, &none);
}

static void
later(struct fb_period *p, bool *any, struct fb_period new)
{
	if (!*any || fb_period_cmp(new, *p) > 0)
		*p = new;
	*any = true;
}

static bool
has_flag(fb_str flags, const char *flag)
{
	struct fb_json it = fb_json_in(flags);

	while (fb_json_next(&it))
		if (fb_json_is(it.val, flag))
			return true;
	return false;
}

static void
note_period(struct fb_plan *p, const struct fb_rec *r, struct fb_period period)
{
	struct fb_seen *s = &p->seen[period.unit];

	later(&s->last, &s->any, period);
	if (!has_flag(fb_rec_get(r, FB_LIT("flags")), "partial"))
		later(&s->last_full, &s->full, period);
	if (fb_rec_get(r, FB_LIT("prev")).p || fb_rec_get(r, FB_LIT("yoy")).p)
		later(&s->last_tested, &s->tested, period);
}

static bool
too_many_keys(fb_str by)
{
	struct fb_json it = fb_json_in(by);
	size_t n = 0;

	while (fb_json_next(&it))
		n++;
	return n > FB_BY_MAX_PAIRS;
}

/* A line that names no zone is cut in ours. */
static bool
other_zone(fb_str of, struct fb_buf *scratch)
{
	fb_str tz = fb_json_text(fb_json_get(of, "tz"), scratch);

	return tz.n && !fb_str_eq(tz, fb_cstr(fb_tz_name()));
}

static void
note_keys(struct fb_plan *p, fb_str by)
{
	struct fb_json it = fb_json_in(by);
	struct fb_buf key = {0};

	while (fb_json_next(&it)) {
		key.n = 0;
		fb_json_unescape(&key, it.key);
		fb_map_put(&p->keys, fb_buf_str(&key), NULL);
	}
	fb_buf_release(&key);
}

static const char *
note_metric(struct fb_plan *p, const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	struct fb_period period;
	fb_str label = fb_json_text(fb_rec_get(r, FB_LIT("period")), &scratch);
	const char *why = NULL;

	if (!fb_rec_get(r, FB_LIT("metric")).n)
		why = "a metric line without \"metric\" gets no quotes";
	else if (!label.n)
		why = "a metric line without \"period\" gets no quotes";
	else if (fb_period_parse(label, &period))
		why = "a metric line gets no quotes: its period is not like "
		    "2026-10, 2026-W05, 2026-Q4, 2026 or all";
	else if (too_many_keys(fb_rec_get(r, FB_LIT("by"))))
		why = "a metric line gets no quotes: it crosses too many fields";
	else if (other_zone(fb_rec_get(r, FB_LIT("of")), &scratch))
		why = "a metric line gets no quotes: its periods are cut in "
		    "another zone; give that as --tz";
	if (!why) {
		note_period(p, r, period);
		note_keys(p, fb_rec_get(r, FB_LIT("by")));
	}
	fb_buf_release(&scratch);
	return why;
}

const char *
fb_plan_add(struct fb_plan *p, const struct fb_rec *r)
{
	const char *why = r->kind == FB_METRIC ? note_metric(p, r) : NULL;

	p->items = fb_grow(p->items, &p->items_cap, p->nitems + 1,
	    sizeof *p->items);
	p->items[p->nitems++] = (struct fb_item){ fb_str_dup(r->line),
	    r->line.n, FB_NO_CELL, r->kind == FB_METRIC && !why };
	return why;
}

static void
choose_periods(struct fb_plan *p)
{
	for (size_t u = FB_DAY; u < FB_UNITS; u++) {
		const struct fb_seen *s = &p->seen[u];

		if (s->any)
			p->periods[p->nperiods++] = s->tested ? s->last_tested :
			    s->full ? s->last_full : s->last;
	}
	if (!p->nperiods && p->seen[FB_ALL].any)
		p->periods[p->nperiods++] = p->seen[FB_ALL].last;
}

static bool
reported(const struct fb_plan *p, struct fb_period period)
{
	for (size_t i = 0; i < p->nperiods; i++)
		if (!fb_period_cmp(p->periods[i], period))
			return true;
	return false;
}

static bool
same_scale(struct fb_scale a, struct fb_scale b)
{
	return a.known == b.known && a.lo == b.lo && a.hi == b.hi;
}

static size_t
put_question(struct fb_plan *p, const struct fb_cell *c)
{
	struct fb_question new = { c->spec, c->scale };

	/* The range a mean was given is all that its line says of a scale. */
	if (new.spec.kind && !new.spec.kind->range_is_yes &&
	    !fb_str_eq(new.spec.field, FB_LIT("score")))
		new.spec.range = new.scale;
	for (size_t i = 0; i < p->nquestions; i++) {
		const struct fb_question *q = &p->questions[i];

		if (q->spec.kind == new.spec.kind &&
		    fb_str_eq(q->spec.field, new.spec.field) &&
		    same_scale(q->spec.range, new.spec.range) &&
		    same_scale(q->scale, new.scale))
			return i;
	}
	p->questions = fb_grow(p->questions, &p->questions_cap,
	    p->nquestions + 1, sizeof *p->questions);
	p->questions[p->nquestions] = new;
	return p->nquestions++;
}

void
fb_place_key(struct fb_buf *b, struct fb_period period, fb_str by)
{
	b->n = 0;
	fb_put_period(b, period);
	fb_buf_addc(b, '\n');
	fb_buf_add(b, by);
}

/* The "by" object as fb_tables_each() writes it, and its table. */
static void
put_table(struct fb_plan *p, const struct fb_cell *c, struct fb_buf *by)
{
	struct fb_table t = {0};

	by->n = 0;
	fb_buf_addc(by, '{');
	for (size_t i = 0; i < c->nby; i++) {
		t.key[t.n++] = c->by[i].key;
		if (i)
			fb_buf_addc(by, ',');
		fb_put_json(by, c->by[i].key);
		fb_buf_addc(by, ':');
		fb_put_json(by, c->by[i].val);
	}
	fb_buf_addc(by, '}');
	fb_tables_put(&p->tables, &t);
}

/* Chain the cell to the others of its by and period. */
static size_t
link_place(struct fb_plan *p, const struct fb_cell *c, size_t cell)
{
	struct fb_buf by = {0}, key = {0};
	size_t place, before;
	bool fresh;

	put_table(p, c, &by);
	fb_place_key(&key, c->period, fb_buf_str(&by));
	place = fb_map_put(&p->places, fb_buf_str(&key), &fresh);
	p->first = fb_grow(p->first, &p->first_cap, place + 1, sizeof *p->first);
	before = fresh ? FB_NO_CELL : p->first[place];
	p->first[place] = cell;
	fb_buf_release(&by);
	fb_buf_release(&key);
	return before;
}

static size_t
add_cell(struct fb_plan *p, const struct fb_cell *c)
{
	struct fb_voices v = { .question = put_question(p, c) };
	size_t i = p->ncells++;

	v.same = link_place(p, c, i);
	v.names[0] = "all";
	v.ngroups = c->spec.kind ? fb_groups(&c->spec, c->scale, v.names) : 1;
	v.has_stated = c->ngroups == v.ngroups;
	for (size_t g = 0; g < v.ngroups && v.has_stated; g++)
		v.stated[g] = c->group_n[g];
	p->cells = fb_grow(p->cells, &p->cells_cap, i + 1, sizeof *p->cells);
	p->cells[i] = v;
	return i;
}

static void
settle_item(struct fb_plan *p, struct fb_item *item, struct fb_rec *r)
{
	struct fb_cell c;

	if (!item->metric || fb_scan(r, (fb_str){ item->line, item->n }) ||
	    fb_cell_read(&p->mem, r, &c) || !c.has_period ||
	    !reported(p, c.period))
		return;
	item->cell = add_cell(p, &c);
}

/* Memory is bounded by the pools, so many pools are small ones. */
static void
size_pools(struct fb_plan *p)
{
	size_t pools = 0, max;

	for (size_t i = 0; i < p->ncells; i++)
		pools += p->cells[i].ngroups;
	max = pools > FB_MANY_POOLS ? FB_POOL_MANY : FB_POOL;
	for (size_t i = 0; i < p->ncells; i++)
		for (size_t g = 0; g < p->cells[i].ngroups; g++)
			p->cells[i].pool[g].max = max;
}

const char *
fb_plan_settle(struct fb_plan *p, const char *label)
{
	struct fb_rec r = {0};
	const char *why = NULL;

	if (label)
		why = fb_period_parse(fb_cstr(label), &p->periods[p->nperiods++]);
	else
		choose_periods(p);
	if (why)
		return why;
	for (size_t i = 0; i < p->nitems; i++)
		settle_item(p, &p->items[i], &r);
	size_pools(p);
	fb_rec_release(&r);
	return NULL;
}

void
fb_put_report_periods(struct fb_buf *b, const struct fb_plan *p)
{
	for (size_t i = 0; i < p->nperiods; i++) {
		if (i)
			fb_buf_addc(b, ' ');
		fb_put_period(b, p->periods[i]);
	}
}

void
fb_plan_release(struct fb_plan *p)
{
	for (size_t i = 0; i < p->nitems; i++)
		free(p->items[i].line);
	for (size_t i = 0; i < p->ncells; i++) {
		for (size_t g = 0; g < FB_GROUPS; g++)
			fb_pool_release(&p->cells[i].pool[g]);
		free(p->cells[i].reasons);
	}
	fb_map_release(&p->keys);
	fb_map_release(&p->places);
	fb_tables_release(&p->tables);
	fb_arena_release(&p->mem);
	free(p->items);
	free(p->first);
	free(p->questions);
	free(p->cells);
	*p = (struct fb_plan){0};
}
