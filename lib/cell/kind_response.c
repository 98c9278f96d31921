/* kind_response.c - response: of the people asked, how many answered. */
#include <math.h>

#include "cell/kind_own.h"
#include "stat/interval.h"

/* More answers than people who were asked: the base is not theirs. */
static bool
is_known(const struct fb_answers *a)
{
	return a->base > 0 && a->n <= a->base;
}

static void
estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	struct fb_interval i;

	*e = (struct fb_estimate){ .ok = is_known(a) };
	if (!e->ok)
		return;
	i = fb_wilson95((double)a->n, (double)a->base);
	e->value = 100 * (double)a->n / (double)a->base;
	e->lo = 100 * i.lo;
	e->hi = 100 * i.hi;
	e->has_interval = true;
	e->method = "wilson";
}

static struct fb_change
change(struct fb_side before, struct fb_side now, const struct fb_side *past,
    size_t npast)
{
	const struct fb_answers *a = before.answers, *b = now.answers;
	struct fb_change c = { NAN, NAN, NAN, 1, false, "none" };

	(void)past;
	(void)npast;
	if (!is_known(a) || !is_known(b))
		return c;
	c = fb_change_shares(a->n, a->base, b->n, b->base);
	c.diff *= 100;
	c.lo *= 100;
	c.hi *= 100;
	return c;
}

const struct fb_kind_row fb_kind_response = {
	.name = "response", .unit = "%", .better = "none",
	.help = "share of the people asked, in --base, who answered",
	.based = true, .asks = true,
	.estimate = estimate, .change = change, .least = fb_share_least,
};
