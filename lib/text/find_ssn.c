/* find_ssn.c - American social security numbers: 3, 2 and 4 digits with the
 * same sign between them; nine digits in one run behind a word for it or as
 * the whole text. There is no checksum, only numbers never given out. */
#include "text/find.h"
#include "text/number.h"

static const char *const cues[] = { "security", "ssn", "ssns" };

static bool
is_given_out(const unsigned char *d)
{
	return memcmp(d, "000", 3) && memcmp(d, "666", 3) && d[0] < '9' &&
	    memcmp(d + 3, "00", 2) && memcmp(d + 5, "0000", 4);
}

static bool
said(const struct fb_shade *s, size_t i)
{
	size_t floor = i > 32 ? i - 32 : 0;
	fb_str word;

	while ((word = fb_word_before(s, &i, floor)).n)
		if (fb_in_list(word, cues, sizeof cues / sizeof *cues))
			return true;
	return false;
}

static bool
is_ssn(const struct fb_shade *s, const struct fb_number *m)
{
	const struct fb_span *g = m->g;
	size_t start = g[0].start, end = g[m->k - 1].end;
	unsigned char sign;

	if (m->n != 9 || m->plus || !is_given_out(m->d) ||
	    fb_is_letter(fb_before(s, m->start)))
		return false;
	if (m->k == 1)
		return said(s, start) || fb_is_whole(s, start, end);
	if (m->k != 3 || fb_span_len(g[0]) != 3 || fb_span_len(g[1]) != 2 ||
	    g[1].start != g[0].end + 1 || g[2].start != g[1].end + 1)
		return false;
	sign = s->p[g[0].end];
	if (!strchr("-. ", sign) || s->p[g[1].end] != sign)
		return false;
	return sign == '-' || !fb_is_year(s, g[2]) || said(s, start);
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	struct fb_chain c;

	for (size_t i = from; (i = fb_digit_from(s, i)) + 9 <= s->n; i++) {
		struct fb_number m;

		fb_chain_read(s, i, &c);
		for (size_t a = 0; a < c.n; a++)
			for (size_t k = 1; k <= 3 && a + k <= c.n; k++) {
				if (!fb_number_make(s, c.g + a, k, &m) ||
				    !fb_number_is_free(s, &m) || !is_ssn(s, &m))
					continue;
				*at = (struct fb_span){ c.g[a].start,
				    c.g[a + k - 1].end };
				return true;
			}
		i = c.end;
	}
	return false;
}

const struct fb_finder fb_finder_ssn = {
	.kind = "SSN", .needs = FB_SEES_DIGITS, .find = find,
};
