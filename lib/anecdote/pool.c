/* pool.c - the smallest tickets of distinct texts. */
#include <stdlib.h>

#include "anecdote/pool.h"

static int
cmp_ticket(const uint64_t a[2], const uint64_t b[2])
{
	if (a[0] != b[0])
		return a[0] < b[0] ? -1 : 1;
	return a[1] < b[1] ? -1 : a[1] > b[1];
}

int
fb_entry_cmp(const struct fb_entry *x, const struct fb_entry *y)
{
	int d = cmp_ticket(x->ticket, y->ticket);

	if (d)
		return d;
	if (x->same != y->same)
		return x->same < y->same ? -1 : 1;
	return x->bytes < y->bytes ? -1 : x->bytes > y->bytes;
}

static int
cmp(const void *a, const void *b)
{
	return fb_entry_cmp(a, b);
}

static void
swap(struct fb_entry *a, struct fb_entry *b)
{
	struct fb_entry t = *a;

	*a = *b;
	*b = t;
}

static void
sift_down(struct fb_pool *p, size_t i)
{
	for (;;) {
		size_t big = i, l = 2 * i + 1, r = l + 1;

		if (l < p->n && cmp(&p->v[l], &p->v[big]) > 0)
			big = l;
		if (r < p->n && cmp(&p->v[r], &p->v[big]) > 0)
			big = r;
		if (big == i)
			return;
		swap(&p->v[i], &p->v[big]);
		i = big;
	}
}

static void
sift_up(struct fb_pool *p, size_t i)
{
	for (; i && cmp(&p->v[i], &p->v[(i - 1) / 2]) > 0; i = (i - 1) / 2)
		swap(&p->v[i], &p->v[(i - 1) / 2]);
}

/* Copies behind the last ticket of a full pool can never count. */
static void
prune(struct fb_pool *p, const uint64_t last[2])
{
	size_t n = 0;

	if (p->n < p->max)
		return;
	for (size_t i = 0; i < p->ncopies; i++)
		if (cmp_ticket(p->copies[i].ticket, last) <= 0)
			p->copies[n++] = p->copies[i];
	p->ncopies = n;
}

static int
by_ticket(const void *a, const void *b)
{
	return cmp_ticket(a, b);
}

/* The ticket of the most-th smallest of all, entries and copies. */
static void
find_limit(struct fb_pool *p, size_t most)
{
	uint64_t (*t)[2] = fb_zalloc(p->n + p->ncopies, sizeof *t);
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++, n++)
		memcpy(t[n], p->v[i].ticket, sizeof *t);
	for (size_t i = 0; i < p->ncopies; i++, n++)
		memcpy(t[n], p->copies[i].ticket, sizeof *t);
	qsort(t, n, sizeof *t, by_ticket);
	memcpy(p->limit, t[most - 1], sizeof p->limit);
	p->narrow = true;
	free(t);
}

/* Look no deeper than FB_POOL_DEEP max records. */
static void
narrow(struct fb_pool *p)
{
	size_t most = FB_POOL_DEEP * p->max, n = 0;

	if (p->n + p->ncopies <= most)
		return;
	find_limit(p, most);
	for (size_t i = 0; i < p->n; i++)
		if (cmp_ticket(p->v[i].ticket, p->limit) <= 0)
			p->v[n++] = p->v[i];
	p->n = n;
	for (size_t i = n / 2; i-- > 0; )
		sift_down(p, i);
	n = 0;
	for (size_t i = 0; i < p->ncopies; i++)
		if (cmp_ticket(p->copies[i].ticket, p->limit) <= 0)
			p->copies[n++] = p->copies[i];
	p->ncopies = n;
}

static void
keep_copy(struct fb_pool *p, const struct fb_copy *c)
{
	if (p->ncopies == p->copies_cap && p->n)
		prune(p, p->v[0].ticket);
	if (p->n + p->ncopies >= FB_POOL_DEEP * p->max + p->max / 2)
		narrow(p);
	p->copies = fb_grow(p->copies, &p->copies_cap, p->ncopies + 1,
	    sizeof *p->copies);
	p->copies[p->ncopies++] = *c;
}

static void
add_copy(struct fb_pool *p, const struct fb_entry *e)
{
	keep_copy(p, &(struct fb_copy){ { e->ticket[0], e->ticket[1] },
	    e->same });
}

bool
fb_pool_wants(const struct fb_pool *p, const uint64_t ticket[2])
{
	if (p->narrow && cmp_ticket(ticket, p->limit) > 0)
		return false;
	return p->n < p->max ||
	    (p->n && cmp_ticket(ticket, p->v[0].ticket) <= 0);
}

/* e says the same as entry i. */
static void
offer_same(struct fb_pool *p, size_t i, const struct fb_entry *e)
{
	struct fb_entry old = p->v[i];

	if (cmp(e, &old) >= 0) {
		add_copy(p, e);
		return;
	}
	p->v[i] = *e;
	sift_down(p, i);
	add_copy(p, &old);
}

void
fb_pool_offer(struct fb_pool *p, const struct fb_entry *e)
{
	if (!fb_pool_wants(p, e->ticket))
		return;
	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].same == e->same) {
			offer_same(p, i, e);
			return;
		}
	}
	if (p->n < p->max) {
		p->v = fb_grow(p->v, &p->cap, p->n + 1, sizeof *p->v);
		p->v[p->n++] = *e;
		sift_up(p, p->n - 1);
	} else if (cmp(e, &p->v[0]) < 0) {
		p->v[0] = *e;
		sift_down(p, 0);
	}
}

void
fb_pool_offer_copy(struct fb_pool *p, const struct fb_copy *c)
{
	if (fb_pool_wants(p, c->ticket))
		keep_copy(p, c);
}

void
fb_pool_sort(struct fb_pool *p)
{
	if (p->n)
		prune(p, p->v[0].ticket);
	narrow(p);
	if (!p->n)
		return;
	qsort(p->v, p->n, sizeof *p->v, cmp);
	prune(p, p->v[p->n - 1].ticket);
}

uint64_t
fb_pool_copies(const struct fb_pool *p, const struct fb_entry *e)
{
	uint64_t n = 0;

	for (size_t i = 0; i < p->ncopies; i++)
		n += p->copies[i].same == e->same;
	return n;
}

void
fb_pool_release(struct fb_pool *p)
{
	free(p->v);
	free(p->copies);
	*p = (struct fb_pool){0};
}
