/* limits.c - Laney's limits and Nelson's rules. */
#include <assert.h>
#include <math.h>

#include "stat/limits.h"

/* n, and the sums of what the answers are worth and of its square. */
struct moments {
	double n, sum, squares;
};

static struct moments
moments(const struct fb_split *s, const double *worth)
{
	struct moments m = {0};

	for (size_t k = 0; k < FB_CLASSES; k++) {
		double n = (double)s->of[k];

		m.n += n;
		m.sum += n * worth[k];
		m.squares += n * worth[k] * worth[k];
	}
	return m;
}

static double
standardised(const struct fb_laney *l, struct moments m)
{
	return (m.sum / m.n - l->mean) / (l->sd / sqrt(m.n));
}

static void
find_ends(struct fb_laney *l, const double *worth)
{
	l->lo = l->hi = worth[0];
	for (size_t k = 1; k < FB_CLASSES; k++) {
		l->lo = fmin(l->lo, worth[k]);
		l->hi = fmax(l->hi, worth[k]);
	}
}

struct fb_laney
fb_laney(const struct fb_split *v, size_t periods, const double *worth)
{
	struct fb_split all = {0};
	struct fb_laney l = { .sigma_z = NAN };
	double before = NAN, ranges = 0;
	struct moments m;
	size_t steps = 0;

	for (size_t i = 0; i < periods; i++)
		for (size_t k = 0; k < FB_CLASSES; k++)
			all.of[k] += v[i].of[k];
	m = moments(&all, worth);
	l.mean = m.sum / m.n;
	l.sd = sqrt(fmax(m.squares / m.n - l.mean * l.mean, 0));
	find_ends(&l, worth);
	for (size_t i = 0; i < periods; i++) {
		double z;

		m = moments(&v[i], worth);
		if (!(m.n > 0))
			continue;
		z = standardised(&l, m);
		if (!isnan(before) && ++steps)
			ranges += fabs(z - before);
		before = z;
	}
	if (steps)
		l.sigma_z = ranges / (double)steps / 1.128;
	return l;
}

double
fb_laney_limit(const struct fb_laney *l, double n, double sigmas)
{
	double at = l->mean + sigmas * l->sigma_z * l->sd / sqrt(n);

	if (isnan(at))
		return sigmas < 0 ? l->lo : l->hi;
	return fmin(fmax(at, l->lo), l->hi);
}

/* How many periods at the end of z lie on one side of the mean. */
static size_t
on_one_side(const double *z, size_t n)
{
	size_t run = 0;

	while (run < n && z[n - 1 - run] * z[n - 1] > 0)
		run++;
	return run;
}

/* How many at the end rise, or fall, without a halt. */
static size_t
one_way(const double *value, size_t n)
{
	size_t run = n > 0;

	for (; run > 0 && run < n; run++) {
		const double *at = &value[n - run];
		double step = at[0] - at[-1], last = value[n - 1] - value[n - 2];

		if (!(step * last > 0))
			break;
	}
	return run;
}

unsigned
fb_nelson(const struct fb_laney *l, const struct fb_split *v, size_t periods,
    const double *worth)
{
	double z[FB_BREAK_MAX], value[FB_BREAK_MAX];
	size_t n = 0;

	assert(periods <= FB_BREAK_MAX);
	for (size_t i = 0; i < periods; i++) {
		struct moments m = moments(&v[i], worth);

		if (!(m.n > 0))
			continue;
		value[n] = m.sum / m.n;
		z[n++] = standardised(l, m);
	}
	if (!n || isnan(l->sigma_z))
		return 0;
	return (fabs(z[n - 1]) > 3 * l->sigma_z ? 1U : 0) |
	    (on_one_side(z, n) >= 9 ? 2U : 0) |
	    (one_way(value, n) >= 6 ? 4U : 0);
}
