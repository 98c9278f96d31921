/* ascii.c - characters as escapes, and escapes as characters. */
#include "base/utf8.h"
#include "record/ascii.h"

static void
put_unit(struct fb_buf *b, uint32_t unit)
{
	static const char hex[] = "0123456789abcdef";
	char *to = fb_buf_room(b, 6);

	*to++ = '\\';
	*to++ = 'u';
	for (int shift = 12; shift >= 0; shift -= 4)
		*to++ = hex[unit >> shift & 15];
	b->n += 6;
}

static void
put_escaped(struct fb_buf *b, uint32_t c)
{
	if (c > 0xffff) {
		put_unit(b, 0xd800 + ((c - 0x10000) >> 10));
		c = 0xdc00 + ((c - 0x10000) & 0x3ff);
	}
	put_unit(b, c);
}

void
fb_put_ascii(struct fb_buf *b, fb_str s)
{
	while (s.n) {
		size_t run = 0;

		while (run < s.n && (unsigned char)s.p[run] < 0x80)
			run++;
		fb_buf_add(b, (fb_str){ s.p, run });
		s = (fb_str){ s.p + run, s.n - run };
		if (!s.n)
			break;
		put_escaped(b, fb_utf8_next(s, &run));
		s = (fb_str){ s.p + run, s.n - run };
	}
}

static int
digit(char c)
{
	return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

/* The unit of the \uXXXX at p. */
static uint32_t
unit_at(const char *p)
{
	uint32_t v = 0;

	for (int i = 2; i < 6; i++)
		v = v << 4 | (uint32_t)digit(p[i]);
	return v;
}

/* The character of the escape at p, which is a \u, and its length. */
static uint32_t
char_at(const char *p, size_t *len)
{
	uint32_t c = unit_at(p);

	*len = 6;
	if (c < 0xd800 || c > 0xdbff)
		return c;
	*len = 12;
	return 0x10000 + ((c - 0xd800) << 10) + (unit_at(p + 6) - 0xdc00);
}

void
fb_put_unascii(struct fb_buf *b, fb_str s)
{
	while (s.n) {
		const char *at = memchr(s.p, '\\', s.n);
		size_t run = at ? (size_t)(at - s.p) : s.n, len = 2;
		uint32_t c = 0;

		fb_buf_add(b, (fb_str){ s.p, run });
		if (!at)
			return;
		if (at[1] == 'u')
			c = char_at(at, &len);
		if (c > 0x7f)
			fb_put_utf8(b, c);
		else
			fb_buf_add(b, (fb_str){ at, len });
		s = (fb_str){ at + len, s.n - run - len };
	}
}

bool
fb_is_escaped(fb_str s)
{
	const char *at;

	while (s.n > 5 && (at = memchr(s.p, '\\', s.n - 5))) {
		if (at[1] == 'u' && unit_at(at) > 0x7f)
			return true;
		s = (fb_str){ at + 2, s.n - (size_t)(at + 2 - s.p) };
	}
	return false;
}
