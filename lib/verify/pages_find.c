/* pages_find.c - words on a page. */
#include <stdlib.h>

#include "base/utf8.h"
#include "verify/pages_own.h"

enum {
	HEAD = 2000, /* bytes that foot and head of two pages may have */
	SURE = 12,   /* bytes that tell where words go on behind them */
};

/* Bytes of a mark of quotation at i; 0 when there is none. */
static size_t
mark_at(fb_str s, size_t i)
{
	static const char *const marks[] = { "\xe2\x80\x9c", "\xe2\x80\x9d",
	    "\xe2\x80\x9e", "\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xab",
	    "\xc2\xbb", "\xe2\x80\xb9", "\xe2\x80\xba", "\xe3\x80\x8c",
	    "\xe3\x80\x8d", "\xe3\x80\x8e", "\xe3\x80\x8f" };

	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
		size_t n = strlen(marks[k]);

		if (s.n - i >= n && !memcmp(s.p + i, marks[k], n))
			return n;
	}
	return 0;
}

static size_t
common(fb_str page, size_t i, fb_str words, size_t k)
{
	size_t n = 0;

	while (i + n < page.n && k + n < words.n &&
	    page.p[i + n] == words.p[k + n])
		n++;
	return n;
}

/* Where these words end that begin at i; 0 when others do. Behind all of them
 * stands "[…]", too, where the record goes on. */
static size_t
words_end(fb_str page, size_t i, fb_str words)
{
	static const fb_str cut = { "[\xe2\x80\xa6]", 5 };
	size_t n = common(page, i, words, 0), at = i + n;
	fb_str rest = { page.p + at, page.n - at };
	bool is_cut = n && fb_str_starts(rest, cut);

	if (n < words.n && !is_cut)
		return 0;
	return at + (is_cut ? cut.n : 0);
}

/* Where the translation at i ends; i without one, 0 when it is another. */
static size_t
translation_end(fb_str page, size_t i, const struct fb_sought *s)
{
	if (!fb_str_starts((fb_str){ page.p + i, page.n - i }, s->label))
		return i;
	return s->behind.n ? words_end(page, i, s->behind) : 0;
}

/* Where a quotation that opens behind i ends, if it is of these words. */
static size_t
quotation_end(fb_str page, size_t i, const struct fb_sought *s)
{
	size_t at = words_end(page, i, s->words);
	size_t mark = at && at < page.n ? mark_at(page, at) : 0;

	return mark ? translation_end(page, at + mark, s) : 0;
}

static bool
is_rtl(uint32_t c)
{
	return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) ||
	    (c >= 0xfe70 && c < 0xff00);
}

static int
by_code(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* The letters of s that run from right to left, sorted; their number. */
static size_t
rtl_letters(fb_str s, uint32_t *v)
{
	size_t n = 0, len;

	while (s.n) {
		uint32_t c = fb_utf8_next(s, &len);

		if (is_rtl(c))
			v[n++] = c;
		s = (fb_str){ s.p + len, s.n - len };
	}
	if (n)
		qsort(v, n, sizeof *v, by_code);
	return n;
}

/* Words from right to left are read back in pieces and in another order: the
 * same letters are there, each as often. */
static bool
same_letters(fb_str page, fb_str words)
{
	uint32_t *a = fb_zalloc(page.n + 1, sizeof *a);
	uint32_t *b = fb_zalloc(words.n + 1, sizeof *b);
	size_t na = rtl_letters(page, a), nb = rtl_letters(words, b);
	bool same = nb && na == nb && !memcmp(a, b, na * sizeof *a);

	free(a);
	free(b);
	return same;
}

/* The page from the label of a translation on; empty when it cannot be read. */
static fb_str
from_label(fb_str page, const struct fb_sought *s)
{
	while (page.n && !fb_str_starts(page, s->label))
		page = (fb_str){ page.p + 1, page.n - 1 };
	return page;
}

/* The same words, with the translation, which may be turned as well, or not. */
static bool
is_turned(fb_str page, const struct fb_sought *s)
{
	struct fb_buf both = {0};
	bool is;

	fb_buf_add(&both, s->words);
	fb_buf_add(&both, s->behind);
	is = same_letters(page, s->words) ||
	    same_letters(page, fb_buf_str(&both));
	fb_buf_release(&both);
	return is;
}

bool
fb_quote_in(fb_str page, const struct fb_sought *s, size_t *at, size_t *end)
{
	fb_str other;

	for (size_t i = 0; i < page.n; i++) {
		size_t mark = mark_at(page, i);

		if (mark && (*end = quotation_end(page, i + mark, s))) {
			*at = i;
			return true;
		}
	}
	*at = 0;
	*end = page.n;
	other = from_label(page, s);
	return is_turned(page, s) && (!other.n || translation_end(other, 0, s));
}

fb_str
fb_passage_in(fb_str page)
{
	static const char *const open = "\xe2\x80\x9c", *const close =
	    "\xe2\x80\x9d";
	size_t chars = 0;
	const char *from = NULL;

	for (size_t i = 0; i + 3 <= page.n; i++) {
		if (!memcmp(page.p + i, open, 3)) {
			from = page.p + i + 3;
			chars = 0;
		} else if (from && !memcmp(page.p + i, close, 3)) {
			if (chars > FB_RUN)
				return (fb_str){ from,
				    (size_t)(page.p + i - from) };
			from = NULL;
		}
		chars += ((unsigned char)page.p[i] & 0xc0) != 0x80;
	}
	return (fb_str){ NULL, 0 };
}

/* Where the words go on behind an FF, from there on; 0 when they do not. */
static size_t
go_on(fb_str page, size_t i, fb_str words, size_t k)
{
	size_t left = words.n - k, sure = left < SURE ? left : SURE;

	for (size_t at = i; at < page.n && at < i + HEAD; at++)
		if (common(page, at, words, k) >= sure)
			return at;
	return 0;
}

/* All the words from the page's start on; where they end, or 0. */
static size_t
flow_end(fb_str page, fb_str words)
{
	size_t i = 0, k = 0, n;

	for (;;) {
		n = common(page, i, words, k);
		i += n;
		k += n;
		if (k == words.n)
			break;
		if (i == page.n || page.p[i] != '\f' ||
		    !(n = go_on(page, i, words, k)))
			return 0;
		i = n;
	}
	return i;
}

bool
fb_letter_in(fb_str page, const struct fb_sought *s, size_t *end)
{
	struct fb_buf all = {0};
	fb_str other;

	fb_buf_add(&all, s->words);
	fb_buf_add(&all, s->behind);
	*end = flow_end(page, fb_buf_str(&all));
	fb_buf_release(&all);
	if (*end || !(s->words.n + s->behind.n))
		return true;
	*end = page.n;
	other = from_label(page, s);
	return is_turned(page, s) &&
	    (!other.n || (s->behind.n && flow_end(other, s->behind)));
}
