/* plain.h - skip what needs no thought inside a JSON string.
 *
 * Private to this room. Each way gives the first byte of [p, end) that is a
 * quote, a backslash, a control character or not ASCII; end when none is. */
#ifndef FB_RECORD_PLAIN_H
#define FB_RECORD_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#if defined(__x86_64__)
#include <emmintrin.h>
#endif

typedef const char *fb_plain_skip(const char *p, const char *end);

extern fb_plain_skip *fb_plain; /* the way in use */
extern bool fb_plain_short;     /* vectors may be used in place */
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

/* Behind the closing quote of a plain string of at most 31 bytes that starts at
 * p, without a call; NULL when it is not one and has to be looked at closely. */
static inline const char *
fb_plain_quoted(const char *p, const char *end)
{
#if defined(__x86_64__)
	if (fb_plain_short && end - p >= 32) {
		unsigned mask = fb_plain_16(p) | fb_plain_16(p + 16) << 16;

		p += mask ? __builtin_ctz(mask) : 0;
		return mask && *p == '"' ? p + 1 : NULL;
	}
#endif
	(void)p;
	(void)end;
	return NULL;
}

#endif
