/* find.c - the look at every byte, then the finders one after the other. */
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

/* Bytes a find could begin or hinge on, whatever stands behind them. */
static unsigned char suspect[256];

static void
note_suspects(void)
{
	for (const char *c = "0123456789@.:-\\\xEF\xD9\xDB\xE0\xF0"; *c; c++)
		suspect[(unsigned char)*c] = 1;
}

static bool
is_hex(unsigned char c)
{
	return fb_is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
}

/* Full-width '.' to '@', then digits of other scripts. */
static bool
is_wide(const unsigned char *p)
{
	unsigned char c = p[0], d = p[1], e = p[2];

	return (c == 0xEF && d == 0xBC && e >= 0x8E && e <= 0xA0) ||
	    (c == 0xD9 && d >= 0xA0 && d <= 0xA9) ||
	    (c == 0xDB && d >= 0xB0 && d <= 0xB9) ||
	    (c == 0xE0 && (d == 0xA5 || d == 0xA7) && e >= 0xA6) ||
	    (c == 0xF0 && d == 0x9D && e == 0x9F);
}

/* Could a find begin or hinge on p[0] with three bytes behind it? */
static bool
telling(const unsigned char *p)
{
	unsigned char d = p[1];

	switch (p[0]) {
	case '.':
		return fb_is_digit(d) || ((d | 32) >= 'a' && (d | 32) <= 'z') ||
		    d >= 0x80;
	case '\\':
		return d == 'u';
	case ':':
		if (d == '/' || d == ':' || d == '\\')
			return true;
		/* fall through */
	case '-':
		return is_hex(d) && is_hex(p[2]) && p[3] == p[0];
	default:
		return p[0] < 0x80 || is_wide(p);
	}
}

/* The same near the end of a text. */
static bool
telling_at(fb_str text, size_t i)
{
	unsigned char last[4] = "";

	if (i + 4 <= text.n)
		return telling((const unsigned char *)text.p + i);
	memcpy(last, text.p + i, text.n - i);
	return telling(last);
}

bool
fb_find_maybe(fb_str text)
{
	if (!suspect['0'])
		note_suspects();
	for (size_t i = 0; i < text.n; i++)
		if (suspect[(unsigned char)text.p[i]] && telling_at(text, i))
			return true;
	return false;
}

static unsigned
pair_hint(unsigned char c, unsigned char d)
{
	if (c == '.')
		return fb_is_digit(d) ? FB_SEES_POINT :
		    d >= 'A' ? FB_SEES_DOT : 0;
	return d == '/' ? FB_SEES_SLASH : d == ':' ? FB_SEES_COLON : 0;
}

unsigned
fb_find_hints(fb_str text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t digits = 0, colons = 0, dashes = 0;
	unsigned hints = 0;

	if (!suspect['0'])
		note_suspects();
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = p[i], d = i + 1 < text.n ? p[i + 1] : 0;

		if (!suspect[c])
			continue;
		if (c >= 0x80 && telling_at(text, i))
			return FB_SEES_ALL;
		digits += fb_is_digit(c);
		dashes += c == '-';
		colons += c == ':';
		if (c == '@')
			hints |= FB_SEES_AT;
		else if (c == '.' || c == ':')
			hints |= pair_hint(c, d);
	}
	return hints | (digits ? FB_SEES_DIGIT : 0) |
	    (digits >= 2 ? FB_SEES_PAIR : 0) |
	    (digits >= 4 ? FB_SEES_NUMBER : 0) |
	    (digits >= 7 ? FB_SEES_DIGITS : 0) |
	    (dashes >= 5 ? FB_SEES_DASH : 0) |
	    (colons >= 2 ? FB_SEES_COLON : 0);
}

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
add_names(struct fb_finds *f, unsigned hints)
{
	struct fb_place place;
	struct fb_span at;
	size_t from = 0;

	while ((hints & FB_SEES_OWN) &&
	    fb_own_find(f->own, &f->shade, from, &place)) {
		from = place.end;
		at = (struct fb_span){ place.start, place.end };
		add(f, at, place.kind);
	}
	from = 0;
	while ((hints & FB_SEES_CUE) &&
	    fb_phrases_find(f->rules, &f->shade, &from, &place)) {
		at = (struct fb_span){ place.start, place.end };
		add(f, at, place.kind);
	}
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
