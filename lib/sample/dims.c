/* dims.c - the frame by fields. */
#include <stdlib.h>

#include "record/json.h"
#include "sample/draw.h"

static bool
same_table(const struct fb_table *a, const struct fb_table *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!fb_str_eq(a->key[i], b->key[i]))
			return false;
	return true;
}

struct fb_dim *
fb_dims_put(struct fb_dims *d, const struct fb_table *by)
{
	for (size_t i = 0; i < d->n; i++)
		if (same_table(&d->v[i].by, by))
			return &d->v[i];
	d->v = fb_grow(d->v, &d->cap, d->n + 1, sizeof *d->v);
	d->v[d->n] = (struct fb_dim){ .by = *by };
	return &d->v[d->n++];
}

size_t
fb_dim_count(struct fb_dim *d, fb_str key, uint64_t n)
{
	bool fresh;
	size_t i = fb_map_put(&d->values, key, &fresh);

	if (fresh) {
		d->frame = fb_grow(d->frame, &d->cap, i + 1, sizeof *d->frame);
		d->frame[i] = 0;
	}
	d->frame[i] += n;
	return i;
}

void
fb_dims_add(struct fb_dims *d, const struct fb_rec *rec)
{
	for (size_t i = 0; i < d->n; i++)
		fb_dim_count(&d->v[i], fb_group_key(&d->v[i].by, rec,
		    &d->value, &d->key), 1);
}

size_t
fb_dim_group(struct fb_dims *d, const struct fb_dim *dim,
    const struct fb_rec *rec)
{
	return fb_map_get(&dim->values, fb_group_key(&dim->by, rec, &d->value,
	    &d->key));
}

void
fb_dims_release(struct fb_dims *d)
{
	for (size_t i = 0; i < d->n; i++) {
		fb_map_release(&d->v[i].values);
		free(d->v[i].frame);
	}
	free(d->v);
	fb_buf_release(&d->value);
	fb_buf_release(&d->key);
	*d = (struct fb_dims){0};
}

void
fb_put_group(struct fb_buf *b, const struct fb_table *by, fb_str key)
{
	struct fb_json it = fb_json_in(key);

	fb_buf_addc(b, '{');
	for (size_t i = 0; by && i < by->n; i++) {
		if (i)
			fb_buf_addc(b, ',');
		fb_put_json(b, by->key[i]);
		fb_buf_addc(b, ':');
		if (by->n == 1)
			fb_put_json(b, key);
		else if (fb_json_next(&it))
			fb_buf_add(b, it.val);
	}
	fb_buf_addc(b, '}');
}

void
fb_put_group_name(struct fb_buf *b, const struct fb_table *by, fb_str key)
{
	if (by && by->n > 1)
		fb_buf_add(b, key);
	else
		fb_put_json(b, key);
}

void
fb_seen_want(struct fb_seen *s, fb_str field)
{
	bool fresh;
	size_t i = fb_map_put(&s->wanted, field, &fresh);

	if (!fresh)
		return;
	s->found = fb_grow(s->found, &s->cap, i + 1, sizeof *s->found);
	s->found[i] = false;
}

void
fb_seen_found(struct fb_seen *s, fb_str field)
{
	size_t i = s->wanted.n ? fb_map_get(&s->wanted, field) : FB_MAP_NONE;

	if (i == FB_MAP_NONE || s->found[i])
		return;
	s->found[i] = true;
	s->nfound++;
}

/* A key as written may hold escapes; then it is shown as it is. */
static void
gather(struct fb_seen *s, const struct fb_rec *rec)
{
	for (size_t i = 0; i < rec->n && s->names.n < FB_SEEN_NAMES; i++)
		fb_map_put(&s->names, rec->f[i].key, NULL);
}

void
fb_seen_look(struct fb_seen *s, const struct fb_rec *rec)
{
	if (s->nfound == s->wanted.n)
		return;
	if (s->records++ < FB_SEEN_RECORDS)
		gather(s, rec);
	for (size_t i = 0; i < s->wanted.n; i++)
		if (!s->found[i] &&
		    fb_rec_find(rec, fb_map_key(&s->wanted, i)) >= 0)
			fb_seen_found(s, fb_map_key(&s->wanted, i));
}

fb_str
fb_seen_unknown(const struct fb_seen *s)
{
	size_t *order = fb_map_sorted(&s->wanted);
	fb_str field = FB_LIT("");

	for (size_t i = 0; i < s->wanted.n && !field.n && s->records; i++)
		if (!s->found[order[i]])
			field = fb_map_key(&s->wanted, order[i]);
	free(order);
	return field;
}

void
fb_put_seen(struct fb_buf *b, const struct fb_seen *s)
{
	size_t *order = fb_map_sorted(&s->names);

	for (size_t i = 0; i < s->names.n; i++) {
		fb_buf_adds(b, i ? ", " : "");
		fb_buf_add(b, fb_map_key(&s->names, order[i]));
	}
	free(order);
}

void
fb_seen_release(struct fb_seen *s)
{
	fb_map_release(&s->names);
	fb_map_release(&s->wanted);
	free(s->found);
	*s = (struct fb_seen){0};
}
