/* find_phone.c - telephone numbers: a shape alone where it is plain, else a
 * shape and a word in front. Dates, ranges of years, decimals, amounts and
 * whatever is called an order or a ticket stay. */
#include "text/cue.h"
#include "text/find.h"

enum { GROUPS = 16, FEWEST = 7, MOST = 15, NEAR = 12, ALONE = 40 };

/* Runs of digits with at most three signs between them. */
struct chain {
	struct fb_span g[GROUPS];
	size_t n;
	size_t end; /* where the look goes on */
};

/* A part of a chain that may be one number. */
struct number {
	const struct fb_span *g;
	size_t k;              /* groups */
	unsigned char d[MOST]; /* their digits */
	size_t n;
	size_t start;          /* with the '+' or '(' in front */
	bool plus, paren;      /* '+' in front; the first group in parentheses */
	bool first;            /* no digits of the same chain in front */
};

static size_t
len(struct fb_span g)
{
	return g.end - g.start;
}

static bool
is_gap(const struct fb_shade *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!s->p[i] || !strchr(" -./()", s->p[i]))
			return false;
	return to - from <= 3;
}

static void
read_chain(const struct fb_shade *s, size_t i, struct chain *c)
{
	for (c->n = 0; c->n < GROUPS; ) {
		size_t end = i, next;

		while (fb_is_digit(s->p[end]))
			end++;
		c->g[c->n++] = (struct fb_span){ i, end };
		for (next = end; s->p[next] && next < end + 4 &&
		    !fb_is_digit(s->p[next]); )
			next++;
		c->end = end;
		if (!fb_is_digit(s->p[next]) || !is_gap(s, end, next))
			return;
		i = next;
	}
}

/* Only a blank parts two numbers; other signs hold one together. */
static bool
parts(const struct fb_shade *s, struct fb_span a, struct fb_span b)
{
	return memchr(s->p + a.end, ' ', b.start - a.end);
}

static bool
is_year(const struct fb_shade *s, struct fb_span g)
{
	const unsigned char *p = s->p + g.start;

	return len(g) == 4 && ((p[0] == '1' && p[1] == '9') ||
	    (p[0] == '2' && p[1] == '0'));
}

/* 31.12.2019, 2019-12-31, 2019-2020 and the like anywhere in it. */
static bool
has_date(const struct fb_shade *s, const struct number *m)
{
	for (size_t i = 0; i + 1 < m->k; i++) {
		const struct fb_span *g = m->g + i;
		bool y0 = is_year(s, g[0]), y1 = is_year(s, g[1]);

		if (y0 && y1)
			return true;
		if (i + 2 < m->k && len(g[1]) <= 2 &&
		    ((y0 && len(g[2]) <= 2) || (len(g[0]) <= 2 && is_year(s, g[2]))))
			return true;
	}
	return false;
}

static bool
is_one_of(unsigned char c, const char *signs)
{
	return c && c < 0x80 && strchr(signs, c);
}

/* Money, shares, times, decimals and codes touch their neighbours. */
static bool
stands_free(const struct fb_shade *s, const struct number *m)
{
	unsigned char before = fb_before(s, m->start);
	const unsigned char *after = s->p + m->g[m->k - 1].end;

	if (fb_is_word(before) || is_one_of(before, "$-*") ||
	    (is_one_of(before, ".,:/") && fb_is_digit(fb_before(s, m->start - 1))))
		return false;
	if ((fb_is_word(*after) && *after != 'x') || is_one_of(*after, "%$"))
		return false;
	return !is_one_of(*after, ",:.-/+*") || !fb_is_digit(after[1]);
}

static bool
make_number(const struct fb_shade *s, const struct fb_span *g, size_t k,
    struct number *m)
{
	size_t i = g[0].start;

	*m = (struct number){ .g = g, .k = k };
	for (size_t a = 0; a < k; a++) {
		if (m->n + len(g[a]) > MOST)
			return false;
		memcpy(m->d + m->n, s->p + g[a].start, len(g[a]));
		m->n += len(g[a]);
	}
	m->paren = fb_before(s, i) == '(' && s->p[g[0].end] == ')';
	i -= m->paren;
	m->plus = fb_before(s, i) == '+';
	i -= m->plus;
	if (m->plus && !m->paren && fb_before(s, i) == '(' && s->p[g[0].end] == ')')
		i--;
	m->start = i;
	return m->n >= FEWEST;
}

/* (212) 555-0123, 212-555-0123, 1 212 555 0123, 212-5550123; behind other
 * digits not with blanks alone */
static bool
is_north_american(const struct fb_shade *s, const struct number *m)
{
	size_t one = m->d[0] == '1' && len(m->g[0]) == 1;
	const struct fb_span *g = m->g + one;
	const unsigned char *d = m->d + one;
	size_t k = m->k - one;

	if (m->n - one != 10 || k < 2 || len(g[0]) != 3 || d[0] < '2')
		return false;
	if (!m->first && parts(s, g[0], g[1]) && !m->paren)
		return false;
	if (k == 3)
		return len(g[1]) == 3 && (d[3] > '1' || one || m->paren);
	return k == 2 && d[3] > '1';
}

