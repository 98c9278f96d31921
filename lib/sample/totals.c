/* totals.c - read customer totals, weigh the drawn records to them. */
#include <stdio.h>
#include <stdlib.h>

#include "cell/base.h"
#include "record/json.h"
#include "record/names.h"
#include "sample/totals.h"

static const fb_str customers = { "customers", 9 };

static int
by_names(const void *a, const void *b)
{
	const struct fb_table *x = &((const struct fb_totals_margin *)a)->by;
	const struct fb_table *y = &((const struct fb_totals_margin *)b)->by;
	int c = 0;

	for (size_t i = 0; i < x->n && i < y->n && !c; i++)
		c = fb_str_cmp(x->key[i], y->key[i]);
	return c ? c : (x->n > y->n) - (x->n < y->n);
}

static struct fb_totals_margin *
margin_of(struct fb_totals *t, const struct fb_table *by)
{
	struct fb_totals_margin own = { .by = *by }, *m;

	for (size_t i = 0; i < t->n; i++)
		if (!by_names(&t->v[i], &own))
			return &t->v[i];
	t->v = fb_grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	m = &t->v[t->n++];
	*m = own;
	for (size_t i = 0; i < by->n; i++)
		m->by.key[i] = fb_arena_copy(&t->mem, by->key[i]);
	return m;
}

static const char *
add_group(struct fb_totals_margin *m, fb_str key, int64_t n)
{
	bool fresh;
	size_t i = fb_map_put(&m->groups, key, &fresh);

	if (!fresh)
		return "the group has a total already";
	m->customers = fb_grow(m->customers, &m->cap, i + 1,
	    sizeof *m->customers);
	m->customers[i] = (uint64_t)n;
	return NULL;
}

static bool
same_period(struct fb_totals *t, fb_str raw)
{
	if (!t->period.p)
		t->period = fb_arena_copy(&t->mem, raw.p ? raw : FB_LIT(""));
	return fb_str_eq(t->period, raw);
}

static const char *
add_line(struct fb_totals *t, fb_str line, struct fb_rec *rec,
    struct fb_buf scratch[2])
{
	const char *why = fb_scan(rec, line);
	struct fb_table by;
	fb_str key;
	int64_t n;

	if (why || rec->kind == FB_TRAIL)
		return why;
	if (!same_period(t, fb_rec_get(rec, FB_LIT("period"))))
		return "another period than the lines before; keep those of one";
	if (!fb_rec_get(rec, customers).p && fb_rec_get(rec, FB_LIT("asked")).p)
		return NULL;
	if (!fb_json_int(fb_rec_get(rec, customers), &n) || n < 0)
		return "'customers' is not a whole number of 0 or more";
	if ((why = fb_base_fields(rec, &by)))
		return why;
	if (!by.n)
		return "no field that says whose customers these are";
	key = fb_group_key(&by, rec, &scratch[0], &scratch[1]);
	return add_group(margin_of(t, &by), key, n);
}

const char *
fb_totals_read(struct fb_totals *t, const char *path, size_t *lineno)
{
	FILE *f = fopen(path, "r");
	struct fb_buf scratch[2] = {{0}};
	struct fb_rec rec = {0};
	const char *why = NULL;
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	*lineno = 0;
	if (!f)
		return "cannot be opened";
	while (!why && (n = getline(&line, &cap, f)) >= 0) {
		fb_str s = fb_str_trim((fb_str){ line, (size_t)n });

		++*lineno;
		if (s.n)
			why = add_line(t, s, &rec, scratch);
	}
	if (!why && (ferror(f) || !t->n)) {
		why = ferror(f) ? "cannot be read" : "there are no totals in it";
		*lineno = ferror(f) ? 0 : *lineno + 1;
	}
	if (t->n)
		qsort(t->v, t->n, sizeof *t->v, by_names);
	free(line);
	fclose(f);
	fb_rec_release(&rec);
	fb_buf_release(&scratch[0]);
	fb_buf_release(&scratch[1]);
	return why;
}

void
fb_totals_count(struct fb_totals *t, struct fb_sample *s)
{
	for (size_t i = 0; i < t->n; i++) {
		struct fb_totals_margin *m = &t->v[i];

		m->dim = (size_t)(fb_dims_put(&s->dims, &m->by) - s->dims.v);
		for (size_t k = 0; k < m->by.n; k++)
			fb_seen_want(&s->seen, m->by.key[k]);
	}
}

