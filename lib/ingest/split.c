/* split.c - the cells of a line that is written by the book. */
#include <stdint.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "ingest/split.h"

#define END '\x1f'
/* What is compiled once for each set of instructions. */
#define EACH static inline __attribute__((always_inline))

enum { BLOCK = 64 };

/* Of 64 bytes, a bit for each that is a delimiter or a quote. */
struct found {
	uint64_t delims, quotes;
	bool high;             /* some byte is not ASCII */
};

typedef struct found look_way(const char *p, char delim, char quote);

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

static inline struct found
look_sse2(const char *p, char delim, char quote)
{
	__m128i vd = _mm_set1_epi8(delim), vq = _mm_set1_epi8(quote);
	__m128i any = _mm_setzero_si128();
	struct found f = {0};

	for (unsigned i = 0; i < BLOCK; i += sizeof any) {
		__m128i x = _mm_loadu_si128((const __m128i *)(const void *)(p + i));

		any = _mm_or_si128(any, x);
		f.delims |= (uint64_t)(unsigned)_mm_movemask_epi8(
		    _mm_cmpeq_epi8(x, vd)) << i;
		f.quotes |= (uint64_t)(unsigned)_mm_movemask_epi8(
		    _mm_cmpeq_epi8(x, vq)) << i;
	}
	f.high = _mm_movemask_epi8(any) != 0;
	return f;
}

AVX2 static inline struct found
look_avx2(const char *p, char delim, char quote)
{
	__m256i vd = _mm256_set1_epi8(delim), vq = _mm256_set1_epi8(quote);
	__m256i any = _mm256_setzero_si256();
	struct found f = {0};

	for (unsigned i = 0; i < BLOCK; i += sizeof any) {
		__m256i x = _mm256_loadu_si256(
		    (const __m256i *)(const void *)(p + i));

		any = _mm256_or_si256(any, x);
		f.delims |= (uint64_t)(unsigned)_mm256_movemask_epi8(
		    _mm256_cmpeq_epi8(x, vd)) << i;
		f.quotes |= (uint64_t)(unsigned)_mm256_movemask_epi8(
		    _mm256_cmpeq_epi8(x, vq)) << i;
	}
	f.high = _mm256_movemask_epi8(any) != 0;
	return f;
}
#else
static inline struct found
look_scalar(const char *p, char delim, char quote)
{
	struct found f = {0};

	for (unsigned i = 0; i < BLOCK; i++) {
		f.delims |= (uint64_t)(p[i] == delim) << i;
		f.quotes |= (uint64_t)(p[i] == quote) << i;
		f.high |= (unsigned char)p[i] >= 0x80;
	}
	return f;
}
#endif

struct split {
	struct fb_row *row;
	char delim, quote;     /* the same byte when there is no quote */
	char *to;              /* where the next byte of text goes */
	char *cell;            /* where the cell's first byte went */
	bool inside;           /* behind the blocks so far: in quotes */
	bool after_delim, after_close; /* what the last byte was */
	bool odd;              /* in the line */
	bool high;
};

/* A bit for each byte that stands in quotes or opens them: it, and those in
 * front of it, are an odd number of quotes. */
EACH uint64_t
in_quotes(uint64_t quotes)
{
	for (unsigned i = 1; i < BLOCK; i *= 2)
		quotes ^= quotes << i;
	return quotes;
}

/* The first n bits. */
EACH uint64_t
first_bits(size_t n)
{
	return n < BLOCK ? ((uint64_t)1 << n) - 1 : ~(uint64_t)0;
}

/* Does each quote open a cell, close one or follow one that closes? Behind one
 * that closes stands a quote, a delimiter or the line's end. Gives the quotes
 * that are no text: all but the second of two that stand for one. */
EACH uint64_t
check(struct split *t, struct found f, uint64_t inside, size_t left)
{
	uint64_t opens = f.quotes & inside, closes = f.quotes & ~inside;
	uint64_t behind_delim = f.delims << 1 | t->after_delim;
	uint64_t behind_close = closes << 1 | t->after_close;

	t->odd |= (opens & ~(behind_delim | behind_close)) != 0 ||
	    (behind_close & ~(f.delims | f.quotes) & first_bits(left)) != 0;
	t->after_delim = f.delims >> (BLOCK - 1);
	t->after_close = closes >> (BLOCK - 1);
	return f.quotes & ~(opens & behind_close);
}

