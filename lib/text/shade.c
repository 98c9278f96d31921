/* shade.c - from characters to the classes that detectors tell apart. */
#include <stdlib.h>

#include "base/utf8.h"
#include "text/shade.h"
#include "text/shade_fast.h"

struct range {
	uint32_t first, last;
};

static bool
within(uint32_t c, const struct range *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (c >= r[i].first && c <= r[i].last)
			return true;
	return false;
}

#define IN(c, table) within((c), (table), sizeof (table) / sizeof *(table))

static const struct range no_width[] = {
	{ 0x80, 0x84 }, { 0x86, 0x9F }, { 0xAD, 0xAD }, { 0x34F, 0x34F }, { 0x200B, 0x200F },
	{ 0x202A, 0x202E }, { 0x2060, 0x2064 }, { 0x2066, 0x2069 },
	{ 0x20E3, 0x20E3 }, { 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF },
};
static const struct range space[] = {
	{ 0x85, 0x85 }, { 0xA0, 0xA0 }, { 0x1680, 0x1680 }, { 0x2000, 0x200A },
	{ 0x202F, 0x202F }, { 0x205F, 0x205F }, { 0x3000, 0x3000 },
};
static const struct range dash[] = {
	{ 0x2010, 0x2015 }, { 0x2212, 0x2212 }, { 0xFE58, 0xFE58 },
	{ 0xFE63, 0xFE63 },
};
/* Runs of ten decimal digits. */
static const struct range digit[] = {
	{ 0x660, 0x669 }, { 0x6F0, 0x6F9 }, { 0x966, 0x96F }, { 0x9E6, 0x9EF },
	{ 0x1D7CE, 0x1D7FF },
};
/* Latin, Greek, Cyrillic, Armenian, Hebrew, Georgian; combining marks. */
static const struct range letter[] = {
	{ 0xAA, 0xAA }, { 0xB5, 0xB5 }, { 0xBA, 0xBA }, { 0xC0, 0xD6 },
	{ 0xD8, 0xF6 }, { 0xF8, 0x2FF }, { 0x300, 0x34E }, { 0x350, 0x556 },
	{ 0x561, 0x587 }, { 0x5D0, 0x5EA }, { 0x10A0, 0x10FF },
	{ 0x1E00, 0x1FFF },
};
static const struct range cjk[] = {
	{ 0x1100, 0x11FF }, { 0x2E80, 0x2FDF }, { 0x3005, 0x3007 },
	{ 0x3041, 0x318F }, { 0x31F0, 0x31FF }, { 0x3400, 0x4DBF },
	{ 0x4E00, 0x9FFF }, { 0xAC00, 0xD7AF }, { 0xF900, 0xFAFF },
	{ 0xFF66, 0xFF9D }, { 0x20000, 0x3FFFF },
	/* Thai, Lao, Tibetan, Burmese, Khmer. */
	{ 0xE01, 0xE4E }, { 0xE81, 0xECF }, { 0xF40, 0xFBC },
	{ 0x1000, 0x103F }, { 0x1050, 0x108F }, { 0x1780, 0x17D3 },
};
/* Arabic and its neighbours, the scripts of India, Ethiopic; with their marks,
 * without their punctuation. */
static const struct range other[] = {
	{ 0x610, 0x61A }, { 0x620, 0x65F }, { 0x66E, 0x6D3 }, { 0x6D5, 0x6DC },
	{ 0x6DF, 0x6EF }, { 0x6FA, 0x6FC }, { 0x6FF, 0x6FF }, { 0x710, 0x8FF },
	{ 0x900, 0x963 }, { 0x971, 0xDF3 }, { 0x1200, 0x135F },
	{ 0x1380, 0x138F }, { 0xFB50, 0xFDFB }, { 0xFE70, 0xFEFC },
};

static unsigned char
ascii(uint32_t c)
{
	if (c >= 'A' && c <= 'Z')
		return (unsigned char)(c + 32);
	if (c >= '\n' && c <= '\r')
		return '\n';
	if (c == '\t')
		return ' ';
	return (unsigned char)(c < 0x20 || c == 0x7F ? 0 : c);
}

static unsigned char
decimal(uint32_t c)
{
	uint32_t zero = c >= 0x1D7CE ? 0x1D7CE : c >= 0x9E6 ? 0x9E6 :
	    c >= 0x966 ? 0x966 : c >= 0x6F0 ? 0x6F0 : 0x660;

	return (unsigned char)('0' + (c - zero) % 10);
}

