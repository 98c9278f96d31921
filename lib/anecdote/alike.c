/* alike.c - cosines by going through who else has a gram. */
#include <stdlib.h>

#include "anecdote/alike.h"

/* A gram of a text. */
struct posting {
	double weight;
	uint32_t text;
};

/* Who has a gram: its postings by text, from at[bucket] on; those of the texts
 * that came already end before end[bucket]. */
struct index {
	struct posting *all;
	uint32_t *at, *end;
};

static void
count(struct index *x, const struct fb_grams *g, size_t n)
{
	uint32_t from = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < g[i].n; k++)
			x->end[g[i].v[k].bucket] += g[i].v[k].weight > 0;
	for (size_t b = 0; b < FB_BUCKETS; b++) {
		x->at[b] = from;
		from += x->end[b];
		x->end[b] = x->at[b];
	}
	x->all = fb_zalloc(from + 1, sizeof *x->all);
}

/* The cosines of text i with those before it. */
static void
meet(struct index *x, const struct fb_grams *own, size_t i, double *sum)
{
	for (size_t k = 0; k < own->n; k++) {
		uint32_t bucket = own->v[k].bucket;
		double w = own->v[k].weight;
		uint32_t end = x->end[bucket];

		if (!(w > 0))
			continue;
		for (uint32_t at = x->at[bucket]; at < end; at++)
			sum[x->all[at].text] += w * x->all[at].weight;
		x->all[end] = (struct posting){ w, (uint32_t)i };
		x->end[bucket] = end + 1;
	}
}

uint16_t *
fb_alike(const struct fb_grams *g, size_t n)
{
	uint16_t *sim = fb_zalloc(n * n, sizeof *sim);
	double *sum = fb_zalloc(n, sizeof *sum);
	struct index x = { .at = fb_zalloc(FB_BUCKETS, sizeof *x.at),
	    .end = fb_zalloc(FB_BUCKETS, sizeof *x.end) };

	count(&x, g, n);
	for (size_t i = 0; i < n; i++) {
		memset(sum, 0, i * sizeof *sum);
		meet(&x, &g[i], i, sum);
		sim[i * n + i] = FB_COSINE_ONE;
		for (size_t j = 0; j < i; j++)
			sim[i * n + j] = sim[j * n + i] =
			    (uint16_t)fb_cosine_round(sum[j]);
	}
	free(x.all);
	free(x.at);
	free(x.end);
	free(sum);
	return sim;
}
