/* exact.c - exact two-sided p values for small counts. */
#include <math.h>

#include "stat/exact.h"

/* A distribution over lo..hi with one peak at mode. The probability of k + 1
 * over that of k is up * (a - k) (b - k) / ((k + 1) (c + k + 1)); without the
 * second factors (flat) it is the binomial, with them the hypergeometric. */
struct peak {
	double lo, hi, mode;
	double up, a, b, c;
	int flat;
};

static double
ratio(const struct peak *d, double k)
{
	double r = d->up * (d->a - k) / (k + 1);

	return d->flat ? r : r * (d->b - k) / (d->c + k + 1);
}

/* Sum the weights (1 at the mode) that are not above limit; *at is the weight
 * of the outcome x. Stops where the weights underflow. */
static double
sum_below(const struct peak *d, double limit, double x, double *at)
{
	double sum = 0, w = 1;

	*at = 0;
	for (double k = d->mode; k <= d->hi && w > 0; k++) {
		sum += w <= limit ? w : 0;
		*at = k == x ? w : *at;
		w *= ratio(d, k);
	}
	w = 1;
	for (double k = d->mode - 1; k >= d->lo && w > 0; k--) {
		w /= ratio(d, k);
		sum += w <= limit ? w : 0;
		*at = k == x ? w : *at;
	}
	return sum;
}

static double
two_sided(const struct peak *d, double x)
{
	double at, again, all = sum_below(d, INFINITY, x, &at);

	return fmin(sum_below(d, at * (1 + 1e-7), x, &again) / all, 1);
}

double
fb_fisher_p(uint64_t x1, uint64_t n1, uint64_t x2, uint64_t n2)
{
	double m = (double)n1, n = (double)n2, k = (double)x1 + (double)x2;
	struct peak d = {
		.lo = fmax(0, k - n), .hi = fmin(k, m),
		.mode = floor((k + 1) * (m + 1) / (m + n + 2)),
		.up = 1, .a = m, .b = k, .c = n - k,
	};

	d.mode = fmin(fmax(d.mode, d.lo), d.hi);
	return two_sided(&d, (double)x1);
}

double
fb_binomial_p(uint64_t x, uint64_t n, double prob)
{
	struct peak d = {
		.lo = 0, .hi = (double)n, .flat = 1,
		.mode = fmin(floor(((double)n + 1) * prob), (double)n),
		.up = prob / (1 - prob), .a = (double)n,
	};

	return two_sided(&d, (double)x);
}