/* 020 7946 0958, 0151-12345678, 01 42 68 53 00; one run of 10 or 11 */
static bool
has_trunk(const struct fb_shade *s, const struct number *m)
{
	if (m->d[0] != '0' || m->d[1] == '0' || m->n < 9 || m->n > 11 ||
	    !m->first)
		return false;
	if (m->k == 1)
		return m->n >= 10;
	if (len(m->g[0]) == 1 && s->p[m->g[0].end] == '.')
		return false;
	for (size_t i = 1; i < m->k; i++)
		if (len(m->g[i]) < 2)
			return false;
	/* 02134-1234 is an American postcode. */
	return len(m->g[0]) <= 5 && (m->k > 2 || m->n > 9 || len(m->g[0]) < 5);
}

/* (20) 3346 1234 */
static bool
has_area(const struct fb_shade *s, const struct number *m)
{
	size_t area = len(m->g[0]);

	return m->paren && m->k >= 2 && m->k <= 4 && area >= 2 && area <= 5 &&
	    !is_year(s, m->g[0]) && m->n - area >= 6 && m->n - area <= 8;
}

/* A Chinese mobile number needs no word but the script around it. */
static bool
is_chinese(const struct fb_shade *s, const struct number *m)
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
has_exit(const struct number *m)
{
	return m->first && m->k > 1 && m->n >= 11 && m->d[0] == '0' &&
	    m->d[1] == '0' && m->d[2] > '0' && len(m->g[0]) > 2;
}

static bool
is_plain(const struct fb_shade *s, const struct number *m)
{
	return is_north_american(s, m) || has_trunk(s, m) || has_area(s, m) ||
	    has_exit(m) || is_chinese(s, m);
}

/* Ten digits and nothing else in the text: nobody's words are lost. */
static bool
is_alone(const struct fb_shade *s, const struct number *m)
{
	size_t end = m->g[m->k - 1].end;

	if (m->n != 10 || m->d[0] < '2' || !m->first || s->n > ALONE)
		return false;
	for (size_t i = 0; i < s->n; i++)
		if ((i < m->start || i >= end) && s->p[i] != ' ' &&
		    s->p[i] != '\n' && s->p[i] != '.')
			return false;
	return true;
}

/* Groups of one digit only in front, as in 1 800 or 0 532. */
static bool
is_loose(const struct number *m)
{
	for (size_t i = 1; i < m->k; i++)
		if (len(m->g[i]) < 2)
			return false;
	return m->k <= 6;
}

static bool
is_phone(const struct fb_shade *s, const struct number *m)
{
	enum fb_cue cue;

	if (!stands_free(s, m))
		return false;
	if (m->plus && m->n >= 8 && m->d[0] != '0')
		return true;
	if (has_date(s, m))
		return false;
	cue = fb_cue_before(s, m->start);
	if (cue == FB_CUE_OTHER)
		return false;
	return is_plain(s, m) || (cue == FB_CUE_PHONE && is_loose(m)) ||
	    is_alone(s, m);
}

/* "x123", "ext. 12", "extension 4" behind it. */
static size_t
extension_end(const struct fb_shade *s, size_t i)
{
	static const char *const words[] = { "extension", "ext", "x" };
	size_t at = i;

	while (s->p[at] == ' ' || s->p[at] == ',')
		at++;
	for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
		size_t n = strlen(words[w]), end = at + n;

		if (end > s->n || memcmp(s->p + at, words[w], n))
			continue;
		while (s->p[end] == '.' || s->p[end] == ' ')
			end++;
		n = end;
		while (fb_is_digit(s->p[end]))
			end++;
		return end > n && end - n <= 5 && !fb_is_word(s->p[end]) ? end : i;
	}
	return i;
}

/* The longest number that starts with group a. */
static bool
from_group(const struct fb_shade *s, const struct chain *c, size_t a,
    struct fb_span *at)
{
	for (size_t b = c->n; b > a; b--) {
		struct number m;

		if ((b < c->n && !parts(s, c->g[b - 1], c->g[b])) ||
		    !make_number(s, c->g + a, b - a, &m))
			continue;
		m.first = !a;
		if (!is_phone(s, &m))
			continue;
		*at = (struct fb_span){ m.start,
		    extension_end(s, c->g[b - 1].end) };
		return true;
	}
	return false;
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	struct chain c;

	for (size_t i = from; i + FEWEST <= s->n; i++) {
		if (!fb_is_digit(s->p[i]))
			continue;
		read_chain(s, i, &c);
		for (size_t a = 0; a < c.n; a++)
			if ((!a || parts(s, c.g[a - 1], c.g[a])) &&
			    from_group(s, &c, a, at) && at->start >= from)
				return true;
		i = c.end;
	}
	return false;
}

const struct fb_finder fb_finder_phone = {
	.kind = "PHONE", .needs = FB_SEES_DIGITS, .find = find,
};
