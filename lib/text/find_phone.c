/* find_phone.c - telephone numbers: a shape alone where it is plain, else a
 * shape and a word in front. Dates, ranges of years, decimals, amounts and
 * whatever is called an order or a ticket stay. */
#include "text/cue.h"
#include "text/find.h"
#include "text/number.h"

enum { NEAR = 12 };

/* Is what stands between the first group and the second a hyphen? */
static bool
hyphen_follows(const struct fb_shade *s, struct fb_span g)
{
	return s->p[g.end] == '-';
}

/* (212) 555-0123, 212-555-0123, 1 212 555 0123, 212-5550123, and with hyphens
 * another country's code in front; behind other digits not with blanks alone */
static bool
is_north_american(const struct fb_shade *s, const struct fb_number *m)
{
	bool one = (m->d[0] == '1' && fb_span_len(m->g[0]) == 1) ||
	    (m->k == 4 && m->n <= 13 && hyphen_follows(s, m->g[0]) &&
	    hyphen_follows(s, m->g[1]) && hyphen_follows(s, m->g[2]));
	const struct fb_span *g = m->g + one;
	const unsigned char *d = m->d + (one ? fb_span_len(m->g[0]) : 0);
	size_t k = m->k - one;

	if (m->n - (size_t)(d - m->d) != 10 || k < 2 || fb_span_len(g[0]) != 3 || d[0] < '2')
		return false;
	if (!m->first && fb_chain_parts(s, g[0], g[1]) && !m->paren)
		return false;
	if (k == 3)
		return fb_span_len(g[1]) == 3 &&
		    (d[3] > '1' || one || m->paren);
	return k == 2 && d[3] > '1';
}

/* 020 7946 0958, 0151-12345678, 01 42 68 53 00; one run of 10 or 11 */
static bool
has_trunk(const struct fb_shade *s, const struct fb_number *m)
{
	if (m->d[0] != '0' || m->d[1] == '0' || m->n < 9 || m->n > 11 ||
	    !m->first)
		return false;
	if (m->k == 1)
		return m->n >= 10;
	if (fb_span_len(m->g[0]) == 1 && s->p[m->g[0].end] == '.')
		return false;
	/* 0900-1 123123: one digit behind a hyphen is a service's. */
	for (size_t i = 1; i < m->k; i++)
		if (fb_span_len(m->g[i]) < 2 && !hyphen_follows(s, m->g[i - 1]))
			return false;
	/* 02134-1234 is an American postcode. */
	return fb_span_len(m->g[0]) < 5 ||
	    (fb_span_len(m->g[0]) == 5 && (m->k > 2 || m->n > 9));
}

/* (20) 3346 1234 */
static bool
has_area(const struct fb_shade *s, const struct fb_number *m)
{
	size_t area = fb_span_len(m->g[0]);

	return m->paren && m->k >= 2 && m->k <= 4 && area >= 2 && area <= 5 &&
	    !fb_is_year(s, m->g[0]) && m->n - area >= 6 && m->n - area <= 8;
}

/* A Chinese mobile number needs no word but the script around it. */
static bool
is_chinese(const struct fb_shade *s, const struct fb_number *m)
{
	size_t end = m->g[m->k - 1].end;

	if (m->n != 11 || m->d[0] != '1' || m->d[1] < '3' || m->k > 3)
		return false;
	for (size_t i = 1; i <= NEAR; i++)
		if ((m->start >= i && s->p[m->start - i] == FB_SHADE_CJK) ||
		    (end + i <= s->n && s->p[end + i - 1] == FB_SHADE_CJK))
			return true;
	return false;
}

/* 0044 20 7946 0958 */
static bool
has_exit(const struct fb_number *m)
{
	return m->first && m->k > 1 && m->n >= 11 && m->d[0] == '0' &&
	    m->d[1] == '0' && m->d[2] > '0' && fb_span_len(m->g[0]) > 2;
}

/* 92 527 2567, 555 12 34 56: three to five groups with blanks between, as
 * people write what they dial. Groups of three only behind the first are
 * thousands, groups of two only a list, several of four an account; hyphens are
 * for order numbers. */
static bool
is_grouped(const struct fb_shade *s, const struct fb_number *m)
{
	size_t threes = 0, twos = 0, fours = 0;

	if (!m->first || m->k < 3 || m->k > 5 || m->n < 9 || m->n > 11)
		return false;
	for (size_t i = 0; i < m->k; i++) {
		size_t n = fb_span_len(m->g[i]);

		if (n < 2 || n > 4 || (i && !fb_chain_parts(s, m->g[i - 1], m->g[i])))
			return false;
		threes += i && n == 3;
		twos += n == 2;
		fours += n == 4;
	}
	/* room 312 10 2019 */
	if (fb_is_year(s, m->g[m->k - 1]) && fb_span_len(m->g[m->k - 2]) == 2)
		return false;
	return threes < m->k - 1 && twos < m->k && fours < 2;
}

