/* exact.c - exact p values for small counts. */
#include <math.h>
#include <stdbool.h>

#include "stat/exact.h"

/* A distribution over lo..hi with one peak at mode. The probability of k + 1
 * over that of k is up * (a - k) (b - k) / ((k + 1) (c + k + 1)); without the
 * second factors (flat) it is the binomial, with them the hypergeometric. */
struct peak {
	double lo, hi, mode;
	double up, a, b, c;
	bool flat;
};

static double
ratio(const struct peak *d, double k)
{
	double r = d->up * (d->a - k) / (k + 1);

	return d->flat ? r : r * (d->b - k) / (d->c + k + 1);
}

/* Weights are 1 at the mode. From here on they are too small for a double. */
static const double least = 1e-300;

/* The weight of x, 0 when it is too small. */
static double
weight(const struct peak *d, double x)
{
	double w = 1;

	for (double k = d->mode; k < x && w > least; k++)
		w *= ratio(d, k);
	for (double k = d->mode; k > x && w > least; k--)
		w /= ratio(d, k - 1);
	return w > least ? w : 0;
}

/* Sums of weights: of all, and of those not above limit. */
struct tails {
	double all, below;
};

static void
add(struct tails *t, double w, double limit)
{
	t->all += w;
	if (w <= limit)
		t->below += w;
}

/* Each way from the mode until the rest is nothing beside the limit. */
static struct tails
walk(const struct peak *d, double limit)
{
	struct tails t = {0};
	double w = 1, stop = fmax(limit * 1e-20, least);

	for (double k = d->mode; k <= d->hi && w > stop; k++) {
		add(&t, w, limit);
		w *= ratio(d, k);
	}
	w = 1;
	for (double k = d->mode - 1; k >= d->lo && w > stop; k--) {
		w /= ratio(d, k);
		add(&t, w, limit);
	}
	return t;
}

static double
two_sided(const struct peak *d, double x)
{
	struct tails t = walk(d, weight(d, x) * (1 + 1e-7));

	return t.below / t.all;
}

/* Of m drawn and n left, k are marked: how many of the drawn ones? */
static struct peak
hypergeometric(double m, double n, double k)
{
	struct peak d = {
		.lo = fmax(0, k - n), .hi = fmin(k, m),
		.mode = floor((k + 1) * (m + 1) / (m + n + 2)),
		.up = 1, .a = m, .b = k, .c = n - k,
	};

	d.mode = fmin(fmax(d.mode, d.lo), d.hi);
	return d;
}

double
fb_fisher_p(uint64_t x1, uint64_t n1, uint64_t x2, uint64_t n2)
{
	struct peak d = hypergeometric((double)n1, (double)n2,
	    (double)x1 + (double)x2);

	return two_sided(&d, (double)x1);
}

double
fb_hypergeometric_le(uint64_t x, uint64_t n, uint64_t marked, uint64_t all)
{
	struct peak d = hypergeometric((double)n, (double)all - (double)n,
	    (double)marked);
	double sum = 0, below = 0, w = 1;

	if (n > all || marked > all)
		return 1;
	for (double k = d.mode; k <= d.hi && w > least; k++) {
		sum += w;
		below += k <= (double)x ? w : 0;
		w *= ratio(&d, k);
	}
	w = 1;
	for (double k = d.mode - 1; k >= d.lo && w > least; k--) {
		w /= ratio(&d, k);
		sum += w;
		below += k <= (double)x ? w : 0;
	}
	return below / sum;
}

double
fb_binomial_p(uint64_t x, uint64_t n, double prob)
{
	struct peak d = {
		.lo = 0, .hi = (double)n, .flat = true,
		.mode = fmin(floor(((double)n + 1) * prob), (double)n),
		.up = prob / (1 - prob), .a = (double)n,
	};

	return two_sided(&d, (double)x);
}
