/* term.c - choose the characteristic terms of each group and write them. */
#include <math.h>
#include <stdlib.h>

#include "metric/term.h"
#include "record/json.h"
#include "stat/adjust.h"
#include "stat/special.h"
#include "stat/terms.h"

/* One group beside the others. */
struct scene {
	const struct fb_term_counts *c;
	size_t group;
	double uses, uses_all;  /* by customers, over all terms that are tested */
	uint64_t *n;            /* of each term: users in the group */
	double *z, *g2, *p, *q; /* NaN where a term is too rare */
	size_t *order, norder;  /* of those that are shown */
	uint64_t tests;
};

static bool
is_tested(const struct fb_term_counts *c, size_t term)
{
	return c->users[term] >= FB_TERM_LEAST;
}

static void
test_term(struct scene *s, size_t i)
{
	const struct fb_term_counts *c = s->c;
	double a = (double)s->n[i], all = (double)c->users[i];
	double n_a = (double)c->size[s->group];

	s->z[i] = s->g2[i] = s->p[i] = NAN;
	if (!is_tested(c, i))
		return;
	s->tests++;
	s->z[i] = fb_log_odds(a, s->uses, all - a, s->uses_all - s->uses, all,
	    s->uses_all).z;
	s->g2[i] = fb_term_g2(a, n_a, all - a, (double)c->n - n_a);
	s->p[i] = fb_chisq_upper(fabs(s->g2[i]), 1);
}

/* A pair that says no more than one of its words does. */
static bool
is_echo(const struct scene *s, size_t i)
{
	fb_str rest = fb_map_key(&s->c->terms, i), word;
	size_t at;

	if (!memchr(rest.p, ' ', rest.n))
		return false;
	while (rest.p) {
		word = fb_str_split(&rest, ' ');
		at = fb_map_get(&s->c->terms, word);
		if (at != FB_MAP_NONE && s->z[at] >= s->z[i] &&
		    5 * s->n[i] >= 4 * s->n[at])
			return true;
	}
	return false;
}

/* Into the best top: by falling z, ties by the term. */
static void
offer(struct scene *s, size_t i, size_t top)
{
	size_t at = s->norder;

	while (at > 0) {
		size_t k = s->order[at - 1];

		if (s->z[k] > s->z[i] || (s->z[k] == s->z[i] &&
		    fb_str_cmp(fb_map_key(&s->c->terms, k),
		    fb_map_key(&s->c->terms, i)) < 0))
			break;
		if (at < top)
			s->order[at] = k;
		at--;
	}
	if (at >= top)
		return;
	s->order[at] = i;
	s->norder += s->norder < top;
}

static void
choose(struct scene *s, size_t top, uint64_t least)
{
	const struct fb_term_counts *c = s->c;

	for (size_t i = 0; i < c->terms.n; i++)
		test_term(s, i);
	fb_bh(s->p, s->q, c->terms.n);
	for (size_t i = 0; i < c->terms.n; i++)
		if (s->z[i] >= 1.96 && s->q[i] <= 0.1 && s->n[i] >= least &&
		    !is_echo(s, i))
			offer(s, i, top);
}

static void
put_term(struct fb_buf *b, const struct scene *s, size_t i, fb_str period,
    bool sampled)
{
	const struct fb_term_counts *c = s->c;
	uint64_t n = c->size[s->group];

	b->n = 0;
	fb_buf_adds(b, "{\"fb\":\"term\",\"by\":");
	fb_buf_add(b, fb_map_key(&c->groups, s->group));
	fb_put_text(b, "period", period);
	fb_put_text(b, "term", fb_map_key(&c->terms, i));
	fb_put_int(b, "n", (int64_t)n);
	fb_put_int(b, "customers", (int64_t)s->n[i]);
	fb_put_key(b, "others");
	fb_buf_addc(b, '{');
	fb_put_int(b, "n", (int64_t)(c->n - n));
	fb_put_int(b, "customers", (int64_t)(c->users[i] - s->n[i]));
	fb_buf_addc(b, '}');
	fb_put_est(b, "z", s->z[i]);
	fb_put_est(b, "g2", s->g2[i]);
	fb_put_est(b, "q", s->q[i]);
	fb_put_int(b, "tests", (int64_t)s->tests);
	fb_buf_adds(b, sampled ? ",\"flags\":[\"sampled\"]}" :
	    ",\"flags\":[]}");
}

static void
open_scene(struct scene *s, const struct fb_term_counts *c, size_t top)
{
	size_t n = c->terms.n + 1;

	*s = (struct scene){ .c = c, .n = fb_zalloc(n, sizeof *s->n),
	    .z = fb_zalloc(n, sizeof *s->z), .g2 = fb_zalloc(n, sizeof *s->g2),
	    .p = fb_zalloc(n, sizeof *s->p), .q = fb_zalloc(n, sizeof *s->q),
	    .order = fb_zalloc(top + 1, sizeof *s->order) };
	for (size_t i = 0; i < c->terms.n; i++)
		if (is_tested(c, i))
			s->uses_all += (double)c->users[i];
}

/* The uses of a group stand together. */
static size_t
first_use(const struct fb_term_counts *c, size_t group)
{
	size_t lo = 0, hi = c->nuses;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (c->uses[mid].group < group)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void
enter(struct scene *s, size_t group)
{
	const struct fb_term_counts *c = s->c;

	s->group = group;
	s->uses = 0;
	s->norder = 0;
	s->tests = 0;
	memset(s->n, 0, c->terms.n * sizeof *s->n);
	for (size_t i = first_use(c, group); i < c->nuses; i++) {
		const struct fb_term_use *u = &c->uses[i];

		if (u->group != group)
			break;
		s->n[u->term] = u->n;
		if (is_tested(c, u->term))
			s->uses += (double)u->n;
	}
}

static void
close_scene(struct scene *s)
{
	free(s->n);
	free(s->z);
	free(s->g2);
	free(s->p);
	free(s->q);
	free(s->order);
}

static void
write_table(const struct fb_text_pool *p, size_t table, fb_str period,
    size_t top, uint64_t least, struct fb_writer *w)
{
	struct fb_term_counts c;
	struct fb_buf b = {0};
	struct scene s;
	size_t *order;

	fb_term_count(&c, p, table);
	if (top > c.terms.n)
		top = c.terms.n;
	open_scene(&s, &c, top);
	order = fb_map_sorted(&c.groups);
	for (size_t g = 0; g < c.groups.n; g++) {
		if (c.size[order[g]] < least)
			continue;
		enter(&s, order[g]);
		choose(&s, top, least);
		for (size_t i = 0; i < s.norder; i++) {
			put_term(&b, &s, s.order[i], period, p->beyond);
			fb_writer_line(w, fb_buf_str(&b));
		}
	}
	free(order);
	close_scene(&s);
	fb_term_counts_release(&c);
	fb_buf_release(&b);
}

void
fb_terms_write(struct fb_texts *t, const struct fb_tables *tables,
    struct fb_period period, size_t top, uint64_t least, struct fb_writer *w)
{
	struct fb_text_pool *p = fb_texts_of(t, period);
	struct fb_buf label = {0};

	fb_put_period(&label, period);
	for (size_t i = 0; p && i < tables->n; i++)
		if (tables->v[i].n)
			write_table(p, i, fb_buf_str(&label), top, least, w);
	fb_buf_release(&label);
}
