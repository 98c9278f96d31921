/* edit.c - a record with some of its keys changed. */
#include "record/json.h"
#include "record/writer.h"

static const struct fb_edit *
change_of(const struct fb_rec *rec, fb_str key,
    const struct fb_edit *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (rec->escaped_keys ? fb_json_key_is(key, c[i].key) :
		    fb_str_eq(key, c[i].key))
			return &c[i];
	return NULL;
}

static void
add_span(struct fb_buf *b, const char *from, const char *to)
{
	fb_buf_add(b, (fb_str){ from, (size_t)(to - from) });
}

/* Where the blanks at the end of b start; a { stands in front of them. */
static size_t
solid(const struct fb_buf *b)
{
	fb_str s = fb_str_trim(fb_buf_str(b));

	return (size_t)(s.p + s.n - b->p);
}

/* Leave field i out; copied is what of the line is dealt with so far. Either
 * the comma behind it goes, or, with the last one, the comma in front. */
static const char *
drop(struct fb_buf *b, const struct fb_rec *rec, size_t i, const char *copied)
{
	add_span(b, copied, rec->f[i].key.p - 1);
	if (i + 1 < rec->n)
		return rec->f[i + 1].key.p - 1;
	b->n = solid(b);
	b->n -= b->p[b->n - 1] == ',';
	return rec->f[i].val.p + rec->f[i].val.n;
}

static char *
put(char *to, fb_str s)
{
	memcpy(to, s.p, s.n);
	return to + s.n;
}

static void
append(struct fb_buf *b, const struct fb_edit *c)
{
	bool first = b->p[solid(b) - 1] == '{';
	char *to = fb_buf_room(b, c->key.n + c->val.n + sizeof ",\"\":");

	to = put(to, first ? FB_LIT("\"") : FB_LIT(",\""));
	to = put(to, c->key);
	to = put(to, FB_LIT("\":"));
	to = put(to, c->val);
	b->n = (size_t)(to - b->p);
}

/* Write rec up to its closing brace with the changes to keys that it has. */
static void
change_in_place(struct fb_buf *b, const struct fb_rec *rec,
    const struct fb_edit *c, size_t n)
{
	const char *copied = rec->line.p, *end = copied + rec->line.n - 1;

	for (size_t i = 0; i < rec->n; i++) {
		const struct fb_field *f = &rec->f[i];
		const struct fb_edit *how = change_of(rec, f->key, c, n);

		if (!how)
			continue;
		if (!how->val.p || fb_rec_find(rec, how->key) != (long)i) {
			copied = drop(b, rec, i, copied);
			continue;
		}
		add_span(b, copied, f->val.p);
		fb_buf_add(b, how->val);
		copied = f->val.p + f->val.n;
	}
	add_span(b, copied, end);
}

static bool
any_stands(const struct fb_rec *rec, const struct fb_edit *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (fb_rec_find(rec, c[i].key) >= 0)
			return true;
	return false;
}

void
fb_put_edited(struct fb_buf *b, const struct fb_rec *rec,
    const struct fb_edit *c, size_t n)
{
	bool some = any_stands(rec, c, n);

	if (some)
		change_in_place(b, rec, c, n);
	else
		fb_buf_add(b, (fb_str){ rec->line.p, rec->line.n - 1 });
	for (size_t i = 0; i < n; i++)
		if (c[i].val.p && !(some && fb_rec_find(rec, c[i].key) >= 0))
			append(b, &c[i]);
	fb_buf_addc(b, '}');
}
