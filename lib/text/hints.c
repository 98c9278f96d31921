/* hints.c - what a text holds that a find could begin or hinge on.
 *
 * Every text of a stream is looked at here, most of them only here: 16 bytes a
 * step, and of these only signs, digits and what is not ASCII. A hint may be
 * given in vain, but none may be missing. */
#include "text/find.h"

enum { GAP = 9, FAR = 40 };

struct looked {
	const unsigned char *p;
	size_t n;
	unsigned hints;
	size_t digits, colons, dashes, points; /* in all */
	size_t end;          /* behind the digit before; 0 is none */
	size_t chain, near;  /* digits up to there: see note_digit() */
	size_t run;          /* digits in one row up to there */
};

static unsigned char
at(const struct looked *k, size_t i)
{
	return i < k->n ? k->p[i] : 0;
}

static bool
is_hex(unsigned char c)
{
	return fb_is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
}

static bool
is_ascii_letter(unsigned char c)
{
	return (unsigned char)((c | 32) - 'a') < 26;
}

/* Full-width signs and digits of other scripts, which mean their ASCII ones,
 * and what has no width, which may stand anywhere. */
static bool
is_trick(const struct looked *k, size_t i)
{
	unsigned char c = k->p[i], d = at(k, i + 1), e = at(k, i + 2);

	switch (c) {
	case 0xC2:
		return (d < 0xA0 && d != 0x85) || d == 0xAD;
	case 0xCD:
		return d == 0x8F;
	case 0xD9:
		return d >= 0xA0 && d <= 0xA9;
	case 0xDB:
		return d >= 0xB0 && d <= 0xB9;
	case 0xE0:
		return (d == 0xA5 || d == 0xA7) && e >= 0xA6;
	case 0xE2:
		return (d == 0x80 && ((e >= 0x8B && e <= 0x8F) ||
		    (e >= 0xAA && e <= 0xAE))) || (d == 0x81 && e >= 0xA0) ||
		    (d == 0x83 && e == 0xA3);
	case 0xEF:
		return (d == 0xBC && e >= 0x8E && e <= 0xA0) ||
		    (d == 0xB8 && e <= 0x8F) || (d == 0xBB && e == 0xBF);
	case 0xF0:
		return d == 0x9D && e == 0x9F;
	default:
		return c < 0x20 ? !(c >= '\t' && c <= '\r') : c == 0x7F;
	}
}

static bool
parts_words(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == ',' || c == '.' || c == ']';
}

static bool
is_front(const struct looked *k, size_t i)
{
	char word[12];
	size_t n = 0;

	while (n < sizeof word && is_ascii_letter(at(k, i + n))) {
		word[n] = (char)(k->p[i + n] | 32);
		n++;
	}
	return fb_is_street_front((fb_str){ word, n });
}

/* May the digits in front of i number the house of a street behind them? */
static bool
has_street_behind(const struct looked *k, size_t i)
{
	unsigned char c;

	i += is_ascii_letter(at(k, i));
	if ((c = at(k, i)) == '-' || c >= 0x80)
		return true;
	i += c == ',';
	if ((c = at(k, i)) >= 0x80)
		return true;
	if (c != ' ' && c != '\t')
		return false;
	c = at(k, i + 1);
	return c >= 0x80 || (c >= 'A' && c <= 'Z') || fb_is_digit(c) ||
	    is_front(k, i + 1);
}

/* Does the word in front of i begin as that of a street does, with a capital
 * or an article that has lost its vowel? */
static bool
has_street_before(const struct looked *k, size_t i)
{
	size_t most = i > FAR ? i - FAR : 0, end;
	unsigned char c = i ? k->p[i - 1] : 0;

	if (c >= 0x80)
		return true;
	if (c != ' ' && c != '\t')
		return false;
	for (end = --i; i > most && (k->p[i - 1] == '.' || k->p[i - 1] == ','); )
		i--;
	while (i > most && !parts_words(k->p[i - 1]))
		i--;
	c = k->p[i];
	return i < end && (c >= 0x80 || (c >= 'A' && c <= 'Z') ||
	    at(k, i + 1) == '\'' || (i && i == most) ||
	    memchr(k->p + i, '\\', end - i));
}

/* Can what stands between two digits hold one number together? Signs of three
 * bytes may be blanks and hyphens. */
static bool
holds(const struct looked *k, size_t from, size_t to, bool *near)
{
	bool ascii = true, signs = true;

	if (to - from > GAP)
		return *near = false;
	for (size_t i = from; i < to; i++) {
		unsigned char c = k->p[i];

		ascii &= c < 0x80;
		signs &= c >= 0x80 || c == ' ' || c == '\t' || c == '(' ||
		    c == ')' || (c >= '-' && c <= '/');
	}
	*near = !ascii || to - from <= 3;
	return signs && *near;
}

