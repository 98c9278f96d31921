/* clear.c - numbers in the order of how clearly they moved. */
#include <math.h>
#include <stdlib.h>

#include "present/breakdown.h"
#include "present/verdict.h"

struct ranked {
	const struct fb_cell *c;
	bool clear;
	size_t metric, place;
};

static int
by_number(double a, double b)
{
	if (isnan(a) || isnan(b))
		return isnan(a) - isnan(b);
	return a < b ? -1 : a > b;
}

/* The clear ones by q and p; then by metric and as they come. */
static int
clearest(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	int d;

	if (x->clear != y->clear)
		return x->clear ? -1 : 1;
	if (x->clear && (d = by_number(x->c->prev.q, y->c->prev.q)))
		return d;
	if (x->clear && (d = by_number(x->c->prev.p, y->c->prev.p)))
		return d;
	if (x->metric != y->metric)
		return x->metric < y->metric ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

void
fb_clearest_first(const struct fb_report *r, const struct fb_cell **rows, size_t n)
{
	struct ranked *v = fb_zalloc(n, sizeof *v);

	for (size_t i = 0; i < n; i++)
		v[i] = (struct ranked){ rows[i], fb_verdict(r, rows[i],
		    &rows[i]->prev).clear, fb_metric_place(r, rows[i]->metric), i };
	if (n)
		qsort(v, n, sizeof *v, clearest);
	for (size_t i = 0; i < n; i++)
		rows[i] = v[i].c;
	free(v);
}

bool
fb_is_by_rules(const struct fb_cell *c)
{
	return c->nby == 1 && (fb_str_eq(c->by[0].key, FB_BY_THEME) ||
	    fb_str_eq(c->by[0].key, FB_BY_STAGE));
}

const struct fb_cell **
fb_numbers_of(struct fb_report *r, fb_str period, size_t *n)
{
	const struct fb_cell **v = fb_arena_zalloc(&r->mem, r->ncells, sizeof *v);

	*n = 0;
	for (int groups = 0; groups < 2; groups++)
		for (size_t i = 0; i < r->ncells; i++)
			if (fb_str_eq(r->cells[i].period_label, period) &&
			    (r->cells[i].nby > 0) == groups &&
			    !fb_is_by_rules(&r->cells[i]))
				v[(*n)++] = &r->cells[i];
	fb_clearest_first(r, v, *n);
	return v;
}
