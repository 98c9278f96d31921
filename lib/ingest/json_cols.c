/* json_cols.c - lay the members of an object into columns. */
#include <stdlib.h>

#include "ingest/json_cols.h"
#include "ingest/json_pick.h"
#include "ingest/json_talk.h"
#include "ingest/json_walk.h"
#include "ingest/plan.h"
#include "record/json.h"

/* An object on the way down. */
struct level {
	struct fb_json it;
	size_t node;
};

/* A node's parent and key as one key of the index. */
static fb_str
place_of(struct fb_jcols *c, size_t parent, fb_str key)
{
	c->place.n = 0;
	fb_buf_add(&c->place, (fb_str){ (char *)&parent, sizeof parent });
	fb_buf_add(&c->place, key);
	return fb_buf_str(&c->place);
}

static size_t
add_node(struct fb_jcols *c, size_t parent, fb_str key)
{
	size_t i = c->n;

	c->nodes = fb_grow(c->nodes, &c->cap, c->n + 1, sizeof *c->nodes);
	c->nodes[c->n++] = (struct fb_jnode){ .key = fb_str_dup(key),
	    .n = key.n, .parent = parent, .col = FB_MAP_NONE };
	fb_map_put(&c->index, place_of(c, parent, key), NULL);
	if (!i)
		return i;
	if (c->nodes[parent].last)
		c->nodes[c->nodes[parent].last].next = i;
	else
		c->nodes[parent].first = i;
	c->nodes[parent].last = i;
	return i;
}

static bool
is_key(const struct fb_jnode *node, fb_str key)
{
	return node->n == key.n && !memcmp(node->key, key.p, key.n);
}

static bool
too_many(const struct fb_jcols *c)
{
	return c->names.n > FB_COLUMNS_MAX || c->n > 4 * FB_COLUMNS_MAX;
}

static size_t
child(struct fb_jcols *c, size_t parent, fb_str key)
{
	size_t i = c->nodes[parent].hint;

	if (!i || !is_key(&c->nodes[i], key))
		i = fb_map_get(&c->index, place_of(c, parent, key));
	if (i == FB_MAP_NONE)
		i = add_node(c, parent, key);
	c->nodes[parent].hint = c->nodes[i].next;
	return i;
}

static void
put_name(const struct fb_jcols *c, size_t node, struct fb_buf *name)
{
	size_t up[FB_JSON_PATH + 1], n = 0;

	for (; node; node = c->nodes[node].parent)
		up[n++] = node;
	while (n--) {
		const struct fb_jnode *k = &c->nodes[up[n]];

		fb_buf_adds(name, name->n ? "." : "");
		fb_json_unescape(name, (fb_str){ k->key, k->n });
	}
}

size_t
fb_jcols_new(struct fb_jcols *c, fb_str name)
{
	struct fb_row *row = &c->row;
	size_t col = fb_map_put(&c->names, name, NULL), was = row->cap;

	row->cells = fb_grow(row->cells, &row->cap, col + 1,
	    sizeof *row->cells);
	if (row->cap > was)
		memset(row->cells + was, 0,
		    (row->cap - was) * sizeof *row->cells);
	was = c->cap_json;
	c->json = fb_grow(c->json, &c->cap_json, col + 1, sizeof *c->json);
	if (c->cap_json > was)
		memset(c->json + was, 0,
		    (c->cap_json - was) * sizeof *c->json);
	return col;
}

static size_t
column(struct fb_jcols *c, size_t node)
{
	struct fb_buf name = {0};

	if (c->nodes[node].col == FB_MAP_NONE) {
		put_name(c, node, &name);
		c->nodes[node].col = c->talk && fb_str_eq(c->talk->path,
		    fb_buf_str(&name)) ? FB_JNO_COLUMN :
		    fb_jcols_new(c, fb_buf_str(&name));
		fb_buf_release(&name);
	}
	return c->nodes[node].col;
}

/* What a value says; plain has room for it. */
static fb_str
text_of(struct fb_jcols *c, fb_str raw)
{
	size_t from = c->plain.n;

	if (*raw.p != '"')
		return raw;
	raw = (fb_str){ raw.p + 1, raw.n - 2 };
	if (!raw.n || !memchr(raw.p, '\\', raw.n))
		return raw;
	fb_json_unescape(&c->plain, raw);
	return (fb_str){ c->plain.p + from, c->plain.n - from };
}

