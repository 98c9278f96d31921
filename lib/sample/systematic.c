/* systematic.c - every N/n-th record along a field. */
#include <stdlib.h>

#include "record/json.h"
#include "sample/systematic.h"

void
fb_systematic_add(struct fb_systematic *s, const struct fb_pick *p, fb_str raw,
    struct fb_ref ref)
{
	struct fb_place at = { .ticket = p->ticket, .digest = p->digest,
	    .ref = ref };
	struct fb_buf scratch = {0};

	if (!fb_json_double(raw, &at.number)) {
		at.number = 0;
		at.value = fb_arena_copy(&s->mem, fb_json_text(raw, &scratch));
	}
	s->v = fb_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = at;
	fb_buf_release(&scratch);
}

static int
cmp(const void *a, const void *b)
{
	const struct fb_place *x = a, *y = b;
	int c;

	if (!x->value.p != !y->value.p)
		return x->value.p ? 1 : -1;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	c = fb_str_cmp(x->value, y->value);
	if (!c)
		c = fb_ticket_cmp(&x->ticket, &y->ticket);
	return c ? c : fb_ticket_cmp(&x->digest, &y->digest);
}

void
fb_systematic_settle(struct fb_systematic *s)
{
	size_t n = 0;

	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, cmp);
	for (size_t i = 0; i < s->n; i++) {
		struct fb_place *last = n ? &s->v[n - 1] : NULL;

		if (!last || fb_ticket_cmp(&last->ticket, &s->v[i].ticket)) {
			s->v[n++] = s->v[i];
			continue;
		}
		s->duplicates++;
		s->differing +=
		    fb_ticket_cmp(&last->digest, &s->v[i].digest) != 0;
	}
	s->n = n;
}

/* r = (2t + 1) / 2^54; everything is multiplied by 2^54 n. */
size_t
fb_systematic_at(const struct fb_systematic *s, const struct fb_ticket *start,
    size_t n, size_t j)
{
	fb_u128 r = 2 * (fb_u128)(fb_ticket_u64(start) >> 11) + 1;
	fb_u128 unit = (fb_u128)n << 54;

	return (size_t)(((r + ((fb_u128)j << 54)) * s->n + unit - 1) / unit) - 1;
}

void
fb_systematic_release(struct fb_systematic *s)
{
	fb_arena_release(&s->mem);
	free(s->v);
	*s = (struct fb_systematic){0};
}
