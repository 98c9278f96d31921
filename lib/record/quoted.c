/* quoted.c - is what stands between two quotes a JSON string? */
#include <string.h>

#include "base/utf8.h"
#include "record/check.h"

static const char ends_early[] = "ends too early";

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four digits behind "\u" at p; -1 when they are not there. */
static int
code_unit(const char *p, const char *end)
{
	int v = 0;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++) {
		int d = hex_digit(p[i]);

		if (d < 0)
			return -1;
		v = v << 4 | d;
	}
	return v;
}

static const char *
escape(struct fb_cursor *c)
{
	int first, second;

	if (c->end - c->p < 2)
		return ends_early;
	if (c->p[1] != 'u') {
		if (!c->p[1] || !strchr("\"\\/bfnrt", c->p[1]))
			return "unknown escape in a string";
		c->p += 2;
		return NULL;
	}
	if ((first = code_unit(c->p, c->end)) < 0)
		return "\\u without four hexadecimal digits";
	if (first >= 0xd800 && first < 0xe000) {
		second = code_unit(c->p + 6, c->end);
		if (first >= 0xdc00 || second < 0xdc00 || second > 0xdfff)
			return "half of a surrogate pair";
		c->p += 6;
	}
	c->p += 6;
	return NULL;
}

static bool
follows(char c)
{
	return (c & 0xc0) == 0x80;
}

/* The length of a character of two or three bytes that is well-formed whatever
 * they hold, as almost all are; 0 when it has to be looked at closely. */
static size_t
easy(const char *p, const char *end)
{
	unsigned char lead = (unsigned char)*p;

	if (end - p < 3 || !follows(p[1]))
		return 0;
	if (lead >= 0xc2 && lead < 0xe0)
		return 2;
	return lead > 0xe0 && lead < 0xed && follows(p[2]) ? 3 : 0;
}

static const char *
non_ascii(struct fb_cursor *c)
{
	const char *p = c->p, *why = NULL;

	while (!why && p < c->end && (unsigned char)*p >= 0x80) {
		fb_str rest = { p, (size_t)(c->end - p) };
		size_t len = easy(p, c->end);

		if (!len && fb_utf8_next(rest, &len) == FB_UTF8_BAD)
			why = "ill-formed UTF-8";
		else
			p += len;
	}
	c->p = p;
	return why;
}

const char *
fb_check_string(struct fb_cursor *c, bool *escaped)
{
	const char *why = NULL;

	while (!why) {
		c->p = fb_special(&c->marks, c->p);
		if (c->p == c->end)
			return "ends inside a string";
		if (*c->p == '"') {
			c->p++;
			return NULL;
		}
		if (*c->p == '\\') {
			*escaped = true;
			why = escape(c);
		} else if ((unsigned char)*c->p >= 0x80) {
			why = non_ascii(c);
		} else {
			return "control character in a string";
		}
	}
	return why;
}
