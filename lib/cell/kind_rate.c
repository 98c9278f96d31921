/* kind_rate.c - rate: records for each 1,000 customers of a base. */
#include <math.h>

#include "cell/kind_own.h"

static void
estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	*e = (struct fb_estimate){ .ok = a->base > 0 };
	if (a->base)
		e->value = 1000 * (double)a->n / (double)a->base;
}

static uint64_t
customer_days(const struct fb_side *s)
{
	return s->answers->base * s->days;
}

static struct fb_change
change(struct fb_side before, struct fb_side now, const struct fb_side *past,
    size_t npast)
{
	struct fb_estimate one, two;
	struct fb_change c = { NAN, NAN, NAN, 1, false, "none" };

	estimate(before.answers, &one);
	estimate(now.answers, &two);
	if (!one.ok || !two.ok)
		return c;
	c = fb_volume_change(before, now, past, npast, customer_days);
	c.diff = two.value - one.value;
	return c;
}

static double
least(struct fb_scale scale, const struct fb_answers *before)
{
	struct fb_estimate e;

	(void)scale;
	estimate(before, &e);
	return e.value * 0.05;
}

const struct fb_kind_row fb_kind_rate = {
	.name = "rate", .unit = "per 1,000", .better = "none",
	.help = "records for each 1,000 customers of --base",
	.based = true,
	.estimate = estimate, .change = change, .least = least,
};
