/* count.c - sufficient statistics of every cell. */
#include <limits.h>
#include <stdlib.h>

#include "metric/count.h"
#include "record/filter.h"
#include "record/json.h"
#include "record/names.h"

void
fb_counter_init(struct fb_counter *c, const struct fb_spec *specs, size_t nspecs,
    const struct fb_tables *tables, enum fb_unit unit)
{
	*c = (struct fb_counter){ .specs = specs, .nspecs = nspecs,
	    .tables = tables, .unit = unit, .last_day = INT32_MIN };
}

/* What one record adds to the cells of one spec. */
struct visit {
	struct fb_counter *c;
	size_t spec, table;
	struct fb_period period;
	enum fb_answer what;
	struct fb_scale scale;
	int64_t milli;
	bool has_text;
	struct fb_buf key;
};

/* spec, table, scale, then the group: unique, and in the order of output. */
static void
put_series_key(struct visit *v, fb_str by)
{
	v->key.n = 0;
	fb_buf_printf(&v->key, "%06zu/%06zu/", v->spec, v->table);
	fb_buf_add(&v->key, by);
	fb_buf_addc(&v->key, '/');
	fb_put_scale(&v->key, v->scale);
}

static struct fb_series *
series_of(struct visit *v, fb_str by)
{
	struct fb_counter *c = v->c;
	struct fb_series *s;
	fb_str key;
	bool fresh;
	size_t i;

	put_series_key(v, by);
	i = fb_map_put(&c->keys, fb_buf_str(&v->key), &fresh);
	if (!fresh)
		return &c->series[i];
	c->series = fb_grow(c->series, &c->cap, i + 1, sizeof *c->series);
	s = &c->series[i];
	key = fb_map_key(&c->keys, i);
	*s = (struct fb_series){ .metric = v->spec, .table = v->table,
	    .scale = v->scale, .by = { key.p + 14, by.n } };
	return s;
}

/* Newest first: records mostly come in the order of time or against it. */
static struct fb_point *
point_of(struct fb_series *s, struct fb_period p)
{
	for (size_t i = s->n; i-- > 0; )
		if (!fb_period_cmp(s->points[i].period, p))
			return &s->points[i];
	s->points = fb_grow(s->points, &s->cap, s->n + 1, sizeof *s->points);
	s->points[s->n] = (struct fb_point){ .period = p };
	return &s->points[s->n++];
}

static void
count_cell(void *ctx, fb_str by)
{
	struct visit *v = ctx;
	const struct fb_spec *spec = &v->c->specs[v->spec];
	struct fb_answers *a = &point_of(series_of(v, by), v->period)->answers;

	a->texts += v->has_text;
	if (!spec->kind->scored) {
		a->n++;
		a->group[0]++;
	} else if (v->what == FB_ANSWERED) {
		fb_answers_add(a, spec, v->scale, v->milli);
	} else {
		a->missing++;
	}
}

static void
count_spec(struct visit *v, const struct fb_rec *r)
{
	const struct fb_spec *spec = &v->c->specs[v->spec];

	v->scale = (struct fb_scale){0};
	if (spec->kind->scored)
		v->what = fb_answer(spec, r, &v->scale, &v->milli);
	for (v->table = 0; v->table < v->c->tables->n; v->table++)
		fb_tables_each(v->c->tables, v->table, r, count_cell, v);
}

static struct fb_period
period_of(struct fb_counter *c, const struct fb_rec *r)
{
	int32_t day;

	if (!fb_rec_day(r, &day)) {
		c->undated++;
		return (struct fb_period){ c->unit == FB_ALL ? FB_ALL : FB_NONE, 0 };
	}
	if (day > c->last_day)
		c->last_day = day;
	return fb_period_of(c->unit, day);
}

const struct fb_spec *
fb_counter_add(struct fb_counter *c, const struct fb_rec *r)
{
	struct visit v = { .c = c, .period = period_of(c, r) };
	const struct fb_spec *off = NULL;
	struct fb_buf scratch = {0};
	fb_str text = fb_json_text(fb_rec_get(r, FB_TEXT), &scratch);

	v.has_text = fb_str_trim(text).n > 0;
	for (v.spec = 0; v.spec < c->nspecs; v.spec++) {
		count_spec(&v, r);
		if (v.what == FB_OFF_SCALE && c->specs[v.spec].kind->scored && !off)
			off = &c->specs[v.spec];
	}
	fb_buf_release(&scratch);
	fb_buf_release(&v.key);
	return off;
}

static int
by_period(const void *a, const void *b)
{
	return fb_period_cmp(((const struct fb_point *)a)->period,
	    ((const struct fb_point *)b)->period);
}

/* Records without an answer and without a scale. */
static bool
only_missing(const struct fb_series *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->points[i].answers.n)
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
		const struct fb_point *p = &from->points[i];
		struct fb_series *best = to;
		struct fb_answers *a;

		for (size_t k = 1; k < n; k++)
			if (answers_in(&to[k], p->period) >
			    answers_in(best, p->period))
				best = &to[k];
		a = &point_of(best, p->period)->answers;
		a->missing += p->answers.missing;
		a->texts += p->answers.texts;
		qsort(best->points, best->n, sizeof *best->points, by_period);
	}
	from->n = 0;
}

static void
fold_missing(struct fb_counter *c)
{
	for (size_t i = 0; i < c->keys.n; i++) {
		size_t n = 0;

		while (i + 1 + n < c->keys.n &&
		    same_cell(&c->series[i], &c->series[i + 1 + n]))
			n++;
		if (n && only_missing(&c->series[i]))
			fold(&c->series[i], &c->series[i + 1], n);
	}
}

void
fb_counter_sort(struct fb_counter *c)
{
	size_t *order = fb_map_sorted(&c->keys);
	struct fb_series *sorted = fb_zalloc(c->keys.n, sizeof *sorted);

	for (size_t i = 0; i < c->keys.n; i++) {
		sorted[i] = c->series[order[i]];
		qsort(sorted[i].points, sorted[i].n, sizeof *sorted[i].points,
		    by_period);
	}
	free(c->series);
	free(order);
	c->series = sorted;
	fold_missing(c);
}

size_t
fb_counter_n(const struct fb_counter *c)
{
	return c->keys.n;
}

const struct fb_answers *
fb_series_at(const struct fb_series *s, struct fb_period p)
{
	struct fb_point key = { .period = p };
	const struct fb_point *found = s->n ? bsearch(&key, s->points, s->n,
	    sizeof *s->points, by_period) : NULL;

	return found ? &found->answers : NULL;
}

void
fb_counter_release(struct fb_counter *c)
{
	for (size_t i = 0; i < c->keys.n; i++)
		free(c->series[i].points);
	free(c->series);
	fb_map_release(&c->keys);
	*c = (struct fb_counter){0};
}
