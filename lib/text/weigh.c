/* weigh.c - what grams weigh, and cosines. */
#include <stdbool.h>

#include "text/features.h"

double
fb_ln(double x)
{
	static const double ln2 = 0.69314718055994530942;
	double e = 0, s, power, sum = 0;

	for (; x > 1.5; x /= 2)
		e++;
	for (; x < 0.75; x *= 2)
		e--;
	s = (x - 1) / (x + 1);
	power = s;
	for (int k = 1; k < 24; k += 2) {
		sum += power / k;
		power *= s * s;
	}
	return e * ln2 + 2 * sum;
}

double
fb_root(double x)
{
	double r = x > 1 ? x : 1, next;

	if (!(x > 0))
		return 0;
	/* Newton from above falls until rounding stops it. */
	while ((next = (r + x / r) / 2) < r)
		r = next;
	return r;
}

enum { KNOWN_DF = 4096 };

/* The root of ln((1 + ndocs) / (1 + df)), worked out once for each df of a
 * pool. */
static double
rarity(size_t ndocs, uint32_t df)
{
	static double known[KNOWN_DF];
	static bool is_known[KNOWN_DF];
	static size_t of;

	if (ndocs != of) {
		memset(is_known, 0, sizeof is_known);
		of = ndocs;
	}
	if (df < KNOWN_DF && is_known[df])
		return known[df];
	if (df >= KNOWN_DF)
		return fb_root(fb_ln((1.0 + (double)ndocs) / (1.0 + df)));
	is_known[df] = true;
	return known[df] = fb_root(fb_ln((1.0 + (double)ndocs) / (1.0 + df)));
}

/* 1 + ln tf, worked out once for each small tf. */
static double
emphasis(uint32_t tf)
{
	static double known[64];

	if (tf >= sizeof known / sizeof *known)
		return 1 + fb_ln(tf);
	if (!(known[tf] > 0))
		known[tf] = 1 + fb_ln(tf);
	return known[tf];
}

uint32_t
fb_grams_shared(size_t ndocs)
{
	return ndocs < 32 ? 0 : ndocs < 256 ? 2 : 3;
}

void
fb_grams_weigh(struct fb_grams *g, const uint32_t *df, size_t ndocs)
{
	uint32_t least = fb_grams_shared(ndocs);
	double sum = 0, length;

	for (size_t i = 0; i < g->n; i++) {
		uint32_t tf = g->v[i].tf, of = df[g->v[i].bucket];
		double idf = of < least ? 0 : rarity(ndocs, of);

		g->v[i].weight = tf == 1 ? idf : emphasis(tf) * idf;
		sum += g->v[i].weight * g->v[i].weight;
	}
	length = fb_root(sum);
	for (size_t i = 0; i < g->n && length > 0; i++)
		g->v[i].weight /= length;
}

uint32_t
fb_cosine_round(double c)
{
	uint32_t r = c > 0 ? (uint32_t)(c * FB_COSINE_ONE + 0.5) : 0;

	return r > FB_COSINE_ONE ? FB_COSINE_ONE : r;
}

uint32_t
fb_grams_cosine(const struct fb_grams *a, const struct fb_grams *b)
{
	double sum = 0;
	size_t j = 0;

	for (size_t i = 0; i < a->n; i++) {
		while (j < b->n && b->v[j].bucket < a->v[i].bucket)
			j++;
		if (j < b->n && b->v[j].bucket == a->v[i].bucket)
			sum += a->v[i].weight * b->v[j].weight;
	}
	return fb_cosine_round(sum);
}
