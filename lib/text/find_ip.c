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

/* Is what stands at start up to end, but for the signs of a sentence, an
 * address? */
static bool
is_address(const struct fb_shade *s, size_t start, size_t end, struct fb_span *at)
{
	char text[LONGEST + 1] = "";

	while (end > start && s->p[end - 1] == '.')
		end--;
	if (end > start && s->p[end - 1] == ':' &&
	    (end < start + 2 || s->p[end - 2] != ':')) {
		/* Torn, unless the sentence goes on. */
		if (!s->p[end])
			return false;
		end--;
	}
	if (end < start + 3 || end - start > LONGEST ||
	    fb_is_word(fb_before(s, start)) || fb_is_word(s->p[end]))
		return false;
	memcpy(text, s->p + start, end - start);
	*at = (struct fb_span){ start, end };
	return is_v4(s, *at, text) || is_v6(s, *at, text);
}

/* The whole of a run; or what stands behind a word and its colon, as in "IP:";
 * a run that is torn elsewhere is none. */
static bool
in_run(const struct fb_shade *s, size_t start, size_t end, struct fb_span *at)
{
	const unsigned char *colon = memchr(s->p + start, ':', end - start);
	size_t behind;

	if (is_address(s, start, end, at))
		return true;
	if (!colon || !fb_is_word(fb_before(s, start)))
		return false;
	behind = (size_t)(colon - s->p) + 1;
	return s->p[behind] != ':' && is_address(s, behind, end, at);
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from, end; i < s->n; i = end + 1) {
		for (end = i; in_address(s->p[end]); )
			end++;
		if (end > i && in_run(s, i, end, at))
			return true;
	}
	return false;
}

const struct fb_finder fb_finder_ip = {
	.kind = "IP", .needs = FB_SEES_POINT | FB_SEES_COLON, .find = find,
};
