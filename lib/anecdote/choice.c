/* choice.c - pick among a crowd, and count for whom. */
#include <stdlib.h>

#include "anecdote/alike.h"
#include "anecdote/choice.h"
#include "base/num.h"
#include "stat/interval.h"

void
fb_crowd_init(struct fb_crowd *c, size_t n)
{
	*c = (struct fb_crowd){ .n = n };
	c->grams = fb_zalloc(n, sizeof *c->grams);
	c->owner = fb_zalloc(n, sizeof *c->owner);
	c->weight = fb_zalloc(n, sizeof *c->weight);
}

void
fb_crowd_release(struct fb_crowd *c)
{
	for (size_t i = 0; i < c->n; i++)
		fb_grams_release(&c->grams[i]);
	free(c->grams);
	free(c->owner);
	free(c->weight);
	*c = (struct fb_crowd){0};
}

static void
count_spoken(struct fb_choice *c, const struct fb_crowd *crowd)
{
	for (size_t i = 0; i < crowd->n; i++) {
		if (c->near[i] == FB_NOBODY)
			continue;
		c->speaks[c->near[i]] += crowd->weight[i];
		c->covered += crowd->weight[i];
	}
}

void
fb_choose(struct fb_choice *c, const struct fb_crowd *crowd, size_t most,
    bool *blocked)
{
	uint16_t *sim = fb_alike(crowd->grams, crowd->n);
	struct fb_field_of_texts f = { sim, crowd->n };

	if (most > crowd->n)
		most = crowd->n;
	*c = (struct fb_choice){ .pick = fb_zalloc(most + 1, sizeof *c->pick),
	    .gain = fb_zalloc(most + 1, sizeof *c->gain),
	    .speaks = fb_zalloc(most + 1, sizeof *c->speaks),
	    .near = fb_zalloc(crowd->n, sizeof *c->near) };
	c->n = fb_facility_pick(f, most, crowd->owner, blocked, c->pick,
	    c->gain);
	c->theta = fb_facility_theta(f);
	fb_facility_near(f, c->pick, c->n, c->theta, c->near);
	count_spoken(c, crowd);
	free(sim);
}

void
fb_choice_release(struct fb_choice *c)
{
	free(c->pick);
	free(c->gain);
	free(c->speaks);
	free(c->near);
	*c = (struct fb_choice){0};
}

struct fb_speaks
fb_speaks_for(uint64_t spoken, uint64_t total, uint64_t part, uint64_t whole)
{
	double of_cell = whole ? (double)part / (double)whole : 0;
	struct fb_interval w = fb_wilson95((double)spoken, (double)total);
	fb_u128 twice = (fb_u128)2 * part * spoken + total;

	if (!total)
		return (struct fb_speaks){0};
	return (struct fb_speaks){ .est = (uint64_t)(twice / (2 * total)),
	    .share = of_cell * ((double)spoken / (double)total),
	    .lo = of_cell * w.lo, .hi = of_cell * w.hi };
}
