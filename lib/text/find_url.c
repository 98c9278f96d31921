/* find_url.c - links: with a scheme, with www., or a host and a path. */
#include "text/find.h"

/* May stand in a link: what RFC 3986 allows, and letters of other scripts. */
static bool
in_link(unsigned char c)
{
	return fb_is_word(c) || (c && c < 0x80 &&
	    strchr("-.~:/?#[]@!$&'()*+,;=%", c));
}

static bool
in_host(unsigned char c)
{
	return fb_is_letter(c) || fb_is_digit(c) || c == '-' || c == '.';
}

/* The end without the punctuation of the sentence around the link. */
static size_t
link_end(const struct fb_shade *s, size_t start)
{
	size_t end = start, open = 0, close = 0;

	for (; in_link(s->p[end]); end++) {
		open += s->p[end] == '(';
		close += s->p[end] == ')';
	}
	for (; end > start; end--) {
		unsigned char c = s->p[end - 1];

		if (c == ')' && close > open)
			close--;
		else if (c == ')' || !strchr(".,;:!?'[]*(", c))
			break;
	}
	return end;
}

/* Behind "://": a host with a dot or a number, or a host and a path. */
static bool
is_target(const struct fb_shade *s, size_t host, size_t end)
{
	size_t i = host;
	bool dot = false;

	for (; i < end && in_host(s->p[i]); i++)
		dot |= s->p[i] == '.' && i > host && i + 1 < end;
	return i > host && (dot || i + 1 < end);
}

static bool
with_scheme(const struct fb_shade *s, size_t colon, struct fb_span *at)
{
	size_t start = colon;

	if (s->p[colon + 1] != '/' || s->p[colon + 2] != '/')
		return false;
	while (start && s->p[start - 1] >= 'a' && s->p[start - 1] <= 'z')
		start--;
	if (colon - start < 2 || !in_host(s->p[colon + 3]))
		return false;
	*at = (struct fb_span){ start, link_end(s, colon + 3) };
	return is_target(s, colon + 3, at->end);
}

static bool
with_www(const struct fb_shade *s, size_t i, struct fb_span *at)
{
	size_t end;
	unsigned char before = fb_before(s, i);

	if (memcmp(s->p + i, "www.", 4) || !fb_is_word(s->p[i + 4]) ||
	    fb_is_word(before) || before == '@')
		return false;
	end = link_end(s, i);
	*at = (struct fb_span){ i, end };
	return end > i + 5;
}

/* Endings under which a bare host with a path is a link and not two words. */
static const char *const endings[] = {
	"ai", "app", "at", "au", "be", "biz", "br", "ca", "ch", "cn", "co", "com",
	"cz", "de", "dev", "dk", "edu", "es", "eu", "fi", "fr", "gg", "gl", "gle",
	"gov", "hu", "ie", "il", "info", "io", "jp", "kr", "ly", "me", "net", "nl",
	"nz", "org", "pl", "pt", "ru", "se", "tr", "tv", "ua", "uk", "us", "za",
};

/* i stands on the slash of "host.com/path". */
static bool
with_path(const struct fb_shade *s, size_t i, struct fb_span *at)
{
	size_t start = i, last = i;

	if (s->p[i] != '/' || !fb_is_word(s->p[i + 1]))
		return false;
	while (last && fb_is_letter(s->p[last - 1]))
		last--;
	if (!last || s->p[last - 1] != '.' || !fb_in_list((fb_str){
	    (const char *)s->p + last, i - last }, endings,
	    sizeof endings / sizeof *endings))
		return false;
	for (start = last - 1; start && in_host(s->p[start - 1]); )
		start--;
	*at = (struct fb_span){ start, link_end(s, start) };
	return last - start >= 3 && at->end > i && fb_is_word(s->p[start]);
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from; i < s->n; i++) {
		bool found = false;

		if (s->p[i] == ':')
			found = with_scheme(s, i, at);
		else if (s->p[i] == 'w' && s->p[i + 1] == 'w' && i + 4 < s->n)
			found = with_www(s, i, at);
		else if (s->p[i] == '/')
			found = with_path(s, i, at);
		if (found && at->start >= from)
			return true;
	}
	return false;
}

const struct fb_finder fb_finder_url = {
	.kind = "URL", .needs = FB_SEES_DOT | FB_SEES_SLASH, .find = find,
};
