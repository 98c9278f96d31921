/* change.c - what changed between two periods: shares, NPS, means. */
#include <math.h>

#include "stat/change.h"
#include "stat/exact.h"
#include "stat/special.h"

static struct fb_change
nothing(double diff)
{
	return (struct fb_change){
		.diff = diff, .lo = NAN, .hi = NAN, .p = 1, .method = "none",
	};
}

/* Square-and-add: the interval of e2 - e1 from the intervals of e1 and e2. */
static void
mover(struct fb_change *c, double e1, struct fb_interval i1, double e2,
    struct fb_interval i2)
{
	c->lo = c->diff - hypot(e2 - i2.lo, i1.hi - e1);
	c->hi = c->diff + hypot(i2.hi - e2, e1 - i1.lo);
	c->has_interval = true;
}

/* The smallest of the four counts expected when both shares are equal. */
static double
least_expected(double x, double n, double n1, double n2)
{
	return fmin(x, n - x) * fmin(n1, n2) / n;
}

struct fb_change
fb_change_shares(uint64_t x1, uint64_t n1, uint64_t x2, uint64_t n2)
{
	double a = (double)n1, b = (double)n2, x = (double)x1 + (double)x2;
	double p1 = (double)x1 / a, p2 = (double)x2 / b, var;
	struct fb_change c = nothing(NAN);

	if (!n1 || !n2)
		return c;
	c.diff = p2 - p1;
	mover(&c, p1, fb_wilson95((double)x1, a),
	    p2, fb_wilson95((double)x2, b));
	c.method = "pooled_z";
	var = x / (a + b) * ((a + b - x) / (a + b)) * (1 / a + 1 / b);
	if (!(var > 0))
		return c;
	c.p = fb_normal_two(c.diff / sqrt(var));
	if (least_expected(x, a + b, a, b) < 5) {
		c.method = "fisher";
		c.p = fb_fisher_p(x1, n1, x2, n2);
	}
	return c;
}

/* Estimate and variance with 3/4, 3/2 and 3/4 answers added. */
static double
adjusted(const struct fb_nps *s, double *var)
{
	double d = (double)s->det + 0.75, p = (double)s->pro + 0.75;
	double n = (double)s->pas + 1.5 + d + p, e = (p - d) / n;

	*var = ((d + p) / n - e * e) / n;
	return e;
}

static double
nps(const struct fb_nps *s)
{
	double d = (double)s->det, p = (double)s->pro;

	return (p - d) / (d + p + (double)s->pas);
}

static struct fb_interval
nps_limits(const struct fb_nps *s)
{
	return fb_nps_score95((double)s->det, (double)s->pas, (double)s->pro);
}

struct fb_change
fb_change_nps(const struct fb_nps *a, const struct fb_nps *b)
{
	struct fb_interval la = nps_limits(a), lb = nps_limits(b);
	struct fb_change c = nothing(NAN);
	double va, vb, d;

	if (!la.ok || !lb.ok)
		return c;
	c.diff = nps(b) - nps(a);
	mover(&c, nps(a), la, nps(b), lb);
	c.method = "adjusted_wald";
	d = adjusted(b, &vb) - adjusted(a, &va);
	c.p = fb_normal_two(d / sqrt(va + vb));
	return c;
}

/* The squared standard error of a mean. */
static double
error2(const struct fb_sums *s)
{
	double n = (double)s->n;

	return fb_sums_ss(s) / (n - 1) / n;
}

struct fb_change
fb_change_means(const struct fb_sums *a, const struct fb_sums *b)
{
	struct fb_change c = nothing(fb_sums_mean(b) - fb_sums_mean(a));
	double va, vb, v, df, half;

	if (a->n < 2 || b->n < 2)
		return c;
	c.method = "welch";
	va = error2(a);
	vb = error2(b);
	v = va + vb;
	if (!(v > 0))
		return c;
	df = v * v / (va * va / (double)(a->n - 1) +
	    vb * vb / (double)(b->n - 1));
	c.p = fb_t_two(c.diff / sqrt(v), df);
	half = fb_t_quantile(0.975, df) * sqrt(v);
	c.lo = c.diff - half;
	c.hi = c.diff + half;
	c.has_interval = true;
	return c;
}
