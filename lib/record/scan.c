/* scan.c - the one pass over a line. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "record/json.h"
#include "record/plain.h"
#include "record/scan.h"

/* Where the scan is, and which containers it is inside: a bit a level, set for
 * an object. Whatever fails leaves p where it failed and gives the reason. */
struct cursor {
	const char *p, *end;
	unsigned depth;
	uint64_t inside[FB_SCAN_DEPTH / 64];
};

static const char ends_early[] = "ends too early";

static inline void
blanks(struct cursor *c)
{
	while (c->p < c->end && (*c->p == ' ' || *c->p == '\t' ||
	    *c->p == '\r' || *c->p == '\n'))
		c->p++;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four digits behind "\u" at p; -1 when they are not there. */
static int
unit(const char *p, const char *end)
{
	int v = 0;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++) {
		int d = hex_digit(p[i]);

		if (d < 0)
			return -1;
		v = v << 4 | d;
	}
	return v;
}

static const char *
escape(struct cursor *c)
{
	int first, second;

	if (c->end - c->p < 2)
		return ends_early;
	if (c->p[1] != 'u') {
		if (!c->p[1] || !strchr("\"\\/bfnrt", c->p[1]))
			return "unknown escape in a string";
		c->p += 2;
		return NULL;
	}
	if ((first = unit(c->p, c->end)) < 0)
		return "\\u without four hexadecimal digits";
	if (first >= 0xd800 && first < 0xe000) {
		second = unit(c->p + 6, c->end);
		if (first >= 0xdc00 || second < 0xdc00 || second > 0xdfff)
			return "half of a surrogate pair";
		c->p += 6;
	}
	c->p += 6;
	return NULL;
}

static const char *
non_ascii(struct cursor *c)
{
	while (c->p < c->end && (unsigned char)*c->p >= 0x80) {
		fb_str rest = { c->p, (size_t)(c->end - c->p) };
		size_t len;

		if (fb_utf8_next(rest, &len) == FB_UTF8_BAD)
			return "ill-formed UTF-8";
		c->p += len;
	}
	return NULL;
}

/* p is behind the opening quote; leaves it behind the closing one. */
static const char *
string(struct cursor *c, bool *escaped)
{
	const char *why = NULL;

	while (!why) {
		c->p = fb_plain(c->p, c->end);
		if (c->p == c->end)
			return "ends inside a string";
		if (*c->p == '"') {
			c->p++;
			return NULL;
		}
		if (*c->p == '\\') {
			*escaped = true;
			why = escape(c);
		} else if ((unsigned char)*c->p >= 0x80) {
			why = non_ascii(c);
		} else {
			return "control character in a string";
		}
	}
	return why;
}

static bool
digits(struct cursor *c)
{
	const char *from = c->p;

	while (c->p < c->end && *c->p >= '0' && *c->p <= '9')
		c->p++;
	return c->p > from;
}

static const char *
number(struct cursor *c)
{
	static const char why[] = "not a JSON number";

	c->p += *c->p == '-';
	if (c->p < c->end && *c->p == '0')
		c->p++;
	else if (!digits(c))
		return why;
	if (c->p < c->end && *c->p == '.') {
		c->p++;
		if (!digits(c))
			return why;
	}
	if (c->p < c->end && (*c->p | 0x20) == 'e') {
		c->p++;
		if (c->p < c->end && (*c->p == '+' || *c->p == '-'))
			c->p++;
		if (!digits(c))
			return why;
	}
	return NULL;
}

static const char *
word(struct cursor *c)
{
	static const fb_str words[] = { { "true", 4 }, { "false", 5 }, { "null", 4 } };
	fb_str rest = { c->p, (size_t)(c->end - c->p) };

	for (size_t i = 0; i < 3; i++) {
		if (fb_str_starts(rest, words[i])) {
			c->p += words[i].n;
			return NULL;
		}
	}
	return "not a JSON value";
}

/* A string, number or word. */
static const char *
scalar(struct cursor *c)
{
	bool escaped;

	if (*c->p == '"') {
		c->p++;
		return string(c, &escaped);
	}
	if (*c->p == '-' || (*c->p >= '0' && *c->p <= '9'))
		return number(c);
	return word(c);
}

static const char *
key_and_colon(struct cursor *c, bool *escaped)
{
	const char *why;

	blanks(c);
	if (c->p == c->end)
		return ends_early;
	if (*c->p != '"')
		return "a key must be a string";
	c->p++;
	if ((why = string(c, escaped)))
		return why;
	blanks(c);
	if (c->p == c->end)
		return ends_early;
	if (*c->p != ':')
		return "no colon behind a key";
	c->p++;
	return NULL;
}

static bool
in_object(const struct cursor *c)
{
	return c->inside[(c->depth - 1) / 64] >> (c->depth - 1) % 64 & 1;
}

/* At { or [: go in. *empty tells that it was left again at once. */
static const char *
enter(struct cursor *c, bool *empty)
{
	bool object = *c->p == '{';
	uint64_t bit = (uint64_t)1 << c->depth % 64, *set;

	if (c->depth == FB_SCAN_DEPTH)
		return "nested too deep";
	set = &c->inside[c->depth++ / 64];
	*set = object ? *set | bit : *set & ~bit;
	c->p++;
	blanks(c);
	*empty = c->p < c->end && *c->p == (object ? '}' : ']');
	if (*empty) {
		c->p++;
		c->depth--;
		return NULL;
	}
	return object ? key_and_colon(c, &(bool){ false }) : NULL;
}