/* 0 leaves the character out, as the gate does with controls. */
static unsigned char
class_of(uint32_t c)
{
	if (c < 0x80)
		return ascii(c);
	if (c >= 0xFF01 && c <= 0xFF5E)
		return ascii(c - 0xFEE0);
	if (IN(c, cjk))
		return FB_SHADE_CJK;
	if (IN(c, letter))
		return FB_SHADE_LETTER;
	if (IN(c, no_width))
		return 0;
	if (IN(c, space))
		return ' ';
	if (IN(c, dash))
		return '-';
	if (IN(c, digit))
		return decimal(c);
	return IN(c, other) ? FB_SHADE_OTHER : FB_SHADE_SIGN;
}

void
fb_shade_cast(struct fb_shade *s, fb_str text)
{
	size_t n, len, i;

	s->text = text;
	s->at = fb_grow(s->at, &s->cap, text.n + 1, sizeof *s->at);
	s->buf.n = 0;
	s->p = (unsigned char *)fb_buf_room(&s->buf, text.n + 1);
	n = i = fb_shade_plain(text, 0, s->p, s->at);
	for (; i < text.n; i += len) {
		unsigned char c = (unsigned char)text.p[i];

		/* Behind a blank words go on, most often in plain ASCII. */
		if (c == ' ' && (len = fb_shade_plain(text, i, s->p + n,
		    s->at + n))) {
			n += len;
			continue;
		}
		len = 1;
		c = c < 0x80 ? ascii(c) : class_of(fb_utf8_next(
		    (fb_str){ text.p + i, text.n - i }, &len));
		s->p[n] = c;
		s->at[n] = (uint32_t)i;
		n += c != 0;
	}
	s->p[n] = 0;
	s->n = n;
}

void
fb_shade_wall(struct fb_shade *s, size_t start, size_t end)
{
	size_t lo = 0, hi = s->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->at[mid] < start)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < s->n && s->at[lo] < end; lo++)
		s->p[lo] = FB_SHADE_WALL;
}

size_t
fb_shade_end(const struct fb_shade *s, size_t i)
{
	size_t from = s->at[i - 1], len;

	fb_utf8_next((fb_str){ s->text.p + from, s->text.n - from }, &len);
	return from + len;
}

/* Latin-1, the pairs of Latin Extended-A and Additional, Greek and Cyrillic. */
static bool
is_capital(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	if (c >= 0xFF21 && c <= 0xFF3A)
		return true;
	if (c >= 0x100 && c <= 0x17F)
		return (c >= 0x139 && c <= 0x148) || c >= 0x179 ? c & 1 : !(c & 1);
	if (c >= 0x1E00 && c <= 0x1EFF)
		return !(c & 1);
	return (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
	    (c >= 0x386 && c <= 0x3AB && c != 0x390) ||
	    (c >= 0x400 && c <= 0x42F);
}

static uint32_t
lower(uint32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E)
		c -= 0xFEE0;
	if (!is_capital(c))
		return c;
	if ((c >= 0x100 && c <= 0x17F) || c >= 0x1E00)
		return c == 0x178 ? 0xFF : c + 1;
	if (c >= 0x400 && c <= 0x40F)
		return c + 80;
	return c + 32;
}

void
fb_put_lower(struct fb_buf *b, fb_str text)
{
	for (size_t i = 0, len; i < text.n; i += len) {
		uint32_t c = fb_utf8_next((fb_str){ text.p + i, text.n - i }, &len);

		if (c < 0x80)
			fb_buf_addc(b, (char)lower(c));
		else if (!IN(c, no_width))
			fb_put_utf8(b, lower(c));
	}
}

fb_str
fb_shade_text(const struct fb_shade *s, size_t start, size_t end)
{
	return (fb_str){ s->text.p + s->at[start],
	    fb_shade_end(s, end) - s->at[start] };
}

bool
fb_is_upper(const struct fb_shade *s, size_t i)
{
	size_t from, len;

	if (!fb_is_letter(s->p[i]))
		return false;
	from = s->at[i];
	return is_capital(fb_utf8_next((fb_str){ s->text.p + from,
	    s->text.n - from }, &len));
}

void
fb_shade_release(struct fb_shade *s)
{
	fb_buf_release(&s->buf);
	free(s->at);
	*s = (struct fb_shade){0};
}
