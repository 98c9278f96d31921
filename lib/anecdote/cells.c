/* cells.c - the cells of the report period, and where records find them. */
#include "anecdote/plan.h"
#include "record/json.h"

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

		if (fb_spec_same(&q->spec, &new.spec) &&
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

void
fb_put_pairs(struct fb_buf *b, const struct fb_pair *by, size_t n)
{
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < n; i++) {
		if (i)
			fb_buf_addc(b, ',');
		fb_put_json(b, by[i].key);
		fb_buf_addc(b, ':');
		fb_put_json(b, by[i].val);
	}
	fb_buf_addc(b, '}');
}

static void
put_table(struct fb_plan *p, const struct fb_cell *c)
{
	struct fb_table t = {0};

	for (size_t i = 0; i < c->nby; i++)
		t.key[t.n++] = c->by[i].key;
	fb_tables_put(&p->tables, &t);
}

/* Chain the cell to the others of its by and period. */
static size_t
link_place(struct fb_plan *p, const struct fb_cell *c, size_t cell)
{
	struct fb_buf by = {0}, key = {0};
	size_t place, before;
	bool fresh;

	put_table(p, c);
	fb_put_pairs(&by, c->by, c->nby);
	fb_place_key(&key, c->period, fb_buf_str(&by));
	place = fb_map_put(&p->places, fb_buf_str(&key), &fresh);
	p->first = fb_grow(p->first, &p->first_cap, place + 1,
	    sizeof *p->first);
	before = fresh ? FB_NO_CELL : p->first[place];
	p->first[place] = cell;
	fb_buf_release(&by);
	fb_buf_release(&key);
	return before;
}

static void
visit(struct fb_plan *p, struct fb_period period)
{
	for (size_t i = 0; i < p->nvisits; i++)
		if (!fb_period_cmp(p->visits[i], period))
			return;
	p->visits = fb_grow(p->visits, &p->visits_cap, p->nvisits + 1,
	    sizeof *p->visits);
	p->visits[p->nvisits++] = period;
}

size_t
fb_plan_cell(struct fb_plan *p, const struct fb_cell *c, enum fb_use use)
{
	struct fb_voices v = { .use = use, .question = put_question(p, c),
	    .period = c->period, .teacher = FB_NO_CELL,
	    .before = FB_NO_CELL, .departed = FB_NO_CELL };
	size_t i = p->ncells++;

	v.same = link_place(p, c, i);
	visit(p, c->period);
	v.names[0] = "all";
	v.ngroups = c->spec.kind ? fb_groups(&c->spec, c->scale, v.names) : 1;
	/* A count of customers says nothing of how many records there are. */
	v.has_stated = c->ngroups == v.ngroups && !(c->spec.kind &&
	    c->spec.kind->keeps == FB_KEEPS_MEMBERS);
	v.has_stated &= use == FB_USE_LINE;
	for (size_t g = 0; g < v.ngroups && v.has_stated; g++)
		v.stated[g] = c->group_n[g];
	p->cells = fb_grow(p->cells, &p->cells_cap, i + 1, sizeof *p->cells);
	p->cells[i] = v;
	p->nlines += use == FB_USE_LINE;
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
	item->cell = fb_plan_cell(p, &c, FB_USE_LINE);
	fb_plan_shadows(p, item->cell, &c);
}

/* Memory is bounded by the pools, so many pools are small ones. */
static void
size_pools(struct fb_plan *p)
{
	size_t pools = 0, max;

	for (size_t i = 0; i < p->ncells; i++)
		if (p->cells[i].use == FB_USE_LINE)
			pools += p->cells[i].ngroups;
	max = pools > FB_MANY_POOLS ? FB_POOL_MANY : FB_POOL;
	for (size_t i = 0; i < p->ncells; i++)
		for (size_t g = 0; g < p->cells[i].ngroups; g++)
			p->cells[i].pool[g].max = max;
}

void
fb_plan_cells(struct fb_plan *p)
{
	struct fb_rec r = {0};

	for (size_t i = 0; i < p->nitems; i++)
		settle_item(p, &p->items[i], &r);
	size_pools(p);
	fb_rec_release(&r);
}

void
fb_plan_close(struct fb_plan *p)
{
	for (size_t i = 0; i < p->ncells; i++)
		for (size_t g = 0; g < p->cells[i].ngroups; g++)
			fb_pool_sort(&p->cells[i].pool[g]);
}
