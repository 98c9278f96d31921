/* own.c - from columns and lists to names. */
#include <stdlib.h>

#include "base/utf8.h"
#include "text/find.h"
#include "text/own_names.h"

enum { FEWEST = 3, NAMES = 64 };

void
fb_own_clear(struct fb_own *o)
{
	if (o->n)
		memset(o->firsts, 0, sizeof o->firsts);
	o->n = o->words.n = 0;
	o->begin = 0;
}

uint64_t
fb_own_bit(unsigned char c)
{
	if (c < 0x80)
		c = c >= 'A' && c <= 'Z' ? c + 32 : c;
	return UINT64_C(1) << (c < 0x80 ? c % 32 : 32);
}

int
fb_own_first_bit(fb_str s)
{
	unsigned char c = s.n ? (unsigned char)*s.p : 0;
	size_t n = c >= 0xD8 && c <= 0xDB ? 2 :
	    c == 0xE0 || (c >= 0xE3 && c <= 0xE9) ? 3 : 0;
	uint32_t h = 0;

	if (!n || s.n < n)
		return -1;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x9E3779B1u;
	return (int)(h >> 20);
}

static void
add(struct fb_own *o, fb_str folded, const char *kind)
{
	if (o->n == (o->most ? o->most : NAMES))
		return;
	for (size_t i = 0; i < o->n; i++)
		if (fb_str_eq(folded, (fb_str){ o->words.p + o->v[i].start,
		    o->v[i].n }))
			return;
	o->v = fb_grow(o->v, &o->cap, o->n + 1, sizeof *o->v);
	o->v[o->n++] = (struct fb_own_name){ o->words.n, folded.n, kind };
	fb_buf_add(&o->words, folded);
	o->begin |= fb_own_bit((unsigned char)*folded.p);
	if (fb_own_first_bit(folded) >= 0)
		o->firsts[fb_own_first_bit(folded) / 64] |= UINT64_C(1) <<
		    fb_own_first_bit(folded) % 64;
}

/* The characters of a word: two ideographs are a name, two letters are not. */
static bool
is_long(const struct fb_shade *s, size_t i, size_t end)
{
	bool letter = false;

	for (size_t k = i; k < end; k++) {
		letter |= fb_is_letter(s->p[k]) || s->p[k] == FB_SHADE_OTHER;
		if (s->p[k] == FB_SHADE_CJK)
			return end >= i + 2;
	}
	return letter && end >= i + FEWEST;
}

/* The words of the shade into o->whole, a blank between; each is shown to each
 * (may be NULL). Gives how many. */
static size_t
fold_words(struct fb_own *o, void (*each)(struct fb_own *,
    const struct fb_phrases *, struct fb_span, fb_str, const char *),
    const struct fb_phrases *rules, const char *kind)
{
	const struct fb_shade *s = &o->shade;
	size_t words = 0;

	o->whole.n = 0;
	for (size_t i = 0, end; i < s->n; i = end + 1) {
		size_t from;

		for (end = i; end < s->n && fb_own_in_word(s->p[end]); )
			end++;
		if (end == i)
			continue;
		if (words++)
			fb_buf_addc(&o->whole, ' ');
		from = o->whole.n;
		fb_put_lower(&o->whole, fb_shade_text(s, i, end));
		if (each)
			each(o, rules, (struct fb_span){ i, end },
			    (fb_str){ o->whole.p + from, o->whole.n - from }, kind);
	}
	return words;
}

static void
add_word(struct fb_own *o, const struct fb_phrases *rules, struct fb_span at,
    fb_str word, const char *kind)
{
	if (is_long(&o->shade, at.start, at.end) &&
	    !(rules && fb_phrases_never(rules, word)))
		add(o, word, kind);
}

void
fb_own_add(struct fb_own *o, const struct fb_phrases *rules, fb_str value)
{
	struct fb_shade *s = &o->shade;
	const char *kind = fb_kind_named(FB_LIT("NAME"));
	size_t at = 1;

	fb_shade_cast(s, value);
	if (s->n && s->p[0] == '@')
		kind = fb_kind_named(FB_LIT("HANDLE"));
	/* Of a mail address what stands in front of the sign. */
	while (at < s->n && s->p[at] != '@')
		at++;
	if (at < s->n)
		s->n = at;
	if (fold_words(o, add_word, rules, kind) > 1 && o->whole.n > FEWEST)
		add(o, fb_buf_str(&o->whole), kind);
}

void
fb_own_add_whole(struct fb_own *o, fb_str name)
{
	fb_shade_cast(&o->shade, name);
	if (fold_words(o, NULL, NULL, NULL) && o->whole.n >= FEWEST)
		add(o, fb_buf_str(&o->whole), fb_kind_named(FB_LIT("NAME")));
}

void
fb_own_release(struct fb_own *o)
{
	fb_buf_release(&o->words);
	fb_shade_release(&o->shade);
	fb_buf_release(&o->whole);
	free(o->v);
	*o = (struct fb_own){0};
}
