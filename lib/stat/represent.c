/* represent.c - total variation and chi-square against the frame. */
#include <math.h>
#include <stdlib.h>

#include "stat/represent.h"
#include "stat/special.h"

struct sums {
	double size, drawn;
};

static struct sums
sum(const struct fb_category *c, size_t n)
{
	struct sums s = { 0, 0 };

	for (size_t i = 0; i < n; i++) {
		s.size += (double)c[i].size;
		s.drawn += c[i].drawn;
	}
	return s;
}

double
fb_total_variation(const struct fb_category *c, size_t n)
{
	struct sums s = sum(c, n);
	double tv = 0;

	if (!(s.size > 0) || !(s.drawn > 0))
		return NAN;
	for (size_t i = 0; i < n; i++)
		tv += fabs(c[i].drawn / s.drawn - (double)c[i].size / s.size);
	return tv / 2;
}

double
fb_luck_variation(const struct fb_category *c, size_t ncat, double n)
{
	static const double pi = 3.14159265358979323846;
	struct sums s = sum(c, ncat);
	double left = s.size > 1 ? fmax(s.size - n, 0) / (s.size - 1) : 0;
	double tv = 0;

	if (!(s.size > 0) || !(n > 0))
		return NAN;
	for (size_t i = 0; i < ncat; i++) {
		double p = (double)c[i].size / s.size;

		tv += sqrt(2 / pi * p * (1 - p) / n * left);
	}
	return tv / 2;
}

struct fb_chisq
fb_fit_chisq(const struct fb_category *c, size_t n)
{
	struct fb_chisq x = { 0, NAN, n ? n - 1 : 0 };
	struct sums s = sum(c, n);

	if (!x.df || !(s.drawn > 0) || s.drawn >= s.size) {
		x.value = NAN;
		return x;
	}
	for (size_t i = 0; i < n; i++) {
		double np = (double)c[i].size / s.size * s.drawn;
		double off = c[i].drawn - np;

		x.value += off * off / np;
	}
	x.value *= (s.size - 1) / (s.size - s.drawn);
	x.p = fb_chisq_upper(x.value, (double)x.df);
	return x;
}

static int
by_size(const void *a, const void *b)
{
	const struct fb_category *x = a, *y = b;

	if (x->size != y->size)
		return x->size < y->size ? -1 : 1;
	return fb_str_cmp(x->key, y->key);
}

size_t
fb_pool_small(struct fb_category *c, size_t n)
{
	struct sums s = sum(c, n);
	double least = 5 * s.size / s.drawn;
	size_t at = 0;

	if (!n)
		return 0;
	qsort(c, n, sizeof *c, by_size);
	while (at + 1 < n && ((double)c[at].size < least ||
	    (double)c[at + 1].size < least)) {
		c[at + 1].size += c[at].size;
		c[at + 1].drawn += c[at].drawn;
		c[++at].key = FB_LIT("");
	}
	memmove(c, c + at, (n - at) * sizeof *c);
	return n - at;
}
