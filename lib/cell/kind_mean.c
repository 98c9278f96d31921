/* kind_mean.c - mean: the arithmetic mean of the answers. */
#include "cell/kind_own.h"

/* Thirds of the scale, as integers: low if 3(x-lo) < hi-lo, high if
 * 3(x-lo) > 2(hi-lo); so 1-5 gives 1-2, 3 and 4-5. */
size_t
fb_thirds(const struct fb_spec *spec, struct fb_scale s, int64_t milli)
{
	int64_t at = 3 * (milli - s.lo), width = s.hi - s.lo;

	(void)spec;
	return at < width ? 0 : at > 2 * width ? 2 : 1;
}

void
fb_mean_estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	struct fb_interval i = fb_mean_t95(&a->sums);

	*e = (struct fb_estimate){ .ok = a->n > 0, .has_interval = i.ok,
	    .lo = i.lo / 1000, .hi = i.hi / 1000, .method = "t" };
	if (a->n)
		e->value = fb_sums_mean(&a->sums) / 1000;
}

struct fb_change
fb_mean_change(struct fb_side before, struct fb_side now, const struct fb_side *past,
    size_t npast)
{
	struct fb_change c = fb_change_means(&before.answers->sums,
	    &now.answers->sums);

	(void)past;
	(void)npast;
	c.diff /= 1000;
	c.lo /= 1000;
	c.hi /= 1000;
	return c;
}

double
fb_mean_least(struct fb_scale s, const struct fb_answers *before)
{
	(void)before;
	return s.known ? (double)(s.hi - s.lo) / 1000 * 0.02 : 0;
}

const struct fb_kind_row fb_kind_mean = {
	.name = "mean", .unit = "", .better = "up",
	.help = "mean of the answers (@LO-HI gives the scale of a plain number)",
	.group_names = { "low", "mid", "high" },
	.weigh = fb_mean_weigh,
	.scored = true, .small_matters = true,
	.group = fb_thirds, .estimate = fb_mean_estimate,
	.change = fb_mean_change, .least = fb_mean_least,
};
