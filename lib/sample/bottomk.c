/* bottomk.c - the smallest tickets, with a queue of newcomers. */
#include <stdlib.h>

#include "sample/bottomk.h"

static int
by_ticket(const struct fb_pick *a, const struct fb_pick *b)
{
	return fb_ticket_cmp(&a->ticket, &b->ticket);
}

/* u = (2t + 1) / 2^54 of the upper 53 bits t: 54 bits times a size below 2^60
 * are exact in 128. */
static fb_u128
odd(const struct fb_pick *p, const struct fb_pick *times)
{
	return (fb_u128)(2 * (fb_ticket_u64(&p->ticket) >> 11) + 1) *
	    times->size;
}

static int
by_ratio(const struct fb_pick *a, const struct fb_pick *b)
{
	fb_u128 x = odd(a, b), y = odd(b, a);

	return x != y ? (x < y ? -1 : 1) : by_ticket(a, b);
}

static int
by_size(const struct fb_pick *a, const struct fb_pick *b)
{
	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	return by_ticket(a, b);
}

/* Of equal rank: the unit, its letter, the copy. */
static int
cmp_rest(const struct fb_pick *a, const struct fb_pick *b)
{
	int c = fb_str_cmp(a->id, b->id);

	if (!c)
		c = fb_ticket_cmp(&a->letter, &b->letter);
	if (!c)
		c = fb_str_cmp(a->letter_id, b->letter_id);
	return c ? c : fb_ticket_cmp(&a->digest, &b->digest);
}

int
fb_pick_cmp(const struct fb_pick *a, const struct fb_pick *b)
{
	int c = by_ticket(a, b);

	return c ? c : cmp_rest(a, b);
}

static int
cmp_ticket(const void *a, const void *b)
{
	return fb_pick_cmp(a, b);
}

static int
cmp_ratio(const void *a, const void *b)
{
	int c = by_ratio(a, b);

	return c ? c : cmp_rest(a, b);
}

static int
cmp_size(const void *a, const void *b)
{
	int c = by_size(a, b);

	return c ? c : cmp_rest(a, b);
}

const struct fb_order fb_by_ticket = { by_ticket, cmp_ticket };
const struct fb_order fb_by_ratio = { by_ratio, cmp_ratio };
const struct fb_order fb_by_size = { by_size, cmp_size };

bool
fb_pick_same_unit(const struct fb_pick *a, const struct fb_pick *b)
{
	return !by_ticket(a, b) && fb_str_eq(a->id, b->id);
}

bool
fb_pick_same_record(const struct fb_pick *a, const struct fb_pick *b)
{
	return fb_pick_same_unit(a, b) && fb_str_eq(a->letter_id, b->letter_id);
}

void
fb_pick_refuse(struct fb_pick *p, const struct fb_pick *other, bool keep)
{
	p->copies += other->copies;
	if (!keep)
		return;
	for (size_t i = 0; i < other->same; i++) {
		fb_buf_add(&p->refused, other->line);
		fb_buf_addc(&p->refused, '\n');
	}
	fb_buf_add(&p->refused, fb_buf_str(&other->refused));
}

static void
join(struct fb_pick *p, const struct fb_pick *equal)
{
	p->copies += equal->copies;
	p->same += equal->same;
	fb_buf_add(&p->refused, fb_buf_str(&equal->refused));
}

static fb_str
put(char **to, fb_str from)
{
	fb_str s = { *to, from.n };

	if (from.n)
		memcpy(*to, from.p, from.n);
	*to += from.n;
	return s;
}

/* The ids and the line share one piece of memory. */
static struct fb_pick
own(const struct fb_pick *from)
{
	struct fb_pick p = *from;
	char *text = fb_zalloc(p.id.n + p.letter_id.n + p.line.n, 1);

	p.id = put(&text, from->id);
	p.letter_id = put(&text, from->letter_id);
	p.line = put(&text, from->line);
	if (!p.copies)
		p.copies = p.same = 1;
	if (!p.letters)
		p.letters = p.copies;
	p.refused = (struct fb_buf){0};
	fb_buf_add(&p.refused, fb_buf_str(&from->refused));
	return p;
}

static void
drop(struct fb_pick *p)
{
	free((char *)p->id.p);
	fb_buf_release(&p->refused);
}

void
fb_bottomk_init(struct fb_bottomk *s, size_t k, bool keep_refused)
{
	*s = (struct fb_bottomk){ .k = k, .keep_refused = keep_refused,
	    .order = &fb_by_ticket };
}

bool
fb_bottomk_wants(struct fb_bottomk *s, const struct fb_pick *p)
{
	s->seen++;
	if (!s->has_limit || s->order->rank(p, &s->limit) <= 0)
		return true;
	s->beyond = true;
	return false;
}

void
fb_bottomk_add(struct fb_bottomk *s, const struct fb_pick *p)
{
	if (s->n / 2 >= s->k)
		fb_bottomk_settle(s);
	s->v = fb_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = own(p);
}

void
fb_bottomk_offer(struct fb_bottomk *s, const struct fb_pick *p)
{
	if (fb_bottomk_wants(s, p))
		fb_bottomk_add(s, p);
}

void
fb_bottomk_merge(struct fb_bottomk *s, size_t seen, bool beyond)
{
	s->seen += seen;
	s->beyond |= beyond;
}

/* p goes into last, which is of the same unit and stands before it. */
static void
absorb(struct fb_bottomk *s, struct fb_pick *last, struct fb_pick *p)
{
	last->letters += p->letters;
	if (!fb_pick_same_record(last, p))
		; /* another record of the customer */
	else if (!fb_ticket_cmp(&last->digest, &p->digest))
		join(last, p);
	else
		fb_pick_refuse(last, p, s->keep_refused);
	drop(p);
}

/* Sorted records of one unit stand together, the one that stays first. */
static void
merge_copies(struct fb_bottomk *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct fb_pick *p = &s->v[i], *last = n ? &s->v[n - 1] : NULL;

		if (!last || !fb_pick_same_unit(last, p))
			s->v[n++] = *p;
		else
			absorb(s, last, p);
	}
	s->n = n;
}

void
fb_bottomk_settle(struct fb_bottomk *s)
{
	if (!s->n)
		return;
	qsort(s->v, s->n, sizeof *s->v, s->order->cmp);
	merge_copies(s);
	for (; s->n > s->k; s->beyond = true)
		drop(&s->v[--s->n]);
	s->has_limit = s->n == s->k;
	s->limit = s->v[s->n - 1];
}

size_t
fb_bottomk_size(const struct fb_bottomk *s)
{
	return s->beyond ? s->seen : s->n;
}

void
fb_bottomk_release(struct fb_bottomk *s)
{
	for (size_t i = 0; i < s->n; i++)
		drop(&s->v[i]);
	free(s->v);
	*s = (struct fb_bottomk){0};
}