/* What of a block's quotes is no text; delimiters in quotes are none. */
EACH uint64_t
quotes_of(struct split *t, struct found *f, size_t left)
{
	uint64_t inside;

	if (t->quote == t->delim)
		f->quotes = 0;
	if (!f->quotes && !t->inside && !t->after_close) {
		t->after_delim = f->delims >> (BLOCK - 1);
		return 0;
	}
	inside = in_quotes(f->quotes) ^ (0 - (uint64_t)t->inside);
	t->inside = inside >> (BLOCK - 1);
	f->delims &= ~inside;
	return check(t, *f, inside, left);
}

/* The cell ends where this delimiter went. */
EACH void
end_cell(struct split *t, char *at)
{
	struct fb_row *row = t->row;

	if (row->n == row->cap)
		row->cells = fb_grow(row->cells, &row->cap, row->n + 1,
		    sizeof *row->cells);
	row->cells[row->n++] = (fb_str){ t->cell, (size_t)(at - t->cell) };
	*at = END;
	t->cell = at + 1;
}

/* A block without those of its n bytes that are gone. */
static void
copy_without(char *to, const char *p, size_t n, uint64_t gone)
{
	size_t from = 0;

	for (; gone; gone &= gone - 1) {
		size_t at = (size_t)__builtin_ctzll(gone);

		memcpy(to, p + from, at - from);
		to += at - from;
		from = at + 1;
	}
	memcpy(to, p + from, n - from);
}

/* The n bytes of a block at p, where BLOCK can be read. */
EACH void
take_block(struct split *t, const char *p, size_t n, look_way *look)
{
	struct found f = look(p, t->delim, t->quote);
	uint64_t gone;

	f.delims &= first_bits(n);
	f.quotes &= first_bits(n);
	t->high |= f.high;
	gone = quotes_of(t, &f, n);
	if (!gone)
		memcpy(t->to, p, BLOCK);
	else
		copy_without(t->to, p, n, gone);
	for (; f.delims; f.delims &= f.delims - 1) {
		uint64_t before = (f.delims & -f.delims) - 1;
		int at = __builtin_ctzll(f.delims);

		if (gone)
			at -= __builtin_popcountll(gone & before);
		end_cell(t, t->to + at);
	}
	t->to += n - (gone ? (size_t)__builtin_popcountll(gone) : 0);
}

EACH bool
take_all(struct split *t, fb_str s, look_way *look)
{
	char last[BLOCK] = {0};

	for (; s.n >= BLOCK && !t->odd; s = (fb_str){ s.p + BLOCK, s.n - BLOCK })
		take_block(t, s.p, BLOCK, look);
	if (t->odd)
		return false;
	memcpy(last, s.p, s.n);
	take_block(t, last, s.n, look);
	return !t->inside && !t->odd;
}

typedef bool split_way(struct split *, fb_str);

#if defined(__x86_64__)
static bool
split_plain(struct split *t, fb_str s)
{
	return take_all(t, s, look_sse2);
}

AVX2 static bool
split_avx2(struct split *t, fb_str s)
{
	return take_all(t, s, look_avx2);
}

static bool
has_avx2(void)
{
	return __builtin_cpu_supports("avx2") &&
	    __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}
#else
static bool
split_plain(struct split *t, fb_str s)
{
	return take_all(t, s, look_scalar);
}
#endif

static split_way split_first;
static split_way *split = split_first;

bool
fb_split_use(const char *way)
{
	bool any = !strcmp(way, "auto");

#if defined(__x86_64__)
	if ((any || !strcmp(way, "avx2")) && has_avx2()) {
		split = split_avx2;
		return true;
	}
#endif
	if (!any && strcmp(way, "plain"))
		return false;
	split = split_plain;
	return true;
}

/* Ask the processor, once. */
static bool
split_first(struct split *t, fb_str s)
{
	fb_split_use("auto");
	return split(t, s);
}

bool
fb_split_line(struct fb_row *row, fb_str line, char delim, char quote)
{
	struct split t = { .row = row, .delim = delim,
	    .quote = quote ? quote : delim, .after_delim = true };

	while (line.n && (line.p[line.n - 1] == '\n' ||
	    line.p[line.n - 1] == '\r'))
		line.n--;
	t.to = t.cell = fb_buf_room(&row->text, line.n + BLOCK + 1);
	if (!split(&t, line)) {
		row->n = 0;
		return false;
	}
	end_cell(&t, t.to);
	row->text.n = (size_t)(t.cell - row->text.p);
	row->ascii = !t.high;
	return true;
}
