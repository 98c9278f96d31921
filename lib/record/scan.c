/* scan.c - the one pass over a line. */
#include <stdlib.h>

#include "record/check.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"

/* Go over a string without escapes, of ASCII only; false when it is not one and
 * has to be looked at closely. */
static inline bool
plain_string(struct fb_cursor *c)
{
	const char *q;

	if (c->p == c->end || *c->p != '"')
		return false;
	q = fb_special(&c->marks, c->p + 1);
	if (q == c->end || *q != '"')
		return false;
	c->p = q + 1;
	return true;
}

/* A key written the usual way: plain, its colon right behind it. */
static inline bool
plain_key(struct fb_cursor *c, fb_str *key)
{
	const char *p = c->p;

	if (!plain_string(c) || c->p == c->end || *c->p != ':') {
		c->p = p;
		return false;
	}
	*key = (fb_str){ p + 1, (size_t)(c->p - p) - 2 };
	c->p++;
	return true;
}

static const char *
any_key(struct fb_cursor *c, fb_str *key, bool *escaped)
{
	const char *why;

	key->p = c->p + 1;
	if ((why = fb_check_key(c, escaped)))
		return why;
	/* The colon may stand behind blanks; the key ends at the last quote. */
	key->n = (size_t)(c->p - 1 - key->p);
	while (key->p[key->n] != '"')
		key->n--;
	return NULL;
}

static const char *
member_value(struct fb_cursor *c, fb_str *val)
{
	const char *why = NULL;

	fb_blanks(c);
	val->p = c->p;
	if (!plain_string(c))
		why = fb_check_value(c);
	val->n = (size_t)(c->p - val->p);
	return why;
}

/* The bit of fb_rec.keys that a key sets. */
static uint64_t
key_bit(fb_str key)
{
	unsigned char first = key.n ? (unsigned char)*key.p : 0;
	unsigned char last = key.n ? (unsigned char)key.p[key.n - 1] : 0;

	return (uint64_t)1 << (first + 7 * key.n + 11 * last) % 64;
}

static const char *
member(struct fb_cursor *c, struct fb_rec *r)
{
	struct fb_field *f;
	const char *why;

	if (r->n == r->cap)
		r->f = fb_grow(r->f, &r->cap, r->n + 1, sizeof *r->f);
	f = &r->f[r->n++];
	fb_blanks(c);
	if (!plain_key(c, &f->key) &&
	    (why = any_key(c, &f->key, &r->escaped_keys)))
		return why;
	r->keys |= key_bit(f->key);
	if ((why = member_value(c, &f->val)))
		return why;
	fb_blanks(c);
	return NULL;
}

static const char *
object(struct fb_cursor *c, struct fb_rec *r)
{
	const char *why;

	if (c->p == c->end || *c->p != '{')
		return "not a JSON object";
	c->p++;
	fb_blanks(c);
	if (c->p < c->end && *c->p == '}') {
		c->p++;
		return NULL;
	}
	for (;;) {
		if ((why = member(c, r)))
			return why;
		if (c->p == c->end)
			return "ends too early";
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

static bool
only_blanks(struct fb_cursor *c)
{
	fb_blanks(c);
	return c->p == c->end;
}

static const char *
scan(struct fb_rec *r, fb_str line, bool alone)
{
	struct fb_cursor c;
	const char *why;

	fb_cursor_start(&c, line, alone ? FB_RUN : FB_SHORT_RUN);
	r->line = line;
	r->n = 0;
	r->keys = 0;
	r->escaped_keys = false;
	fb_blanks(&c);
	line.p = c.p;
	why = object(&c, r);
	line.n = (size_t)(c.p - line.p);
	if (!why && alone && !only_blanks(&c))
		why = "text behind the JSON object";
	r->bad_at = (size_t)(c.p - r->line.p);
	if (why)
		return why;
	r->line = line;
	r->kind = kind_of(r);
	return NULL;
}

const char *
fb_scan(struct fb_rec *r, fb_str line)
{
	return scan(r, line, true);
}

const char *
fb_scan_start(struct fb_rec *r, fb_str text)
{
	return scan(r, text, false);
}

const char *
fb_scan_value(fb_str text, size_t *bad_at)
{
	struct fb_cursor c;
	const char *why;

	fb_cursor_start(&c, text, FB_RUN);
	why = fb_check_value(&c);
	if (!why && !only_blanks(&c))
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

/* fb_rec_find() when keys are to be read with their escapes. */
static long
find_escaped(const struct fb_rec *r, fb_str key)
{
	for (size_t i = r->n; i-- > 0; )
		if (fb_json_key_is(r->f[i].key, key))
			return (long)i;
	return -1;
}

long
fb_rec_find(const struct fb_rec *r, fb_str key)
{
	if (r->escaped_keys)
		return find_escaped(r, key);
	if (!(r->keys & key_bit(key)))
		return -1;
	for (size_t i = r->n; i-- > 0; )
		if (fb_str_eq(r->f[i].key, key))
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

void
fb_rec_body(const struct fb_rec *rec, fb_str *head, fb_str *tail)
{
	long i = fb_rec_find(rec, FB_DRAW);
	const char *from = rec->line.p, *end = from + rec->line.n, *a, *b;

	*head = rec->line;
	*tail = FB_LIT("");
	if (i < 0)
		return;
	a = i ? rec->f[i - 1].val.p + rec->f[i - 1].val.n : rec->f[i].key.p - 1;
	b = rec->f[i].val.p + rec->f[i].val.n;
	if (!i && rec->n > 1)
		b = rec->f[1].key.p - 1;
	*head = (fb_str){ from, (size_t)(a - from) };
	*tail = (fb_str){ b, (size_t)(end - b) };
}
