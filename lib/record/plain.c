/* plain.c - three ways to mark what is not plain: AVX2, SSE2, byte by byte. */
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "record/plain.h"

/* Put down the marks of the n bytes at p; give where the next one belongs. */
typedef const char **mark_way(const char *p, size_t n, const char **at);

static const char **
mark_scalar(const char *p, size_t n, const char **at)
{
	for (const char *end = p + n; p < end; p++) {
		unsigned char c = (unsigned char)*p;

		if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\')
			*at++ = p;
	}
	return at;
}

#if defined(__x86_64__)
/* Which of 64 bytes are not plain, and which are not ASCII: a bit for each. */
struct found {
	uint64_t special, high;
};
typedef struct found look_way(const char *p);

/* Eight marks are put down whether or not there are as many: a branch for each
 * would be guessed wrong at most ends of a string. */
static inline __attribute__((always_inline)) const char **
put(struct found f, const char *p, const char **at)
{
	uint64_t bits = f.special & ~(f.high & f.high << 1);
	const char **end = at + __builtin_popcountll(bits);

	while (at < end)
		for (int i = 0; i < FB_AT_ONCE; i++, bits &= bits - 1)
			*at++ = p + __builtin_ctzll(bits | (uint64_t)1 << 63);
	return end;
}

/* Compiled once for each width of vectors. */
static inline __attribute__((always_inline)) const char **
mark(const char *p, size_t n, const char **at, look_way *look)
{
	char rest[64];

	for (; n >= sizeof rest; p += sizeof rest, n -= sizeof rest)
		at = put(look(p), p, at);
	if (!n)
		return at;
	memset(rest, ' ', sizeof rest);
	memcpy(rest, p, n);
	return put(look(rest), p, at);
}

/* As signed bytes, controls and non-ASCII alike are below 0x20. */
static inline struct found
quarter_sse2(const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i hit = _mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8(0x20)),
	    _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
	    _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'))));

	return (struct found){ (unsigned)_mm_movemask_epi8(hit),
	    (unsigned)_mm_movemask_epi8(v) };
}

static inline struct found
look_sse2(const char *p)
{
	struct found a = quarter_sse2(p), b = quarter_sse2(p + 16);
	struct found c = quarter_sse2(p + 32), d = quarter_sse2(p + 48);

	return (struct found){
	    a.special | b.special << 16 | c.special << 32 | d.special << 48,
	    a.high | b.high << 16 | c.high << 32 | d.high << 48 };
}

static const char **
mark_sse2(const char *p, size_t n, const char **at)
{
	return mark(p, n, at, look_sse2);
}

#define AVX2 __attribute__((target("avx2,bmi")))

AVX2 static inline struct found
half_avx2(const char *p)
{
	__m256i v = _mm256_loadu_si256((const __m256i *)(const void *)p);
	__m256i hit = _mm256_or_si256(
	    _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), v),
	    _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('"')),
	    _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\\'))));

	return (struct found){ (unsigned)_mm256_movemask_epi8(hit),
	    (unsigned)_mm256_movemask_epi8(v) };
}

AVX2 static inline struct found
look_avx2(const char *p)
{
	struct found a = half_avx2(p), b = half_avx2(p + 32);

	return (struct found){ a.special | b.special << 32, a.high | b.high << 32 };
}

AVX2 static const char **
mark_avx2(const char *p, size_t n, const char **at)
{
	return mark(p, n, at, look_avx2);
}

static bool
has_avx2(void)
{
	return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}
#endif

static mark_way mark_first;
static mark_way *way_in_use = mark_first;

/* Ask the processor, once. */
static const char **
mark_first(const char *p, size_t n, const char **at)
{
	fb_plain_use("auto");
	return way_in_use(p, n, at);
}

static void
mark_run(struct fb_marks *m, const char *from)
{
	size_t n = (size_t)(m->end - from);

	n = n < m->run ? n : m->run;
	m->upto = from + n;
	m->next = m->at;
	*way_in_use(from, n, m->at) = m->end;
}

void
fb_marks_make(struct fb_marks *m, fb_str text, size_t run)
{
	m->run = run;
	m->end = text.p + text.n;
	mark_run(m, text.p);
}

const char *
fb_special_far(struct fb_marks *m, const char *p)
{
	do
		mark_run(m, p < m->upto ? m->upto : p);
	while (*m->next == m->end && m->upto < m->end);
	return *m->next;
}

static bool
use(mark_way *way)
{
	way_in_use = way;
	return true;
}

bool
fb_plain_use(const char *way)
{
	bool any = !strcmp(way, "auto");

#if defined(__x86_64__)
	if ((any || !strcmp(way, "avx2")) && has_avx2())
		return use(mark_avx2);
	if (any || !strcmp(way, "sse2"))
		return use(mark_sse2);
#endif
	return (any || !strcmp(way, "scalar")) && use(mark_scalar);
}
