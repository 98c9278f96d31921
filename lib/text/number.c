/* number.c - from runs of digits to numbers, and what surrounds them. */
#include "text/number.h"

static bool
is_gap(const struct fb_shade *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!s->p[i] || !strchr(" -./()", s->p[i]))
			return false;
	return to - from <= 3;
}

void
fb_chain_read(const struct fb_shade *s, size_t i, struct fb_chain *c)
{
	for (c->n = 0; c->n < FB_GROUPS; ) {
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

bool
fb_chain_parts(const struct fb_shade *s, struct fb_span a, struct fb_span b)
{
	return memchr(s->p + a.end, ' ', b.start - a.end);
}

bool
fb_is_year(const struct fb_shade *s, struct fb_span g)
{
	const unsigned char *p = s->p + g.start;

	return fb_span_len(g) == 4 && ((p[0] == '1' && p[1] == '9') ||
	    (p[0] == '2' && p[1] == '0'));
}

bool
fb_number_is_date(const struct fb_shade *s, const struct fb_number *m)
{
	for (size_t i = 0; i + 1 < m->k; i++) {
		const struct fb_span *g = m->g + i;
		bool first = fb_is_year(s, g[0]);

		if (first && fb_is_year(s, g[1]))
			return true;
		if (i + 2 == m->k || fb_span_len(g[1]) > 2)
			continue;
		if (first ? fb_span_len(g[2]) <= 2 :
		    fb_span_len(g[0]) <= 2 && fb_is_year(s, g[2]))
			return true;
	}
	return false;
}

static bool
is_one_of(unsigned char c, const char *signs)
{
	return c && c < 0x80 && strchr(signs, c);
}

bool
fb_number_is_free(const struct fb_shade *s, const struct fb_number *m)
{
	unsigned char before = fb_before(s, m->start);
	const unsigned char *after = s->p + m->g[m->k - 1].end;

	if (fb_is_digit(before) || before == '_' || is_one_of(before, "$-*") ||
	    (is_one_of(before, ".,:/") && fb_is_digit(fb_before(s, m->start - 1))))
		return false;
	if ((fb_is_word(*after) && *after != 'x') || is_one_of(*after, "%$"))
		return false;
	return !is_one_of(*after, ",:.-/+*") || !fb_is_digit(after[1]);
}

bool
fb_number_make(const struct fb_shade *s, const struct fb_span *g, size_t k,
    struct fb_number *m)
{
	size_t i = g[0].start;

	*m = (struct fb_number){ .g = g, .k = k };
	for (size_t a = 0; a < k; a++) {
		if (m->n + fb_span_len(g[a]) > FB_MOST)
			return false;
		memcpy(m->d + m->n, s->p + g[a].start, fb_span_len(g[a]));
		m->n += fb_span_len(g[a]);
	}
	m->paren = fb_before(s, i) == '(' && s->p[g[0].end] == ')';
	i -= m->paren;
	m->plus = fb_before(s, i) == '+';
	i -= m->plus;
	if (m->plus && !m->paren && fb_before(s, i) == '(' && s->p[g[0].end] == ')')
		i--;
	m->start = i;
	return m->n >= FB_FEWEST;
}

size_t
fb_extension_end(const struct fb_shade *s, size_t i)
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
