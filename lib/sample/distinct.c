/* distinct.c - the smallest tickets of a set. */
#include <stdlib.h>

#include "base/str.h"
#include "sample/distinct.h"

static int
cmp(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

void
fb_distinct_settle(struct fb_distinct *d)
{
	size_t n = 0;

	if (d->n)
		qsort(d->v, d->n, sizeof *d->v, cmp);
	for (size_t i = 0; i < d->n; i++)
		if (!n || d->v[n - 1] != d->v[i])
			d->v[n++] = d->v[i];
	if (!d->all && n > FB_DISTINCT) {
		n = FB_DISTINCT;
		d->beyond = true;
	}
	d->n = d->tidy = n;
}

void
fb_distinct_add(struct fb_distinct *d, uint64_t ticket)
{
	size_t room = d->tidy > FB_DISTINCT ? 2 * d->tidy : 2 * FB_DISTINCT;

	if (d->beyond && ticket > d->v[FB_DISTINCT - 1])
		return;
	if (d->n >= room)
		fb_distinct_settle(d);
	d->v = fb_grow(d->v, &d->cap, d->n + 1, sizeof *d->v);
	d->v[d->n++] = ticket;
}

size_t
fb_distinct_count(const struct fb_distinct *d)
{
	double u;

	if ((!d->beyond && !d->more) || d->n < FB_DISTINCT)
		return d->n;
	u = ((double)(d->v[FB_DISTINCT - 1] >> 11) + 0.5) * 0x1p-53;
	return (size_t)((FB_DISTINCT - 1) / u + 0.5);
}

void
fb_distinct_release(struct fb_distinct *d)
{
	free(d->v);
	*d = (struct fb_distinct){0};
}
