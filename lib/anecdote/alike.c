/* alike.c - cosines by going through who else has a gram. */
#include <stdlib.h>

#include "anecdote/alike.h"

/* Who has a gram: a list for each bucket through all entries. */
struct posting {
	double weight;
	uint32_t text, next; /* next: place + 1, 0 ends */
};

/* The cosines of text i with those before it. */
static void
meet(const struct fb_grams *own, size_t i, uint32_t *heads,
    struct posting *all, uint32_t *nall, double *sum)
{
	for (size_t k = 0; k < own->n; k++) {
		uint32_t *head = &heads[own->v[k].bucket];
		double w = own->v[k].weight;

		for (uint32_t at = *head; at; at = all[at - 1].next)
			sum[all[at - 1].text] += w * all[at - 1].weight;
		all[*nall] = (struct posting){ w, (uint32_t)i, *head };
		*head = ++*nall;
	}
}

uint16_t *
fb_alike(const struct fb_grams *g, size_t n)
{
	uint16_t *sim = fb_zalloc(n * n, sizeof *sim);
	uint32_t *heads = fb_zalloc(FB_BUCKETS, sizeof *heads), nall = 0;
	double *sum = fb_zalloc(n, sizeof *sum);
	struct posting *all;
	size_t ngrams = 0;

	for (size_t i = 0; i < n; i++)
		ngrams += g[i].n;
	all = fb_zalloc(ngrams, sizeof *all);
	for (size_t i = 0; i < n; i++) {
		memset(sum, 0, i * sizeof *sum);
		meet(&g[i], i, heads, all, &nall, sum);
		sim[i * n + i] = FB_COSINE_ONE;
		for (size_t j = 0; j < i; j++)
			sim[i * n + j] = sim[j * n + i] =
			    (uint16_t)fb_cosine_round(sum[j]);
	}
	free(all);
	free(heads);
	free(sum);
	return sim;
}
