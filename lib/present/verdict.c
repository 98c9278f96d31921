/* verdict.c - what a change means. */
#include <math.h>

#include "base/num.h"
#include "present/show.h"
#include "present/verdict.h"

enum { FEW = 10, WIDE = 30 };

/* As printed: two figures that look the same are no change to a reader. */
static bool
shows_zero(const struct fb_report *r, const struct fb_cell *c, double diff)
{
	struct fb_buf b = {0};
	bool zero = true;

	fb_show_diff(&b, &r->words, c, diff);
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] >= '1' && b.p[i] <= '9')
			zero = false;
	fb_buf_release(&b);
	return zero;
}

static struct fb_verdict
clear_change(const struct fb_report *r, const struct fb_cell *c, bool up)
{
	fb_str better = fb_name_better(r, c);
	bool neutral = !fb_str_eq(better, FB_LIT("up")) &&
	    !fb_str_eq(better, FB_LIT("down"));
	bool good = up == fb_str_eq(better, FB_LIT("up"));
	const char *key = neutral ? (up ? "clearly_up" : "clearly_down") :
	    good ? "clearly_better" : "clearly_worse";

	return (struct fb_verdict){ .mark = FB_MARK_FILLED, .up = up,
	    .clear = true, .words = fb_word(&r->words, key),
	    .colour = neutral ? FB_INK : good ? FB_BLUE : FB_RED };
}

struct fb_verdict
fb_verdict(const struct fb_report *r, const struct fb_cell *c,
    const struct fb_versus *vs)
{
	struct fb_verdict v = { .mark = FB_MARK_NONE, .colour = FB_TEXT2,
	    .words = fb_word(&r->words, "no_prior") };

	if (!vs->ok || fb_is_small(c))
		return v;
	if (vs->signal && !fb_is_wide(c))
		return clear_change(r, c, vs->diff > 0);
	v.up = vs->diff > 0;
	v.mark = shows_zero(r, c, vs->diff) ? FB_MARK_BAR : FB_MARK_HOLLOW;
	v.words = fb_word(&r->words, vs->tested ? "within_noise" : "not_tested");
	return v;
}

/* A line from elsewhere has no flags: then its n tells. */
static bool
is_below(const struct fb_cell *c, uint64_t n)
{
	return c->has_n && c->n < n && !c->spec.kind && !fb_is_tally(c);
}

bool
fb_is_small(const struct fb_cell *c)
{
	return fb_cell_flag(c, "small") || !c->has_value || is_below(c, FEW);
}

bool
fb_is_wide(const struct fb_cell *c)
{
	return fb_cell_flag(c, "wide") || is_below(c, WIDE);
}

int
fb_group_rank(const struct fb_cell *c, fb_str group)
{
	if (c->ngroups < 2)
		return -1;
	for (size_t i = 0; i < c->ngroups; i++)
		if (fb_str_eq(group, fb_cstr(c->group_names[i])))
			return c->ngroups == 2 ? (int)i * 2 : (int)i;
	return -1;
}

bool
fb_groups_turned(const struct fb_report *r, const struct fb_cell *c)
{
	bool kind_down = c->spec.kind && !strcmp(c->spec.kind->better, "down");

	return fb_str_eq(fb_name_better(r, c),
	    kind_down ? FB_LIT("up") : FB_LIT("down"));
}

fb_colour
fb_group_colour(const struct fb_report *r, const struct fb_cell *c, int rank)
{
	if (fb_groups_turned(r, c))
		rank = rank < 0 ? rank : 2 - rank;
	return rank == 0 ? FB_RED : rank == 2 ? FB_BLUE : FB_MID;
}

/* The answers a group holds: "0–6"; nothing when it cannot be told. */
static void
put_answers(struct fb_buf *b, const struct fb_words *w, const struct fb_cell *c,
    size_t group)
{
	struct fb_buf from = {0}, to = {0};
	int64_t lo = 0, hi = -1;

	for (int64_t x = c->scale.lo; c->scale.known && x <= c->scale.hi; x += 1000) {
		if (fb_group_of(&c->spec, c->scale, x) != group)
			continue;
		lo = hi < lo ? x : lo;
		hi = x;
	}
	if (hi < lo && c->spec.range.known && group == 1 && !c->spec.wanted.p) {
		lo = c->spec.range.lo;
		hi = c->spec.range.hi;
	}
	if (hi < lo)
		return;
	fb_buf_addc(b, ' ');
	fb_put_milli(&from, lo);
	fb_put_milli(&to, hi);
	if (hi > lo)
		fb_say_range(b, w, fb_buf_str(&from), fb_buf_str(&to));
	else
		fb_buf_add(b, fb_buf_str(&from));
	fb_buf_release(&from);
	fb_buf_release(&to);
}

/* Who is in a share need not be satisfied. */
const char *
fb_group_label(const struct fb_cell *c, fb_str group)
{
	bool share = c->spec.kind && !strcmp(c->spec.kind->name, "share");

	for (size_t i = 0; i < c->ngroups; i++)
		if (fb_str_eq(group, fb_cstr(c->group_names[i])))
			return !share ? c->group_names[i] : i ? "in" : "out";
	return "all";
}

fb_str
fb_group_words(struct fb_report *r, const struct fb_cell *c, size_t group)
{
	struct fb_buf b = {0}, key = {0};
	fb_str words;

	fb_buf_printf(&key, "group_%s", fb_group_label(c,
	    fb_cstr(c->group_names[group])));
	fb_buf_add(&b, fb_word(&r->words, fb_buf_cstr(&key)));
	put_answers(&b, &r->words, c, group);
	words = fb_arena_copy(&r->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	fb_buf_release(&key);
	return words;
}
