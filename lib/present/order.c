/* order.c - which pages a report has, and in what order their rows stand. */
#include <math.h>
#include <stdlib.h>

#include "present/breakdown.h"
#include "present/report.h"
#include "stat/xmr.h"

enum { ROWS_OF_GROUPS = 10 };

size_t
fb_metric_place(const struct fb_report *r, fb_str metric)
{
	size_t i = 0;

	while (i < r->norder && !fb_str_eq(r->order[i], metric))
		i++;
	return i;
}

/* A cell with what it is sorted by; place keeps the order of the stream. */
struct ranked {
	const struct fb_cell *c;
	size_t metric, place;
	bool groups_first;
};

static int
by_order(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	int d;

	if (x->groups_first && (d = fb_str_cmp(x->c->by_json, y->c->by_json)))
		return d;
	if (x->metric != y->metric)
		return x->metric < y->metric ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* Cells of a period, of the total or of the groups, in the report's order. */
static const struct fb_cell **
rows_of(struct fb_report *r, fb_str period, bool groups, size_t *n)
{
	struct ranked *v = fb_zalloc(r->ncells, sizeof *v);
	const struct fb_cell **rows;

	*n = 0;
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (!fb_str_eq(c->period_label, period) ||
		    (c->nby > 0) != groups || fb_is_by_rules(c))
			continue;
		v[(*n)++] = (struct ranked){ c, fb_metric_place(r, c->metric), i, groups };
	}
	if (*n)
		qsort(v, *n, sizeof *v, by_order);
	rows = fb_arena_zalloc(&r->mem, *n, sizeof *rows);
	for (size_t i = 0; i < *n; i++)
		rows[i] = v[i].c;
	free(v);
	return rows;
}

static bool
one_table(const struct fb_cell *const *rows, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (rows[i]->nby != rows[0]->nby)
			return false;
		for (size_t k = 0; k < rows[i]->nby; k++)
			if (!fb_str_eq(rows[i]->by[k].key, rows[0]->by[k].key))
				return false;
	}
	return n > 0;
}

/* Does the report look at this cell's period? In three steps of wanting less. */
static bool
looks_at(const struct fb_cell *c, int step)
{
	if (step == 0)
		return c->paired;
	return step == 1 ? (c->prev.ok && !c->prev.found) || c->yoy.ok : true;
}

struct labels {
	fb_str *v;
	size_t n, cap;
};

static void
add_label(struct labels *l, fb_str label)
{
	for (size_t i = 0; i < l->n; i++)
		if (fb_str_eq(l->v[i], label))
			return;
	l->v = fb_grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	l->v[l->n++] = label;
}

/* Without quotes and tests: the latest period of each unit. */
static bool
is_latest(const struct fb_report *r, const struct fb_cell *c)
{
	if (!c->has_period || c->period.unit == FB_NONE)
		return !c->has_period;
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *o = &r->cells[i];

		if (o->has_period && o->period.unit == c->period.unit &&
		    fb_period_cmp(o->period, c->period) > 0)
			return false;
	}
	return true;
}

static int
by_bytes(const void *a, const void *b)
{
	return fb_str_cmp(*(const fb_str *)a, *(const fb_str *)b);
}

static struct labels
focus_labels(const struct fb_report *r)
{
	struct labels l = {0};

	for (int step = 0; step < 3 && !l.n; step++)
		for (size_t i = 0; i < r->ncells; i++)
			if (looks_at(&r->cells[i], step) &&
			    (step < 2 || is_latest(r, &r->cells[i])))
				add_label(&l, r->cells[i].period_label);
	if (l.n)
		qsort(l.v, l.n, sizeof *l.v, by_bytes);
	for (size_t i = 1; i < l.n; i++) {
		fb_str first = l.v[i];

		if (!fb_str_eq(first, r->period))
			continue;
		memmove(l.v + 1, l.v, i * sizeof *l.v);
		l.v[0] = first;
	}
	return l;
}

size_t
fb_focus_count(struct fb_report *r)
{
	struct labels l = focus_labels(r);

	free(l.v);
	return l.n;
}

/* In front of the groups, where there is room for both. */
static void
add_totals(struct fb_report *r, struct fb_focus *f)
{
	const struct fb_cell **both;
	size_t n;
	const struct fb_cell **totals = rows_of(r, f->period, false, &n);

	if (n + f->nrows > ROWS_OF_GROUPS)
		return;
	both = fb_arena_zalloc(&r->mem, n + f->nrows, sizeof *both);
	for (size_t i = 0; i < n + f->nrows; i++)
		both[i] = i < n ? totals[i] : f->rows[i - n];
	f->rows = both;
	f->nrows += n;
}

struct fb_focus
fb_focus_at(struct fb_report *r, size_t i)
{
	struct labels l = focus_labels(r);
	struct fb_focus f = { .period = l.v[i] };

	free(l.v);
	f.rows = rows_of(r, f.period, true, &f.nrows);
	f.grouped = f.nrows <= ROWS_OF_GROUPS && one_table(f.rows, f.nrows);
	if (f.grouped)
		add_totals(r, &f);
	else
		f.rows = rows_of(r, f.period, false, &f.nrows);
	return f;
}

static int
by_time(const void *a, const void *b)
{
	const struct fb_cell *x = *(const struct fb_cell *const *)a;
	const struct fb_cell *y = *(const struct fb_cell *const *)b;

	return fb_period_cmp(x->period, y->period);
}

/* What was found, kept in no more room than it needs; frees v. */
static const struct fb_cell **
keep(struct fb_report *r, const struct fb_cell **v, size_t n)
{
	const struct fb_cell **kept = fb_arena_zalloc(&r->mem, n, sizeof *kept);

	if (n)
		memcpy(kept, v, n * sizeof *kept);
	free(v);
	return kept;
}

const struct fb_cell **
fb_history(struct fb_report *r, const struct fb_cell *c, size_t *n)
{
	const struct fb_cell **v = fb_zalloc(r->ncells, sizeof *v);

	*n = 0;
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *o = &r->cells[i];

		if (o == c || (o->has_period && c->has_period &&
		    o->period.unit == c->period.unit &&
		    fb_period_cmp(o->period, c->period) < 0 &&
		    fb_cell_same_series(o, c)))
			v[(*n)++] = o;
	}
	qsort(v, *n, sizeof *v, by_time);
	return keep(r, v, *n);
}

const struct fb_cell **
fb_siblings(struct fb_report *r, const struct fb_cell *c, size_t *n)
{
	const struct fb_cell **v = fb_zalloc(r->ncells, sizeof *v);

	*n = 0;
	for (int groups = 0; groups < 2; groups++)
		for (size_t i = 0; i < r->ncells; i++) {
			const struct fb_cell *o = &r->cells[i];

			if ((o->nby > 0) == groups &&
			    fb_str_eq(o->metric, c->metric) &&
			    fb_str_eq(o->period_label, c->period_label))
				v[(*n)++] = o;
		}
	return keep(r, v, *n);
}

struct fb_interval
fb_normal_range(const struct fb_cell *const *points, size_t n)
{
	double *v = fb_zalloc(n, sizeof *v);
	struct fb_interval range;

	for (size_t i = 0; i + 1 < n; i++)
		v[i] = points[i]->has_value ? points[i]->value : NAN;
	range = fb_xmr(v, n ? n - 1 : 0);
	free(v);
	return range;
}
