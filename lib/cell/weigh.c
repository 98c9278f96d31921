/* weigh.c - answers that stand for more people than one. */
#include <math.h>

#include "cell/kind_own.h"
#include "stat/special.h"

/* Half away from zero. */
static fb_i128
thousandth(fb_i128 v)
{
	return v < 0 ? -((500 - v) / 1000) : (v + 500) / 1000;
}

bool
fb_can_weigh(int64_t milli, int64_t weight)
{
	fb_i128 wy = thousandth((fb_i128)weight * milli);

	return wy <= FB_WEIGHT_MAX && wy >= -(fb_i128)FB_WEIGHT_MAX;
}

void
fb_answers_weigh(struct fb_answers *a, const struct fb_given *g, size_t group,
    int64_t weight)
{
	struct fb_weighed *s = a->weighed;
	fb_i128 w = weight, wy = thousandth(w * g->milli);

	s->n += weight > 0;
	s->w += w;
	s->ww += w * w;
	s->wy += wy;
	s->wwy += w * wy;
	s->wywy += wy * wy;
	s->group[group] += w;
}

double
fb_weighed_n(const struct fb_weighed *s)
{
	return s->ww ? (double)s->w * ((double)s->w / (double)s->ww) : NAN;
}

double
fb_weighed_deff(const struct fb_weighed *s)
{
	return (double)s->n / fb_weighed_n(s);
}

double
fb_weighed_group(const struct fb_weighed *s, size_t group)
{
	return s->w ? fb_weighed_n(s) * ((double)s->group[group] /
	    (double)s->w) : 0;
}

void
fb_share_weigh(const struct fb_weighed *s, struct fb_estimate *e)
{
	double n = s->w ? fb_weighed_n(s) : 0, yes = fb_weighed_group(s, 1);
	struct fb_interval i = fb_wilson95(yes, n);

	*e = (struct fb_estimate){ .ok = n > 0, .has_interval = i.ok,
	    .lo = 100 * i.lo, .hi = 100 * i.hi, .method = "wilson" };
	if (e->ok)
		e->value = 100 * yes / n;
}

/* var = n/(n-1) sum w^2 (y - mean)^2 / (sum w)^2, the linearised variance of a
 * weighted mean whose weights are fixed; normal limits. Source: W. G. Cochran,
 * Sampling Techniques (1977), 6.4 and 11. */
void
fb_mean_weigh(const struct fb_weighed *s, struct fb_estimate *e)
{
	double n = (double)s->n, w = (double)s->w, mean, rest, half;

	*e = (struct fb_estimate){ .ok = s->w > 0, .method = "normal" };
	if (!e->ok)
		return;
	mean = e->value = (double)s->wy / w;
	rest = (double)s->wywy - 2 * mean * (double)s->wwy +
	    mean * mean * (double)s->ww;
	if (s->n < 2 || !(rest > (double)s->wywy * 1e-14))
		return;
	half = fb_normal_quantile(0.975) * sqrt(n / (n - 1) * rest) / w;
	e->has_interval = true;
	e->lo = mean - half;
	e->hi = mean + half;
}
