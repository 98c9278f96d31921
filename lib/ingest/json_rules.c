/* json_rules.c - which columns a profile picks from lists. */
#include "ingest/json_cols.h"
#include "ingest/json_pick.h"

/* The first of "A + B" and what stands behind it. */
static fb_str
split_plus(fb_str *rest)
{
	fb_str one = *rest;

	for (size_t i = 0; i + 3 <= one.n; i++) {
		if (memcmp(one.p + i, " + ", 3))
			continue;
		*rest = (fb_str){ one.p + i + 3, one.n - i - 3 };
		return (fb_str){ one.p, i };
	}
	*rest = (fb_str){0};
	return one;
}

/* The column without what a rule says behind it: "as html", a date's form. */
static fb_str
bare_column(fb_str one)
{
	size_t i;

	one = fb_str_trim(one);
	for (i = one.n; i > 0 && one.p[i - 1] != ']'; i--)
		if (one.p[i - 1] == ' ')
			one.n = i - 1;
	return one;
}

static const char *
add_pick(struct fb_jcols *c, fb_str pick)
{
	const char *why = fb_jpick_check(pick);

	for (size_t i = 0; i < c->npicks; i++)
		if (fb_str_eq(c->picks[i], pick))
			return why;
	c->picks = fb_grow(c->picks, &c->cap_picks, c->npicks + 1,
	    sizeof *c->picks);
	c->pick_col = fb_grow(c->pick_col, &c->cap_pick_col, c->npicks + 1,
	    sizeof *c->pick_col);
	c->picked = fb_grow(c->picked, &c->cap_picked, c->npicks + 1,
	    sizeof *c->picked);
	c->picked[c->npicks] = (struct fb_buf){0};
	c->pick_col[c->npicks] = FB_MAP_NONE;
	c->picks[c->npicks++] = pick;
	return why;
}

const char *
fb_jcols_picks(struct fb_jcols *c, const struct fb_profile *rules)
{
	const char *why = NULL;

	for (size_t i = 0; rules && i < rules->n && !why; i++) {
		fb_str rest = fb_cstr(rules->v[i].val);

		if (rules->v[i].in != FB_MAP)
			continue;
		while (rest.p && !why) {
			fb_str one = bare_column(split_plus(&rest));

			if (fb_is_jpick(one))
				why = add_pick(c, one);
		}
	}
	return why;
}
