/* counts.c - what changed between two periods: counts a day. */
#include <math.h>

#include "stat/change.h"
#include "stat/exact.h"
#include "stat/special.h"

static double
rate(struct fb_volume v)
{
	return (double)v.count / (double)v.days;
}

double
fb_dispersion(const struct fb_volume *v, size_t n)
{
	double count = 0, days = 0, x2 = 0;

	for (size_t i = 0; i < n; i++) {
		count += (double)v[i].count;
		days += (double)v[i].days;
	}
	if (n < 2 || !(count > 0) || !(days > 0))
		return 1;
	for (size_t i = 0; i < n; i++) {
		double mu = count / days * (double)v[i].days;
		double off = (double)v[i].count - mu;

		x2 += mu > 0 ? off * off / mu : 0;
	}
	return fmax(x2 / (double)(n - 1), 1);
}

/* One count's part of half the deviance. */
static double
deviance(double k, double mu)
{
	return k > 0 ? k * log(k / mu) : 0;
}

static double
quasi_z(struct fb_volume a, struct fb_volume b, double phi)
{
	double k1 = (double)a.count, k2 = (double)b.count, mu1, mu2, dev;

	if (a.count && b.count)
		return log(rate(b) / rate(a)) / sqrt(phi * (1 / k1 + 1 / k2));
	mu1 = (k1 + k2) * (double)a.days / ((double)a.days + (double)b.days);
	mu2 = k1 + k2 - mu1;
	dev = 2 * (deviance(k1, mu1) + deviance(k2, mu2));
	return copysign(sqrt(fmax(dev, 0) / phi), rate(b) - rate(a));
}

static double
exact_p(struct fb_volume a, struct fb_volume b)
{
	double share = (double)b.days / ((double)a.days + (double)b.days);

	return fb_binomial_p(b.count, a.count + b.count, share);
}

struct fb_change
fb_change_counts(struct fb_volume a, struct fb_volume b,
    const struct fb_volume *past, size_t npast)
{
	struct fb_change c = { NAN, NAN, NAN, 1, false, "none" };

	if (!a.days || !b.days)
		return c;
	c.diff = rate(b) - rate(a);
	if (npast >= FB_PAST_MIN) {
		c.method = "quasi_poisson";
		c.p = fb_normal_two(quasi_z(a, b, fb_dispersion(past, npast)));
	} else {
		c.method = "exact_poisson";
		c.p = exact_p(a, b);
	}
	return c;
}

/* Above this many on both sides ln(ratio) is as good as normal: its limits
 * differ from the exact ones by about 1e-5 of the ratio. */
static const uint64_t many = 100000;

static struct fb_interval
normal_ratio(struct fb_volume a, struct fb_volume b, double phi)
{
	double z = fb_normal_quantile(0.975), ratio, wide;

	if (!a.count || !b.count)
		return (struct fb_interval){ 0, INFINITY, false };
	ratio = rate(b) / rate(a);
	wide = exp(z * sqrt(phi * (1 / (double)a.count + 1 / (double)b.count)));
	return (struct fb_interval){ ratio / wide, ratio * wide, true };
}

/* The odds at the p-quantile of the beta distribution, from the side where the
 * quantile is small and has all its digits. */
static double
beta_odds(double p, double a, double b)
{
	double q = fb_beta_quantile(p, a, b);

	if (q < 0.5)
		return q / (1 - q);
	q = fb_beta_quantile(1 - p, b, a);
	return (1 - q) / q;
}

/* Limits of the odds that a record is of the later period. */
static struct fb_interval
exact_ratio(struct fb_volume a, struct fb_volume b)
{
	double k1 = (double)a.count, k2 = (double)b.count;
	double lo = 0, hi = INFINITY;
	double days = (double)a.days / (double)b.days;

	if (b.count)
		lo = beta_odds(0.025, k2, k1 + 1);
	if (a.count)
		hi = beta_odds(0.975, k2 + 1, k1);
	return (struct fb_interval){ lo * days, hi * days, true };
}

struct fb_interval
fb_rate_ratio95(struct fb_volume a, struct fb_volume b,
    const struct fb_volume *past, size_t npast)
{
	if (!a.days || !b.days || a.count + b.count == 0)
		return (struct fb_interval){ 0, INFINITY, false };
	if (npast >= FB_PAST_MIN)
		return normal_ratio(a, b, fb_dispersion(past, npast));
	if (a.count > many && b.count > many)
		return normal_ratio(a, b, 1);
	return exact_ratio(a, b);
}
