/* adjust.c - the Benjamini-Hochberg adjustment. */
#include <math.h>
#include <stdlib.h>

#include "base/str.h"
#include "stat/adjust.h"

struct test {
	double p;
	size_t at;
};

static int
by_p(const void *a, const void *b)
{
	const struct test *x = a, *y = b;

	if (x->p != y->p)
		return x->p < y->p ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

void
fb_bh(const double *p, double *q, size_t m)
{
	struct test *t = fb_zalloc(m + 1, sizeof *t);
	double least = 1;
	size_t n = 0;

	for (size_t i = 0; i < m; i++)
		if (isnan(p[i]))
			q[i] = NAN;
		else
			t[n++] = (struct test){ p[i], i };
	qsort(t, n, sizeof *t, by_p);
	for (size_t i = n; i-- > 0;) {
		least = fmin(least, t[i].p * (double)n / (double)(i + 1));
		q[t[i].at] = least;
	}
	free(t);
}
