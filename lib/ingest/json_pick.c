/* json_pick.c - follow a profile's path through the lists of an object. */
#include "ingest/json_pick.h"
#include "record/json.h"

enum { LISTS_MAX = 8 };

bool
fb_is_jpick(fb_str name)
{
	const char *open = memchr(name.p, '[', name.n);

	return open && open > name.p &&
	    memchr(open, ']', (size_t)(name.p + name.n - open));
}

const char *
fb_jpick_check(fb_str pick)
{
	size_t lists = 0;
	bool inside = false;

	for (size_t i = 0; i < pick.n; i++) {
		if (pick.p[i] == '[' ? inside : pick.p[i] == ']' && !inside)
			return "its brackets do not fit";
		if (pick.p[i] == '[')
			lists++;
		if (pick.p[i] == '[' || pick.p[i] == ']')
			inside = pick.p[i] == '[';
	}
	return inside ? "its brackets do not fit" : lists > LISTS_MAX ?
	    "more than 8 lists in each other" : NULL;
}

/* A member by its key, or the element at a place of an array. */
static fb_str
member(fb_str raw, fb_str key)
{
	struct fb_json it = fb_json_in(raw);
	fb_str found = { NULL, 0 };
	size_t place = 0;
	bool array = raw.n && raw.p[0] == '[';

	for (size_t i = 0; i < key.n; i++)
		place = place * 10 + (size_t)(key.p[i] - '0');
	for (; fb_json_next(&it); place--) {
		if (array ? !place : fb_json_key_is(it.key, key))
			found = it.val;
		if (array && !place)
			break;
	}
	return found;
}

fb_str
fb_jpick_follow(fb_str raw, fb_str path)
{
	while (path.n && raw.p)
		raw = member(raw, fb_str_split(&path, '.'));
	return raw;
}

static bool
says(fb_str raw, fb_str words)
{
	struct fb_buf scratch = {0};
	fb_str text = fb_json_text(raw, &scratch);
	bool hit = false;

	while (words.p && !hit)
		hit = fb_str_eq(fb_str_trim(fb_str_split(&words, '|')), text);
	fb_buf_release(&scratch);
	return hit;
}

/* Does what stands in brackets hold for the element? */
static bool
holds(fb_str element, fb_str cond)
{
	fb_str path = cond, words;
	bool not;

	if (!cond.n)
		return true;
	path = fb_str_split(&cond, '=');
	words = cond;
	not = path.n && path.p[path.n - 1] == '!';
	path.n -= not;
	return says(fb_jpick_follow(element, fb_str_trim(path)), words) != not;
}

/* The value at the path's end, or behind a '#' the place as that name. */
static void
put(struct fb_buf *b, fb_str val, fb_str path, size_t nth)
{
	fb_str name = path, raw = fb_jpick_follow(val, fb_str_split(&name, '#'));

	if (!raw.p || fb_str_eq(raw, FB_LIT("null")) ||
	    (name.n && fb_str_eq(raw, FB_LIT("\"\""))))
		return;
	if (b->p[b->n - 1] != '[')
		fb_buf_addc(b, ',');
	if (!name.n) {
		fb_buf_add(b, raw);
		return;
	}
	fb_buf_addc(b, '{');
	fb_put_json(b, name);
	fb_buf_printf(b, ":%zu}", nth);
}

bool
fb_jpick_base(fb_str pick, fb_str object)
{
	return fb_jpick_follow(object, fb_str_split(&pick, '[')).p;
}

/* The next list on the way; false when only keys are left, *rest is they. */
static bool
next_list(fb_str *rest, fb_str *keys, fb_str *cond)
{
	if (!rest->n || !memchr(rest->p, '[', rest->n))
		return false;
	*keys = fb_str_split(rest, '[');
	*cond = fb_str_split(rest, ']');
	if (rest->n && rest->p[0] == '.') {
		rest->p++;
		rest->n--;
	}
	return true;
}

/* A list that is gone through. */
struct list {
	struct fb_json it;
	size_t nth;        /* the element given last, from 1 */
	fb_str one;        /* an object in place of a list */
	fb_str cond, rest; /* which elements, and where in them */
};

static void
enter(struct list *l, fb_str raw)
{
	*l = (struct list){0};
	if (raw.n && raw.p[0] == '{')
		l->one = raw;
	else
		l->it = fb_json_in(raw);
}

static bool
step(struct list *l, fb_str *val)
{
	l->nth++;
	*val = l->one;
	l->one = (fb_str){0};
	if (val->p)
		return true;
	if (!fb_json_next(&l->it))
		return false;
	*val = l->it.val;
	return true;
}

void
fb_jpick_put(struct fb_buf *b, fb_str pick, fb_str object)
{
	struct list at[LISTS_MAX + 1];
	size_t depth = 0;
	fb_str keys, cond;

	fb_buf_addc(b, '[');
	if (next_list(&pick, &keys, &cond)) {
		enter(&at[depth], fb_jpick_follow(object, keys));
		at[depth].cond = cond;
		at[depth++].rest = pick;
	}
	while (depth) {
		fb_str val, rest = at[depth - 1].rest;

		if (!step(&at[depth - 1], &val)) {
			depth--;
			continue;
		}
		if (!holds(val, at[depth - 1].cond))
			continue;
		if (!next_list(&rest, &keys, &cond)) {
			put(b, val, rest, at[depth - 1].nth);
			continue;
		}
		enter(&at[depth], fb_jpick_follow(val, keys));
		at[depth].cond = cond;
		at[depth++].rest = rest;
	}
	fb_buf_addc(b, ']');
}
