/* hear.c - pick the quotes of a cell. */
#include <math.h>
#include <stdlib.h>

#include "anecdote/hear.h"
#include "record/json.h"
#include "record/names.h"
#include "stat/alloc.h"
#include "stat/interval.h"

void
fb_hearing_init(struct fb_hearing *h, struct fb_reader *in, size_t k)
{
	*h = (struct fb_hearing){ .in = in, .k = k };
	h->df = fb_zalloc(FB_BUCKETS, sizeof *h->df);
}

static void
release_group(struct fb_heard *g)
{
	for (size_t i = 0; i < g->n; i++)
		fb_grams_release(&g->grams[i]);
	free(g->grams);
	free(g->owner);
	free(g->weight);
	free(g->near);
	free(g->pick);
	free(g->gain);
	free(g->speaks);
	*g = (struct fb_heard){0};
}

static void
clear(struct fb_hearing *h)
{
	for (size_t i = 0; i < h->ngroups; i++)
		release_group(&h->group[i]);
	memset(h->df, 0, FB_BUCKETS * sizeof *h->df);
	h->ndocs = h->ngroups = h->npicks = 0;
	h->size = 0;
}

static uint64_t
hash(fb_str s)
{
	struct fb_digest d = {0};

	fb_digest_add(&d, s, FB_LIT(""));
	return (uint64_t)d.sum;
}

static void
read_text(struct fb_heard *g, size_t i, const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	fb_str id, customer;

	fb_grams_find(&g->grams[i],
	    fb_json_text(fb_rec_get(r, FB_TEXT), &scratch));
	id = fb_json_text(fb_rec_get(r, FB_ID), &scratch);
	g->owner[i] = hash(id);
	fb_digest_add(&g->ids, id, FB_LIT(""));
	customer = fb_json_text(fb_rec_get(r, FB_CUSTOMER), &scratch);
	if (customer.n)
		g->owner[i] = hash(customer);
	g->weight[i] = 1 + fb_pool_copies(g->pool, &g->pool->v[i]);
	g->total += g->weight[i];
	fb_buf_release(&scratch);
}

static void
read_group(struct fb_hearing *h, struct fb_heard *g)
{
	struct fb_rec r = {0};
	struct fb_buf line = {0};

	g->n = g->pool->n;
	g->grams = fb_zalloc(g->n, sizeof *g->grams);
	g->owner = fb_zalloc(g->n, sizeof *g->owner);
	g->weight = fb_zalloc(g->n, sizeof *g->weight);
	g->near = fb_zalloc(g->n, sizeof *g->near);
	for (size_t i = 0; i < g->n; i++) {
		fb_reader_fetch(h->in, g->pool->v[i].ref, &line);
		if (fb_scan(&r, fb_buf_str(&line)))
			fb_die(FB_FAIL, "the input changed while it was read");
		read_text(g, i, &r);
		fb_grams_count(&g->grams[i], h->df);
	}
	h->ndocs += g->n;
	fb_rec_release(&r);
	fb_buf_release(&line);
}

static void
share_out(struct fb_hearing *h)
{
	struct fb_stratum strata[FB_GROUPS] = {0};
	uint64_t slots[FB_GROUPS] = {0};

	for (size_t i = 0; i < h->ngroups; i++)
		strata[i] = (struct fb_stratum){ .size = h->group[i].size,
		    .key = fb_cstr(h->group[i].name) };
	fb_alloc_proportional(strata, h->ngroups, h->k, 0, slots);
	for (size_t i = 0; i < h->ngroups; i++)
		h->group[i].slots = slots[i];
}

/* Who has a gram: a list for each bucket through all entries. */
struct posting {
	double weight;
	uint32_t text, next; /* next: place + 1, 0 ends */
};

/* The cosines of text i with those before it. */
static void
meet(const struct fb_heard *g, size_t i, uint32_t *heads, struct posting *all,
    uint32_t *nall, double *sum)
{
	const struct fb_grams *own = &g->grams[i];

	for (size_t k = 0; k < own->n; k++) {
		uint32_t *head = &heads[own->v[k].bucket];
		double w = own->v[k].weight;

		for (uint32_t at = *head; at; at = all[at - 1].next)
			sum[all[at - 1].text] += w * all[at - 1].weight;
		all[*nall] = (struct posting){ w, (uint32_t)i, *head };
		*head = ++*nall;
	}
}

