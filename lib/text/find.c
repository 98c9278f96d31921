/* find.c - the finders, one after the other. */
#include <stdlib.h>

#include "text/find.h"

#define X(name) extern const struct fb_finder fb_finder_##name;
#include "text/finders.def"
#undef X

const struct fb_finder *const fb_finders[] = {
#define X(name) &fb_finder_##name,
#include "text/finders.def"
#undef X
};
const size_t fb_nfinders = sizeof fb_finders / sizeof *fb_finders;

const char *const fb_kinds[] = {
	"URL", "EMAIL", "PHONE", "CARD", "IBAN", "IP", "MAC", "SSN", "ID",
	"POSTCODE", "ADDRESS", "DOB", "ORDER", "NAME", "HANDLE",
};
const size_t fb_nkinds = sizeof fb_kinds / sizeof *fb_kinds;

enum { WHOLE = 30 };

static void
add(struct fb_finds *f, struct fb_span at, const char *kind)
{
	struct fb_shade *s = &f->shade;

	f->v = fb_grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
	f->v[f->n++] = (struct fb_found){ s->at[at.start],
	    fb_shade_end(s, at.end), kind };
	memset(s->p + at.start, FB_SHADE_WALL, at.end - at.start);
}

const char *
fb_kind_named(fb_str name)
{
	for (size_t i = 0; i < fb_nkinds; i++)
		if (fb_str_eq(name, fb_cstr(fb_kinds[i])))
			return fb_kinds[i];
	return NULL;
}

static void
add_own(struct fb_finds *f, const struct fb_own *own)
{
	struct fb_place place;

	for (size_t from = 0; fb_own_find(own, &f->shade, from, &place);
	    from = place.end)
		add(f, (struct fb_span){ place.start, place.end }, place.kind);
}

static void
add_names(struct fb_finds *f, unsigned hints)
{
	struct fb_place place;
	size_t from = 0;

	if (hints & FB_SEES_OWN)
		add_own(f, f->own);
	if (!(hints & FB_SEES_CUE))
		return;
	if (f->rules->listed)
		add_own(f, f->rules->listed);
	while (fb_phrases_find(f->rules, &f->shade, &from, &place))
		add(f, (struct fb_span){ place.start, place.end }, place.kind);
}

static int
by_start(const void *a, const void *b)
{
	const struct fb_found *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

void
fb_find_all(struct fb_finds *f, unsigned hints)
{
	struct fb_span at;
	bool late = false;

	f->n = 0;
	for (size_t i = 0; i < fb_nfinders; i++) {
		const struct fb_finder *is = fb_finders[i];

		if (is->late && !late) {
			add_names(f, hints);
			late = true;
		}
		if (!(is->needs & hints))
			continue;
		for (size_t from = 0; is->find(&f->shade, from, &at); from = at.end)
			add(f, at, is->kind);
	}
	if (f->n)
		qsort(f->v, f->n, sizeof *f->v, by_start);
}

void
fb_finds_release(struct fb_finds *f)
{
	fb_shade_release(&f->shade);
	free(f->v); /* rules and own are the caller's */
	*f = (struct fb_finds){0};
}

bool
fb_in_list(fb_str word, const char *const *list, size_t n)
{
	for (size_t i = 0; word.n && i < n; i++)
		if (*list[i] == *word.p && fb_str_eq(word, fb_cstr(list[i])))
			return true;
	return false;
}

bool
fb_is_whole(const struct fb_shade *s, size_t start, size_t end)
{
	if (s->n > end - start + WHOLE)
		return false;
	for (size_t i = 0; i < s->n; i++)
		if ((i < start || i >= end) && s->p[i] != ' ' &&
		    s->p[i] != '\n' && s->p[i] != '.')
			return false;
	return true;
}

fb_str
fb_word_before(const struct fb_shade *s, size_t *i, size_t floor)
{
	size_t end = *i, start;

	while (end > floor && !fb_is_letter(s->p[end - 1]))
		end--;
	for (start = end; start > floor && fb_is_letter(s->p[start - 1]); )
		start--;
	*i = start;
	if (start == floor && floor && fb_is_letter(s->p[floor - 1]))
		return (fb_str){ "", 0 };
	return (fb_str){ (const char *)s->p + start, end - start };
}
