/* words.c - kinds of characters, and texts without the accidents of writing. */
#include "base/digest.h"
#include "base/utf8.h"
#include "text/icu.h"
#include "text/words.h"

struct range {
	uint32_t from, to;
	enum fb_glyph what;
};

/* Sorted; what is in no row belongs to words. */
static const struct range ranges[] = {
	{ 0x0, 0x20, FB_GLYPH_BLANK }, { 0x21, 0x2f, FB_GLYPH_PUNCT },
	{ 0x3a, 0x40, FB_GLYPH_PUNCT }, { 0x5b, 0x60, FB_GLYPH_PUNCT },
	{ 0x7b, 0x7e, FB_GLYPH_PUNCT }, { 0x7f, 0xa0, FB_GLYPH_BLANK },
	{ 0xa1, 0xa1, FB_GLYPH_PUNCT }, { 0xa7, 0xa7, FB_GLYPH_PUNCT },
	{ 0xab, 0xab, FB_GLYPH_PUNCT }, { 0xb6, 0xb7, FB_GLYPH_PUNCT },
	{ 0xbb, 0xbb, FB_GLYPH_PUNCT }, { 0xbf, 0xbf, FB_GLYPH_PUNCT },
	{ 0x55a, 0x55f, FB_GLYPH_PUNCT }, { 0x589, 0x58a, FB_GLYPH_PUNCT },
	{ 0x5be, 0x5be, FB_GLYPH_PUNCT }, { 0x60c, 0x60d, FB_GLYPH_PUNCT },
	{ 0x61b, 0x61f, FB_GLYPH_PUNCT }, { 0x66a, 0x66d, FB_GLYPH_PUNCT },
	{ 0x6d4, 0x6d4, FB_GLYPH_PUNCT }, { 0x964, 0x965, FB_GLYPH_PUNCT },
	{ 0xe01, 0xeff, FB_GLYPH_JOINED }, { 0x1000, 0x109f, FB_GLYPH_JOINED },
	{ 0x1361, 0x1368, FB_GLYPH_PUNCT }, { 0x1680, 0x1680, FB_GLYPH_BLANK },
	{ 0x1780, 0x17d3, FB_GLYPH_JOINED }, { 0x17d4, 0x17da, FB_GLYPH_PUNCT },
	{ 0x2000, 0x200b, FB_GLYPH_BLANK }, { 0x2010, 0x2027, FB_GLYPH_PUNCT },
	{ 0x2028, 0x202f, FB_GLYPH_BLANK }, { 0x2030, 0x205e, FB_GLYPH_PUNCT },
	{ 0x205f, 0x205f, FB_GLYPH_BLANK }, { 0x3000, 0x3000, FB_GLYPH_BLANK },
	{ 0x3001, 0x3003, FB_GLYPH_PUNCT }, { 0x3005, 0x3007, FB_GLYPH_JOINED },
	{ 0x3008, 0x3020, FB_GLYPH_PUNCT }, { 0x3040, 0x30fa, FB_GLYPH_JOINED },
	{ 0x30fb, 0x30fb, FB_GLYPH_PUNCT }, { 0x30fc, 0x30ff, FB_GLYPH_JOINED },
	{ 0x31f0, 0x31ff, FB_GLYPH_JOINED }, { 0x3400, 0x4dbf, FB_GLYPH_JOINED },
	{ 0x4e00, 0x9fff, FB_GLYPH_JOINED }, { 0xf900, 0xfaff, FB_GLYPH_JOINED },
	{ 0xfeff, 0xfeff, FB_GLYPH_BLANK }, { 0xff01, 0xff0f, FB_GLYPH_PUNCT },
	{ 0xff1a, 0xff20, FB_GLYPH_PUNCT }, { 0xff3b, 0xff40, FB_GLYPH_PUNCT },
	{ 0xff5b, 0xff65, FB_GLYPH_PUNCT }, { 0xff66, 0xff9f, FB_GLYPH_JOINED },
	{ 0x20000, 0x323af, FB_GLYPH_JOINED },
};

static enum fb_glyph
look_up(uint32_t code)
{
	size_t lo = 0, hi = sizeof ranges / sizeof *ranges;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (code > ranges[mid].to)
			lo = mid + 1;
		else if (code < ranges[mid].from)
			hi = mid;
		else
			return ranges[mid].what;
	}
	return FB_GLYPH_WORD;
}

enum fb_glyph
fb_glyph(uint32_t code)
{
	static enum fb_glyph ascii[0x80];
	static bool filled;

	if (code >= 0x80)
		return look_up(code);
	if (!filled) {
		for (uint32_t i = 0; i < 0x80; i++)
			ascii[i] = look_up(i);
		filled = true;
	}
	return ascii[code];
}

