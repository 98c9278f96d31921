/* scale.c - scales and the days on which they hold. */
#include <stdlib.h>

#include "ingest/scale.h"

static const char *
parse_ends(fb_str text, struct fb_scale *s)
{
	const char *dash = text.n ? memchr(text.p + 1, '-', text.n - 1) : NULL;
	fb_str lo, hi;
	bool rounded[2];

	if (!dash)
		return "not a scale like 1-5";
	lo = (fb_str){ text.p, (size_t)(dash - text.p) };
	hi = (fb_str){ dash + 1, text.n - lo.n - 1 };
	if (fb_parse_milli(lo, &s->lo, &rounded[0]) ||
	    fb_parse_milli(hi, &s->hi, &rounded[1]) || rounded[0] || rounded[1])
		return "not a scale like 1-5";
	if (s->lo >= s->hi)
		return "the scale's lower end is not below its upper end";
	fb_put_milli(&s->name, s->lo);
	fb_buf_addc(&s->name, '-');
	fb_put_milli(&s->name, s->hi);
	return NULL;
}

static const char *
parse_when(fb_str text, struct fb_scale *s)
{
	fb_str words = text, column = fb_str_split(&words, '=');

	s->column = fb_str_trim(column);
	s->words = fb_str_trim(words);
	return s->column.n && s->words.n ? NULL :
	    "behind 'when' a column, = and words must stand";
}

static const char *
parse_until(fb_str text, struct fb_scale *s)
{
	struct fb_when w;

	if (!text.n)
		return NULL;
	if (fb_str_starts(text, FB_LIT("when ")))
		return parse_when((fb_str){ text.p + 5, text.n - 5 }, s);
	if (!fb_str_starts(text, FB_LIT("until ")))
		return "behind the scale only 'until YYYY-MM-DD' or "
		    "'when COLUMN = WORD' may stand";
	text = fb_str_trim((fb_str){ text.p + 6, text.n - 6 });
	if (fb_when_parse(text, &w) || w.has_time)
		return "not a day like 2015-05-31 behind 'until'";
	s->has_until = true;
	s->until = fb_when_day(w);
	return NULL;
}

/* Before which one does a scale that holds until then stand? */
static size_t
place(const struct fb_scales *all, const struct fb_scale *s)
{
	size_t i = 0;

	if (s->column.n)
		return all->n;
	while (i < all->n && all->v[i].has_until &&
	    (!s->has_until || all->v[i].until < s->until))
		i++;
	return i;
}

const char *
fb_scales_add(struct fb_scales *all, fb_str text)
{
	struct fb_scale s = {0};
	fb_str rest = fb_str_trim(text), ends = fb_str_split(&rest, ' ');
	const char *why = parse_ends(ends, &s);
	size_t at;

	if (!why)
		why = parse_until(fb_str_trim(rest), &s);
	at = place(all, &s);
	if (!why && !s.column.n && at < all->n && !all->v[at].column.n &&
	    all->v[at].has_until == s.has_until &&
	    all->v[at].until == s.until)
		why = "a scale for these days is given already";
	if (why) {
		fb_buf_release(&s.name);
		return why;
	}
	all->v = fb_grow(all->v, &all->cap, all->n + 1, sizeof *all->v);
	memmove(all->v + at + 1, all->v + at, (all->n - at) * sizeof *all->v);
	all->v[at] = s;
	all->n++;
	return NULL;
}

static bool
says_one_of(fb_str cell, fb_str words)
{
	cell = fb_str_trim(cell);
	while (words.p)
		if (fb_str_eq(fb_str_trim(fb_str_split(&words, '|')), cell))
			return true;
	return false;
}

const struct fb_scale *
fb_scales_on(const struct fb_scales *all, bool dated, int32_t day,
    const fb_str *cells, size_t n)
{
	const struct fb_scale *v = all->v;

	for (size_t i = 0; i < all->n; i++)
		if (v[i].column.n && v[i].at < n &&
		    says_one_of(cells[v[i].at], v[i].words))
			return &v[i];
	for (size_t i = 0; i < all->n && !v[i].column.n; i++) {
		if (!v[i].has_until)
			return dated || !i ? &v[i] : NULL;
		if (dated && day <= v[i].until)
			return &v[i];
	}
	return NULL;
}

void
fb_scales_release(struct fb_scales *all)
{
	for (size_t i = 0; i < all->n; i++)
		fb_buf_release(&all->v[i].name);
	free(all->v);
	*all = (struct fb_scales){0};
}
