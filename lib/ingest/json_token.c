/* json_token.c - pass blanks, keys, values and scripts of a JSON input. */
#include <stdio.h>

#include "ingest/json_skim.h"
#include "ingest/json_token.h"

const char fb_jtorn[] = "the JSON ends too early: the end of the file is "
    "missing";
const char fb_jdeep[] = "the JSON is nested deeper than 512";

const char *
fb_jwrong(struct fb_jwalk *w, const char *what)
{
	w->why.n = 0;
	fb_buf_printf(&w->why, "%zu: byte %llu: %s", w->lines + 1,
	    (unsigned long long)w->offset, what);
	return fb_buf_cstr(&w->why);
}

const char *
fb_jfull(struct fb_jwalk *w)
{
	char what[120];

	snprintf(what, sizeof what, "the element that starts here is longer "
	    "than %zu bytes; raise --max-record if that is right", w->in->max);
	return fb_jwrong(w, what);
}

bool
fb_jpath_parse(struct fb_jpath *p, fb_str text)
{
	*p = (struct fb_jpath){0};
	if (fb_str_eq(text, FB_LIT(".")))
		return true;
	while (text.n) {
		if (p->n == FB_JSON_PATH)
			return false;
		p->key[p->n++] = fb_str_split(&text, '.');
	}
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

void
fb_jwalk_pass(struct fb_jwalk *w, size_t n)
{
	const char *p = fb_jwindow(w).p, *end = p + n;

	while (p < end && (p = memchr(p, '\n', (size_t)(end - p)))) {
		w->lines++;
		p++;
	}
	w->offset += n;
	w->in->at += n;
	if (!w->pinned)
		w->in->row = w->in->at;
}

const char *
fb_jwalk_peek(struct fb_jwalk *w, int *c)
{
	const char *why;

	for (*c = -1; ; ) {
		fb_str s = fb_jwindow(w);
		size_t i = 0;

		while (i < s.n && is_blank(s.p[i]))
			i++;
		fb_jwalk_pass(w, i);
		if (i < s.n) {
			*c = (unsigned char)s.p[i];
			return NULL;
		}
		if (w->in->eof)
			return NULL;
		if ((why = fb_physical_ahead(w->in, 1)))
			return why == fb_physical_full ? fb_jfull(w) : why;
	}
}

const char *
fb_jwalk_skip(struct fb_jwalk *w)
{
	struct fb_skim s = {0};
	const char *why;

	while (!s.done) {
		fb_jwalk_pass(w, fb_skim(&s, fb_jwindow(w)));
		if (s.deep)
			return fb_jwrong(w, fb_jdeep);
		if (s.done)
			break;
		if (w->in->eof && !fb_jwindow(w).n)
			return fb_jwrong(w, fb_jtorn);
		if ((why = fb_physical_ahead(w->in, fb_jwindow(w).n + 1)))
			return why == fb_physical_full ? fb_jfull(w) : why;
	}
	return NULL;
}

/* The length of the string at the window's start, with its quotes. */
static const char *
string_length(struct fb_jwalk *w, size_t *n)
{
	const char *why = fb_skim_value(w->in, n);

	return why ? why : *n ? NULL : fb_jwrong(w, fb_jtorn);
}

const char *
fb_jwalk_key(struct fb_jwalk *w, fb_str *key)
{
	const char *why;
	size_t n;
	int c;

	*key = (fb_str){0};
	if ((why = fb_jwalk_peek(w, &c)))
		return why;
	if (c == ',') {
		fb_jwalk_pass(w, 1);
		if ((why = fb_jwalk_peek(w, &c)))
			return why;
	}
	if (c == '}') {
		fb_jwalk_pass(w, 1);
		return NULL;
	}
	if (c != '"')
		return fb_jwrong(w, c < 0 ? fb_jtorn :
		    "a key must be a string");
	if ((why = string_length(w, &n)))
		return why;
	if ((why = fb_physical_ahead(w->in, n + 16)) &&
	    why != fb_physical_full)
		return why;
	*key = (fb_str){ fb_jwindow(w).p + 1, n - 2 };
	while (n < fb_jwindow(w).n && is_blank(fb_jwindow(w).p[n]))
		n++;
	if (n >= fb_jwindow(w).n || fb_jwindow(w).p[n] != ':')
		return fb_jwrong(w, "no colon behind a key");
	fb_jwalk_pass(w, n + 1);
	return NULL;
}

static bool
is_script(char c)
{
	char low = (char)(c | 0x20);

	return (c >= '0' && c <= '9') || (low >= 'a' && low <= 'z') ||
	    (c && strchr("_.$ \t=;(", c));
}

size_t
fb_jprefix(fb_str s)
{
	size_t i = 0;
	bool sign = false;

	for (; i < s.n && is_script(s.p[i]); i++)
		sign |= s.p[i] == '=' || s.p[i] == '(';
	return sign && i < s.n && (s.p[i] == '[' || s.p[i] == '{') ? i : 0;
}

const char *
fb_jwalk_prefix(struct fb_jwalk *w)
{
	const char *why;
	int c;

	for (;;) {
		if ((why = fb_jwalk_peek(w, &c)))
			return why;
		if (c == ',' || c == ';' || c == ')') {
			fb_jwalk_pass(w, 1);
			continue;
		}
		if (c < 0 || c == '{' || c == '[')
			return NULL;
		why = fb_physical_ahead(w->in, 256);
		if (why && why != fb_physical_full)
			return why;
		fb_jwalk_pass(w, fb_jprefix(fb_jwindow(w)));
		return NULL;
	}
}
