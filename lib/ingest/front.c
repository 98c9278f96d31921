/* front.c - read front matter. */
#include <stdlib.h>

#include "ingest/front.h"
#include "record/json.h"

static fb_str
next_line(fb_str *s)
{
	fb_str line = fb_str_split(s, '\n');

	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

static bool
is_fence(fb_str line)
{
	while (line.n && (line.p[line.n - 1] == ' ' ||
	    line.p[line.n - 1] == '\t'))
		line.n--;
	return fb_str_eq(line, FB_LIT("---"));
}

bool
fb_front_is(fb_str head)
{
	fb_str line = next_line(&head);

	if (!is_fence(line) || !head.n)
		return false;
	line = next_line(&head);
	return is_fence(line) || *line.p == '#' ||
	    (line.n && memchr(line.p, ':', line.n) && *line.p != ' ');
}

static fb_str
unquoted(fb_str s)
{
	s = fb_str_trim(s);
	if (s.n > 1 && (*s.p == '"' || *s.p == '\'') && s.p[s.n - 1] == *s.p)
		return (fb_str){ s.p + 1, s.n - 2 };
	return s;
}

static void
add_item(struct fb_front_value *v, fb_str item)
{
	item = unquoted(item);
	if (v->json.n)
		v->json.n--;
	fb_buf_addc(&v->json, v->json.n ? ',' : '[');
	fb_put_json(&v->json, item);
	fb_buf_addc(&v->json, ']');
	fb_buf_adds(&v->text, v->text.n ? ", " : "");
	fb_buf_add(&v->text, item);
}

static void
set_value(struct fb_front_value *v, fb_str value)
{
	value = fb_str_trim(value);
	v->text.n = v->json.n = 0;
	if (value.n < 2 || *value.p != '[' || value.p[value.n - 1] != ']') {
		fb_buf_add(&v->text, unquoted(value));
		return;
	}
	value = (fb_str){ value.p + 1, value.n - 2 };
	while (fb_str_trim(value).n)
		add_item(v, fb_str_split(&value, ','));
}

static struct fb_front_value *
value_of(struct fb_front *f, fb_str key)
{
	bool fresh;
	size_t i = fb_map_put(&f->keys, key, &fresh);

	f->v = fb_grow(f->v, &f->cap, i + 1, sizeof *f->v);
	if (fresh)
		f->v[i] = (struct fb_front_value){0};
	return &f->v[i];
}

/* Its last key, or NULL before the first, and what a line does to it. */
static void
read_line(struct fb_front *f, struct fb_front_value **last, fb_str line)
{
	fb_str plain = fb_str_trim(line), value = plain;
	fb_str key = fb_str_split(&value, ':');

	if (!plain.n || *plain.p == '#')
		return;
	if (*last && fb_str_starts(plain, FB_LIT("- "))) {
		add_item(*last, (fb_str){ plain.p + 2, plain.n - 2 });
	} else if (*line.p == ' ' || *line.p == '\t' || !value.p) {
		if (!*last)
			return;
		fb_buf_adds(&(*last)->text, (*last)->text.n ? "\n" : "");
		fb_buf_add(&(*last)->text, plain);
	} else {
		*last = value_of(f, unquoted(key));
		set_value(*last, value);
	}
}

void
fb_front_read(struct fb_front *f, fb_str *text)
{
	fb_str rest = *text, line;
	struct fb_front_value *last = NULL;

	if (!fb_front_is(rest))
		return;
	next_line(&rest);
	while (rest.n) {
		line = next_line(&rest);
		if (is_fence(line)) {
			*text = rest;
			return;
		}
		read_line(f, &last, line);
	}
	*text = rest;
}

void
fb_front_release(struct fb_front *f)
{
	for (size_t i = 0; i < f->keys.n; i++) {
		fb_buf_release(&f->v[i].text);
		fb_buf_release(&f->v[i].json);
	}
	free(f->v);
	fb_map_release(&f->keys);
	*f = (struct fb_front){0};
}
