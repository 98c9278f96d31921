/* plain.h - skip what needs no thought inside a JSON string.
 *
 * Private to this room. Each way gives the first byte of [p, end) that is a
 * quote, a backslash, a control character or not ASCII; end when none is. */
#ifndef FB_RECORD_PLAIN_H
#define FB_RECORD_PLAIN_H

#include <stdbool.h>
#if defined(__x86_64__)
#include <emmintrin.h>
#endif

typedef const char *fb_plain_skip(const char *p, const char *end);

extern fb_plain_skip *fb_plain; /* the way in use */
extern bool fb_plain_short;     /* it may start with fb_plain_16() */
bool fb_plain_use(const char *way);

#if defined(__x86_64__)
/* A bit for each of the 16 bytes at p that is not plain. As signed bytes,
 * controls and non-ASCII alike are below 0x20. */
static inline unsigned
fb_plain_16(const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i hit = _mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8(0x20)),
	    _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
	    _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'))));

	return (unsigned)_mm_movemask_epi8(hit);
}
#endif

/* The same as fb_plain(), without a call where the run is short. */
static inline const char *
fb_plain_run(const char *p, const char *end)
{
#if defined(__x86_64__)
	if (fb_plain_short && end - p >= 16) {
		unsigned mask = fb_plain_16(p);

		if (mask)
			return p + __builtin_ctz(mask);
		p += 16;
	}
#endif
	return fb_plain(p, end);
}

#endif
