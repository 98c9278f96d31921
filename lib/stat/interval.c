/* interval.c - 95% intervals of shares, NPS, means and medians. */
#include <math.h>

#include "stat/interval.h"
#include "stat/special.h"

/* The limits solve (n + z2) p^2 - (2x + z2) p + x^2/n = 0. The lower one comes
 * from the product of the roots, so that a small x does not cancel. */
struct fb_interval
fb_wilson(double x, double n, double level)
{
	double z = fb_normal_quantile(0.5 + level / 2), z2 = z * z, top;

	if (!(n > 0))
		return (struct fb_interval){ 0, 1, false };
	top = x + z2 / 2 + z * sqrt(x * (n - x) / n + z2 / 4);
	return (struct fb_interval){
		.lo = x / n * x / top,
		.hi = x >= n ? 1 : top / (n + z2),
		.ok = true,
	};
}

struct fb_interval
fb_wilson95(double x, double n)
{
	return fb_wilson(x, n, 0.95);
}

/* A trinomial sample: detractors, promoters, all. */
struct trio {
	double d, p, n;
};

/* The score statistic of "the true NPS is t". */
static double
score(const struct trio *s, double t)
{
	double a = 2 * s->n;
	double b = -s->d - s->p + (2 * s->n - s->p + s->d) * t;
	double c = -s->d * t * (1 - t);
	double q = (sqrt(fmax(b * b - 4 * a * c, 0)) - b) / (2 * a);
	double var = s->n * (2 * q + t * (1 - t));

	return (s->p - s->d - s->n * t) / sqrt(fmax(var, 0));
}

/* Where the falling score crosses z, between lo and hi. */
static double
cross(const struct trio *s, double z, double lo, double hi)
{
	for (int i = 0; i < 200; i++) {
		double mid = lo + (hi - lo) / 2;

		if (score(s, mid) > z)
			lo = mid;
		else
			hi = mid;
	}
	return lo + (hi - lo) / 2;
}

struct fb_interval
fb_nps_score95(double det, double pas, double pro)
{
	struct trio s = { det, pro, det + pas + pro };
	double z = fb_normal_quantile(0.975), nps;

	if (!(s.n > 0))
		return (struct fb_interval){ -1, 1, false };
	nps = (pro - det) / s.n;
	return (struct fb_interval){
		.lo = det >= s.n ? -1 : cross(&s, z, -1, nps),
		.hi = pro >= s.n ? 1 : cross(&s, -z, nps, 1),
		.ok = true,
	};
}

struct fb_interval
fb_mean_t95(const struct fb_sums *s)
{
	double ss = fb_sums_ss(s), n = (double)s->n, mean, half;

	if (s->n < 2 || !(ss > 0))
		return (struct fb_interval){ NAN, NAN, false };
	mean = fb_sums_mean(s);
	half = fb_t_quantile(0.975, n - 1) * sqrt(ss / (n - 1) / n);
	return (struct fb_interval){ mean - half, mean + half, true };
}

/* Sum of the probabilities of Binomial(n, 1/2) at and below its mode n / 2, as
 * multiples of the one at the mode. */
static double
lower_half(uint64_t n)
{
	double w = 1, sum = 1;

	for (uint64_t k = n / 2; k > 0 && w > 1e-20; k--) {
		w *= (double)k / (double)(n - k + 1);
		sum += w;
	}
	return sum;
}

/* From the mode down: tail is P(X <= k), in units of the mode's probability. */
bool
fb_median_ranks(uint64_t n, uint64_t *lo, uint64_t *hi)
{
	double w = 1, tail = lower_half(n);
	double least = 0.025 * (n % 2 ? 2 * tail : 2 * tail - 1);
	uint64_t k = n / 2;

	while (k > 0 && tail - w >= least) {
		tail -= w;
		w *= (double)k / (double)(n - k + 1);
		k--;
	}
	*lo = k;
	*hi = n + 1 - k;
	return k > 0;
}
