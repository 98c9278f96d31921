/* own.c - from columns to names, and from names to their places. */
#include <stdlib.h>

#include "base/utf8.h"
#include "text/find.h"
#include "text/own.h"

enum { FEWEST = 3, NAMES = 64 };

struct fb_own_name {
	size_t start, n; /* in words */
	const char *kind;
};

void
fb_own_clear(struct fb_own *o)
{
	if (o->n)
		memset(o->firsts, 0, sizeof o->firsts);
	o->n = o->words.n = 0;
	o->begin = 0;
}

static bool
in_word(unsigned char c)
{
	return fb_is_word(c) || c == FB_SHADE_CJK || c == FB_SHADE_OTHER;
}

/* Are two neighbours of one word, so that none ends between them? */
static bool
is_joined(unsigned char a, unsigned char b)
{
	return (fb_is_word(a) && fb_is_word(b)) ||
	    (a == FB_SHADE_OTHER && b == FB_SHADE_OTHER);
}

/* The bit of a folded first byte; a byte of UTF-8 leads its whole script. */
static uint64_t
bit_of(unsigned char c)
{
	if (c < 0x80)
		c = c >= 'A' && c <= 'Z' ? c + 32 : c;
	return UINT64_C(1) << (c < 0x80 ? c % 32 : 32);
}

/* The bit of a first letter of Arabic, India's scripts, Thai, kana, ideographs,
 * all without case; -1 for any other. */
static int
first_bit(fb_str s)
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

/* false when no name begins with the letter that s begins with. */
static bool
may_begin(const struct fb_own *o, fb_str s)
{
	int bit = first_bit(s);

	return bit < 0 || o->firsts[bit / 64] >> bit % 64 & 1;
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
	o->begin |= bit_of((unsigned char)*folded.p);
	if (first_bit(folded) >= 0)
		o->firsts[first_bit(folded) / 64] |= UINT64_C(1) <<
		    first_bit(folded) % 64;
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

		for (end = i; end < s->n && in_word(s->p[end]); )
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

/* Can the name start with these two bytes, in any case, or at an escape? */
static bool
may_start(fb_str name, unsigned char c, unsigned char d)
{
	unsigned char a = (unsigned char)name.p[0];
	unsigned char b = name.n > 1 ? (unsigned char)name.p[1] : ' ';

	if (c >= 0x80 || d >= 0x80 || d == '\\')
		return true;
	return (c | 32) == (a | 32) && (b == ' ' || (d | 32) == (b | 32));
}

static bool
any_starts(const struct fb_own *o, unsigned char c, unsigned char d)
{
	for (size_t k = 0; (o->begin & bit_of(c)) && k < o->n; k++)
		if (may_start((fb_str){ o->words.p + o->v[k].start, o->v[k].n },
		    c, d))
			return true;
	return false;
}

bool
fb_own_see(const struct fb_own *o, fb_str text)
{
	bool fresh = true;

	for (size_t i = 0; o->n && i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		bool word = fb_is_word(c | 32) || c == '_' || c >= 0x80;

		if (c == 0xEF)
			return true;
		if (c >= 0x80 && c < 0xC0)
			continue;
		/* Ideographs begin a name wherever they stand. */
		if ((fresh || c >= 0x80) && word && may_begin(o, (fb_str){ text.p + i,
		    text.n - i }) && any_starts(o, c, i + 1 < text.n ?
		    (unsigned char)text.p[i + 1] : 0))
			return true;
		/* What has no width may stand between letters. */
		fresh = !word || c >= 0x80;
		if (c == '\\') {
			if (++i < text.n && text.p[i] == 'u')
				return true;
			fresh = true;
		}
	}
	return false;
}

/* The end of the name when it starts at i, else 0; between its words one or two
 * blanks, points, commas or hyphens. */
static size_t
name_end(const struct fb_shade *s, size_t i, fb_str name, struct fb_buf *b)
{
	while (name.n) {
		fb_str word = fb_str_split(&name, ' ');
		size_t end = i, gap = 0;

		while (in_word(s->p[end]) && end < i + word.n) {
			end++;
			if (s->p[end - 1] == FB_SHADE_CJK && (size_t)(s->at[end - 1] -
			    s->at[i]) + 3 >= word.n)
				break;
		}
		if (end == i || is_joined(s->p[end - 1], s->p[end]))
			return 0;
		b->n = 0;
		fb_put_lower(b, fb_shade_text(s, i, end));
		if (!fb_str_eq(fb_buf_str(b), word))
			return 0;
		i = end;
		if (!name.n)
			return end;
		while (gap < 2 && s->p[i] && strchr(" .,-_", s->p[i]))
			gap++, i++;
	}
	return 0;
}

/* A quick look at the first letter, where it has no case. */
static bool
may_be(const struct fb_shade *s, size_t i, fb_str name)
{
	return (s->p[i] != FB_SHADE_CJK && s->p[i] != FB_SHADE_OTHER) ||
	    !memcmp(s->text.p + s->at[i], name.p, 2);
}

bool
fb_own_find(const struct fb_own *o, const struct fb_shade *s, size_t from,
    struct fb_place *found)
{
	struct fb_buf b = {0};
	bool any = false;

	for (size_t i = from; i < s->n && !any; i++) {
		if (!in_word(s->p[i]) || is_joined(fb_before(s, i), s->p[i]) ||
		    !may_begin(o, (fb_str){ s->text.p + s->at[i],
		    s->text.n - s->at[i] }) || !any_starts(o, s->p[i], s->p[i + 1]))
			continue;
		for (size_t k = 0; k < o->n; k++) {
			fb_str name = { o->words.p + o->v[k].start, o->v[k].n };
			size_t end = may_be(s, i, name) ?
			    name_end(s, i, name, &b) : 0;

			if (!end || (any && end <= found->end))
				continue;
			*found = (struct fb_place){ i, end, o->v[k].kind };
			any = true;
		}
	}
	fb_buf_release(&b);
	return any;
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
