/* by.c - values of --by fields as numbers. */
#include <stdlib.h>

#include "metric/by.h"
#include "record/json.h"

static size_t
field_of(struct fb_by *b, fb_str key)
{
	for (size_t i = 0; i < b->nfields; i++)
		if (fb_str_eq(b->fields[i].key, key))
			return i;
	b->fields[b->nfields].key = key;
	return b->nfields++;
}

void
fb_by_init(struct fb_by *b, const struct fb_tables *ts)
{
	*b = (struct fb_by){ .tables = ts };
	b->fields = fb_zalloc(ts->n * FB_BY_KEYS, sizeof *b->fields);
	b->column = fb_zalloc(ts->n, sizeof *b->column);
	for (size_t t = 0; t < ts->n; t++)
		for (size_t k = 0; k < ts->v[t].n; k++)
			b->column[t][k] = field_of(b, ts->v[t].key[k]);
}

/* The number of a text value. */
static uint32_t
number_of(struct fb_by_field *f, fb_str raw)
{
	struct fb_buf scratch = {0}, json = {0};
	size_t i;

	fb_put_json(&json, fb_json_text(raw, &scratch));
	i = fb_map_put(&f->values, fb_buf_str(&json), NULL);
	fb_buf_release(&scratch);
	fb_buf_release(&json);
	return (uint32_t)i;
}

static void
add(struct fb_by_field *f, uint32_t value)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->now[i] == value)
			return;
	f->now = fb_grow(f->now, &f->cap, f->n + 1, sizeof *f->now);
	f->now[f->n++] = value;
}

static uint32_t
known(struct fb_by_field *f, fb_str raw)
{
	bool fresh;
	size_t i = fb_map_put(&f->raw, raw, &fresh);

	if (fresh) {
		f->value_of = fb_grow(f->value_of, &f->value_cap, i + 1,
		    sizeof *f->value_of);
		f->value_of[i] = number_of(f, raw);
	}
	return f->value_of[i];
}

static void
set(struct fb_by_field *f, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);

	f->n = 0;
	f->seen |= raw.p != NULL;
	if (raw.n && *raw.p == '[')
		while (fb_json_next(&it))
			add(f, known(f, it.val));
	else
		add(f, known(f, raw));
	if (!f->n)
		add(f, known(f, FB_LIT("\"\"")));
}

void
fb_by_set(struct fb_by *b, const struct fb_rec *r)
{
	for (size_t i = 0; i < b->nfields; i++)
		set(&b->fields[i], fb_rec_get(r, b->fields[i].key));
}

/* The next combination; false after the last. */
static bool
advance(const struct fb_by *b, size_t t, size_t n, size_t *pick)
{
	for (size_t k = n; k-- > 0; ) {
		if (++pick[k] < b->fields[b->column[t][k]].n)
			return true;
		pick[k] = 0;
	}
	return false;
}

void
fb_by_each(const struct fb_by *b, size_t t, fb_by_visit *visit, void *ctx)
{
	size_t pick[FB_BY_KEYS] = {0}, n = b->tables->v[t].n;
	uint32_t ids[FB_BY_KEYS] = {0};

	do {
		for (size_t k = 0; k < n; k++)
			ids[k] = b->fields[b->column[t][k]].now[pick[k]];
		visit(ctx, t, ids, n);
	} while (advance(b, t, n, pick));
}

/* Do the keys of the object, in their order, make table t? */
static bool
is_table(const struct fb_by *b, size_t t, fb_str object)
{
	struct fb_json it = fb_json_in(object);
	size_t k = 0;

	for (; fb_json_next(&it); k++)
		if (k >= b->tables->v[t].n ||
		    !fb_json_key_is(it.key, b->tables->v[t].key[k]))
			return false;
	return k == b->tables->v[t].n;
}

bool
fb_by_read(struct fb_by *b, fb_str object, size_t *t, uint32_t *ids)
{
	struct fb_json it = fb_json_in(object);

	for (*t = 0; *t < b->tables->n; ++*t)
		if (is_table(b, *t, object))
			break;
	if (*t == b->tables->n)
		return false;
	for (size_t k = 0; fb_json_next(&it); k++)
		ids[k] = number_of(&b->fields[b->column[*t][k]], it.val);
	return true;
}

void
fb_put_by(struct fb_buf *b, const struct fb_by *by, size_t t,
    const uint32_t *ids)
{
	const struct fb_table *table = &by->tables->v[t];

	fb_buf_addc(b, '{');
	for (size_t k = 0; k < table->n; k++) {
		const struct fb_by_field *f = &by->fields[by->column[t][k]];

		if (k)
			fb_buf_addc(b, ',');
		fb_put_json(b, table->key[k]);
		fb_buf_addc(b, ':');
		fb_buf_add(b, fb_map_key(&f->values, ids[k]));
	}
	fb_buf_addc(b, '}');
}

void
fb_by_release(struct fb_by *b)
{
	for (size_t i = 0; i < b->nfields; i++) {
		fb_map_release(&b->fields[i].raw);
		fb_map_release(&b->fields[i].values);
		free(b->fields[i].value_of);
		free(b->fields[i].now);
	}
	free(b->fields);
	free(b->column);
	*b = (struct fb_by){0};
}
