/* find_ip.c - network addresses, versions 4 and 6. */
#include <arpa/inet.h>

#include "text/find.h"

enum { LONGEST = 46 };

/* Words that make four small numbers a version, and those that do not. */
static const char *const versions[] = {
	"android", "app", "build", "firmware", "ios", "release", "rev", "section",
	"update", "ver", "version", "windows",
};
static const char *const hosts[] = {
	"address", "host", "ip", "ipv", "server",
};

static bool
said_before(const struct fb_shade *s, size_t i, const char *const *list, size_t n)
{
	size_t floor = i > 24 ? i - 24 : 0;
	fb_str word;

	while ((word = fb_word_before(s, &i, floor)).n)
		if (fb_in_list(word, list, n))
			return true;
	return false;
}

static bool
in_address(unsigned char c)
{
	return fb_is_digit(c) || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
}

/* A version rarely has a part of three digits; 10.0.0.1 is a house's own net
 * (RFC 1918). */
static bool
is_v4(const struct fb_shade *s, struct fb_span at, const char *text)
{
	unsigned char b[4];

	if (inet_pton(AF_INET, text, b) != 1)
		return false;
	if (said_before(s, at.start, hosts, sizeof hosts / sizeof *hosts))
		return true;
	return b[0] &&
	    (b[0] == 10 || b[0] >= 100 || b[1] >= 100 || b[2] >= 100 || b[3] >= 100) &&
	    !said_before(s, at.start, versions,
	    sizeof versions / sizeof *versions);
}

/* Three colons, or four digits with a decimal one among them, or a word for
 * it in front: "a::b" and "face::5" stay. */
static bool
is_v6(const struct fb_shade *s, struct fb_span at, const char *text)
{
	size_t colons = 0, decimal = 0, run = 0;
	unsigned char b[16];
	bool full = false;

	for (const char *c = text; *c; c++) {
		run = *c == ':' ? 0 : run + 1;
		colons += *c == ':';
		decimal = run ? decimal + fb_is_digit((unsigned char)*c) : 0;
		full |= run == 4 && decimal;
	}
	return (colons >= 3 || full || said_before(s, at.start, hosts,
	    sizeof hosts / sizeof *hosts)) && strpbrk(text, "0123456789") &&
	    inet_pton(AF_INET6, text, b) == 1;
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from, end; i < s->n; i = end + 1) {
		char text[LONGEST + 1] = "";

		for (end = i; in_address(s->p[end]); )
			end++;
		*at = (struct fb_span){ i, end };
		while (at->end > i && s->p[at->end - 1] == '.')
			at->end--;
		if (at->end > i && s->p[at->end - 1] == ':' &&
		    (at->end < i + 2 || s->p[at->end - 2] != ':')) {
			/* Torn, unless the sentence goes on. */
			if (!s->p[at->end])
				continue;
			at->end--;
		}
		if (at->end < i + 3 || at->end - i > LONGEST ||
		    fb_is_word(fb_before(s, i)) || fb_is_word(s->p[at->end]))
			continue;
		memcpy(text, s->p + i, at->end - i);
		if (is_v4(s, *at, text) || is_v6(s, *at, text))
			return true;
	}
	return false;
}

const struct fb_finder fb_finder_ip = {
	.kind = "IP", .needs = FB_SEES_POINT | FB_SEES_COLON, .find = find,
};
