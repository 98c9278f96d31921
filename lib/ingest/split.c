/* split.c - the cells of a line that is written by the book. */
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "ingest/split.h"

#define END '\x1f'

enum { BLOCK = 64, STEP = 16 };

/* Of 64 bytes, a bit for each that is a delimiter or a quote. */
struct found {
	uint64_t delims, quotes;
	bool high;             /* some byte is not ASCII */
};

static struct found
look(const char *p, char delim, char quote)
{
	struct found f = {0};
#ifdef __SSE2__
	__m128i vd = _mm_set1_epi8(delim), vq = _mm_set1_epi8(quote);
	__m128i any = _mm_setzero_si128();

	for (unsigned i = 0; i < BLOCK; i += STEP) {
		__m128i x = _mm_loadu_si128((const __m128i *)(p + i));

		any = _mm_or_si128(any, x);
		f.delims |= (uint64_t)(unsigned)_mm_movemask_epi8(
		    _mm_cmpeq_epi8(x, vd)) << i;
		f.quotes |= (uint64_t)(unsigned)_mm_movemask_epi8(
		    _mm_cmpeq_epi8(x, vq)) << i;
	}
	f.high = _mm_movemask_epi8(any) != 0;
#else
	for (unsigned i = 0; i < BLOCK; i++) {
		f.delims |= (uint64_t)(p[i] == delim) << i;
		f.quotes |= (uint64_t)(p[i] == quote) << i;
		f.high |= (unsigned char)p[i] >= 0x80;
	}
#endif
	return f;
}

struct split {
	struct fb_row *row;
	fb_str s;
	char delim, quote;     /* the same byte when there is no quote */
	char *to;              /* where the next byte of text goes */
	size_t start;          /* of the cell */
	bool inside;           /* behind the blocks so far: in quotes */
	bool after_delim, after_close; /* what the last byte was */
	bool doubled, odd;     /* in the line */
	bool high;
};

/* A bit for each byte that stands in quotes or opens them: it, and those in
 * front of it, are an odd number of quotes. */
static uint64_t
in_quotes(uint64_t quotes)
{
	for (unsigned i = 1; i < BLOCK; i *= 2)
		quotes ^= quotes << i;
	return quotes;
}

/* Does each quote open a cell, close one or follow one that closes? Behind one
 * that closes stands a quote, a delimiter or the line's end. */
static void
check(struct split *t, struct found f, uint64_t inside, size_t left)
{
	uint64_t opens = f.quotes & inside, closes = f.quotes & ~inside;
	uint64_t behind_delim = f.delims << 1 | t->after_delim;
	uint64_t behind_close = closes << 1 | t->after_close;
	uint64_t there = left < BLOCK ? ((uint64_t)1 << left) - 1 :
	    ~(uint64_t)0;

	t->doubled |= (opens & behind_close) != 0;
	t->odd |= (opens & ~(behind_delim | behind_close)) != 0 ||
	    (behind_close & ~(f.delims | f.quotes) & there) != 0;
	t->after_delim = f.delims >> (BLOCK - 1);
	t->after_close = closes >> (BLOCK - 1);
}

/* Every quote in s is doubled: keep one of each two. */
static char *
copy_doubled(char *to, fb_str s, char quote)
{
	for (size_t i = 0; i < s.n; i++) {
		*to++ = s.p[i];
		i += s.p[i] == quote;
	}
	return to;
}

/* Copies whole steps where the line has that many bytes left. */
static char *
copy(const struct split *t, size_t from, size_t n)
{
	const char *p = t->s.p + from;

	if (from + n + STEP > t->s.n) {
		memcpy(t->to, p, n);
		return t->to + n;
	}
	for (size_t i = 0; i < n; i += STEP)
		memcpy(t->to + i, p + i, STEP);
	return t->to + n;
}

static void
end_cell(struct split *t, size_t at)
{
	struct fb_row *row = t->row;
	size_t from = t->start, n = at - from;
	char *was = t->to;
	bool quoted = n && t->s.p[from] == t->quote;

	from += quoted;
	n -= quoted ? 2 : 0;
	if (quoted && t->doubled)
		t->to = copy_doubled(t->to, (fb_str){ t->s.p + from, n },
		    t->quote);
	else
		t->to = copy(t, from, n);
	if (row->n == row->cap)
		row->cells = fb_grow(row->cells, &row->cap, row->n + 1,
		    sizeof *row->cells);
	row->cells[row->n++].n = (size_t)(t->to - was);
	*t->to++ = END;
	t->start = at + 1;
}

/* The block at a place in the line; bytes behind its end are neither. */
static struct found
block_at(const struct split *t, size_t at)
{
	char last[BLOCK] = {0};
	size_t left = t->s.n - at;
	uint64_t there;
	struct found f;

	if (left >= BLOCK)
		return look(t->s.p + at, t->delim, t->quote);
	memcpy(last, t->s.p + at, left);
	f = look(last, t->delim, t->quote);
	there = ((uint64_t)1 << left) - 1;
	f.delims &= there;
	f.quotes &= there;
	return f;
}

static bool
take_all(struct split *t)
{
	for (size_t at = 0; at < t->s.n && !t->odd; at += BLOCK) {
		struct found f = block_at(t, at);
		uint64_t inside = 0;

		t->high |= f.high;
		if (t->quote == t->delim)
			f.quotes = 0;
		if (f.quotes || t->inside || t->after_close) {
			inside = in_quotes(f.quotes) ^
			    (0 - (uint64_t)t->inside);
			t->inside = inside >> (BLOCK - 1);
			f.delims &= ~inside;
			check(t, f, inside, t->s.n - at);
		} else {
			t->after_delim = f.delims >> (BLOCK - 1);
		}
		for (; f.delims && !t->odd; f.delims &= f.delims - 1)
			end_cell(t, at + (size_t)__builtin_ctzll(f.delims));
	}
	return !t->inside && !t->odd;
}

bool
fb_split_line(struct fb_row *row, fb_str line, char delim, char quote)
{
	struct split t = { .row = row, .delim = delim,
	    .quote = quote ? quote : delim, .after_delim = true };

	while (line.n && (line.p[line.n - 1] == '\n' ||
	    line.p[line.n - 1] == '\r'))
		line.n--;
	t.s = line;
	t.to = fb_buf_room(&row->text, line.n + 1 + STEP);
	if (!take_all(&t)) {
		row->n = 0;
		return false;
	}
	end_cell(&t, line.n);
	row->text.n = (size_t)(t.to - row->text.p);
	row->ascii = !t.high;
	return true;
}
