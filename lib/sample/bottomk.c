/* bottomk.c - the smallest tickets, with a queue of newcomers. */
#include <stdlib.h>

#include "sample/bottomk.h"

int
fb_pick_cmp(const struct fb_pick *a, const struct fb_pick *b)
{
	int c = fb_ticket_cmp(&a->ticket, &b->ticket);

	if (!c)
		c = fb_str_cmp(a->id, b->id);
	return c ? c : fb_ticket_cmp(&a->digest, &b->digest);
}

static int
cmp(const void *a, const void *b)
{
	return fb_pick_cmp(a, b);
}

bool
fb_pick_same_unit(const struct fb_pick *a, const struct fb_pick *b)
{
	return !fb_ticket_cmp(&a->ticket, &b->ticket) && fb_str_eq(a->id, b->id);
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

/* id and line share one piece of memory. */
static struct fb_pick
own(const struct fb_pick *from)
{
	struct fb_pick p = *from;
	char *text = fb_zalloc(p.id.n + p.line.n, 1);

	if (p.id.n)
		memcpy(text, p.id.p, p.id.n);
	memcpy(text + p.id.n, p.line.p, p.line.n);
	p.id.p = text;
	p.line.p = text + p.id.n;
	p.copies = p.same = 1;
	p.refused = (struct fb_buf){0};
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
	*s = (struct fb_bottomk){ .k = k, .keep_refused = keep_refused };
}

void
fb_bottomk_offer(struct fb_bottomk *s, const struct fb_pick *p)
{
	s->seen++;
	if (s->has_limit && fb_ticket_cmp(&p->ticket, &s->limit) > 0) {
		s->beyond = true;
		return;
	}
	if (s->n / 2 >= s->k)
		fb_bottomk_settle(s);
	s->v = fb_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = own(p);
}

/* Sorted copies of one unit stand together, the smallest digest first. */
static void
merge_copies(struct fb_bottomk *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct fb_pick *p = &s->v[i], *last = n ? &s->v[n - 1] : NULL;

		if (!last || !fb_pick_same_unit(last, p)) {
			s->v[n++] = *p;
			continue;
		}
		if (!fb_ticket_cmp(&last->digest, &p->digest))
			join(last, p);
		else
			fb_pick_refuse(last, p, s->keep_refused);
		drop(p);
	}
	s->n = n;
}

void
fb_bottomk_settle(struct fb_bottomk *s)
{
	if (!s->n)
		return;
	qsort(s->v, s->n, sizeof *s->v, cmp);
	merge_copies(s);
	for (; s->n > s->k; s->beyond = true)
		drop(&s->v[--s->n]);
	s->has_limit = s->n == s->k;
	s->limit = s->v[s->n - 1].ticket;
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
