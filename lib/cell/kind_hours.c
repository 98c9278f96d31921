/* kind_hours.c - hours: how long cases took from one field to another, such as
 * hours:opened,solved. Cases without an end are open and wait until the data
 * ends: the value is the Kaplan-Meier median of all. */
#include "base/time.h"
#include "cell/kind_own.h"
#include "record/json.h"
#include "stat/survive.h"

static const char *
check(const struct fb_spec *spec)
{
	return spec->field.n && spec->until.n ? NULL :
	    "hours needs two fields, such as hours:opened,solved";
}

static enum fb_answer
moment(fb_str raw, int64_t *sec)
{
	struct fb_buf scratch = {0};
	fb_str text = fb_json_text(raw, &scratch);
	struct fb_when when;
	enum fb_answer what = FB_NO_ANSWER;

	if (text.n)
		what = fb_when_parse(text, &when) ? FB_NO_NUMBER : FB_ANSWERED;
	if (what == FB_ANSWERED)
		*sec = when.sec;
	fb_buf_release(&scratch);
	return what;
}

static void
read(const struct fb_spec *spec, const struct fb_raws *raws,
    struct fb_given *given)
{
	enum fb_answer end;
	int64_t from = 0, to = 0;

	given->what = moment(raws->field, &from);
	end = moment(raws->until, &to);
	if (given->what != FB_ANSWERED)
		return;
	if (end == FB_NO_NUMBER)
		given->what = end;
	else if (end == FB_NO_ANSWER && !spec->asof)
		given->what = FB_STILL_OPEN;
	else if (end == FB_NO_ANSWER)
		to = spec->asof > from ? spec->asof : from;
	else if (to < from)
		given->what = FB_OFF_SCALE;
	given->milli = given->what == FB_STILL_OPEN ? from : to - from;
}

static size_t
group(const struct fb_spec *spec, struct fb_scale s, int64_t sec)
{
	(void)s;
	return sec <= spec->cut;
}

static struct fb_cases
cases(const struct fb_answers *a)
{
	const struct fb_kept *k = a->kept;

	if (!k)
		return (struct fb_cases){0};
	return (struct fb_cases){ k->done.v, k->waits.v, k->done.n, k->waits.n };
}

static uint64_t
above(const struct fb_hist *h, int64_t cut)
{
	uint64_t n = 0;

	for (size_t i = h->n; i-- > 0 && h->v[i].value > cut; )
		n += h->v[i].n;
	return n;
}

/* Slow is longer than the median, which may be half a second; without one,
 * longer than any case that is done. */
static void
cut_halves(struct fb_answers *a)
{
	struct fb_kept *k = a->kept;
	struct fb_cases c = cases(a);
	struct fb_median m = fb_km_median(&c);

	k->cut = m.ok ? (int64_t)m.value : k->done.n ?
	    k->done.v[k->done.n - 1].value : 0;
	a->group[0] = above(&k->done, k->cut) + above(&k->waits, k->cut);
	a->group[1] = a->n - a->group[0];
}

static void
finish(struct fb_answers *a, int64_t asof)
{
	struct fb_kept *k = a->kept;

	k->asof = asof;
	fb_hist_settle(&k->done);
	fb_hist_settle(&k->open);
	fb_hist_release(&k->waits);
	for (size_t i = k->open.n; i-- > 0; )
		fb_hist_add(&k->waits, asof > k->open.v[i].value ?
		    asof - k->open.v[i].value : 0, k->open.v[i].n);
	fb_hist_settle(&k->waits);
	a->n = fb_hist_total(&k->done) + fb_hist_total(&k->open);
	cut_halves(a);
}

static void
estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	struct fb_cases c = cases(a);
	struct fb_median m = fb_km_median(&c);

	*e = (struct fb_estimate){ .ok = m.ok, .value = m.value / 3600,
	    .has_interval = m.ok && m.has_lo && m.has_hi, .lo = m.lo / 3600,
	    .hi = m.hi / 3600, .method = "kaplan_meier" };
}

static struct fb_change
change(struct fb_side before, struct fb_side now, const struct fb_side *past,
    size_t npast)
{
	struct fb_cases one = cases(before.answers), two = cases(now.answers);
	struct fb_change c = fb_change_cases(&one, &two);

	(void)past;
	(void)npast;
	c.diff /= 3600;
	return c;
}

static double
least(struct fb_scale scale, const struct fb_answers *before)
{
	struct fb_estimate e;

	(void)scale;
	estimate(before, &e);
	return e.ok ? e.value * 0.05 : 0;
}

const struct fb_kind_row fb_kind_hours = {
	.name = "hours", .unit = "hours", .better = "down",
	.help = "median time FROM,UNTIL two fields, open cases counted in",
	.field = "", .group_names = { "slow", "fast" },
	.scored = true, .read_alone = true, .two_fields = true,
	.small_matters = true,
	.keeps = FB_KEEPS_CASES, .check = check, .read = read,
	.finish = finish, .group = group, .estimate = estimate,
	.change = change, .least = least,
};
