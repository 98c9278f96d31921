/* leavers.c - the smallest tickets of customers, with their last words. */
#include <stdlib.h>

#include "anecdote/leavers.h"
#include "base/num.h"

static int
cmp(const struct fb_leaver *a, const struct fb_leaver *b)
{
	if (a->ticket != b->ticket)
		return a->ticket < b->ticket ? -1 : 1;
	return a->owner < b->owner ? -1 : a->owner > b->owner;
}

bool
fb_leavers_want(const struct fb_leavers *l, uint64_t ticket)
{
	return l->n < FB_LEAVERS || ticket <= l->v[l->n - 1].ticket;
}

/* Where it is, or belongs. */
static size_t
place_of(const struct fb_leavers *l, const struct fb_leaver *new)
{
	size_t lo = 0, hi = l->n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (cmp(&l->v[mid], new) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Are the words of a said behind those of b? */
static bool
is_later(const struct fb_leaver *a, const struct fb_leaver *b)
{
	if (!a->has_words || !b->has_words)
		return a->has_words;
	if (a->spoke != b->spoke)
		return a->spoke > b->spoke;
	return fb_entry_cmp(&a->words, &b->words) < 0;
}

static void
insert(struct fb_leavers *l, size_t at, const struct fb_leaver *new)
{
	l->v = fb_grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	memmove(l->v + at + 1, l->v + at, (l->n - at) * sizeof *l->v);
	l->v[at] = *new;
	l->n++;
	if (l->n > FB_LEAVERS)
		l->n = FB_LEAVERS;
}

void
fb_leavers_add(struct fb_leavers *l, const struct fb_leaver *new)
{
	size_t at = place_of(l, new);
	struct fb_leaver *old = l->v + at;

	if (at == l->n || cmp(old, new)) {
		if (at < FB_LEAVERS)
			insert(l, at, new);
		return;
	}
	if (new->seen > old->seen)
		old->seen = new->seen;
	if (is_later(new, old)) {
		old->spoke = new->spoke;
		old->words = new->words;
		old->has_words = true;
	}
}

uint64_t
fb_leavers_all(const struct fb_leavers *l)
{
	fb_u128 range = (fb_u128)(l->n - 1) << 64;

	if (l->n < FB_LEAVERS || !l->v[l->n - 1].ticket)
		return l->n;
	return (uint64_t)(range / l->v[l->n - 1].ticket);
}

void
fb_leavers_release(struct fb_leavers *l)
{
	free(l->v);
	*l = (struct fb_leavers){0};
}
