/* trend.c - trends, breaks and limits of shares. */
#include <math.h>

#include "stat/special.h"
#include "stat/trend.h"

struct sums {
	double x, n, s1, s2; /* s: of n by score */
};

static struct sums
sum(const struct fb_part_of *v, size_t periods)
{
	struct sums s = {0};

	for (size_t i = 0; i < periods; i++) {
		double n = (double)v[i].n, score = (double)i + 1;

		s.x += (double)v[i].x;
		s.n += n;
		s.s1 += n * score;
		s.s2 += n * score * score;
	}
	return s;
}

/* rest is what the variance of one count is multiplied by: 1 - p, or 1. */
static struct fb_trend
trend(const struct fb_part_of *v, size_t periods, struct sums s, double rest)
{
	struct fb_trend t = { NAN, NAN, NAN, NAN };
	double p = s.x / s.n, slope = 0, x2 = 0, spread;

	spread = p * rest * (s.s2 - s.s1 * s.s1 / s.n);
	if (!(spread > 0))
		return t;
	for (size_t i = 0; i < periods; i++) {
		double mu = p * (double)v[i].n, off = (double)v[i].x - mu;

		slope += off * ((double)i + 1);
		x2 += mu > 0 ? off * off / (mu * rest) : 0;
	}
	t.z = slope / sqrt(spread);
	if (periods < FB_TREND_MIN)
		return t;
	t.phi = fmax(1, (x2 - t.z * t.z) / (double)(periods - 2));
	t.t = t.z / sqrt(t.phi);
	t.p = fb_t_two(t.t, (double)periods - 2) / 2;
	if (t.t > 0)
		t.p = 1 - t.p;
	return t;
}

struct fb_trend
fb_trend_shares(const struct fb_part_of *v, size_t periods)
{
	struct sums s = sum(v, periods);

	return trend(v, periods, s, 1 - s.x / s.n);
}

struct fb_trend
fb_trend_counts(const struct fb_part_of *v, size_t periods)
{
	return trend(v, periods, sum(v, periods), 1);
}

/* The log likelihood of x of n at their own share. */
static double
likelihood(double x, double n)
{
	return (x > 0 ? x * log(x / n) : 0) +
	    (x < n ? (n - x) * log((n - x) / n) : 0);
}

size_t
fb_break(const struct fb_part_of *v, size_t periods, double *gain)
{
	struct sums all = sum(v, periods);
	double x = 0, n = 0, whole = likelihood(all.x, all.n);
	size_t best = 0;

	*gain = 0;
	for (size_t i = 1; i < periods; i++) {
		double more;

		x += (double)v[i - 1].x;
		n += (double)v[i - 1].n;
		if (!(n > 0) || !(all.n > n))
			continue;
		more = likelihood(x, n) + likelihood(all.x - x, all.n - n) -
		    whole;
		if (more > *gain) {
			*gain = more;
			best = i;
		}
	}
	return best;
}

static double
sigma(double p, double n)
{
	return sqrt(p * (1 - p) / n);
}

struct fb_laney
fb_laney(const struct fb_part_of *v, size_t periods)
{
	struct sums s = sum(v, periods);
	struct fb_laney l = { s.x / s.n, 0 };
	double before = NAN, ranges = 0;
	size_t steps = 0;

	for (size_t i = 0; i < periods; i++) {
		double n = (double)v[i].n, z;

		if (!v[i].n)
			continue;
		z = ((double)v[i].x / n - l.mean) / sigma(l.mean, n);
		if (!isnan(before) && ++steps)
			ranges += fabs(z - before);
		before = z;
	}
	l.sigma_z = steps ? ranges / (double)steps / 1.128 : NAN;
	return l;
}

double
fb_laney_limit(const struct fb_laney *l, double n, double sigmas)
{
	double at = l->mean + sigmas * l->sigma_z * sigma(l->mean, n);

	if (isnan(at))
		return sigmas < 0 ? 0 : 1;
	return fmin(fmax(at, 0), 1);
}
