/* driver.c - count pairs of values with the answers of their records. */
#include <stdlib.h>

#include "metric/driver.h"
#include "record/json.h"

bool
fb_driver_kind(const struct fb_spec *s)
{
	return s->kind->weigh != NULL;
}

/* The answer in thousandths of the metric's unit. */
static int64_t
worth(const struct fb_spec *s, const struct fb_given *g, size_t group)
{
	return s->kind->worth ? s->kind->worth(group) : g->milli;
}

static void
put_head(struct fb_buf *b, size_t spec, struct fb_scale scale,
    struct fb_period p)
{
	b->n = 0;
	fb_buf_printf(b, "%06zu\n", spec);
	fb_put_scale(b, scale);
	fb_buf_addc(b, '\n');
	fb_put_period(b, p);
	fb_buf_addc(b, '\n');
}

static struct fb_sums *
sums_at(struct fb_drivers *d, fb_str key)
{
	bool fresh;
	size_t i = fb_map_put(&d->keys, key, &fresh);

	d->sums = fb_grow(d->sums, &d->cap, i + 1, sizeof *d->sums);
	if (fresh)
		d->sums[i] = (struct fb_sums){0};
	return &d->sums[i];
}

static void
count(struct fb_drivers *d, struct fb_buf *key, fb_str a, fb_str b, int64_t y)
{
	size_t head = key->n;
	struct fb_sums *s;

	fb_buf_add(key, a);
	fb_buf_addc(key, '\n');
	fb_buf_add(key, b);
	s = sums_at(d, fb_buf_str(key));
	key->n = head;
	s->n++;
	s->sum += y;
	s->sq += (fb_i128)y * y;
}

static void
note_value(struct fb_drivers *d, fb_str raw)
{
	struct fb_buf scratch = {0}, json = {0};
	fb_str text = fb_json_text(raw, &scratch);

	if (text.n) {
		fb_put_json(&json, text);
		fb_map_put(&d->values, fb_buf_str(&json), NULL);
	}
	fb_buf_release(&scratch);
	fb_buf_release(&json);
}

static void
count_spec(struct fb_drivers *d, struct fb_buf *key, const size_t *order,
    int64_t y)
{
	count(d, key, FB_LIT(""), FB_LIT(""), y);
	for (size_t i = 0; i < d->values.n; i++)
		for (size_t k = i; k < d->values.n; k++)
			count(d, key, fb_map_key(&d->values, order[i]),
			    fb_map_key(&d->values, order[k]), y);
}

void
fb_drivers_add(struct fb_drivers *d, const struct fb_rec *r,
    const struct fb_given *given, const size_t *group, struct fb_period p)
{
	fb_str raw = fb_rec_get(r, d->field);
	struct fb_json it = fb_json_in(raw);
	struct fb_buf key = {0};
	size_t *order;

	if (!raw.n || fb_str_eq(raw, FB_LIT("null")))
		return;
	fb_map_release(&d->values);
	if (*raw.p == '[')
		while (fb_json_next(&it))
			note_value(d, it.val);
	else
		note_value(d, raw);
	order = fb_map_sorted(&d->values);
	for (size_t i = 0; i < d->nspecs; i++) {
		if (!fb_driver_kind(&d->specs[i]) ||
		    given[i].what != FB_ANSWERED)
			continue;
		put_head(&key, i, given[i].scale, p);
		count_spec(d, &key, order,
		    worth(&d->specs[i], &given[i], group[i]));
	}
	free(order);
	fb_buf_release(&key);
}

void
fb_drivers_part(const struct fb_drivers *d, struct fb_writer *w)
{
	size_t *order = fb_map_sorted(&d->keys);
	struct fb_buf b = {0};

	for (size_t i = 0; i < d->keys.n; i++) {
		const struct fb_sums *s = &d->sums[order[i]];

		b.n = 0;
		fb_buf_adds(&b, "{\"fb\":\"part\"");
		fb_put_text(&b, "driver", fb_map_key(&d->keys, order[i]));
		fb_put_key(&b, "stat");
		fb_buf_addc(&b, '{');
		fb_put_int(&b, "n", (int64_t)s->n);
		fb_put_key(&b, "sum");
		fb_put_i128(&b, s->sum);
		fb_put_key(&b, "sumsq");
		fb_put_i128(&b, s->sq);
		fb_buf_adds(&b, "}}");
		fb_writer_part(w, fb_buf_str(&b));
	}
	free(order);
	fb_buf_release(&b);
}

const char *
fb_drivers_read(struct fb_drivers *d, const struct fb_rec *r)
{
	fb_str stat = fb_rec_get(r, FB_LIT("stat"));
	struct fb_buf key = {0};
	struct fb_sums *s;
	fb_i128 sum, sq;
	int64_t n;

	if (!fb_json_int(fb_json_get(stat, "n"), &n) || n < 0 ||
	    fb_parse_i128(fb_json_get(stat, "sum"), &sum) ||
	    fb_parse_i128(fb_json_get(stat, "sumsq"), &sq))
		return "a part whose counts cannot be read";
	s = sums_at(d, fb_json_text(fb_rec_get(r, FB_LIT("driver")), &key));
	s->n += (uint64_t)n;
	s->sum += sum;
	s->sq += sq;
	fb_buf_release(&key);
	return NULL;
}

void
fb_drivers_release(struct fb_drivers *d)
{
	fb_map_release(&d->keys);
	fb_map_release(&d->values);
	free(d->sums);
	*d = (struct fb_drivers){0};
}
