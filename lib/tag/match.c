/* match.c - the trie of all patterns, walked from where words begin. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "tag/match.h"
#include "text/words.h"

size_t
fb_match_add(struct fb_match *m, fb_str pattern)
{
	for (size_t i = 0; i < m->patterns.n; i++)
		if (fb_str_eq(m->patterns.v[i], pattern))
			return i;
	m->patterns.v = fb_grow(m->patterns.v, &m->patterns.cap,
	    m->patterns.n + 1, sizeof *m->patterns.v);
	m->patterns.v[m->patterns.n] = pattern;
	return m->patterns.n++;
}

static unsigned char
small(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static bool
is_gap(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Class 0 is every byte that no pattern has. */
static void
make_classes(struct fb_match *m)
{
	m->nclasses = 1;
	for (size_t i = 0; i < m->patterns.n; i++)
		for (size_t k = 0; k < m->patterns.v[i].n; k++) {
			unsigned char c = (unsigned char)m->patterns.v[i].p[k];

			if (!m->class_of[c])
				m->class_of[c] = (unsigned char)m->nclasses++;
		}
	for (int c = 0; c < 256; c++)
		m->class_of[c] = m->class_of[is_gap((unsigned char)c) ? ' ' :
		    small((unsigned char)c)];
}

static uint32_t
add_state(struct fb_match *m)
{
	size_t cells = (m->nstates + 1) * m->nclasses, cap = m->cap;

	if (cells > UINT32_MAX)
		fb_die(FB_FAIL, "too many patterns");
	m->next = fb_grow(m->next, &m->cap, cells, sizeof *m->next);
	if (m->cap != cap) {
		size_t states = m->cap / m->nclasses + 1, none = 0;

		m->ends = fb_grow(m->ends, &none, states, sizeof *m->ends);
	}
	memset(m->next + m->nstates * m->nclasses, 0,
	    m->nclasses * sizeof *m->next);
	m->ends[m->nstates] = 0;
	return (uint32_t)m->nstates++;
}

static uint32_t *
edge(const struct fb_match *m, uint32_t state, size_t class)
{
	return &m->next[state * m->nclasses + class];
}

/* One byte further along a pattern; gives the state there. */
static uint32_t
extend(struct fb_match *m, uint32_t state, unsigned char byte)
{
	uint32_t to = *edge(m, state, m->class_of[byte]);

	if (!to) {
		to = add_state(m);
		*edge(m, state, m->class_of[byte]) = to;
	}
	return to;
}

/* All patterns in step, so that the states of first letters, where most walks
 * end, stand side by side in memory. */
static void
add_paths(struct fb_match *m)
{
	uint32_t *at = fb_zalloc(m->patterns.n, sizeof *at);
	bool more = true;

	for (size_t depth = 0; more; depth++) {
		more = false;
		for (size_t i = 0; i < m->patterns.n; i++) {
			fb_str p = m->patterns.v[i];

			if (depth >= p.n)
				continue;
			more = true;
			at[i] = extend(m, at[i], (unsigned char)p.p[depth]);
			if (depth + 1 == p.n)
				m->ends[at[i]] = (uint32_t)i + 1;
		}
	}
	free(at);
}

/* Which two bytes some pattern begins with; odd: with something that is no
 * letter and no digit. */
static void
note_beginnings(struct fb_match *m)
{
	for (size_t i = 0; i < m->patterns.n; i++) {
		unsigned char first = (unsigned char)*m->patterns.v[i].p;

		m->odd |= first < 0x80 && !m->in_word[first];
	}
	for (unsigned pair = 0; pair < 1 << 16; pair++) {
		uint32_t s = *edge(m, 0, m->class_of[pair >> 8]);

		if (s && (m->ends[s] || *edge(m, s, m->class_of[pair & 255])))
			m->begins[pair / 64] |= (uint64_t)1 << pair % 64;
	}
}

void
fb_match_build(struct fb_match *m)
{
	make_classes(m);
	add_state(m);
	add_paths(m);
	for (uint32_t c = 0; c < 128; c++)
		m->in_word[c] = fb_glyph(c) == FB_GLYPH_WORD;
	note_beginnings(m);
}

/* All patterns that stand at from. */
static void
walk(const struct fb_match *m, fb_str text, size_t from, fb_match_hit *hit,
    void *ctx)
{
	const unsigned char *p = (const unsigned char *)text.p;
	uint32_t s = 0;

	for (size_t i = from; i < text.n; i++) {
		s = *edge(m, s, m->class_of[p[i]]);
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

/* Any text from i on, a character at a time; inside: the one before i is one of
 * a word. */
static void
find_slowly(const struct fb_match *m, fb_str text, size_t i, bool inside,
    fb_match_hit *hit, void *ctx)
{
	const unsigned char *p = (const unsigned char *)text.p;

	while (i < text.n) {
		size_t at = i;
		bool word = m->in_word[p[i]];

		if (p[i] >= 0x80)
			word = step(text, &i);
		else
			i++;
		if (!(inside && word))
			walk(m, text, at, hit, ctx);
		inside = word;
	}
}

static inline bool
may_begin(const struct fb_match *m, const unsigned char *p)
{
	unsigned pair = (unsigned)p[0] << 8 | p[1];

	return m->begins[pair / 64] >> pair % 64 & 1;
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

/* ASCII from the front, 16 bytes a step: only bytes where a word begins are
 * looked at, and of these only such as begin like a pattern. Gives how far it
 * came, and whether the last byte is one of a word. */
static size_t
find_quickly(const struct fb_match *m, fb_str text, bool *inside,
    fb_match_hit *hit, void *ctx)
{
	const unsigned char *p = (const unsigned char *)text.p;
	unsigned before = 0, other = 0;
	size_t i = 0;

	for (; i + 17 <= text.n; i += 16) {
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
find_quickly(const struct fb_match *m, fb_str text, bool *inside,
    fb_match_hit *hit, void *ctx)
{
	(void)m, (void)text, (void)inside, (void)hit, (void)ctx;
	return 0;
}
#endif

void
fb_match_find(const struct fb_match *m, fb_str text, fb_match_hit *hit, void *ctx)
{
	bool inside = false;
	size_t done = m->odd ? 0 : find_quickly(m, text, &inside, hit, ctx);

	find_slowly(m, text, done, inside, hit, ctx);
}

void
fb_match_release(struct fb_match *m)
{
	free(m->next);
	free(m->ends);
	free(m->patterns.v);
	*m = (struct fb_match){0};
}
