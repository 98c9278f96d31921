/* check.c - what was asked for beside what there is. */
#include <stdlib.h>

#include "metric/check.h"

static void
put_seen(struct fb_buf *b, const struct fb_map *seen)
{
	size_t *order = fb_map_sorted(seen);

	for (size_t i = 0; i < seen->n; i++) {
		fb_buf_adds(b, i ? ", " : "; fields seen: ");
		fb_buf_add(b, fb_map_key(seen, order[i]));
	}
	free(order);
}

/* The first field that no record had; NULL when there is none. */
static fb_str
unseen(const struct fb_counter *c)
{
	for (size_t i = 0; i < c->nasked; i++)
		if (!c->asked[i].seen)
			return c->asked[i].key;
	for (size_t i = 0; i < c->by.nfields; i++)
		if (!c->by.fields[i].seen)
			return c->by.fields[i].key;
	return (fb_str){ NULL, 0 };
}

static fb_str
wordy(const struct fb_counter *c)
{
	for (size_t i = 0; i < c->nasked; i++)
		if (c->asked[i].words && !c->asked[i].numbers)
			return c->asked[i].key;
	return (fb_str){ NULL, 0 };
}

bool
fb_fields_good(const struct fb_counter *c, const struct fb_map *seen,
    struct fb_buf *b)
{
	fb_str missing = unseen(c), words = wordy(c);

	if (missing.p) {
		fb_buf_printf(b, "no record has the field '%.*s'",
		    (int)missing.n, missing.p);
		put_seen(b, seen);
	} else if (words.p) {
		fb_buf_printf(b, "the field '%.*s' holds no numbers",
		    (int)words.n, words.p);
	}
	return !missing.p && !words.p;
}

const char *
fb_scales_refused(struct fb_counter *c, size_t m, size_t *good)
{
	const struct fb_spec *spec = &c->specs[m];
	const char *worst = NULL;

	*good = 0;
	for (size_t i = 0; i < c->nseries; i++) {
		struct fb_series *s = &c->series[i];
		const char *why;

		if (s->metric != m || !spec->kind->refuse || !s->n)
			continue;
		why = spec->kind->refuse(spec, s->scale);
		*good += !why;
		worst = why ? why : worst;
		s->n = why ? 0 : s->n;
	}
	return worst;
}
