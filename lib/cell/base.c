/* base.c - the group of a line of customers. */
#include <stdlib.h>

#include "cell/base.h"

static bool
is_own(fb_str key)
{
	static const char *const own[] = { "customers", "asked", "period", "id",
	    "source" };

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (fb_str_eq(key, fb_cstr(own[i])))
			return true;
	return false;
}

static int
by_bytes(const void *a, const void *b)
{
	return fb_str_cmp(*(const fb_str *)a, *(const fb_str *)b);
}

const char *
fb_base_fields(const struct fb_rec *rec, struct fb_table *t)
{
	*t = (struct fb_table){0};
	for (size_t i = 0; i < rec->n; i++) {
		if (is_own(rec->f[i].key))
			continue;
		if (t->n == FB_BY_KEYS)
			return "too many fields crossed";
		t->key[t->n++] = rec->f[i].key;
	}
	qsort(t->key, t->n, sizeof *t->key, by_bytes);
	return NULL;
}

bool
fb_table_same(const struct fb_table *a, const struct fb_table *b)
{
	for (size_t i = 0; i < a->n && a->n == b->n; i++)
		if (!fb_str_eq(a->key[i], b->key[i]))
			return false;
	return a->n == b->n;
}
