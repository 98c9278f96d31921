/* plain.c - three ways to skip plain text: AVX2, SSE2, byte by byte. */
#include <string.h>

#include "record/plain.h"

static const char *
skip_scalar(const char *p, const char *end)
{
	for (; p < end; p++) {
		unsigned char c = (unsigned char)*p;

		if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\')
			break;
	}
	return p;
}

#if defined(__x86_64__)
#include <immintrin.h>

static const char *
skip_sse2(const char *p, const char *end)
{
	for (; end - p >= 16; p += 16) {
		unsigned mask = fb_plain_16(p);

		if (mask)
			return p + __builtin_ctz(mask);
	}
	return skip_scalar(p, end);
}

__attribute__((target("avx2"))) static const char *
skip_avx2(const char *p, const char *end)
{
	const __m256i quote = _mm256_set1_epi8('"'), slash = _mm256_set1_epi8('\\');
	const __m256i space = _mm256_set1_epi8(0x20);

	for (; end - p >= 32; p += 32) {
		__m256i v = _mm256_loadu_si256((const __m256i *)(const void *)p);
		__m256i hit = _mm256_or_si256(_mm256_cmpgt_epi8(space, v),
		    _mm256_or_si256(_mm256_cmpeq_epi8(v, quote),
		    _mm256_cmpeq_epi8(v, slash)));
		unsigned mask = (unsigned)_mm256_movemask_epi8(hit);

		if (mask)
			return p + __builtin_ctz(mask);
	}
	return skip_sse2(p, end);
}
#endif

static const char *
skip_auto(const char *p, const char *end)
{
	fb_plain_use("auto");
	return fb_plain(p, end);
}

fb_plain_skip *fb_plain = skip_auto;
bool fb_plain_short;

static bool
use(fb_plain_skip *way, bool vectors)
{
	fb_plain = way;
	fb_plain_short = vectors;
	return true;
}

bool
fb_plain_use(const char *way)
{
	bool any = !strcmp(way, "auto");

#if defined(__x86_64__)
	if ((any || !strcmp(way, "avx2")) && __builtin_cpu_supports("avx2"))
		return use(skip_avx2, true);
	if (any || !strcmp(way, "sse2"))
		return use(skip_sse2, true);
#endif
	if (any || !strcmp(way, "scalar"))
		return use(skip_scalar, false);
	return false;
}
