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

bool
fb_utf8_valid(fb_str s)
{
	size_t len;

	for (; s.n; s = (fb_str){ s.p + len, s.n - len })
		if (fb_utf8_next(s, &len) == FB_UTF8_BAD)
			return false;
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
