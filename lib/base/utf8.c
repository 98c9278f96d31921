/* utf8.c - decode, check and mend UTF-8. */
#include "base/utf8.h"

/* Length by lead byte, and the range of the second byte (the others are
 * 80..BF): this is all that table 3-7 says. */
static int
shape(unsigned char lead, unsigned char *lo, unsigned char *hi)
{
	*lo = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
	*hi = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
	if (lead < 0x80)
		return 1;
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

uint32_t
fb_utf8_next(fb_str s, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.p;
	unsigned char lo, hi;
	int n = shape(*p, &lo, &hi);
	uint32_t c;

	*len = 1;
	if (n <= 1)
		return n ? *p : FB_UTF8_BAD;
	c = *p & (0x7f >> n);
	for (; *len < (size_t)n; ++*len, lo = 0x80, hi = 0xbf) {
		if (*len >= s.n || p[*len] < lo || p[*len] > hi)
			return FB_UTF8_BAD;
		c = c << 6 | (p[*len] & 0x3f);
	}
	return c;
}

static bool
is_rest(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* Bytes of ASCII, eight at a time, in front of others. */
static size_t
skip_ascii(const char *p, size_t n)
{
	size_t i = 0;
	uint64_t w;

	for (; i + sizeof w <= n; i += sizeof w) {
		memcpy(&w, p + i, sizeof w);
		if (w & 0x8080808080808080u)
			break;
	}
	while (i < n && (unsigned char)p[i] < 0x80)
		i++;
	return i;
}

/* The sequences of two and three bytes whose bytes may be any of their kind;
 * 0: it is another, or ill-formed. */
static size_t
plain_sequence(const unsigned char *p, size_t n)
{
	if (n > 2 && p[0] > 0xe0 && p[0] < 0xf0 && p[0] != 0xed &&
	    is_rest(p[1]) && is_rest(p[2]))
		return 3;
	return n > 1 && p[0] >= 0xc2 && p[0] < 0xe0 && is_rest(p[1]) ? 2 : 0;
}

bool
fb_utf8_valid(fb_str s)
{
	size_t i = 0, len;

	while (i < s.n) {
		if ((unsigned char)s.p[i] < 0x80) {
			i += skip_ascii(s.p + i, s.n - i);
			continue;
		}
		len = plain_sequence((const unsigned char *)s.p + i, s.n - i);
		if (!len && fb_utf8_next((fb_str){ s.p + i, s.n - i }, &len) ==
		    FB_UTF8_BAD)
			return false;
		i += len;
	}
	return true;
}

void
fb_put_utf8(struct fb_buf *b, uint32_t c)
{
	char t[4];
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = n; i-- > 1; c >>= 6)
		t[i] = (char)(0x80 | (c & 0x3f));
	t[0] = (char)(n == 1 ? c : (0xf00u >> n & 0xff) | c);
	fb_buf_add(b, (fb_str){ t, n });
}

size_t
fb_utf8_mend(struct fb_buf *b, fb_str s)
{
	size_t len, mended = 0;

	for (; s.n; s = (fb_str){ s.p + len, s.n - len }) {
		bool bad = fb_utf8_next(s, &len) == FB_UTF8_BAD;

		fb_buf_add(b, bad ? FB_LIT("\xef\xbf\xbd") : (fb_str){ s.p, len });
		mended += bad;
	}
	return mended;
}
