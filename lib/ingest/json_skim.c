/* json_skim.c - ends of JSON values, found by quotes and brackets alone. */
#include "base/utf8.h"
#include "ingest/json_skim.h"
#include "record/check.h"

const char fb_skim_deep[] = "nested too deep";

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* Behind the string that a piece is in, or its end. */
static size_t
string_part(struct fb_skim *s, fb_str piece)
{
	size_t i = 0;

	for (; i < piece.n && s->in_string; i++) {
		if (s->escaped)
			s->escaped = false;
		else if (piece.p[i] == '\\')
			s->escaped = true;
		else if (piece.p[i] == '"')
			s->in_string = false;
	}
	return i;
}

/* A byte outside of strings; true when the value ends before it. */
static bool
structure(struct fb_skim *s, char c)
{
	if (!s->depth && s->scalar && (is_blank(c) || strchr(",]}", c)))
		return true;
	if (!s->depth && (c == '}' || c == ']'))
		return true;
	if (c == '"') {
		s->in_string = true;
	} else if (c == '{' || c == '[') {
		s->deep |= ++s->depth > FB_SCAN_DEPTH;
	} else if (c == '}' || c == ']') {
		s->done = s->depth && !--s->depth;
	} else if (!s->depth && !is_blank(c)) {
		s->scalar = true;
	}
	return false;
}

size_t
fb_skim(struct fb_skim *s, fb_str piece)
{
	size_t i = 0;

	while (i < piece.n && !s->done && !s->deep) {
		if (s->in_string) {
			i += string_part(s, (fb_str){ piece.p + i,
			    piece.n - i });
			s->done = !s->in_string && !s->depth;
		} else if (structure(s, piece.p[i])) {
			s->done = true;
		} else {
			i++;
		}
	}
	return i;
}

static const char *
more(struct fb_physical *in, size_t have, bool *end)
{
	const char *why = fb_physical_ahead(in, 2 * have + 1);

	*end = why == fb_physical_full || in->win.n - in->at <= have;
	return why == fb_physical_full ? NULL : why;
}

static fb_str
window(const struct fb_physical *in, size_t from)
{
	return (fb_str){ fb_buf_str(&in->win).p + in->at + from,
	    in->win.n - in->at - from };
}

const char *
fb_skim_value(struct fb_physical *in, size_t *n)
{
	struct fb_skim s = {0};
	const char *why;
	bool end = false;
	size_t have;

	for (*n = 0; ; ) {
		*n += fb_skim(&s, window(in, *n));
		if (s.done)
			return NULL;
		have = in->win.n - in->at;
		if (s.deep)
			return fb_skim_deep;
		if ((why = more(in, have, &end)))
			return why;
		if (end) {
			*n = s.scalar && in->eof ? *n : 0;
			return NULL;
		}
	}
}

/* Does text begin with a brace and the key first? */
static bool
begins_element(fb_str text, fb_str first)
{
	size_t i = 1;

	if (!text.n || text.p[0] != '{')
		return false;
	while (i < text.n && is_blank(text.p[i]))
		i++;
	return i + first.n + 2 <= text.n && text.p[i] == '"' &&
	    text.p[i + 1 + first.n] == '"' &&
	    (!first.n || !memcmp(text.p + i + 1, first.p, first.n));
}

/* Is what stands at i of the window an element behind a comma? */
static bool
is_next(fb_str text, size_t i, fb_str first)
{
	size_t k = i;

	if (!begins_element((fb_str){ text.p + i, text.n - i }, first))
		return false;
	while (k && is_blank(text.p[k - 1]))
		k--;
	return k && text.p[k - 1] == ',';
}

static const char *
find_next(struct fb_physical *in, fb_str first, size_t *n)
{
	const char *why = NULL;
	size_t i = 1;
	bool end = false;

	for (*n = 0; !why && !end; why = more(in, in->win.n - in->at, &end)) {
		fb_str text = window(in, 0);

		/* A key may be cut off by the end of the window. */
		for (; i + first.n + 64 < text.n || (in->eof && i < text.n);
		    i++) {
			if (text.p[i] == '{' && is_next(text, i, first)) {
				*n = i;
				return NULL;
			}
		}
	}
	return why;
}