static uint16_t *
similarities(const struct fb_heard *g)
{
	uint16_t *sim = fb_zalloc(g->n * g->n, sizeof *sim);
	uint32_t *heads = fb_zalloc(FB_BUCKETS, sizeof *heads), nall = 0;
	double *sum = fb_zalloc(g->n, sizeof *sum);
	struct posting *all;
	size_t ngrams = 0;

	for (size_t i = 0; i < g->n; i++)
		ngrams += g->grams[i].n;
	all = fb_zalloc(ngrams, sizeof *all);
	for (size_t i = 0; i < g->n; i++) {
		memset(sum, 0, i * sizeof *sum);
		meet(g, i, heads, all, &nall, sum);
		sim[i * g->n + i] = FB_COSINE_ONE;
		for (size_t j = 0; j < i; j++)
			sim[i * g->n + j] = sim[j * g->n + i] =
			    (uint16_t)fb_cosine_round(sum[j]);
	}
	free(all);
	free(heads);
	free(sum);
	return sim;
}

/* Who may not be picked because of what the groups before have picked. */
static void
block(const struct fb_hearing *h, const struct fb_heard *g, bool *blocked)
{
	for (const struct fb_heard *past = h->group; past < g; past++) {
		for (size_t p = 0; p < past->npicks; p++) {
			size_t j = past->pick[p];

			for (size_t i = 0; i < g->n; i++)
				if (g->owner[i] == past->owner[j] ||
				    fb_grams_cosine(&g->grams[i],
				    &past->grams[j]) >= FB_TOO_ALIKE)
					blocked[i] = true;
		}
	}
}

static void
count_spoken(struct fb_heard *g)
{
	for (size_t i = 0; i < g->n; i++) {
		if (g->near[i] == FB_NOBODY)
			continue;
		g->speaks[g->near[i]] += g->weight[i];
		g->covered += g->weight[i];
	}
}

static void
pick(struct fb_hearing *h, struct fb_heard *g)
{
	size_t most = g->slots < g->n ? (size_t)g->slots : g->n;
	bool *blocked = fb_zalloc(g->n, sizeof *blocked);
	uint16_t *sim = similarities(g);
	struct fb_field_of_texts f = { sim, g->n };

	g->pick = fb_zalloc(most + 1, sizeof *g->pick);
	g->gain = fb_zalloc(most + 1, sizeof *g->gain);
	g->speaks = fb_zalloc(most + 1, sizeof *g->speaks);
	block(h, g, blocked);
	g->npicks = fb_facility_pick(f, most, g->owner, blocked, g->pick,
	    g->gain);
	g->theta = fb_facility_theta(f);
	fb_facility_near(f, g->pick, g->npicks, g->theta, g->near);
	count_spoken(g);
	h->npicks += g->npicks;
	free(blocked);
	free(sim);
}

void
fb_hear(struct fb_hearing *h, struct fb_voices *v)
{
	clear(h);
	h->ngroups = v->ngroups;
	for (size_t i = 0; i < h->ngroups; i++) {
		struct fb_heard *g = &h->group[i];

		fb_pool_sort(&v->pool[i]);
		g->name = v->names[i];
		g->pool = &v->pool[i];
		g->size = v->has_stated ? v->stated[i] : v->counted[i];
		h->size += g->size;
		read_group(h, g);
	}
	share_out(h);
	for (size_t i = 0; i < h->ngroups; i++)
		for (size_t t = 0; t < h->group[i].n; t++)
			fb_grams_weigh(&h->group[i].grams[t], h->df, h->ndocs);
	for (size_t i = 0; i < h->ngroups; i++)
		pick(h, &h->group[i]);
}

struct fb_speaks
fb_heard_speaks(const struct fb_hearing *h, const struct fb_heard *g, size_t p)
{
	double part = h->size ? (double)g->size / (double)h->size : 0;
	double of = (double)g->speaks[p] / (double)g->total;
	struct fb_interval w = fb_wilson95((double)g->speaks[p],
	    (double)g->total);
	fb_u128 twice = (fb_u128)2 * g->size * g->speaks[p] + g->total;

	return (struct fb_speaks){ .est = (uint64_t)(twice / (2 * g->total)),
	    .share = part * of, .lo = part * w.lo, .hi = part * w.hi };
}

double
fb_hearing_uncovered(const struct fb_hearing *h)
{
	double covered = 0;

	if (!h->size)
		return NAN;
	for (size_t i = 0; i < h->ngroups; i++) {
		const struct fb_heard *g = &h->group[i];

		if (g->total)
			covered += (double)g->size / (double)h->size *
			    (double)g->covered / (double)g->total;
	}
	return covered < 1 ? 1 - covered : 0;
}

double
fb_hearing_mix_tv(const struct fb_hearing *h)
{
	double sum = 0;

	if (!h->npicks || !h->size)
		return NAN;
	for (size_t i = 0; i < h->ngroups; i++)
		sum += fabs((double)h->group[i].npicks / (double)h->npicks -
		    (double)h->group[i].size / (double)h->size);
	return sum / 2;
}

void
fb_hearing_release(struct fb_hearing *h)
{
	clear(h);
	free(h->df);
	*h = (struct fb_hearing){0};
}
