/* find_mac.c - hardware addresses: six pairs of hexadecimal digits. */
#include "text/find.h"

static bool
is_hex(unsigned char c)
{
	return fb_is_digit(c) || (c >= 'a' && c <= 'f');
}

/* The end of count groups of width digits with sep between them, or 0. */
static size_t
groups_end(const struct fb_shade *s, size_t i, size_t count, size_t width,
    unsigned char sep)
{
	for (size_t g = 0; g < count; g++) {
		if (g && s->p[i++] != sep)
			return 0;
		for (size_t k = 0; k < width; k++)
			if (!is_hex(s->p[i++]))
				return 0;
	}
	return fb_is_word(s->p[i]) || (s->p[i] == sep && is_hex(s->p[i + 1])) ?
	    0 : i;
}

/* aa:bb:cc:dd:ee:ff, aa-bb-cc-dd-ee-ff or aabb.ccdd.eeff */
static size_t
mac_end(const struct fb_shade *s, size_t i)
{
	unsigned char sep = s->p[i + 2];

	if (i + 14 <= s->n && s->p[i + 4] == '.')
		return groups_end(s, i, 3, 4, '.');
	if (i + 17 <= s->n && (sep == ':' || sep == '-'))
		return groups_end(s, i, 6, 2, sep);
	return 0;
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from; i + 14 <= s->n; i++) {
		unsigned char before = fb_before(s, i);
		size_t end;

		if (!is_hex(s->p[i]) || fb_is_word(before) || (before &&
		    strchr(":-.", before) && is_hex(fb_before(s, i - 1))) ||
		    !(end = mac_end(s, i)))
			continue;
		*at = (struct fb_span){ i, end };
		return true;
	}
	return false;
}

const struct fb_finder fb_finder_mac = {
	.kind = "MAC",
	.needs = FB_SEES_COLON | FB_SEES_DASH,
	.find = find,
};
