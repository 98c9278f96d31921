/* sums.c - mean and spread from integer sums, without rounding on the way. */
#include <math.h>

#include "stat/sums.h"

/* The whole number nearest sum / n. */
static fb_i128
middle(const struct fb_sums *s)
{
	fb_i128 n = (fb_i128)s->n, half = n / 2;

	return (s->sum < 0 ? s->sum - half : s->sum + half) / n;
}

/* The sums of x - m. m * sum is about sum^2 / n, which is at most sq, so
 * nothing here is wider than sq itself. */
static void
move(const struct fb_sums *s, fb_i128 m, fb_i128 *sum, fb_i128 *sq)
{
	*sum = s->sum - (fb_i128)s->n * m;
	*sq = s->sq - m * (s->sum + *sum);
}

double
fb_sums_mean(const struct fb_sums *s)
{
	fb_i128 m, sum, sq;

	if (!s->n)
		return NAN;
	m = middle(s);
	move(s, m, &sum, &sq);
	return (double)m + (double)sum / (double)s->n;
}

double
fb_sums_ss(const struct fb_sums *s)
{
	fb_i128 sum, sq;
	double d;

	if (s->n < 2)
		return 0;
	move(s, middle(s), &sum, &sq);
	d = (double)sum;
	return (double)sq - d * d / (double)s->n;
}

/* The largest r with r * r <= v, bit by bit. */
static uint64_t
root(fb_u128 v)
{
	fb_u128 r = 0;

	for (int bit = 63; bit >= 0; bit--) {
		fb_u128 try = r | (fb_u128)1 << bit;

		if (try * try <= v)
			r = try;
	}
	return (uint64_t)r;
}

uint64_t
fb_sums_spread(const struct fb_sums *s)
{
	fb_i128 n = (fb_i128)s->n, sum, sq, off;

	if (n < 2)
		return 0;
	move(s, middle(s), &sum, &sq);
	/* |sum| <= n / 2, so the square fits; rounded up to round down. */
	off = (sum * sum + n - 1) / n;
	return sq > off ? root((fb_u128)((sq - off) / (n - 1))) : 0;
}
