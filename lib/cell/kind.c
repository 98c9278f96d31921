/* kind.c - the table of metrics, and what all rows share. */
#include <stdlib.h>

#include "base/num.h"
#include "cell/kind.h"

#define KIND(name) extern const struct fb_kind_row fb_kind_##name;
#include "cell/kinds.def"
#undef KIND

static const struct fb_kind_row *const rows[] = {
#define KIND(name) &fb_kind_##name,
#include "cell/kinds.def"
#undef KIND
	NULL
};

const struct fb_kind_row *
fb_kind_at(size_t i)
{
	return rows[i];
}

const struct fb_kind_row *
fb_kind_find(fb_str name)
{
	for (size_t i = 0; rows[i]; i++)
		if (fb_str_eq(name, fb_cstr(rows[i]->name)))
			return rows[i];
	return NULL;
}

const char *
fb_scale_parse(fb_str s, struct fb_scale *scale)
{
	static const char why[] = "not a scale like 1-5";
	const char *dash = s.n > 1 ? memchr(s.p + 1, '-', s.n - 1) : NULL;

	*scale = (struct fb_scale){0};
	if (!s.n)
		return NULL;
	if (!dash)
		return why;
	if (fb_parse_milli((fb_str){ s.p, (size_t)(dash - s.p) }, &scale->lo, NULL) ||
	    fb_parse_milli((fb_str){ dash + 1, (size_t)(s.p + s.n - dash - 1) },
	    &scale->hi, NULL) || scale->lo > scale->hi)
		return why;
	scale->known = true;
	return NULL;
}

void
fb_put_scale(struct fb_buf *b, struct fb_scale s)
{
	if (!s.known)
		return;
	fb_put_milli(b, s.lo);
	fb_buf_addc(b, '-');
	fb_put_milli(b, s.hi);
}

struct fb_scale
fb_spec_scale(const struct fb_spec *spec, struct fb_scale of_record)
{
	return spec->range.known && !spec->kind->range_is_yes ?
	    spec->range : of_record;
}

size_t
fb_groups(const struct fb_spec *spec, struct fb_scale scale, const char **names)
{
	size_t n = 0;

	names[0] = "all";
	if (!spec->kind->group || (!scale.known && !spec->range.known &&
	    spec->kind->keeps != FB_KEEPS_CASES))
		return 1;
	for (; n < FB_GROUPS && spec->kind->group_names[n]; n++)
		names[n] = spec->kind->group_names[n];
	return n;
}

size_t
fb_group_of(const struct fb_spec *spec, struct fb_scale scale, int64_t milli)
{
	const char *names[FB_GROUPS];

	if (fb_groups(spec, scale, names) == 1)
		return 0;
	return spec->kind->group(spec, scale, milli);
}

size_t
fb_tally_place(struct fb_scale s, int64_t milli)
{
	int64_t at;

	if (s.known && (s.lo % 1000 || s.hi / 1000 - s.lo / 1000 >= FB_TALLY))
		return FB_TALLY;
	at = milli / 1000 - s.lo / 1000;
	return milli % 1000 || at < 0 || at >= FB_TALLY ? FB_TALLY : (size_t)at;
}

bool
fb_tally_told(const struct fb_answers *a)
{
	uint64_t n = 0;

	for (size_t i = 0; i < FB_TALLY; i++)
		n += a->tally[i];
	return n && n == a->n;
}

static void
add(struct fb_answers *a, size_t group, int64_t milli, uint64_t n)
{
	a->n += n;
	a->group[group] += n;
	a->sums.n += n;
	a->sums.sum += (fb_i128)n * milli;
	a->sums.sq += (fb_i128)n * milli * milli;
}

void
fb_answers_add(struct fb_answers *a, const struct fb_spec *spec,
    struct fb_scale scale, int64_t milli)
{
	size_t group = fb_group_of(spec, scale, milli);

	/* Customers have numbers to be told apart by, not to be summed up. */
	add(a, group, spec->kind->keeps == FB_KEEPS_MEMBERS ? 0 : milli, 1);
}

void
fb_answers_note(struct fb_answers *a, const struct fb_spec *spec,
    const struct fb_given *g, size_t group)
{
	if (g->what == FB_ANSWERED && g->place < FB_TALLY) {
		a->tally[g->place]++;
		return;
	}
	if (g->what == FB_STILL_OPEN) {
		fb_hist_add(&a->kept->open, g->milli, 1);
		return;
	}
	if (g->what != FB_ANSWERED) {
		a->missing++;
		return;
	}
	if (spec->kind->keeps <= FB_KEEPS_VALUES)
		add(a, group, g->milli, 1);
	if (spec->kind->keeps != FB_KEEPS_SUMS)
		fb_hist_add(&a->kept->done, g->milli, 1);
}

void
fb_answers_sum(struct fb_answers *a, const struct fb_spec *spec,
    struct fb_scale scale)
{
	for (size_t i = 0; i < FB_TALLY; i++) {
		int64_t milli = scale.lo + 1000 * (int64_t)i;

		if (a->tally[i])
			add(a, fb_group_of(spec, scale, milli), milli,
			    a->tally[i]);
	}
}

void
fb_answers_keep(struct fb_answers *a, const struct fb_kind_row *kind,
    bool weighed)
{
	if (weighed && kind->weigh && !a->weighed)
		a->weighed = fb_zalloc(1, sizeof *a->weighed);
	if (kind->keeps == FB_KEEPS_SUMS || a->kept)
		return;
	a->kept = fb_zalloc(1, sizeof *a->kept);
	a->kept->open.rule = FB_HIST_HOURS;
	if (kind->keeps == FB_KEEPS_MEMBERS)
		a->kept->done.rule = FB_HIST_SMALLEST;
}

void
fb_answers_release(struct fb_answers *a)
{
	free(a->weighed);
	a->weighed = NULL;
	if (!a->kept)
		return;
	fb_hist_release(&a->kept->done);
	fb_hist_release(&a->kept->open);
	fb_hist_release(&a->kept->waits);
	free(a->kept);
	a->kept = NULL;
}
