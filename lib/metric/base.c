/* base.c - customers by cell. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "cell/base.h"
#include "metric/base.h"
#include "record/json.h"

static void
put_cell_key(struct fb_buf *b, fb_str by, struct fb_period p)
{
	b->n = 0;
	fb_put_period(b, p);
	fb_buf_addc(b, '\n');
	fb_buf_add(b, by);
}

/* One line on its way into the cells. */
struct entry {
	struct fb_base *base;
	const struct fb_by *by;
	struct fb_period period;
	struct fb_headcount n;
};

static void
add_cell(void *ctx, size_t table, const uint32_t *ids, size_t n)
{
	struct entry *e = ctx;
	struct fb_base *b = e->base;
	struct fb_buf by = {0}, key = {0};
	bool fresh;
	size_t i;

	(void)n;
	fb_put_by(&by, e->by, table, ids);
	put_cell_key(&key, fb_buf_str(&by), e->period);
	i = fb_map_put(&b->cells, fb_buf_str(&key), &fresh);
	b->v = fb_grow(b->v, &b->cap, i + 1, sizeof *b->v);
	b->table = fb_grow(b->table, &b->table_cap, i + 1, sizeof *b->table);
	b->table[i] = table;
	if (fresh)
		b->v[i] = (struct fb_headcount){0};
	b->v[i].customers += e->n.customers;
	b->v[i].asked += e->n.asked;
	fb_buf_release(&by);
	fb_buf_release(&key);
}

static bool
has_keys(const struct fb_rec *r, const struct fb_table *t)
{
	for (size_t k = 0; k < t->n; k++)
		if (fb_rec_find(r, t->key[k]) < 0)
			return false;
	return true;
}

/* False when it is there and no whole number. */
static bool
read_count(const struct fb_rec *r, fb_str key, uint64_t *n, bool *seen)
{
	fb_str raw = fb_rec_get(r, key);
	int64_t v = 0;

	if (raw.p && (!fb_json_int(raw, &v) || v < 0))
		return false;
	*seen |= raw.p != NULL;
	*n = (uint64_t)v;
	return true;
}

/* Customers, people asked, or both. */
static const char *
read_counts(struct entry *e, const struct fb_rec *r)
{
	fb_str customers = FB_LIT("customers"), asked = FB_LIT("asked");

	if (!fb_rec_get(r, customers).p && !fb_rec_get(r, asked).p)
		return "no whole number of \"customers\" or \"asked\"";
	if (!read_count(r, customers, &e->n.customers, &e->base->customers))
		return "no whole number of \"customers\"";
	if (!read_count(r, asked, &e->n.asked, &e->base->asked))
		return "no whole number of \"asked\"";
	return NULL;
}

static const char *
read_entry(struct entry *e, const struct fb_rec *r, enum fb_unit unit)
{
	struct fb_buf scratch = {0};
	const char *why = read_counts(e, r);

	if (why)
		;
	else if (unit == FB_ALL)
		e->period = (struct fb_period){ FB_ALL, 0 };
	else if (fb_period_parse(fb_json_text(fb_rec_get(r, FB_LIT("period")),
	    &scratch), &e->period) || e->period.unit != unit)
		why = "no \"period\" of the length that --per asks for";
	fb_buf_release(&scratch);
	return why;
}

/* Lines of other fields would count the same customers twice. */
static const char *
check_shape(struct fb_base *b, const struct fb_rec *r)
{
	struct fb_table t;
	const char *why = fb_base_fields(r, &t);

	if (why || (b->shaped && fb_table_same(&b->shape, &t)))
		return why;
	if (b->shaped)
		return "not the fields of the lines before: each customer "
		    "stands in one line";
	b->shaped = true;
	b->shape = t;
	for (size_t i = 0; i < t.n; i++)
		b->shape.key[i] = fb_arena_copy(&b->mem, t.key[i]);
	return NULL;
}

static const char *
add_line(struct fb_base *b, struct fb_counter *c, struct fb_rec *r, fb_str line)
{
	struct entry e = { .base = b, .by = &c->by };
	const char *why = fb_scan(r, line);

	if (why || r->kind == FB_TRAIL)
		return why;
	if ((why = read_entry(&e, r, c->unit)) || (why = check_shape(b, r)))
		return why;
	fb_by_set(&c->by, r);
	for (size_t t = 0; t < c->by.tables->n; t++)
		if (has_keys(r, &c->by.tables->v[t]))
			fb_by_each(&c->by, t, add_cell, &e);
	return NULL;
}

const char *
fb_base_open(struct fb_base *b, struct fb_counter *c, const char *path,
    size_t *line)
{
	FILE *f = fopen(path, "r");
	struct fb_rec r = {0};
	const char *why = NULL;
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;

	*line = 0;
	if (!f)
		return strerror(errno);
	while (!why && (n = getline(&text, &cap, f)) >= 0) {
		fb_str s = fb_str_trim((fb_str){ text, (size_t)n });

		++*line;
		why = s.n ? add_line(b, c, &r, s) : NULL;
	}
	if (!why && ferror(f))
		why = strerror(errno);
	/* What the file has is not what the records have. */
	for (size_t i = 0; i < c->by.nfields; i++)
		c->by.fields[i].seen = false;
	fb_rec_release(&r);
	free(text);
	fclose(f);
	return why;
}

const char *
fb_base_lacks(const struct fb_base *b, const struct fb_kind_row *kind)
{
	if (kind->asks)
		return b->asked ? NULL : "\"asked\"";
	if (kind->based || kind->keeps == FB_KEEPS_MEMBERS)
		return b->customers ? NULL : "\"customers\"";
	return NULL;
}

static struct fb_headcount
head_count(const struct fb_base *b, fb_str by, struct fb_period p)
{
	struct fb_buf key = {0};
	size_t i;

	put_cell_key(&key, by, p);
	i = fb_map_get(&b->cells, fb_buf_str(&key));
	fb_buf_release(&key);
	return i == FB_MAP_NONE ? (struct fb_headcount){0} : b->v[i];
}

uint64_t
fb_base_at(const struct fb_base *b, fb_str by, struct fb_period p)
{
	return head_count(b, by, p).customers;
}

void
fb_base_set(const struct fb_base *b, struct fb_counter *c)
{
	for (size_t i = 0; i < c->nseries; i++)
		for (size_t k = 0; k < c->series[i].n; k++) {
			struct fb_point *p = c->series[i].points[k];

			struct fb_headcount n = head_count(b, c->series[i].by,
			    p->period);

			p->answers.base = c->specs[c->series[i].metric].kind->asks ?
			    n.asked : n.customers;
		}
}

void
fb_base_release(struct fb_base *b)
{
	fb_map_release(&b->cells);
	free(b->v);
	free(b->table);
	fb_arena_release(&b->mem);
	*b = (struct fb_base){0};
}
