/* check.c - is this a JSON value, with everything in it? No recursion. */
#include "record/check.h"

static const char ends_early[] = "ends too early";

static bool
digits(struct fb_cursor *c)
{
	const char *from = c->p;

	while (c->p < c->end && *c->p >= '0' && *c->p <= '9')
		c->p++;
	return c->p > from;
}

static const char *
number(struct fb_cursor *c)
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
word(struct fb_cursor *c)
{
	static const fb_str words[] = { { "true", 4 }, { "false", 5 }, { "null", 4 } };
	fb_str rest = { c->p, (size_t)(c->end - c->p) };

	for (size_t i = 0; i < 3; i++) {
		if (fb_str_starts(rest, words[i])) {
			c->p += words[i].n;
			return NULL;
		}
	}
	return rest.n && (*rest.p | 0x20) == 'n' ? "not a JSON value (a number "
	    "that is missing is null)" : "not a JSON value";
}

/* A string, number or word. */
static const char *
scalar(struct fb_cursor *c)
{
	bool escaped;

	if (*c->p == '"') {
		c->p++;
		return fb_check_string(c, &escaped);
	}
	if (*c->p == '-' || (*c->p >= '0' && *c->p <= '9'))
		return number(c);
	return word(c);
}

const char *
fb_check_key(struct fb_cursor *c, bool *escaped)
{
	const char *why;

	fb_blanks(c);
	if (c->p == c->end)
		return ends_early;
	if (*c->p != '"')
		return "a key must be a string";
	c->p++;
	if ((why = fb_check_string(c, escaped)))
		return why;
	fb_blanks(c);
	if (c->p == c->end)
		return ends_early;
	if (*c->p != ':')
		return "no colon behind a key";
	c->p++;
	return NULL;
}

static bool
in_object(const struct fb_cursor *c)
{
	return c->inside[(c->depth - 1) / 64] >> (c->depth - 1) % 64 & 1;
}

/* At { or [: go in. *empty tells that it was left again at once. */
static const char *
enter(struct fb_cursor *c, bool *empty)
{
	bool object = *c->p == '{';
	uint64_t bit = (uint64_t)1 << c->depth % 64, *set;

	if (c->depth == FB_SCAN_DEPTH)
		return "nested too deep";
	set = &c->inside[c->depth++ / 64];
	*set = object ? *set | bit : *set & ~bit;
	c->p++;
	fb_blanks(c);
	*empty = c->p < c->end && *c->p == (object ? '}' : ']');
	if (*empty) {
		c->p++;
		c->depth--;
		return NULL;
	}
	return object ? fb_check_key(c, &(bool){ false }) : NULL;
}

/* Behind a value: leave what ends here; *more tells that a value must follow. */
static const char *
leave(struct fb_cursor *c, bool *more)
{
	*more = false;
	while (c->depth) {
		bool object = in_object(c);

		fb_blanks(c);
		if (c->p == c->end)
			return ends_early;
		if (*c->p == ',') {
			c->p++;
			*more = true;
			return object ? fb_check_key(c, &(bool){ false }) : NULL;
		}
		if (*c->p != (object ? '}' : ']'))
			return object ? "neither comma nor } behind a value" :
			    "neither comma nor ] behind a value";
		c->p++;
		c->depth--;
	}
	return NULL;
}

const char *
fb_check_value(struct fb_cursor *c)
{
	const char *why;
	bool more = true;

	while (more) {
		bool done = true;

		fb_blanks(c);
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
