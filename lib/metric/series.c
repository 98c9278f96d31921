/* series.c - the counted points in the order of output. */
#include <stdlib.h>

#include "metric/count.h"

/* A point and what it is sorted by. */
struct entry {
	const struct fb_spot *spot;
	size_t metric;
	fb_str scale;
	struct fb_point *point;
};

static int
by_series(const struct entry *a, const struct entry *b)
{
	int d;

	if (a->metric != b->metric)
		return a->metric < b->metric ? -1 : 1;
	if (a->spot->table != b->spot->table)
		return a->spot->table < b->spot->table ? -1 : 1;
	/* Equal objects are one object. */
	d = a->spot->by.p == b->spot->by.p ? 0 :
	    fb_str_cmp(a->spot->by, b->spot->by);
	return d ? d : fb_str_cmp(a->scale, b->scale);
}

static int
by_order(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;
	int d = by_series(a, b);

	return d ? d : fb_period_cmp(a->point->period, b->point->period);
}

static fb_str
scale_text(struct fb_counter *c, struct fb_scale s)
{
	struct fb_buf b = {0};
	fb_str text;

	fb_put_scale(&b, s);
	text = fb_arena_copy(&c->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	return text;
}

/* All points, sorted; free() them. */
static struct entry *
entries(struct fb_counter *c, size_t *count)
{
	struct entry *v = fb_zalloc(c->npoints, sizeof *v);
	size_t n = 0;

	for (size_t i = 0; i < c->spots_by_key.n; i++)
		for (size_t m = 0; m < c->nspecs; m++)
			for (struct fb_point *p = c->spots[i].first[m]; p;
			    p = p->next)
				if (!p->gone)
					v[n++] = (struct entry){ &c->spots[i], m,
					    scale_text(c, p->scale), p };
	if (n)
		qsort(v, n, sizeof *v, by_order);
	*count = n;
	return v;
}

static void
sort(struct fb_counter *c)
{
	size_t cap = 0, n;
	struct entry *v = entries(c, &n);

	free(c->order);
	free(c->series);
	c->series = NULL;
	c->nseries = 0;
	c->order = fb_zalloc(c->npoints, sizeof(struct fb_point *));
	for (size_t i = 0; i < n; i++) {
		c->order[i] = v[i].point;
		if (i && !by_series(&v[i - 1], &v[i])) {
			c->series[c->nseries - 1].n++;
			continue;
		}
		c->series = fb_grow(c->series, &cap, c->nseries + 1,
		    sizeof *c->series);
		c->series[c->nseries++] = (struct fb_series){ v[i].metric,
		    v[i].spot->table, v[i].spot->by, v[i].point->scale,
		    &c->order[i], 1 };
	}
	free(v);
}

static void
sum_up(struct fb_counter *c, const struct fb_spot *spot)
{
	for (size_t m = 0; m < c->nspecs; m++)
		for (struct fb_point *p = spot->first[m]; p; p = p->next)
			fb_answers_sum(&p->answers, &c->specs[m], p->scale);
}

void
fb_counter_sort(struct fb_counter *c)
{
	for (size_t i = 0; i < c->spots_by_key.n; i++)
		sum_up(c, &c->spots[i]);
	sort(c);
}

size_t
fb_counter_n(const struct fb_counter *c)
{
	return c->nseries;
}

static struct fb_point *
find(const struct fb_series *s, struct fb_period p)
{
	size_t lo = 0, hi = s->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int d = fb_period_cmp(s->points[mid]->period, p);

		if (!d)
			return s->points[mid];
		if (d < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

const struct fb_answers *
fb_series_at(const struct fb_series *s, struct fb_period p)
{
	const struct fb_point *found = find(s, p);

	return found ? &found->answers : NULL;
}

/* Records without an answer and without a scale. */
static bool
only_missing(const struct fb_series *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->points[i]->answers.n)
			return false;
	return !s->scale.known;
}

static bool
same_cell(const struct fb_series *a, const struct fb_series *b)
{
	return a->metric == b->metric && a->table == b->table &&
	    fb_str_eq(a->by, b->by);
}

static uint64_t
answers_in(const struct fb_series *s, struct fb_period p)
{
	const struct fb_answers *a = fb_series_at(s, p);

	return a ? a->n : 0;
}

/* They are missing from the n series of the same cell: from the one that most
 * answered on in that period, of equals the first. */
static void
fold(struct fb_series *from, struct fb_series *to, size_t n)
{
	for (size_t i = 0; i < from->n; i++) {
		struct fb_point *p = from->points[i], *at;
		struct fb_series *best = to;

		for (size_t k = 1; k < n; k++)
			if (answers_in(&to[k], p->period) >
			    answers_in(best, p->period))
				best = &to[k];
		if (!(at = find(best, p->period))) {
			/* It says nothing else: let it change sides. */
			p->scale = best->scale;
			continue;
		}
		at->answers.missing += p->answers.missing;
		at->answers.texts += p->answers.texts;
		p->gone = true;
	}
}

void
fb_counter_fold(struct fb_counter *c)
{
	for (size_t i = 0; i < c->nseries; i++) {
		size_t n = 0;

		while (i + 1 + n < c->nseries &&
		    same_cell(&c->series[i], &c->series[i + 1 + n]))
			n++;
		if (n && only_missing(&c->series[i]))
			fold(&c->series[i], &c->series[i + 1], n);
	}
	sort(c);
}
