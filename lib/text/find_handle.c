/* find_handle.c - @names of people on other platforms. */
#include "text/find.h"

static bool
in_handle(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || fb_is_digit(c) || c == '_';
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from; (i = fb_at_from(s, i)) + 2 < s->n; i++) {
		unsigned char before = fb_before(s, i);
		size_t end = i + 1;
		bool letter = false;

		if (s->p[i] != '@' || fb_is_word(before) || before == '.' ||
		    before == '@' || before == FB_SHADE_WALL)
			continue;
		for (; in_handle(s->p[end]); end++)
			letter |= fb_is_letter(s->p[end]);
		if (!letter || end < i + 3 || fb_is_letter(s->p[end]))
			continue;
		*at = (struct fb_span){ i, end };
		return true;
	}
	return false;
}

const struct fb_finder fb_finder_handle = {
	.kind = "HANDLE", .needs = FB_SEES_AT, .late = true, .find = find,
};
