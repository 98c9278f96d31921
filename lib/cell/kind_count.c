/* kind_count.c - count: how many records came. Everything received is counted,
 * so the value has no interval; its change is one of rates a day. */
#include "cell/kind_own.h"

static void
estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	*e = (struct fb_estimate){ .value = (double)a->n, .ok = true };
}

enum { PAST_MAX = 64 };

struct fb_change
fb_volume_change(struct fb_side before, struct fb_side now,
    const struct fb_side *past, size_t npast,
    uint64_t (*exposure)(const struct fb_side *))
{
	struct fb_volume v[PAST_MAX];
	size_t n = 0;

	for (size_t i = 0; i < npast && n < PAST_MAX; i++)
		if (exposure(&past[i]))
			v[n++] = (struct fb_volume){ past[i].answers->n,
			    exposure(&past[i]) };
	return fb_change_counts(
	    (struct fb_volume){ before.answers->n, exposure(&before) },
	    (struct fb_volume){ now.answers->n, exposure(&now) }, v, n);
}

static uint64_t
days(const struct fb_side *s)
{
	return s->days;
}

struct fb_change
fb_count_change(struct fb_side before, struct fb_side now,
    const struct fb_side *past, size_t npast)
{
	struct fb_change c = fb_volume_change(before, now, past, npast, days);

	c.diff = (double)now.answers->n - (double)before.answers->n;
	return c;
}

double
fb_volume_least(struct fb_scale scale, const struct fb_answers *before)
{
	(void)scale;
	return (double)before->n * 0.05;
}

const struct fb_kind_row fb_kind_count = {
	.name = "count", .unit = "records", .better = "none",
	.help = "records received",
	.estimate = estimate, .change = fb_count_change,
	.least = fb_volume_least,
};
