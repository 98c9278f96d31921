/* anchors.c - from bytes to words, and to those that may be anchors. */
#include "text/anchors.h"
#include "text/phrase.h"

/* Of the bytes of a text: a letter's lower case, 0x80 for the first byte of a
 * letter beyond ASCII, 1 for those behind it, else 0. */
static unsigned char text_class[256];
/* Of those of a shade: a letter itself, else 0. */
static unsigned char shade_class[256];

static unsigned char
letter_at(unsigned char c)
{
	if (c < 0x80)
		return (unsigned char)((c | 32) - 'a') < 26 ? c | 32 : 0;
	return c < 0xC0 ? 1 : (c > 0xC2 && c < 0xE0) || c == 0xE1 ? 0x80 : 0;
}

static void
make_classes(void)
{
	if (text_class['a'])
		return;
	for (unsigned c = 0; c < 256; c++) {
		text_class[c] = letter_at((unsigned char)c);
		shade_class[c] = fb_is_letter((unsigned char)c) ?
		    (unsigned char)c : 0;
	}
}

void
fb_anchors_text(struct fb_anchors *a, const struct fb_phrases *r, fb_str text,
    bool digits)
{
	make_classes();
	a->p = (const unsigned char *)text.p;
	a->n = text.n;
	a->heads = r->heads[digits ? 0 : 1];
	a->seen = r->seen;
	a->class = text_class;
	a->at = a->step = a->slow = a->slow_end = 0;
	a->starts = 0;
}

void
fb_anchors_shade(struct fb_anchors *a, const struct fb_phrases *r,
    const struct fb_shade *s, size_t from)
{
	fb_anchors_text(a, r, (fb_str){ (const char *)s->p, s->n }, true);
	a->class = shade_class;
	a->at = from;
}

/* The next word that is read letter by letter. */
static bool
next_slowly(struct fb_anchors *a, struct fb_span *word)
{
	uint32_t h = 0;

	while (a->slow < a->slow_end) {
		size_t start, i;

		/* Bytes behind a sign's first one. */
		while (a->slow < a->slow_end && a->class[a->p[a->slow]] == 1)
			a->slow++;
		start = i = a->slow;
		for (h = 0; i < a->slow_end && a->class[a->p[i]]; i++)
			if (a->class[a->p[i]] > 1)
				h = fb_word_step(h, a->class[a->p[i]]);
		a->slow = i + 1;
		*word = (struct fb_span){ start, i };
		if (h && a->seen[h >> 22] >> (h >> 16) % 64 & 1)
			return true;
	}
	return false;
}

#if defined(__x86_64__)
#include <emmintrin.h>

/* The block's words as bits, those of bytes that are not ASCII too; gives the
 * bits of its backslashes. */
static uint64_t
read_block(struct fb_anchors *a)
{
	uint64_t slashes = 0;

	a->words = a->others = 0;
	for (int i = 0; i < 4; i++) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)
		    (a->block + 16 * i));
		__m128i low = _mm_or_si128(v, _mm_set1_epi8(0x20));
		__m128i letter = _mm_and_si128(
		    _mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
		    _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)));
		__m128i slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
		__m128i word = _mm_or_si128(letter, _mm_and_si128(v,
		    _mm_set1_epi8((char)0x80)));

		a->words |= (uint64_t)(unsigned)_mm_movemask_epi8(word) << 16 * i;
		a->others |= (uint64_t)(unsigned)_mm_movemask_epi8(v) << 16 * i;
		slashes |= (uint64_t)(unsigned)_mm_movemask_epi8(slash) << 16 * i;
	}
	return slashes;
}

/* A word that the block cuts off begins the next one, with a backslash in front
 * of it; 0 when there is nothing but that. */
static size_t
cut(struct fb_anchors *a, uint64_t slashes)
{
	uint64_t gaps = ~a->words;
	unsigned from = gaps ? FB_BLOCK - (unsigned)__builtin_clzll(gaps) : 0;

	if (from < FB_BLOCK)
		a->words &= ((uint64_t)1 << from) - 1;
	if (from && slashes >> (from - 1) & 1)
		from--;
	return from;
}

/* The end of a word of 64 letters or more, or of a text without blanks. */
static size_t
long_end(const struct fb_anchors *a)
{
	size_t i = a->at + FB_BLOCK;

	while (i < a->n && a->class[a->p[i]])
		i++;
	return i < a->n ? i : a->n;
}

static bool
next_block(struct fb_anchors *a)
{
	uint64_t slashes;

	a->at += a->step;
	if (a->at >= a->n)
		return false;
	a->block = a->p + a->at;
	if (a->at + sizeof a->rest > a->n) {
		memset(a->rest, 0, sizeof a->rest);
		a->block = memcpy(a->rest, a->block, a->n - a->at);
	}
	slashes = read_block(a);
	a->step = cut(a, slashes);
	/* The letter behind a backslash may belong to an escape: "\nDear" is a
	 * line break and a word. */
	a->starts = (a->words & ~(a->words << 1)) | (slashes << 2 & a->words);
	if (!a->step) {
		a->slow = a->at;
		a->slow_end = long_end(a);
		a->step = a->slow_end - a->at;
		a->starts = 0;
	}
	return true;
}

bool
fb_anchors_next(struct fb_anchors *a, struct fb_span *found)
{
	for (;;) {
		if (a->slow < a->slow_end && next_slowly(a, found))
			return true;
		for (; a->starts; a->starts &= a->starts - 1) {
			unsigned s = (unsigned)__builtin_ctzll(a->starts);
			unsigned len = (unsigned)__builtin_ctzll(~(a->words >> s));
			uint64_t word = (((uint64_t)1 << len) - 1) << s, eight;
			unsigned h;

			*found = (struct fb_span){ a->at + s, a->at + s + len };
			if (word & a->others) {
				a->slow = found->start;
				a->slow_end = found->end;
				a->starts &= a->starts - 1;
				break;
			}
			memcpy(&eight, a->block + s, sizeof eight);
			h = fb_word_key(eight, len);
			if (a->heads[h / 64] >> h % 64 & 1) {
				a->starts &= a->starts - 1;
				return true;
			}
		}
		if (a->slow >= a->slow_end && !a->starts && !next_block(a))
			return false;
	}
}
#else
/* All of it, once more from behind each backslash: "\nDear". */
bool
fb_anchors_next(struct fb_anchors *a, struct fb_span *found)
{
	for (;;) {
		if (next_slowly(a, found))
			return true;
		if (a->at > a->n)
			return false;
		a->slow = a->at;
		while (a->at < a->n && a->p[a->at] != '\\')
			a->at++;
		a->slow_end = a->at < a->n ? a->at + 2 : a->n;
		a->at = a->at < a->n ? a->at + 2 : a->n + 1;
	}
}
#endif
