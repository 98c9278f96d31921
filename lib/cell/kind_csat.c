/* kind_csat.c - csat: the share of answers that are satisfied, in percent. By
 * default the two highest whole answers of the scale count as yes. */
#include "cell/kind_own.h"

static const char *
refuse(const struct fb_spec *spec, struct fb_scale s)
{
	if (s.known || spec->range.known)
		return NULL;
	return "csat needs a scale or the answers that count as yes, "
	    "such as csat:ease@4-5";
}

static size_t
group(const struct fb_spec *spec, struct fb_scale s, int64_t milli)
{
	if (spec->range.known)
		return milli >= spec->range.lo && milli <= spec->range.hi;
	return milli >= s.hi - 1000;
}

void
fb_share_estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	struct fb_interval i = fb_wilson95((double)a->group[1], (double)a->n);

	*e = (struct fb_estimate){ .ok = a->n > 0, .has_interval = i.ok,
	    .lo = 100 * i.lo, .hi = 100 * i.hi, .method = "wilson" };
	if (a->n)
		e->value = 100 * (double)a->group[1] / (double)a->n;
}

struct fb_change
fb_share_change(struct fb_side before, struct fb_side now, const struct fb_side *past,
    size_t npast)
{
	struct fb_change c = fb_change_shares(before.answers->group[1],
	    before.answers->n, now.answers->group[1], now.answers->n);

	(void)past;
	(void)npast;
	c.diff *= 100;
	c.lo *= 100;
	c.hi *= 100;
	return c;
}

int64_t
fb_share_worth(size_t group)
{
	return group ? 100000 : 0;
}

double
fb_share_least(struct fb_scale scale, const struct fb_answers *before)
{
	(void)scale;
	(void)before;
	return 3;
}

const struct fb_kind_row fb_kind_csat = {
	.name = "csat", .unit = "%", .better = "up",
	.help = "share of satisfied answers (the two highest, or @LO-HI)",
	.group_names = { "no", "yes" },
	.worth = fb_share_worth, .weigh = fb_share_weigh,
	.scored = true, .range_is_yes = true, .small_matters = true,
	.refuse = refuse, .group = group, .estimate = fb_share_estimate,
	.change = fb_share_change, .least = fb_share_least,
};
