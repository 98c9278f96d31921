/* trend.c - trends of shares and of numbers. */
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
