/* copy.c - copy text up to what a JSON string escapes. */
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "record/copy.h"

static bool
is_odd(char c)
{
	return (unsigned char)c < 0x20 || c == '"' || c == '\\';
}

#ifdef __SSE2__
enum { STEP = 16 };

/* A bit for each byte that is escaped. */
static inline unsigned
step(char *to, const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i control = _mm_set1_epi8(0x1f);

	_mm_storeu_si128((__m128i *)(void *)to, v);
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(
	    _mm_cmpeq_epi8(_mm_min_epu8(v, control), v),
	    _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
	    _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')))));
}

/* The last bytes, fewer than a step, when a step stands in front of them: they
 * are looked at together with some of those. */
static size_t
copy_end(char *to, fb_str s, size_t i)
{
	unsigned odd = step(to + s.n - STEP, s.p + s.n - STEP);

	odd &= ~0u << (i + STEP - s.n);
	return odd ? s.n - STEP + (unsigned)__builtin_ctz(odd) : s.n;
}
#endif

/* The same eight at a time: the high bit of a byte that is escaped, and maybe
 * of some behind it. */
static uint64_t
odd_of(uint64_t w)
{
	const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
	uint64_t quote = w ^ ones * '"', back = w ^ ones * '\\';

	return ((((quote - ones) & ~quote) | ((back - ones) & ~back) |
	    ((w - ones * 0x20) & ~w)) & highs);
}

/* Half of the bytes or more from each end, when there is nothing to escape. */
static bool
copy_ends(char *to, fb_str s)
{
	uint64_t w, end;

	if (s.n >= sizeof w) {
		memcpy(&w, s.p, sizeof w);
		memcpy(&end, s.p + s.n - sizeof end, sizeof end);
		memcpy(to, &w, sizeof w);
		memcpy(to + s.n - sizeof end, &end, sizeof end);
		return !(odd_of(w) | odd_of(end));
	}
	memcpy(&w, s.p, sizeof w / 2);
	memcpy((char *)&w + sizeof w / 2, s.p + s.n - sizeof w / 2,
	    sizeof w / 2);
	memcpy(to, &w, sizeof w / 2);
	memcpy(to + s.n - sizeof w / 2, (char *)&w + sizeof w / 2,
	    sizeof w / 2);
	return !odd_of(w);
}

static size_t
copy_short(char *to, fb_str s)
{
	size_t i = 0;

	if (s.n >= sizeof(uint64_t) / 2 && s.n <= 2 * sizeof(uint64_t) &&
	    copy_ends(to, s))
		return s.n;
	for (; i < s.n && !is_odd(s.p[i]); i++)
		to[i] = s.p[i];
	return i;
}

size_t
fb_copy_plain(char *to, fb_str s)
{
#ifdef __SSE2__
	size_t i = 0;

	if (s.n < STEP)
		return copy_short(to, s);
	for (; i + STEP <= s.n; i += STEP) {
		unsigned odd = step(to + i, s.p + i);

		if (odd)
			return i + (unsigned)__builtin_ctz(odd);
	}
	return i < s.n ? copy_end(to, s, i) : i;
#else
	return copy_short(to, s);
#endif
}
