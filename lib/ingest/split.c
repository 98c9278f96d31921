/* split.c - the cells of a line that is written by the book. */
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "ingest/split.h"

#define END '\x1f'

enum { BLOCK = 64 };

/* A bit for each of 64 bytes that is a or b. */
static uint64_t
specials(const char *p, char a, char b)
{
	uint64_t bits = 0;
#ifdef __SSE2__
	__m128i va = _mm_set1_epi8(a), vb = _mm_set1_epi8(b);

	for (unsigned i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(p + i));
		__m128i hit = _mm_or_si128(_mm_cmpeq_epi8(x, va),
		    _mm_cmpeq_epi8(x, vb));

		bits |= (uint64_t)(unsigned)_mm_movemask_epi8(hit) << i;
	}
#else
	for (unsigned i = 0; i < BLOCK; i++)
		bits |= (uint64_t)(p[i] == a || p[i] == b) << i;
#endif
	return bits;
}

/* Bits of the block at i; bytes behind the line's end are none. */
static uint64_t
block_at(fb_str s, size_t i, char a, char b)
{
	char last[BLOCK] = {0};
	size_t left = s.n - i;

	if (left >= BLOCK)
		return specials(s.p + i, a, b);
	memcpy(last, s.p + i, left);
	return specials(last, a, b) & ((UINT64_C(1) << left) - 1);
}

struct split {
	struct fb_row *row;
	fb_str s;
	char delim, quote;
	char *to;      /* where the next byte of text goes */
	size_t start;  /* of the cell */
	size_t shut;   /* where its quote closed */
	bool quoted, closed, doubled;
};

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

static void
end_cell(struct split *t, size_t at)
{
	struct fb_row *row = t->row;
	fb_str s = { t->s.p + t->start, at - t->start };
	char *from = t->to;

	if (t->closed)
		s = (fb_str){ s.p + 1, t->shut - t->start - 1 };
	if (t->doubled) {
		t->to = copy_doubled(t->to, s, t->quote);
	} else {
		memcpy(t->to, s.p, s.n);
		t->to += s.n;
	}
	if (row->n == row->cap)
		row->cells = fb_grow(row->cells, &row->cap, row->n + 1,
		    sizeof *row->cells);
	row->cells[row->n++].n = (size_t)(t->to - from);
	*t->to++ = END;
	t->start = at + 1;
	t->closed = t->doubled = false;
}

/* A delimiter or a quote at i; false when it is odd. *skip: the next one is
 * the second of two quotes. */
static bool
take(struct split *t, size_t i, bool *skip)
{
	char next = i + 1 < t->s.n ? t->s.p[i + 1] : t->delim;

	if (t->s.p[i] == t->delim) {
		if (!t->quoted)
			end_cell(t, i);
		return true;
	}
	if (!t->quoted) {
		t->quoted = i == t->start;
		return t->quoted;
	}
	if (next == t->quote && i + 1 < t->s.n) {
		t->doubled = *skip = true;
		return true;
	}
	t->quoted = false;
	t->closed = true;
	t->shut = i;
	return next == t->delim;
}

static bool
take_all(struct split *t)
{
	char other = t->quote ? t->quote : t->delim;
	bool skip = false;

	for (size_t at = 0; at < t->s.n; at += BLOCK) {
		uint64_t bits = block_at(t->s, at, t->delim, other);

		for (; bits; bits &= bits - 1) {
			size_t i = at + (size_t)__builtin_ctzll(bits);

			if (skip)
				skip = false;
			else if (!take(t, i, &skip))
				return false;
		}
	}
	return !t->quoted;
}

bool
fb_split_line(struct fb_row *row, fb_str line, char delim, char quote)
{
	struct split t = { .row = row, .delim = delim, .quote = quote };

	while (line.n && (line.p[line.n - 1] == '\n' ||
	    line.p[line.n - 1] == '\r'))
		line.n--;
	t.s = line;
	t.to = fb_buf_room(&row->text, line.n + 1);
	if (!take_all(&t)) {
		row->n = 0;
		return false;
	}
	end_cell(&t, line.n);
	row->text.n = (size_t)(t.to - row->text.p);
	return true;
}