/* Digits that may belong to one number, with signs between them (chain) or
 * whatever is short (near). */
static void
note_digit(struct looked *k, size_t i)
{
	bool near = false, signs = k->end && holds(k, k->end, i, &near);

	k->run = k->end == i ? k->run + 1 : 1;
	k->chain = signs ? k->chain + 1 : 1;
	k->near = near ? k->near + 1 : 1;
	k->end = i + 1;
	k->digits++;
	if (k->chain >= 7)
		k->hints |= FB_SEES_DIGITS;
	if (k->near >= 4)
		k->hints |= FB_SEES_NUMBER;
	if (k->run >= 5 || (k->near >= 2 && (at(k, i + 1) >= 0x80 ||
	    (is_ascii_letter(at(k, i + 1)) && (is_ascii_letter(at(k, i + 2)) ||
	    at(k, i + 2) >= 0x80)))))
		k->hints |= FB_SEES_POSTAL;
	if (fb_is_digit(at(k, i + 1)))
		return;
	if (k->run <= 5 && (has_street_behind(k, i + 1) ||
	    has_street_before(k, i + 1 - k->run)))
		k->hints |= FB_SEES_HOUSE;
}

/* "aabb.ccdd." with the first point at i */
static bool
in_hex_groups(const struct looked *k, size_t i)
{
	if (i < 4 || (at(k, i + 5) != '.' && at(k, i + 5) < 0x80))
		return false;
	for (size_t n = 1; n <= 4; n++)
		if (!is_hex(k->p[i - n]) && k->p[i - n] < 0x80)
			return false;
	return true;
}

static void
note_sign(struct looked *k, size_t i)
{
	unsigned char c = k->p[i], d = at(k, i + 1);

	switch (c) {
	case '@':
		k->hints |= FB_SEES_AT;
		break;
	case '.':
		k->points += fb_is_digit(d) || d >= 0x80;
		if (in_hex_groups(k, i))
			k->hints |= FB_SEES_DASH;
		if (d >= 'A' || (i && (k->p[i - 1] | 32) == 'w'))
			k->hints |= FB_SEES_DOT;
		break;
	case ':':
		k->colons += is_hex(d) || d >= 0x80;
		k->hints |= d == '/' || d == '\\' ? FB_SEES_SLASH :
		    d == ':' ? FB_SEES_COLON : 0;
		break;
	case '-':
		k->dashes += is_hex(d) || d >= 0x80;
		break;
	case '\\':
		/* Of JSON's escapes these stand for no sign that matters. */
		if (d != 'n' && d != 'r' && d != '"' && d != '\\')
			k->hints |= FB_SEES_ALL;
		break;
	default:
		if (is_trick(k, i))
			k->hints |= FB_SEES_ALL;
	}
}

/* Signs, digits, controls and bytes that are not ASCII are looked at. */
static bool
matters(unsigned char c)
{
	return (c >= '-' && c <= ':') || c == '@' || c == '\\' || c < 0x20 ||
	    c >= 0x7F;
}

static void
look_at(struct looked *k, size_t i)
{
	if (fb_is_digit(k->p[i]))
		note_digit(k, i);
	else
		note_sign(k, i);
}

#if defined(__x86_64__)
#include <emmintrin.h>

static unsigned
bits_that_matter(const unsigned char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i low = _mm_cmplt_epi8(v, _mm_set1_epi8(0x20));
	__m128i mid = _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('-' - 1)),
	    _mm_cmplt_epi8(v, _mm_set1_epi8(':' + 1)));
	__m128i one = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('@')),
	    _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('\\')),
	    _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7F))));

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(low,
	    _mm_or_si128(mid, one)));
}

static size_t
look_quickly(struct looked *k)
{
	size_t i = 0;

	for (; i + 16 <= k->n; i += 16)
		for (unsigned b = bits_that_matter(k->p + i); b; b &= b - 1)
			look_at(k, i + (unsigned)__builtin_ctz(b));
	return i;
}
#else
static size_t
look_quickly(struct looked *k)
{
	(void)k;
	return 0;
}
#endif

unsigned
fb_find_hints(fb_str text)
{
	struct looked k = { .p = (const unsigned char *)text.p, .n = text.n };

	for (size_t i = look_quickly(&k); i < k.n; i++)
		if (matters(k.p[i]))
			look_at(&k, i);
	if (k.digits >= 3)
		k.hints |= FB_SEES_FIGURES;
	if (k.digits >= 7)
		k.hints |= FB_SEES_MANY;
	if (k.points >= 3)
		k.hints |= FB_SEES_POINT;
	if (k.dashes >= 5)
		k.hints |= FB_SEES_DASH;
	if (k.colons >= 5)
		k.hints |= FB_SEES_COLON;
	return k.hints;
}
