/* role_voice.c - those who stand for the most, group by group. */
#include "anecdote/cast.h"

static void
add(struct fb_cast *c, size_t group, size_t p)
{
	const struct fb_heard *g = &c->hearing.group[group];
	size_t i = g->choice.pick[p];

	fb_cast_wish_near(c, &g->crowd, &g->choice, p, 1);
	fb_cast_add(c, &(struct fb_part_for){ .role = "voice",
	    .cell = c->voices, .group = group, .entry = &g->pool->v[i],
	    .grams = &g->crowd.grams[i], .from = FB_ANYWHERE,
	    .speaks = fb_heard_speaks(&c->hearing, g, p) });
	fb_cast_wish_near(c, &g->crowd, &g->choice, p, 0);
}

static const char *
fill(struct fb_cast *c)
{
	for (size_t i = 0; i < c->hearing.ngroups; i++)
		for (size_t p = 0; p < c->hearing.group[i].choice.n; p++)
			add(c, i, p);
	return NULL;
}

const struct fb_role_row fb_role_voice = { .name = "voice", .fill = fill };
