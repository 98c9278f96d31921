/* breakdown.c - which numbers of a period are parted into which groups. */
#include <stdlib.h>

#include "present/breakdown.h"
#include "present/verdict.h"

static bool
same_keys(const struct fb_cell *a, const struct fb_cell *b)
{
	for (size_t i = 0; i < a->nby && a->nby == b->nby; i++)
		if (!fb_str_eq(a->by[i].key, b->by[i].key))
			return false;
	return a->nby == b->nby;
}

static bool
same_scale(const struct fb_cell *a, const struct fb_cell *b)
{
	return a->scale.known == b->scale.known && (!a->scale.known ||
	    (a->scale.lo == b->scale.lo && a->scale.hi == b->scale.hi));
}

static bool
belongs(const struct fb_cell *row, const struct fb_cell *c)
{
	return fb_str_eq(row->metric, c->metric) && same_scale(row, c) &&
	    same_keys(row, c);
}

static int
most_first(const void *a, const void *b)
{
	const struct fb_cell *x = *(const struct fb_cell *const *)a;
	const struct fb_cell *y = *(const struct fb_cell *const *)b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return fb_str_cmp(x->by_json, y->by_json);
}

/* The cells of the period that belong to first, and their total. */
static struct fb_breakdown
collect(struct fb_report *r, const struct fb_cell *first)
{
	struct fb_breakdown b = { .rows = fb_arena_zalloc(&r->mem, r->ncells,
	    sizeof *b.rows) };

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (!fb_str_eq(c->period_label, first->period_label))
			continue;
		if (belongs(first, c))
			b.rows[b.n++] = c;
		else if (!c->nby && fb_str_eq(c->metric, first->metric) &&
		    same_scale(c, first))
			b.total = c;
	}
	qsort(b.rows, b.n, sizeof *b.rows, most_first);
	return b;
}

static bool
is_collected(const struct fb_breakdown *v, size_t n, const struct fb_cell *c)
{
	for (size_t i = 0; i < n; i++)
		if (belongs(v[i].rows[0], c))
			return true;
	return false;
}

/* By the metric's place in the report; of equals the earlier one stays so. */
static void
put_in_order(const struct fb_report *r, struct fb_breakdown *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct fb_breakdown b = v[i];
		size_t place = fb_metric_place(r, b.rows[0]->metric), k = i;

		for (; k && fb_metric_place(r, v[k - 1].rows[0]->metric) > place; k--)
			v[k] = v[k - 1];
		v[k] = b;
	}
}

struct fb_breakdown *
fb_breakdowns(struct fb_report *r, fb_str period, size_t *n)
{
	struct fb_breakdown *v = NULL, *kept;
	size_t cap = 0;

	*n = 0;
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (!c->nby || !fb_str_eq(c->period_label, period) ||
		    is_collected(v, *n, c))
			continue;
		v = fb_grow(v, &cap, *n + 1, sizeof *v);
		v[(*n)++] = collect(r, c);
	}
	put_in_order(r, v, *n);
	kept = fb_arena_zalloc(&r->mem, *n, sizeof *kept);
	if (*n)
		memcpy(kept, v, *n * sizeof *kept);
	free(v);
	return kept;
}

bool
fb_breakdown_by(const struct fb_breakdown *b, fb_str field)
{
	return b->rows[0]->nby == 1 && fb_str_eq(b->rows[0]->by[0].key, field);
}

bool
fb_breakdown_alike(const struct fb_breakdown *a, const struct fb_breakdown *b)
{
	return same_keys(a->rows[0], b->rows[0]);
}

const struct fb_cell *
fb_breakdown_row(const struct fb_breakdown *b, const struct fb_cell *c)
{
	for (size_t i = 0; i < b->n; i++) {
		size_t k = 0;

		while (k < c->nby && c->nby == b->rows[i]->nby &&
		    fb_str_eq(c->by[k].val, b->rows[i]->by[k].val))
			k++;
		if (k == c->nby && same_keys(b->rows[i], c))
			return b->rows[i];
	}
	return NULL;
}

fb_str
fb_breakdown_name(struct fb_report *r, const struct fb_breakdown *b)
{
	struct fb_buf text = {0};
	fb_str name;

	for (size_t i = 0; i < b->rows[0]->nby; i++) {
		fb_buf_adds(&text, i ? " \xc2\xb7 " : "");
		fb_buf_add(&text, fb_name_field(r, b->rows[0]->by[i].key));
	}
	name = fb_arena_copy(&r->mem, fb_buf_str(&text));
	fb_buf_release(&text);
	return name;
}

static bool
got_worse(const struct fb_report *r, const struct fb_cell *c,
    const struct fb_versus *vs)
{
	struct fb_verdict v = fb_verdict(r, c, vs);

	return v.clear && v.colour == FB_RED;
}

/* Clearer: the smaller q, then p; of equals the one that came first stays. */
static void
consider(const struct fb_report *r, struct fb_slide *s, const struct fb_cell *c,
    const struct fb_versus *vs)
{
	if (!got_worse(r, c, vs))
		return;
	if (!s->cell || vs->q < s->vs->q || (vs->q == s->vs->q && vs->p < s->vs->p))
		*s = (struct fb_slide){ c, vs };
}

struct fb_slide
fb_breakdown_slide(const struct fb_report *r, const struct fb_breakdown *b)
{
	struct fb_slide s = {0};

	for (size_t i = 0; i < b->n; i++)
		consider(r, &s, b->rows[i], &b->rows[i]->prev);
	for (size_t i = 0; i < b->n; i++)
		consider(r, &s, b->rows[i], &b->rows[i]->yoy);
	return s;
}
