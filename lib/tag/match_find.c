/* match_find.c - the trie walked from where words begin. */
#include "base/utf8.h"
#include "tag/match_bits.h"
#include "text/words.h"

/* All patterns that stand at from. */
static void
walk(const struct fb_match *m, fb_str text, size_t from, fb_match_hit *hit,
    void *ctx)
{
	const unsigned char *p = (const unsigned char *)text.p;
	uint32_t s = 0;

	for (size_t i = from; i < text.n; i++) {
		s = *fb_match_edge(m, s, m->class_of[p[i]]);
		if (!s)
			return;
		if (m->ends[s])
			hit(ctx, m->ends[s] - 1, from, i + 1);
	}
}

/* Behind the character at i that is not ASCII; is it one of a word? */
static bool
step(fb_str text, size_t *i)
{
	size_t len;
	uint32_t code = fb_utf8_next((fb_str){ text.p + *i, text.n - *i }, &len);

	*i += len;
	return code != FB_UTF8_BAD && fb_glyph(code) == FB_GLYPH_WORD;
}

/* May a pattern begin with the four bytes at p? */
static inline bool
may_begin(const struct fb_match *m, const unsigned char *p)
{
	unsigned head = fb_head_bit(p), pair = fb_pair_bit(p);

	return (m->heads[head / 64] >> head % 64 |
	    m->pairs[pair / 64] >> pair % 64) & 1;
}

/* A character at a time from *i on, at least up to stop; *inside: the one in
 * front is one of a word. */
static void
find_slowly(const struct fb_match *m, fb_str text, size_t *i, size_t stop,
    bool *inside, fb_match_hit *hit, void *ctx)
{
	const unsigned char *p = (const unsigned char *)text.p;

	while (*i < stop) {
		size_t at = *i;
		bool word = m->in_word[p[at]];

		if (p[at] >= 0x80)
			word = step(text, i);
		else
			++*i;
		if (!(*inside && word) && (at + 4 > text.n ||
		    may_begin(m, p + at)))
			walk(m, text, at, hit, ctx);
		*inside = word;
	}
}

#if defined(__x86_64__)
#include <emmintrin.h>

/* A bit for each of 16 bytes: letters and digits of ASCII; *other for bytes
 * that are not ASCII. */
static inline unsigned
word_bits(const unsigned char *p, unsigned *other)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i low = _mm_or_si128(v, _mm_set1_epi8(0x20));
	__m128i letter = _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
	    _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)));
	__m128i digit = _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('0' - 1)),
	    _mm_cmplt_epi8(v, _mm_set1_epi8('9' + 1)));

	*other |= (unsigned)_mm_movemask_epi8(v);
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(letter, digit));
}

/* ASCII from i on, 16 bytes a step: only bytes where a word begins are looked at,
 * and of these only such as begin like a pattern. Gives how far it came. */
static size_t
find_quickly(const struct fb_match *m, fb_str text, size_t i, bool *inside,
    fb_match_hit *hit, void *ctx)
{
	const unsigned char *p = (const unsigned char *)text.p;
	unsigned before = *inside, other = 0;

	for (; i + 16 + 3 <= text.n; i += 16) {
		unsigned words = word_bits(p + i, &other);
		unsigned begin = words & ~(words << 1 | before);

		if (other)
			break;
		before = words >> 15 & 1;
		for (; begin; begin &= begin - 1) {
			size_t at = i + (unsigned)__builtin_ctz(begin);

			if (may_begin(m, p + at))
				walk(m, text, at, hit, ctx);
		}
	}
	*inside = before;
	return i;
}
#else
static size_t
find_quickly(const struct fb_match *m, fb_str text, size_t i, bool *inside,
    fb_match_hit *hit, void *ctx)
{
	(void)m, (void)text, (void)inside, (void)hit, (void)ctx;
	return i;
}
#endif

void
fb_match_find(const struct fb_match *m, fb_str text, fb_match_hit *hit, void *ctx)
{
	bool inside = false;

	for (size_t i = 0, stop; i < text.n; ) {
		if (!m->odd)
			i = find_quickly(m, text, i, &inside, hit, ctx);
		/* What is not ASCII, or all that is left. */
		stop = m->odd || i + 32 > text.n ? text.n : i + 16;
		find_slowly(m, text, &i, stop, &inside, hit, ctx);
	}
}
