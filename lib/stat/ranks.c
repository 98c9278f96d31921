/* ranks.c - what changed between two periods: medians and rank sums. */
#include <math.h>

#include "base/num.h"
#include "stat/change.h"
#include "stat/special.h"

/* Whole sums over the bins: exact, so that no order of adding matters. */
struct whole {
	uint64_t n1, n2;
	fb_u128 u; /* twice U of period 1 */
	double ties; /* sum of t^3 - t over groups of t equal values */
};

static struct whole
whole(const struct fb_bin *b, size_t n)
{
	struct whole w = {0};

	for (size_t i = 0; i < n; i++) {
		double t = (double)b[i].n1 + (double)b[i].n2;

		w.u += (fb_u128)b[i].n1 * (2 * (fb_u128)w.n2 + b[i].n2);
		w.n1 += b[i].n1;
		w.n2 += b[i].n2;
		w.ties += t * (t - 1) * (t + 1);
	}
	return w;
}

struct fb_ranks
fb_rank_sum(const struct fb_bin *b, size_t nbins)
{
	struct whole w = whole(b, nbins);
	double n1 = (double)w.n1, n2 = (double)w.n2, n = n1 + n2, var;
	fb_i128 off = (fb_i128)w.u - (fb_i128)((fb_u128)w.n1 * w.n2);
	struct fb_ranks r = { (double)w.u / 2, NAN, 0, 1 };

	if (!w.n1 || !w.n2)
		return r;
	r.cles = r.u1 / (n1 * n2);
	var = n1 * n2 / 12 * (n + 1 - w.ties / (n * (n - 1)));
	if (!off || !(var > 0))
		return r;
	r.z = (double)off / 2 / sqrt(var);
	r.p = fb_normal_two(r.z);
	return r;
}

static uint64_t
count(const struct fb_bin *b, bool later)
{
	return later ? b->n2 : b->n1;
}

/* The value of the rank-th smallest, counted from 1. */
static double
nth(const struct fb_bin *b, bool later, uint64_t rank)
{
	while (rank > count(b, later))
		rank -= count(b++, later);
	return (double)b->value;
}

static double
median(const struct fb_bin *b, bool later, uint64_t n)
{
	double low = nth(b, later, (n - 1) / 2 + 1);

	return low + (nth(b, later, n / 2 + 1) - low) / 2;
}

struct fb_change
fb_change_medians(const struct fb_bin *b, size_t n)
{
	struct fb_change c = { NAN, NAN, NAN, 1, false, "none" };
	struct whole w = whole(b, n);

	if (!w.n1 || !w.n2)
		return c;
	c.diff = median(b, true, w.n2) - median(b, false, w.n1);
	c.p = fb_rank_sum(b, n).p;
	c.method = "rank_sum";
	return c;
}