static size_t
blanks(fb_str text, size_t i)
{
	while (i < text.n && is_blank(text.p[i]))
		i++;
	return i;
}

/* Does an element of its kind begin here? A quote too many in an object turns
 * words into structure, so only another object is believed behind one. */
static bool
goes_on(fb_str text, size_t i, bool object)
{
	i = blanks(text, i);
	if (i >= text.n || !object)
		return i < text.n;
	if (text.p[i] != '{')
		return false;
	i = blanks(text, i + 1);
	return i < text.n && (text.p[i] == '"' || text.p[i] == '}');
}

/* Is what stands behind the value what stands behind values of a list? */
static const char *
ends_well(struct fb_physical *in, size_t n, bool *well)
{
	enum { FAR = 256 };
	const char *why = fb_physical_ahead(in, n + FAR);
	fb_str text = window(in, 0);
	size_t i = blanks(text, n);

	if (why && why != fb_physical_full)
		return why;
	*well = n && i < text.n && (text.p[i] == ']' || (text.p[i] == ',' &&
	    goes_on(text, i + 1, text.p[0] == '{')));
	return NULL;
}

static const char *
past_line(struct fb_physical *in, size_t *n, bool *well)
{
	const char *hit = NULL, *why = NULL;
	bool end = false;
	size_t i;

	while (!why && !end && !(hit = in->win.n == in->at ? NULL :
	    memchr(window(in, 0).p, '\n', window(in, 0).n)))
		why = more(in, in->win.n - in->at, &end);
	if (why)
		return why;
	*n = hit ? (size_t)(hit - window(in, 0).p) + 1 : window(in, 0).n;
	why = fb_physical_ahead(in, *n + 64);
	i = blanks(window(in, 0), *n);
	*well = i == window(in, 0).n || strchr("{[", window(in, 0).p[i]);
	return why == fb_physical_full ? NULL : why;
}

const char *
fb_skim_past(struct fb_jwalk *w, bool in_list, size_t *n)
{
	fb_str first = fb_buf_str(&w->first);
	const char *why;
	bool well = false;

	if (!in_list) {
		size_t line;

		why = past_line(w->in, &line, &well);
		if (why || well || (why = fb_skim_value(w->in, n)) || *n) {
			*n = well ? line : *n;
			return why;
		}
		*n = line;
		return NULL;
	}
	if ((why = fb_skim_value(w->in, n)) ||
	    (why = ends_well(w->in, *n, &well)))
		return why;
	return well ? NULL : find_next(w->in, first, n);
}

/* The value of the four digits behind "\u", or -1. */
static int
unit_at(const char *p, const char *end)
{
	int v = 0;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++) {
		int c = (unsigned char)p[i] | 0x20;
		int d = c >= '0' && c <= '9' ? c - '0' :
		    c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;

		if (d < 0)
			return -1;
		v = v << 4 | d;
	}
	return v;
}

static size_t
mend_escapes(char *p, char *end)
{
	size_t bad = 0;

	while (p < end && (p = memchr(p, '\\', (size_t)(end - p)))) {
		int unit = unit_at(p, end), low;

		if (unit < 0xd800 || unit > 0xdfff) {
			p += unit < 0 ? 2 : 6;
			continue;
		}
		low = unit_at(p + 6, end);
		if (unit < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) {
			p += 12;
			continue;
		}
		memcpy(p, "\\ufffd", 6);
		bad++;
		p += 6;
	}
	return bad;
}

size_t
fb_skim_mend(struct fb_buf *to, fb_str value)
{
	size_t from = to->n, bad = fb_utf8_mend(to, value);

	return bad + mend_escapes(to->p + from, to->p + to->n);
}
