/* table.c - the cells a record is in: total, --by a, --by a,b. */
#include <stdlib.h>

#include "cell/base.h"
#include "record/json.h"

static int
by_bytes(const void *a, const void *b)
{
	return fb_str_cmp(*(const fb_str *)a, *(const fb_str *)b);
}

static const char *
parse_keys(fb_str text, struct fb_table *t)
{
	*t = (struct fb_table){0};
	while (text.p) {
		fb_str key = fb_str_split(&text, ',');

		if (!key.n)
			return "an empty field name";
		if (t->n == FB_BY_KEYS)
			return "too many fields crossed";
		t->key[t->n++] = key;
	}
	qsort(t->key, t->n, sizeof *t->key, by_bytes);
	for (size_t i = 1; i < t->n; i++)
		if (fb_str_eq(t->key[i], t->key[i - 1]))
			return "a field named twice";
	return NULL;
}

size_t
fb_tables_put(struct fb_tables *ts, const struct fb_table *t)
{
	for (size_t i = 0; i < ts->n; i++)
		if (fb_table_same(&ts->v[i], t))
			return i;
	ts->v = fb_grow(ts->v, &ts->cap, ts->n + 1, sizeof *ts->v);
	ts->v[ts->n] = *t;
	for (size_t k = 0; k < t->n; k++)
		ts->v[ts->n].key[k] = fb_arena_copy(&ts->mem, t->key[k]);
	return ts->n++;
}

const char *
fb_tables_init(struct fb_tables *ts, const struct fb_list *by)
{
	struct fb_table t = {0};
	const char *why = NULL;

	*ts = (struct fb_tables){0};
	fb_tables_put(ts, &t);
	for (size_t i = 0; i < by->n && !why; i++) {
		why = parse_keys(fb_cstr(by->v[i]), &t);
		fb_tables_put(ts, &t);
	}
	return why;
}

/* The values of one key in a record, as JSON strings in one buffer. */
struct values {
	struct fb_buf text;
	size_t *end; /* of value i in text */
	size_t n, cap;
};

static fb_str
value_at(const struct values *v, size_t i)
{
	size_t from = i ? v->end[i - 1] : 0;

	return (fb_str){ v->text.p + from, v->end[i] - from };
}

static void
add_value(struct values *v, fb_str raw)
{
	struct fb_buf scratch = {0};
	size_t from = v->text.n;

	fb_put_json(&v->text, fb_json_text(raw, &scratch));
	fb_buf_release(&scratch);
	for (size_t i = 0; i < v->n; i++) {
		fb_str old = value_at(v, i);
		fb_str new = { v->text.p + from, v->text.n - from };

		if (fb_str_eq(old, new)) {
			v->text.n = from;
			return;
		}
	}
	v->end = fb_grow(v->end, &v->cap, v->n + 1, sizeof *v->end);
	v->end[v->n++] = v->text.n;
}

static void
collect(struct values *v, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);

	if (raw.n && *raw.p == '[')
		while (fb_json_next(&it))
			add_value(v, it.val);
	else
		add_value(v, raw);
	if (!v->n)
		add_value(v, FB_LIT("\"\""));
}

static void
put_by(struct fb_buf *b, const struct fb_table *t, const struct values *v,
    const size_t *pick)
{
	b->n = 0;
	fb_buf_addc(b, '{');
	for (size_t k = 0; k < t->n; k++) {
		if (k)
			fb_buf_addc(b, ',');
		fb_put_json(b, t->key[k]);
		fb_buf_addc(b, ':');
		fb_buf_add(b, value_at(&v[k], pick[k]));
	}
	fb_buf_addc(b, '}');
}

/* The next combination; false after the last. */
static bool
advance(const struct fb_table *t, const struct values *v, size_t *pick)
{
	for (size_t k = t->n; k-- > 0; ) {
		if (++pick[k] < v[k].n)
			return true;
		pick[k] = 0;
	}
	return false;
}

void
fb_tables_each(const struct fb_tables *ts, size_t at, const struct fb_rec *r,
    fb_cell_visit *visit, void *ctx)
{
	const struct fb_table *t = &ts->v[at];
	struct values v[FB_BY_KEYS] = {0};
	size_t pick[FB_BY_KEYS] = {0};
	struct fb_buf by = {0};

	for (size_t k = 0; k < t->n; k++)
		collect(&v[k], fb_rec_get(r, t->key[k]));
	do {
		put_by(&by, t, v, pick);
		visit(ctx, fb_buf_str(&by));
	} while (advance(t, v, pick));
	for (size_t k = 0; k < t->n; k++) {
		fb_buf_release(&v[k].text);
		free(v[k].end);
	}
	fb_buf_release(&by);
}

void
fb_tables_release(struct fb_tables *ts)
{
	fb_arena_release(&ts->mem);
	free(ts->v);
	*ts = (struct fb_tables){0};
}
