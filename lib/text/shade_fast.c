/* shade_fast.c - what is done to every byte of a shade, 16 bytes a step. */
#include "text/shade.h"
#include "text/shade_fast.h"

#if defined(__x86_64__)
#include <emmintrin.h>

/* Are all 16 characters ASCII and no controls? */
static bool
is_plain(__m128i v)
{
	__m128i odd = _mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8(0x20)),
	    _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7F)));

	return !_mm_movemask_epi8(odd);
}

static __m128i
in_range(__m128i v, char first, char last)
{
	return _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8((char)(first - 1))),
	    _mm_cmplt_epi8(v, _mm_set1_epi8((char)(last + 1))));
}

static void
count_up(uint32_t *at, size_t i)
{
	__m128i v = _mm_add_epi32(_mm_set1_epi32((int)(uint32_t)i),
	    _mm_setr_epi32(0, 1, 2, 3));

	for (int k = 0; k < 4; k++, v = _mm_add_epi32(v, _mm_set1_epi32(4)))
		_mm_storeu_si128((__m128i *)(void *)(at + 4 * k), v);
}

size_t
fb_shade_plain(fb_str text, size_t i, unsigned char *to, uint32_t *at)
{
	size_t from = i;

	for (; i + 16 <= text.n; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)
		    (text.p + i));
		__m128i upper = _mm_and_si128(in_range(v, 'A', 'Z'),
		    _mm_set1_epi8(0x20));

		if (!is_plain(v))
			break;
		_mm_storeu_si128((__m128i *)(void *)(to + (i - from)),
		    _mm_or_si128(v, upper));
		count_up(at + (i - from), i);
	}
	return i - from;
}

size_t
fb_digit_from(const struct fb_shade *s, size_t i)
{
	for (; i + 16 <= s->n; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)
		    (s->p + i));
		unsigned bits = (unsigned)_mm_movemask_epi8(in_range(v, '0', '9'));

		if (bits)
			return i + (unsigned)__builtin_ctz(bits);
	}
	while (i < s->n && !fb_is_digit(s->p[i]))
		i++;
	return i;
}
static __m128i
equal(const unsigned char *p, char c)
{
	return _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)p),
	    _mm_set1_epi8(c));
}

static size_t
quick_at(const struct fb_shade *s, size_t i)
{
	for (; i + 16 + 2 <= s->n; i += 16) {
		__m128i sign = _mm_or_si128(equal(s->p + i, '@'), _mm_and_si128(
		    equal(s->p + i + 1, 'a'), equal(s->p + i + 2, 't')));
		unsigned bits = (unsigned)_mm_movemask_epi8(sign);

		if (bits)
			return i + (unsigned)__builtin_ctz(bits);
	}
	return i;
}
#else
size_t
fb_shade_plain(fb_str text, size_t i, unsigned char *to, uint32_t *at)
{
	(void)text, (void)i, (void)to, (void)at;
	return 0;
}

size_t
fb_digit_from(const struct fb_shade *s, size_t i)
{
	while (i < s->n && !fb_is_digit(s->p[i]))
		i++;
	return i;
}

static size_t
quick_at(const struct fb_shade *s, size_t i)
{
	(void)s;
	return i;
}
#endif

size_t
fb_at_from(const struct fb_shade *s, size_t i)
{
	for (i = quick_at(s, i); i < s->n; i++)
		if (s->p[i] == '@' || (s->p[i + 1] == 'a' && i + 2 < s->n &&
		    s->p[i + 2] == 't'))
			return i;
	return s->n;
}