void
fb_jcols_set(struct fb_jcols *c, size_t col, fb_str raw)
{
	if (c->json[col].p) {
		c->row.repeated++;
	} else {
		if (c->nset == c->cap_set)
			c->set = fb_grow(c->set, &c->cap_set, c->nset + 1,
			    sizeof *c->set);
		c->set[c->nset++] = col;
	}
	c->json[col] = raw;
	c->row.cells[col] = text_of(c, raw);
}

/* An array or object without members. */
static bool
is_empty(fb_str raw)
{
	return (*raw.p == '[' || *raw.p == '{') &&
	    !fb_str_trim((fb_str){ raw.p + 1, raw.n - 2 }).n;
}

static bool
says_nothing(fb_str raw)
{
	return fb_str_eq(raw, FB_LIT("null")) || is_empty(raw);
}

/* A member at a node; an object that is to be entered gives true. */
static bool
take(struct fb_jcols *c, size_t node, fb_str raw, size_t depth)
{
	size_t col;

	if (*raw.p == '{' && depth < FB_JSON_PATH)
		return !is_empty(raw);
	col = column(c, node);
	if (col != FB_JNO_COLUMN && (*raw.p == '"' || !says_nothing(raw)))
		fb_jcols_set(c, col, raw);
	return false;
}

static void
walk_inner(struct fb_jcols *c, size_t node, fb_str raw)
{
	struct level at[FB_JSON_PATH + 1];
	size_t depth = 1;

	at[1] = (struct level){ fb_json_in(raw), node };
	c->nodes[node].hint = c->nodes[node].first;
	while (depth) {
		struct level *l = &at[depth];
		size_t next;

		if (!fb_json_next(&l->it)) {
			depth--;
			continue;
		}
		if (too_many(c))
			return;
		next = child(c, l->node, l->it.key);
		if (!take(c, next, l->it.val, depth + 1))
			continue;
		at[++depth] = (struct level){ fb_json_in(l->it.val), next };
		c->nodes[next].hint = c->nodes[next].first;
	}
}

static void
reset(struct fb_jcols *c, const struct fb_rec *rec)
{
	for (size_t i = 0; i < c->nset; i++) {
		c->json[c->set[i]] = (fb_str){0};
		c->row.cells[c->set[i]] = (fb_str){0};
	}
	c->nset = 0;
	c->row.repeated = 0;
	c->plain.n = 0;
	fb_buf_room(&c->plain, rec->line.n);
	if (!c->n)
		add_node(c, 0, FB_LIT(""));
	c->nodes[0].hint = c->nodes[0].first;
}

/* A pick is a column as soon as there is something to pick from. */
static void
pick(struct fb_jcols *c, size_t i, const struct fb_rec *rec)
{
	struct fb_buf *got = &c->picked[i];

	if (c->pick_col[i] == FB_MAP_NONE) {
		if (!fb_jpick_base(c->picks[i], rec->line))
			return;
		c->pick_col[i] = fb_jcols_new(c, c->picks[i]);
	}
	got->n = 0;
	fb_jpick_put(got, c->picks[i], rec->line);
	if (got->n > 2)
		fb_jcols_set(c, c->pick_col[i], fb_buf_str(got));
}

const char *
fb_jcols_fill(struct fb_jcols *c, const struct fb_rec *rec)
{
	reset(c, rec);
	for (size_t i = 0; i < rec->n; i++) {
		size_t node;

		if (too_many(c))
			break;
		node = child(c, 0, rec->f[i].key);
		if (take(c, node, rec->f[i].val, 1))
			walk_inner(c, node, rec->f[i].val);
	}
	for (size_t i = 0; i < c->npicks; i++)
		pick(c, i, rec);
	if (c->talk)
		fb_jtalk_fill(c->talk, c, rec->line);
	if (too_many(c))
		return "the elements have more than 16,384 different keys";
	c->row.n = c->names.n;
	c->row.json = c->json;
	c->row.raw = rec->line;
	c->row.text.n = 0;
	fb_buf_add(&c->row.text, rec->line);
	fb_buf_addc(&c->row.text, '\x1f');
	return NULL;
}

void
fb_jcols_release(struct fb_jcols *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->nodes[i].key);
	free(c->nodes);
	for (size_t i = 0; i < c->npicks; i++)
		fb_buf_release(&c->picked[i]);
	free(c->picked);
	free(c->picks);
	free(c->pick_col);
	free(c->json);
	free(c->set);
	free(c->row.cells);
	fb_buf_release(&c->row.text);
	fb_buf_release(&c->plain);
	fb_map_release(&c->names);
	fb_map_release(&c->index);
	fb_buf_release(&c->place);
	*c = (struct fb_jcols){0};
}
