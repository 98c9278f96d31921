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

enum { BLOCK = 16 };

/* Could a find begin or hinge on the byte c with d and e behind it? Written
 * without branches so that the compiler takes many bytes at a time. */
static inline unsigned char
telling(unsigned char c, unsigned char d, unsigned char e)
{
	unsigned char digit = (unsigned char)(c - '0') < 10;
	unsigned char word = ((unsigned char)((d | 32) - 'a') < 26) |
	    ((unsigned char)(d - '0') < 10) | (d >= 0x80);
	unsigned char pair = ((c == '.') & word) |
	    ((c == ':') & ((d == '/') | (d == ':') | (d == '\\'))) |
	    ((c == '\\') & (d == 'u'));
	/* Full-width '.' to '@', then digits of other scripts. */
	unsigned char wide = ((c == 0xEF) & (d == 0xBC) & (e >= 0x8E) &
	    (e <= 0xA0)) |
	    ((c == 0xD9) & (d >= 0xA0) & (d <= 0xA9)) |
	    ((c == 0xDB) & (d >= 0xB0) & (d <= 0xB9)) |
	    ((c == 0xE0) & ((d == 0xA5) | (d == 0xA7)) & (e >= 0xA6)) |
	    ((c == 0xF0) & (d == 0x9D) & (e == 0x9F));

	return digit | (c == '@') | pair | wide;
}

bool
fb_find_maybe(fb_str text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t i = 0;

	for (; i + BLOCK + 2 <= text.n; i += BLOCK) {
		unsigned char any = 0;

		for (size_t k = 0; k < BLOCK; k++)
			any |= telling(p[i + k], p[i + k + 1], p[i + k + 2]);
		if (any)
			return true;
	}
	for (; i < text.n; i++)
		if (telling(p[i], i + 1 < text.n ? p[i + 1] : 0,
		    i + 2 < text.n ? p[i + 2] : 0))
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
	size_t digits = 0, colons = 0;
	unsigned hints = 0;

	if (!fb_find_maybe(text))
		return 0;
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = p[i], d = i + 1 < text.n ? p[i + 1] : 0;

		if (c >= 0x80 && telling(c, d, i + 2 < text.n ? p[i + 2] : 0))
			return ~0u;
		digits += fb_is_digit(c);
		if (c == '@')
			hints |= FB_SEES_AT;
		else if (c == '.' || c == ':')
			hints |= pair_hint(c, d);
		colons += c == ':';
	}
	return hints | (digits >= 7 ? FB_SEES_DIGITS : 0) |
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

	f->n = 0;
	for (size_t i = 0; i < fb_nfinders; i++) {
		const struct fb_finder *is = fb_finders[i];

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
	free(f->v);
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
