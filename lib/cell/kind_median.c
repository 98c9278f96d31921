/* kind_median.c - median: the answer in the middle, with the interval of its
 * order statistics. */
#include <stdlib.h>

#include "cell/kind_own.h"

static double
middle(const struct fb_hist *h, uint64_t n)
{
	double low = (double)fb_hist_nth(h, (n + 1) / 2);

	return (low + ((double)fb_hist_nth(h, n / 2 + 1) - low) / 2) / 1000;
}

static void
estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	uint64_t lo, hi;

	*e = (struct fb_estimate){ .ok = a->n > 0 && a->kept,
	    .method = "order" };
	if (!e->ok)
		return;
	e->value = middle(&a->kept->done, a->n);
	e->has_interval = fb_median_ranks(a->n, &lo, &hi);
	if (!e->has_interval)
		return;
	e->lo = (double)fb_hist_nth(&a->kept->done, lo) / 1000;
	e->hi = (double)fb_hist_nth(&a->kept->done, hi) / 1000;
}

/* Both histograms in one row of bins; free() it. */
static struct fb_bin *
bins(const struct fb_hist *a, const struct fb_hist *b, size_t *n)
{
	struct fb_bin *v = fb_zalloc(a->n + b->n, sizeof *v);
	size_t i = 0, k = 0;

	for (*n = 0; i < a->n || k < b->n; (*n)++) {
		bool one = i < a->n && (k == b->n || a->v[i].value <= b->v[k].value);
		bool two = k < b->n && (i == a->n || b->v[k].value <= a->v[i].value);

		v[*n].value = one ? a->v[i].value : b->v[k].value;
		v[*n].n1 = one ? a->v[i++].n : 0;
		v[*n].n2 = two ? b->v[k++].n : 0;
	}
	return v;
}

static struct fb_change
change(struct fb_side before, struct fb_side now, const struct fb_side *past,
    size_t npast)
{
	static const struct fb_kept none;
	const struct fb_kept *a = before.answers->kept, *b = now.answers->kept;
	struct fb_change c;
	struct fb_bin *v;
	size_t n;

	(void)past;
	(void)npast;
	v = bins(a ? &a->done : &none.done, b ? &b->done : &none.done, &n);
	c = fb_change_medians(v, n);
	c.diff /= 1000;
	free(v);
	return c;
}

static void
finish(struct fb_answers *a, int64_t asof)
{
	(void)asof;
	fb_hist_settle(&a->kept->done);
}

const struct fb_kind_row fb_kind_median = {
	.name = "median", .unit = "", .better = "up",
	.help = "median of the answers (@LO-HI gives the scale)",
	.group_names = { "low", "mid", "high" },
	.scored = true, .small_matters = true, .keeps = FB_KEEPS_VALUES,
	.finish = finish, .group = fb_thirds, .estimate = estimate,
	.change = change, .least = fb_mean_least,
};
