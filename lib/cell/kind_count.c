/* kind_count.c - count: how many records came. Everything received is counted,
 * so the value has no interval; its change is one of rates a day. */
#include "cell/kind.h"

static void
estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	*e = (struct fb_estimate){ .value = (double)a->n, .ok = true };
}

enum { PAST_MAX = 64 };

static struct fb_change
change(struct fb_side before, struct fb_side now, const struct fb_side *past,
    size_t npast)
{
	struct fb_volume v[PAST_MAX];
	struct fb_change c;

	if (npast > PAST_MAX)
		npast = PAST_MAX;
	for (size_t i = 0; i < npast; i++)
		v[i] = (struct fb_volume){ past[i].answers->n, past[i].days };
	c = fb_change_counts((struct fb_volume){ before.answers->n, before.days },
	    (struct fb_volume){ now.answers->n, now.days }, v, npast);
	c.diff = (double)now.answers->n - (double)before.answers->n;
	return c;
}

static double
least(struct fb_scale scale, const struct fb_answers *before)
{
	(void)scale;
	return (double)before->n * 0.05;
}

const struct fb_kind_row fb_kind_count = {
	.name = "count", .unit = "records", .better = "none",
	.help = "records received",
	.estimate = estimate, .change = change, .least = least,
};