/* A group with no value for one of its fields. */
static bool
is_missing(const struct fb_table *by, fb_str key)
{
	struct fb_json it = fb_json_in(key);

	if (by->n == 1)
		return !key.n;
	while (fb_json_next(&it))
		if (fb_str_eq(it.val, FB_LIT("\"\"")))
			return true;
	return false;
}

/* Every group of the frame has a total, or lacks a value. */
static const char *
check_groups(struct fb_totals *t, const struct fb_totals_margin *m,
    const struct fb_dim *d)
{
	size_t *order = fb_map_sorted(&d->values);
	bool good = true;

	for (size_t i = 0; i < d->values.n && good; i++) {
		fb_str key = fb_map_key(&d->values, order[i]);

		if (is_missing(&m->by, key) ||
		    fb_map_get(&m->groups, key) != FB_MAP_NONE)
			continue;
		good = false;
		t->why.n = 0;
		fb_buf_printf(&t->why, "there are %llu records of ",
		    (unsigned long long)d->frame[order[i]]);
		fb_put_group(&t->why, &m->by, key);
		fb_buf_adds(&t->why, ", but no line with its customers");
	}
	free(order);
	return good ? NULL : fb_buf_cstr(&t->why);
}

/* The places among the drawn come first. */
static void
sort_in(struct fb_totals *t, struct fb_totals_margin *m, struct fb_sample *s)
{
	struct fb_rec rec = {0};
	const struct fb_dim *d = &s->dims.v[m->dim];

	m->category = fb_zalloc(s->nplaces, sizeof *m->category);
	m->target = fb_zalloc(m->groups.n, sizeof *m->target);
	m->silent = fb_zalloc(m->groups.n, sizeof *m->silent);
	for (size_t g = 0; g < m->groups.n; g++)
		m->target[g] = (double)m->customers[g];
	for (size_t i = 0; i < s->nplaces; i++) {
		size_t group = FB_MAP_NONE;

		if (!fb_scan(&rec, s->drawn[i].pick->line))
			group = fb_dim_group(&s->dims, d, &rec);
		m->category[i] = group == FB_MAP_NONE ? FB_NO_CATEGORY :
		    fb_map_get(&m->groups, fb_map_key(&d->values, group));
		t->missing |= m->category[i] == FB_NO_CATEGORY;
	}
	fb_rec_release(&rec);
}

static void
fit(struct fb_totals *t, struct fb_margin *m, double *w, size_t n)
{
	if (t->n == 1)
		fb_post_stratify(w, n, m);
	t->converged = n && (t->n == 1 || fb_rake(w, n, m, t->n));
	if (!t->converged)
		return;
	if (t->trim)
		t->trimmed = fb_trim(w, n, (double)t->trim);
	t->error = fb_margin_error(w, n, m, t->n);
	t->deff = fb_deff(w, n);
	t->n_eff = fb_n_eff(w, n);
}

const char *
fb_totals_weigh(struct fb_totals *t, struct fb_sample *s)
{
	struct fb_margin *m = fb_zalloc(t->n, sizeof *m);
	double *w = fb_zalloc(s->nplaces, sizeof *w);
	const char *why = NULL;

	for (size_t i = 0; i < t->n && !why; i++) {
		struct fb_totals_margin *own = &t->v[i];

		why = check_groups(t, own, &s->dims.v[own->dim]);
		sort_in(t, own, s);
		m[i] = (struct fb_margin){ own->category, own->target,
		    own->groups.n };
		own->covered = fb_cover(&m[i], s->nplaces, own->silent);
	}
	for (size_t i = 0; i < s->nplaces; i++)
		w[i] = 1 / s->drawn[i].pi;
	if (!why)
		fit(t, m, w, s->nplaces);
	for (size_t i = 0; i < s->nplaces && t->converged; i++)
		s->drawn[i].weight = w[i];
	free(m);
	free(w);
	return why;
}

void
fb_totals_release(struct fb_totals *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct fb_totals_margin *m = &t->v[i];

		fb_map_release(&m->groups);
		free(m->target);
		free(m->customers);
		free(m->silent);
		free(m->category);
	}
	free(t->v);
	fb_arena_release(&t->mem);
	fb_buf_release(&t->why);
	*t = (struct fb_totals){0};
}
