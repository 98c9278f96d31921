/* role_last_words.c - what those said last who have gone.
 *
 * Where fb-metric sees a group decline: its customers without a record for
 * FB_LEFT_DAYS, each with the last words they wrote, two that stand for most. */
#include <stdlib.h>

#include "anecdote/cast.h"

enum { MOST = 2 };

/* Those who have gone, by ticket of their last words. */
struct gone {
	const struct fb_leaver **v;
	size_t n, silent;        /* with words, and without */
};

static int
by_words(const void *a, const void *b)
{
	const struct fb_leaver *x = *(const struct fb_leaver *const *)a;
	const struct fb_leaver *y = *(const struct fb_leaver *const *)b;

	return fb_entry_cmp(&x->words, &y->words);
}

static void
find_gone(struct gone *g, const struct fb_leavers *l, int32_t since)
{
	g->v = fb_zalloc(l->n + 1, sizeof *g->v);
	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].seen > since)
			continue;
		if (!l->v[i].has_words)
			g->silent++;
		else if (g->n < FB_POOL)
			g->v[g->n++] = &l->v[i];
	}
	if (g->n)
		qsort(g->v, g->n, sizeof *g->v, by_words);
}

static void
read_crowd(struct fb_cast *c, const struct gone *g, struct fb_crowd *crowd,
    bool *blocked)
{
	struct fb_buf line = {0}, scratch = {0};
	struct fb_rec r = {0};

	for (size_t i = 0; i < g->n; i++) {
		fb_grams_find(&crowd->grams[i], fb_entry_text(c->hearing.in,
		    &g->v[i]->words, &line, &r, &scratch));
		fb_grams_weigh(&crowd->grams[i], c->hearing.df,
		    c->hearing.ndocs);
		crowd->owner[i] = g->v[i]->owner;
		crowd->weight[i] = 1;
		blocked[i] = fb_cast_taken(c, crowd->owner[i],
		    &crowd->grams[i]);
	}
	crowd->total = g->n;
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

static void
add(struct fb_cast *c, const struct fb_voices *cell, const struct gone *g,
    const struct fb_crowd *crowd, const struct fb_choice *choice, size_t p)
{
	size_t i = choice->pick[p];
	uint64_t all = fb_leavers_all(&cell->leavers);
	uint64_t part = all * (g->n + g->silent) / cell->leavers.n;

	fb_cast_wish_near(c, crowd, choice, p, 1);
	fb_cast_add(c, &(struct fb_part_for){ .role = "last_words",
	    .cell = cell, .entry = &g->v[i]->words, .grams = &crowd->grams[i],
	    .from = FB_ANYWHERE, .speaks = fb_speaks_for(choice->speaks[p],
	    g->n, part, all) });
	fb_cast_wish_near(c, crowd, choice, p, 0);
}

static size_t
choose(struct fb_cast *c, const struct fb_voices *cell, const struct gone *g)
{
	bool *blocked = fb_zalloc(g->n, sizeof *blocked);
	struct fb_crowd crowd;
	struct fb_choice choice;
	size_t n;

	fb_crowd_init(&crowd, g->n);
	read_crowd(c, g, &crowd, blocked);
	fb_choose(&choice, &crowd, MOST, blocked);
	for (size_t p = 0; p < choice.n; p++)
		add(c, cell, g, &crowd, &choice, p);
	n = choice.n;
	fb_choice_release(&choice);
	fb_crowd_release(&crowd);
	free(blocked);
	return n;
}

static const char *
fill(struct fb_cast *c)
{
	const struct fb_voices *cell;
	struct gone g = {0};
	const char *why = NULL;

	if (c->voices->departed == FB_NO_CELL)
		return NULL;
	cell = &c->plan->cells[c->voices->departed];
	if (!cell->leavers.n)
		return "its records name no customers";
	find_gone(&g, &cell->leavers, fb_plan_left(c->plan, cell));
	if (!g.n)
		why = "no customer with words has been gone for 90 days";
	else if (!choose(c, cell, &g))
		why = "who has gone is quoted already";
	free(g.v);
	return why;
}

const struct fb_role_row fb_role_last_words = { .name = "last_words",
    .fill = fill };
