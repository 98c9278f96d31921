/* icu.c - clusters, sentences, folding. */
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "text/icu.h"

static void
must(UErrorCode e, const char *what)
{
	if (U_FAILURE(e))
		fb_die(FB_FAIL, "ICU cannot %s: %s; is libicu whole?", what,
		    u_errorName(e));
}

/* The one iterator of a kind, set on s; s must outlive its use. */
static UBreakIterator *
iterator(enum fb_part part, fb_str s)
{
	static const UBreakIteratorType kinds[] = {
		[FB_CLUSTER] = UBRK_CHARACTER, [FB_WORD] = UBRK_WORD,
		[FB_SENTENCE] = UBRK_SENTENCE,
	};
	static UBreakIterator *open[3];
	static UText *text;
	UErrorCode e = U_ZERO_ERROR;

	if (!open[part])
		open[part] = ubrk_open(kinds[part], "", NULL, 0, &e);
	must(e, "open its break rules");
	text = utext_openUTF8(text, s.p ? s.p : "", (int64_t)s.n, &e);
	ubrk_setUText(open[part], text, &e);
	must(e, "read a text");
	return open[part];
}

void
fb_cuts_find(struct fb_cuts *c, enum fb_part part, fb_str s)
{
	UBreakIterator *it = iterator(part, s);
	int32_t at;

	c->n = 0;
	ubrk_first(it);
	while ((at = ubrk_next(it)) != UBRK_DONE) {
		c->at = fb_grow(c->at, &c->cap, c->n + 1, sizeof(*c->at));
		c->at[c->n++] = (size_t)at;
	}
}

void
fb_cuts_release(struct fb_cuts *c)
{
	free(c->at);
	*c = (struct fb_cuts){0};
}

size_t
fb_clusters(fb_str s)
{
	UBreakIterator *it = iterator(FB_CLUSTER, s);
	size_t n = 0;

	ubrk_first(it);
	while (ubrk_next(it) != UBRK_DONE)
		n++;
	return n;
}

size_t
fb_cluster_floor(fb_str s, size_t at)
{
	UBreakIterator *it;
	int32_t back;

	if (at >= s.n)
		return s.n;
	it = iterator(FB_CLUSTER, s);
	if (ubrk_isBoundary(it, (int32_t)at))
		return at;
	back = ubrk_preceding(it, (int32_t)at);
	return back == UBRK_DONE ? 0 : (size_t)back;
}

/* So that three times three times the length is still an int32_t. */
enum { MOST = 64 << 20 };

/* An owned UTF-16 text. */
struct wide {
	UChar *p;
	int32_t n, cap;
};

static struct wide
wide_room(int32_t n)
{
	return (struct wide){ fb_zalloc((size_t)n, sizeof(UChar)), 0, n };
}

static struct wide
widen(fb_str s)
{
	UErrorCode e = s.n > MOST ? U_BUFFER_OVERFLOW_ERROR : U_ZERO_ERROR;
	struct wide w;

	must(e, "fold a text of more than 64 MiB");
	w = wide_room((int32_t)s.n + 1);
	u_strFromUTF8WithSub(w.p, w.cap, &w.n, s.p ? s.p : "", (int32_t)s.n,
	    0xfffd, NULL, &e);
	must(e, "read a text");
	return w;
}

/* NFC is at most 3 times as long in UTF-16 (UAX #15, table 10), as is full
 * case folding. */
static void
nfc(struct wide *w)
{
	struct wide to = wide_room(w->n * 3 + 1);
	UErrorCode e = U_ZERO_ERROR;
	const UNormalizer2 *form = unorm2_getNFCInstance(&e);

	if (U_SUCCESS(e))
		to.n = unorm2_normalize(form, w->p, w->n, to.p, to.cap, &e);
	must(e, "normalise a text");
	free(w->p);
	*w = to;
}

static void
fold(struct wide *w)
{
	struct wide to = wide_room(w->n * 3 + 1);
	UErrorCode e = U_ZERO_ERROR;

	to.n = u_strFoldCase(to.p, to.cap, w->p, w->n, U_FOLD_CASE_DEFAULT, &e);
	must(e, "fold a text");
	free(w->p);
	*w = to;
}

static void
put_wide(struct fb_buf *b, struct wide *w)
{
	int32_t n = 0, room = w->n * 3 + 1;
	UErrorCode e = U_ZERO_ERROR;

	u_strToUTF8(fb_buf_room(b, (size_t)room), room, &n, w->p, w->n, &e);
	must(e, "write a text");
	b->n += (size_t)n;
	free(w->p);
}

enum { BLOCK = 16 };

/* Up to BLOCK bytes, those of A-Z made small if asked; false: not all ASCII. */
static bool
copy_ascii(char *to, const char *from, size_t n, bool small)
{
	unsigned char c[BLOCK] = {0}, all = 0;

	memcpy(c, from, n);
	for (size_t i = 0; i < BLOCK; i++)
		all |= c[i];
	if (small)
		for (size_t i = 0; i < BLOCK; i++)
			c[i] |= (unsigned char)(((c[i] - 'A') & 0xff) < 26) << 5;
	memcpy(to, c, n);
	return all < 0x80;
}

/* Append s when it is ASCII, with A-Z made small if asked. */
static bool
put_ascii(struct fb_buf *b, fb_str s, bool small)
{
	char *to = fb_buf_room(b, s.n + 1);
	size_t i = 0;

	for (; i + BLOCK <= s.n; i += BLOCK)
		if (!copy_ascii(to + i, s.p + i, BLOCK, small))
			return false;
	if (!copy_ascii(to + i, s.p + i, s.n - i, small))
		return false;
	b->n += s.n;
	return true;
}

void
fb_put_nfc(struct fb_buf *b, fb_str s)
{
	struct wide w;

	if (put_ascii(b, s, false))
		return;
	w = widen(s);
	nfc(&w);
	put_wide(b, &w);
}

void
fb_put_folded(struct fb_buf *b, fb_str s)
{
	struct wide w;

	if (put_ascii(b, s, true))
		return;
	w = widen(s);
	nfc(&w);
	fold(&w);
	nfc(&w);
	put_wide(b, &w);
}

void
fb_put_sentence(struct fb_buf *b, fb_str s)
{
	size_t len = 0, next;
	uint32_t first = s.n ? fb_utf8_next(s, &len) : FB_UTF8_BAD;
	fb_str rest = { s.p + len, s.n - len };
	char title[4];
	int n = 0;

	if (first != FB_UTF8_BAD && u_islower((UChar32)first) &&
	    !(rest.n && u_isupper((UChar32)fb_utf8_next(rest, &next)))) {
		U8_APPEND_UNSAFE(title, n, u_totitle((UChar32)first));
		fb_buf_add(b, (fb_str){ title, (size_t)n });
		s = rest;
	}
	fb_buf_add(b, s);
}
