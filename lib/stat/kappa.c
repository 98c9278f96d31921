/* kappa.c - Cohen's kappa, plain and weighted. */
#include <math.h>

#include "stat/kappa.h"

static double
weight(size_t i, size_t j, enum fb_kappa_weights w)
{
	double d = i > j ? (double)(i - j) : (double)(j - i);

	return w == FB_KAPPA_LINEAR ? d : w == FB_KAPPA_QUADRATIC ? d * d :
	    d > 0;
}

static double
row(const uint64_t *table, size_t k, size_t i)
{
	double sum = 0;

	for (size_t j = 0; j < k; j++)
		sum += (double)table[i * k + j];
	return sum;
}

static double
column(const uint64_t *table, size_t k, size_t j)
{
	double sum = 0;

	for (size_t i = 0; i < k; i++)
		sum += (double)table[i * k + j];
	return sum;
}

double
fb_kappa(const uint64_t *table, size_t k, enum fb_kappa_weights w)
{
	double seen = 0, chance = 0, n = 0;

	for (size_t i = 0; i < k; i++)
		n += row(table, k, i);
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			seen += weight(i, j, w) * (double)table[i * k + j];
			chance += weight(i, j, w) * row(table, k, i) *
			    column(table, k, j) / n;
		}
	return chance > 0 ? 1 - seen / chance : NAN;
}