/* Behind a value: leave what ends here; *more tells that a value must follow. */
static const char *
leave(struct cursor *c, bool *more)
{
	*more = false;
	while (c->depth) {
		bool object = in_object(c);

		blanks(c);
		if (c->p == c->end)
			return ends_early;
		if (*c->p == ',') {
			c->p++;
			*more = true;
			return object ? key_and_colon(c, &(bool){ false }) : NULL;
		}
		if (*c->p != (object ? '}' : ']'))
			return object ? "neither comma nor } behind a value" :
			    "neither comma nor ] behind a value";
		c->p++;
		c->depth--;
	}
	return NULL;
}

/* One value with everything in it; p must be in front of it. */
static const char *
value(struct cursor *c)
{
	const char *why;
	bool more = true;

	while (more) {
		bool done = true;

		blanks(c);
		if (c->p == c->end)
			return ends_early;
		if (*c->p == '{' || *c->p == '[')
			why = enter(c, &done);
		else
			why = scalar(c);
		if (!why && done)
			why = leave(c, &more);
		if (why)
			return why;
	}
	return NULL;
}

static const char *
member(struct cursor *c, struct fb_rec *r)
{
	struct fb_field *f;
	const char *why;

	r->f = fb_grow(r->f, &r->cap, r->n + 1, sizeof *r->f);
	f = &r->f[r->n++];
	blanks(c);
	f->key.p = c->p + 1;
	if ((why = key_and_colon(c, &r->escaped_keys)))
		return why;
	/* The colon may stand behind blanks; the key ends at the last quote. */
	f->key.n = (size_t)(c->p - 1 - f->key.p);
	while (f->key.p[f->key.n] != '"')
		f->key.n--;
	blanks(c);
	f->val.p = c->p;
	why = value(c);
	f->val.n = (size_t)(c->p - f->val.p);
	blanks(c);
	return why;
}

static const char *
object(struct cursor *c, struct fb_rec *r)
{
	const char *why;

	blanks(c);
	if (c->p == c->end || *c->p != '{')
		return "not a JSON object";
	c->p++;
	blanks(c);
	if (c->p < c->end && *c->p == '}') {
		c->p++;
		return NULL;
	}
	for (;;) {
		if ((why = member(c, r)))
			return why;
		if (c->p == c->end)
			return ends_early;
		if (*c->p != ',' && *c->p != '}')
			return "neither comma nor } behind a value";
		if (*c->p++ == '}')
			return NULL;
	}
}

static enum fb_kind
kind_of(const struct fb_rec *r)
{
	static const char *const names[] = { [FB_METRIC] = "metric",
	    [FB_PART] = "part", [FB_TRAIL] = "trail", [FB_LABEL_LINE] = "label",
	    [FB_TITLE_LINE] = "title", [FB_EVENT] = "event", [FB_REPORT] = "report" };
	fb_str v = fb_rec_get(r, FB_LIT("fb"));

	if (!v.p)
		return FB_RECORD;
	for (int i = FB_METRIC; i <= FB_REPORT; i++)
		if (fb_json_is(v, names[i]))
			return (enum fb_kind)i;
	return FB_OTHER;
}

const char *
fb_scan(struct fb_rec *r, fb_str line)
{
	struct cursor c = { .p = line.p, .end = line.p + line.n };
	const char *why;

	r->line = line;
	r->n = 0;
	r->escaped_keys = false;
	why = object(&c, r);
	blanks(&c);
	if (!why && c.p < c.end)
		why = "text behind the JSON object";
	r->bad_at = (size_t)(c.p - line.p);
	if (!why)
		r->kind = kind_of(r);
	return why;
}

const char *
fb_scan_value(fb_str text, size_t *bad_at)
{
	struct cursor c = { .p = text.p, .end = text.p + text.n };
	const char *why = value(&c);

	blanks(&c);
	if (!why && c.p < c.end)
		why = "text behind the JSON value";
	*bad_at = (size_t)(c.p - text.p);
	return why;
}

void
fb_rec_release(struct fb_rec *r)
{
	free(r->f);
	*r = (struct fb_rec){0};
}

static bool
key_is(const struct fb_rec *r, fb_str written, fb_str key)
{
	struct fb_buf plain = {0};
	bool same;

	if (!r->escaped_keys || !memchr(written.p, '\\', written.n))
		return fb_str_eq(written, key);
	fb_json_unescape(&plain, written);
	same = fb_str_eq(fb_buf_str(&plain), key);
	fb_buf_release(&plain);
	return same;
}

long
fb_rec_find(const struct fb_rec *r, fb_str key)
{
	for (size_t i = r->n; i-- > 0; )
		if (key_is(r, r->f[i].key, key))
			return (long)i;
	return -1;
}

fb_str
fb_rec_get(const struct fb_rec *r, fb_str key)
{
	long i = fb_rec_find(r, key);

	return i < 0 ? (fb_str){ NULL, 0 } : r->f[i].val;
}

bool
fb_scan_use(const char *way)
{
	return fb_plain_use(way);
}
