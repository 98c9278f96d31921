/* kind_nps.c - nps: promoters minus detractors, in points of a hundred.
 * Source: F. Reichheld, Harvard Business Review 81 (2003); detractor 0-6,
 * passive 7-8, promoter 9-10. */
#include "cell/kind_own.h"

enum { DETRACTOR_MAX = 6000, PROMOTER_MIN = 9000 };

static const char *
refuse(const struct fb_spec *spec, struct fb_scale s)
{
	(void)spec;
	if (s.known && s.hi == 10000 && (s.lo == 0 || s.lo == 1000))
		return NULL;
	return "nps needs answers on 0-10 or 1-10; use csat for other scales";
}

static size_t
group(const struct fb_spec *spec, struct fb_scale scale, int64_t milli)
{
	(void)spec;
	(void)scale;
	return milli <= DETRACTOR_MAX ? 0 : milli >= PROMOTER_MIN ? 2 : 1;
}

static struct fb_nps
counts(const struct fb_answers *a)
{
	return (struct fb_nps){ a->group[0], a->group[1], a->group[2] };
}

static void
estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	struct fb_nps c = counts(a);
	struct fb_interval i = fb_nps_score95((double)c.det, (double)c.pas,
	    (double)c.pro);

	*e = (struct fb_estimate){ .ok = a->n > 0, .has_interval = i.ok,
	    .lo = 100 * i.lo, .hi = 100 * i.hi, .method = "score" };
	if (a->n)
		e->value = 100 * ((double)c.pro - (double)c.det) / (double)a->n;
}

static int64_t
worth(size_t group)
{
	return ((int64_t)group - 1) * 100000;
}

static void
weigh(const struct fb_weighed *w, struct fb_estimate *e)
{
	double det = fb_weighed_group(w, 0), pas = fb_weighed_group(w, 1);
	double pro = fb_weighed_group(w, 2), n = det + pas + pro;
	struct fb_interval i = fb_nps_score95(det, pas, pro);

	*e = (struct fb_estimate){ .ok = n > 0, .has_interval = i.ok,
	    .lo = 100 * i.lo, .hi = 100 * i.hi, .method = "score" };
	if (e->ok)
		e->value = 100 * (pro - det) / n;
}

static struct fb_change
change(struct fb_side before, struct fb_side now, const struct fb_side *past,
    size_t npast)
{
	struct fb_nps one = counts(before.answers), two = counts(now.answers);
	struct fb_change c = fb_change_nps(&one, &two);

	(void)past;
	(void)npast;
	c.diff *= 100;
	c.lo *= 100;
	c.hi *= 100;
	return c;
}

static double
least(struct fb_scale scale, const struct fb_answers *before)
{
	(void)scale;
	(void)before;
	return 5;
}

const struct fb_kind_row fb_kind_nps = {
	.name = "nps", .unit = "points", .better = "up",
	.help = "promoters (9-10) minus detractors (0-6), -100 to 100",
	.group_names = { "detractor", "passive", "promoter" },
	.worth = worth, .weigh = weigh,
	.scored = true, .small_matters = true,
	.refuse = refuse, .group = group, .estimate = estimate,
	.change = change, .least = least,
};