/* 532-123-45-67, 532.123.45.67 */
static bool
is_in_pairs(const struct fb_shade *s, const struct fb_number *m)
{
	static const size_t len[] = { 3, 3, 2, 2 };

	if (m->k != 4 || !m->first || m->d[0] < '2')
		return false;
	for (size_t i = 0; i < 4; i++)
		if (fb_span_len(m->g[i]) != len[i] ||
		    (i && s->p[m->g[i - 1].end] != s->p[m->g[0].end]))
			return false;
	return true;
}

/* 1800 123 456, 1300 123 456: Australia's services */
static bool
is_service(const struct fb_number *m)
{
	return m->k == 3 && m->n == 10 && m->first &&
	    (!memcmp(m->d, "1800", 4) || !memcmp(m->d, "1300", 4)) &&
	    fb_span_len(m->g[0]) == 4 && fb_span_len(m->g[1]) == 3;
}

/* A group of four zeros is an account's, not a telephone's. */
static bool
has_zeros(const struct fb_shade *s, const struct fb_number *m)
{
	for (size_t i = 0; i < m->k; i++)
		if (fb_span_len(m->g[i]) == 4 &&
		    !memcmp(s->p + m->g[i].start, "0000", 4))
			return true;
	return false;
}

static bool
is_plain(const struct fb_shade *s, const struct fb_number *m)
{
	if (has_zeros(s, m))
		return false;
	return is_north_american(s, m) || has_trunk(s, m) || has_area(s, m) ||
	    has_exit(m) || is_grouped(s, m) || is_in_pairs(s, m) ||
	    is_service(m) || is_chinese(s, m);
}

/* Ten digits in one run, or a local number of seven, and nothing else in the
 * text: nobody's words are lost. */
static bool
is_alone(const struct fb_shade *s, const struct fb_number *m)
{
	if (m->d[0] < '2' || (m->n == 10 ? m->k > 1 :
	    m->n != 7 || m->k > 2 || (m->k == 2 && fb_span_len(m->g[0]) != 3)))
		return false;
	return fb_is_whole(s, m->start, m->g[m->k - 1].end);
}

/* Groups of one digit only in front, as in 1 800 or 0 532. */
static bool
is_loose(const struct fb_number *m)
{
	for (size_t i = 1; i < m->k; i++)
		if (fb_span_len(m->g[i]) < 2)
			return false;
	return m->k <= 6;
}

/* Written together with the word in front, as when a blank was missed: "tel"
 * and the like, or any in lower case with 415-555-0132 behind it. */
static bool
may_touch(const struct fb_shade *s, const struct fb_number *m, enum fb_cue cue)
{
	size_t i = m->start;

	if (!fb_is_letter(fb_before(s, i)))
		return true;
	while (i && fb_is_letter(s->p[i - 1]))
		i--;
	if (fb_is_word(fb_before(s, i)) || m->start - i < 2)
		return false;
	return cue == FB_CUE_PHONE || (m->k == 3 &&
	    !fb_is_upper(s, m->start - 1) && is_north_american(s, m) &&
	    hyphen_follows(s, m->g[0]) && hyphen_follows(s, m->g[1]));
}

static bool
is_phone(const struct fb_shade *s, const struct fb_number *m)
{
	enum fb_cue cue;

	if (!fb_number_is_free(s, m))
		return false;
	cue = fb_cue_before(s, m->start);
	if (m->plus && m->n >= 8 && m->d[0] != '0' &&
	    !fb_is_letter(fb_before(s, m->start)))
		return true;
	if (fb_number_is_date(s, m) || cue == FB_CUE_OTHER ||
	    !may_touch(s, m, cue))
		return false;
	if (fb_cue_behind(s, m->g[m->k - 1].end))
		cue = FB_CUE_PHONE;
	return is_plain(s, m) || (cue == FB_CUE_PHONE && is_loose(m)) ||
	    is_alone(s, m);
}

/* The longest number that starts with group a. */
static bool
from_group(const struct fb_shade *s, const struct fb_chain *c, size_t a,
    struct fb_span *at)
{
	for (size_t b = c->n; b > a; b--) {
		struct fb_number m;

		if ((b < c->n && !fb_chain_parts(s, c->g[b - 1], c->g[b])) ||
		    !fb_number_make(s, c->g + a, b - a, &m))
			continue;
		m.first = !a;
		if (!is_phone(s, &m))
			continue;
		*at = (struct fb_span){ m.start,
		    fb_extension_end(s, c->g[b - 1].end) };
		return true;
	}
	return false;
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	struct fb_chain c;

	for (size_t i = from; (i = fb_digit_from(s, i)) + FB_FEWEST <= s->n; i++) {
		fb_chain_read(s, i, &c);
		for (size_t a = 0; a < c.n; a++)
			if ((!a || fb_chain_parts(s, c.g[a - 1], c.g[a])) &&
			    from_group(s, &c, a, at) && at->start >= from)
				return true;
		i = c.end;
	}
	return false;
}

const struct fb_finder fb_finder_phone = {
	.kind = "PHONE", .needs = FB_SEES_DIGITS, .late = true, .find = find,
};
