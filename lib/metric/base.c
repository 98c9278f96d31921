/* base.c - customers by cell. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

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
	uint64_t customers;
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
	b->customers = fb_grow(b->customers, &b->cap, i + 1,
	    sizeof *b->customers);
	b->table = fb_grow(b->table, &b->table_cap, i + 1, sizeof *b->table);
	b->table[i] = table;
	b->customers[i] = (fresh ? 0 : b->customers[i]) + e->customers;
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

static const char *
read_entry(struct entry *e, const struct fb_rec *r, enum fb_unit unit)
{
	struct fb_buf scratch = {0};
	const char *why = NULL;
	int64_t n;

	if (!fb_json_int(fb_rec_get(r, FB_LIT("customers")), &n) || n < 0)
		why = "no whole number of \"customers\"";
	else if (unit == FB_ALL)
		e->period = (struct fb_period){ FB_ALL, 0 };
	else if (fb_period_parse(fb_json_text(fb_rec_get(r, FB_LIT("period")),
	    &scratch), &e->period) || e->period.unit != unit)
		why = "no \"period\" of the length that --per asks for";
	e->customers = why ? 0 : (uint64_t)n;
	fb_buf_release(&scratch);
	return why;
}

static const char *
add_line(struct fb_base *b, struct fb_counter *c, struct fb_rec *r, fb_str line)
{
	struct entry e = { .base = b, .by = &c->by };
	const char *why = fb_scan(r, line);

	if (why || r->kind == FB_TRAIL)
		return why;
	if ((why = read_entry(&e, r, c->unit)))
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

uint64_t
fb_base_at(const struct fb_base *b, fb_str by, struct fb_period p)
{
	struct fb_buf key = {0};
	size_t i;

	put_cell_key(&key, by, p);
	i = fb_map_get(&b->cells, fb_buf_str(&key));
	fb_buf_release(&key);
	return i == FB_MAP_NONE ? 0 : b->customers[i];
}

void
fb_base_set(const struct fb_base *b, struct fb_counter *c)
{
	for (size_t i = 0; i < c->nseries; i++)
		for (size_t k = 0; k < c->series[i].n; k++) {
			struct fb_point *p = c->series[i].points[k];

			p->answers.base = fb_base_at(b, c->series[i].by,
			    p->period);
		}
}

void
fb_base_release(struct fb_base *b)
{
	fb_map_release(&b->cells);
	free(b->customers);
	free(b->table);
	*b = (struct fb_base){0};
}