const char *
fb_ascii_words(void)
{
	static char shown[0x80];

	if (!shown[' '])
		for (uint32_t i = 0; i < 0x80; i++)
			shown[i] = fb_glyph(i) == FB_GLYPH_WORD ? (char)i : ' ';
	return shown;
}

static bool
is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

enum { ENOUGH = 40, ENOUGH_JOINED = 15 };

bool
fb_enough_words(fb_str text)
{
	struct fb_letters l;
	bool plain = true;
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++) {
		n += is_ascii_letter(text.p[i]);
		plain &= (unsigned char)text.p[i] < 0x80;
		if (n >= ENOUGH)
			return true;
	}
	if (plain)
		return false;
	l = fb_letters(text);
	return l.all >= ENOUGH || l.han + l.kana >= ENOUGH_JOINED;
}

/* Bytes of a mask at the start of s, which is not empty; 0 without one. */
static size_t
mask_at(fb_str s)
{
	size_t n = 1;

	while (n < s.n && ((s.p[n] >= 'A' && s.p[n] <= 'Z') || s.p[n] == '-'))
		n++;
	return s.p[0] == '[' && n > 1 && n < s.n && s.p[n] == ']' ? n + 1 : 0;
}

bool
fb_says_something(fb_str s)
{
	enum fb_glyph last = FB_GLYPH_BLANK, what;
	size_t words = 0, len;

	for (size_t i = 0; i < s.n && words < 2; i += len, last = what) {
		fb_str rest = { s.p + i, s.n - i };

		what = FB_GLYPH_PUNCT;
		if ((len = mask_at(rest)))
			continue;
		what = fb_glyph(fb_utf8_next(rest, &len));
		words += what == FB_GLYPH_JOINED ||
		    (what == FB_GLYPH_WORD && last != what);
	}
	return words >= 2;
}

size_t
fb_reference(fb_str s)
{
	bool mention = s.p[0] == '@';
	size_t n = 1;

	if (!mention && s.p[0] != 'h' && s.p[0] != 'w')
		return 0;
	if (!mention && !fb_str_starts(s, FB_LIT("http://")) &&
	    !fb_str_starts(s, FB_LIT("https://")) &&
	    !fb_str_starts(s, FB_LIT("www.")))
		return 0;
	for (; n < s.n; n++) {
		unsigned char c = (unsigned char)s.p[n];

		if (c <= ' ' || (mention && c != '_' && c < 0x80 &&
		    fb_glyph(c) == FB_GLYPH_PUNCT))
			break;
	}
	return n;
}

static bool
is_in_word(fb_str s, size_t *len)
{
	enum fb_glyph what = fb_glyph(fb_utf8_next(s, len));

	return what == FB_GLYPH_WORD || what == FB_GLYPH_JOINED;
}

/* Bytes of ASCII at the start of s that are of a word. */
static size_t
plain_run(const char *shown, fb_str s)
{
	size_t n = 0;

	while (n < s.n && (unsigned char)s.p[n] < 0x80 &&
	    shown[(unsigned char)s.p[n]] != ' ')
		n++;
	return n;
}

static void
put_bare(struct fb_buf *b, fb_str s)
{
	const char *shown = fb_ascii_words();
	bool gap = true; /* a word starts here */
	size_t start = b->n, len;

	for (size_t i = 0; i < s.n; i += len) {
		fb_str rest = { s.p + i, s.n - i };
		size_t skip = gap ? fb_reference(rest) : 0;
		bool joins;

		if (skip) {
			len = skip;
			continue;
		}
		len = plain_run(shown, rest);
		joins = len > 0 || is_in_word(rest, &len);
		if (joins && gap && b->n > start)
			fb_buf_addc(b, ' ');
		if (joins)
			fb_buf_add(b, (fb_str){ rest.p, len });
		gap = !joins;
	}
}

void
fb_put_bare(struct fb_buf *b, fb_str text)
{
	struct fb_buf folded = {0};

	fb_put_folded(&folded, text);
	put_bare(b, fb_buf_str(&folded));
	fb_buf_release(&folded);
}

uint64_t
fb_bare_hash(fb_str text)
{
	struct fb_buf b = {0};
	struct fb_digest d = {0};

	fb_put_bare(&b, text);
	fb_digest_add(&d, fb_buf_str(&b), FB_LIT(""));
	fb_buf_release(&b);
	return (uint64_t)d.sum;
}
