/* role_minority.c - one of each group that is too small for a voice.
 *
 * A group without a slot has one when it is at least a fiftieth of the cell
 * and three of its customers have words to quote: the one most like all. */
#include <stdlib.h>

#include "anecdote/cast.h"

enum { MOST = 2, PART = 50, CUSTOMERS = 3 };

static bool
is_small(const struct fb_hearing *h, const struct fb_heard *g)
{
	return g->size && !g->slots && g->size * PART >= h->size;
}

static size_t
customers(const struct fb_crowd *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n && n < CUSTOMERS; i++) {
		bool fresh = true;

		for (size_t k = 0; k < i && fresh; k++)
			fresh = c->owner[k] != c->owner[i];
		n += fresh;
	}
	return n;
}

static bool
add(struct fb_cast *c, size_t group)
{
	const struct fb_heard *g = &c->hearing.group[group];
	bool *blocked = fb_zalloc(g->crowd.n, sizeof *blocked), found;
	struct fb_choice one;

	for (size_t i = 0; i < g->crowd.n; i++)
		blocked[i] = fb_cast_taken(c, g->crowd.owner[i],
		    &g->crowd.grams[i]);
	fb_choose(&one, &g->crowd, 1, blocked);
	found = one.n > 0;
	if (found) {
		size_t i = one.pick[0];

		fb_cast_wish_near(c, &g->crowd, &one, 0, 1);
		fb_cast_add(c, &(struct fb_part_for){ .role = "minority",
		    .cell = c->voices, .group = group,
		    .entry = &g->pool->v[i], .grams = &g->crowd.grams[i],
		    .from = FB_ANYWHERE, .speaks = fb_speaks_for(one.speaks[0],
		    g->crowd.total, g->size, c->hearing.size) });
		fb_cast_wish_near(c, &g->crowd, &one, 0, 0);
	}
	fb_choice_release(&one);
	free(blocked);
	return found;
}

static const char *
fill(struct fb_cast *c)
{
	const struct fb_hearing *h = &c->hearing;
	size_t n = 0, small = 0;

	for (size_t i = 0; i < h->ngroups && n < MOST && h->k; i++) {
		if (!is_small(h, &h->group[i]))
			continue;
		small++;
		if (customers(&h->group[i].crowd) == CUSTOMERS)
			n += add(c, i);
	}
	return small && !n ? "fewer than 3 customers of the group without a "
	    "voice have words to quote" : NULL;
}

const struct fb_role_row fb_role_minority = { .name = "minority",
    .fill = fill };
