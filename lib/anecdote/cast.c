/* cast.c - fill the roles, and write whoever is chosen. */
#include <stdlib.h>

#include "anecdote/cast.h"
#include "anecdote/quote.h"
#include "record/json.h"
#include "record/names.h"

#define ROLE(name) extern const struct fb_role_row fb_role_##name;
#include "anecdote/roles.def"
#undef ROLE

static const struct fb_role_row *const roles[] = {
#define ROLE(name) &fb_role_##name,
#include "anecdote/roles.def"
#undef ROLE
	NULL
};

const char *
fb_role_named(fb_str name)
{
	for (size_t i = 0; roles[i]; i++)
		if (fb_str_eq(name, fb_cstr(roles[i]->name)))
			return roles[i]->name;
	return NULL;
}

void
fb_cast_init(struct fb_cast *c, const struct fb_plan *plan,
    struct fb_reader *in, const struct fb_withhold *withhold, size_t k,
    size_t max_chars)
{
	*c = (struct fb_cast){ .plan = plan, .withhold = withhold,
	    .max_chars = max_chars };
	c->wish = fb_zalloc(FB_BUCKETS, sizeof *c->wish);
	fb_hearing_init(&c->hearing, in, k);
}

void
fb_cast_wish(struct fb_cast *c, const struct fb_grams *g, double sign)
{
	for (size_t i = 0; i < g->n; i++) {
		double *w = &c->wish[g->v[i].bucket];

		*w = sign * (*w + g->v[i].weight);
	}
}

void
fb_cast_wish_near(struct fb_cast *c, const struct fb_crowd *crowd,
    const struct fb_choice *choice, size_t pick, double sign)
{
	for (size_t i = 0; i < crowd->n; i++)
		if (choice->near[i] == pick)
			fb_cast_wish(c, &crowd->grams[i], sign);
}

bool
fb_cast_taken(const struct fb_cast *c, uint64_t owner, const struct fb_grams *g)
{
	for (size_t i = 0; i < c->ntaken; i++)
		if (c->taken[i].owner == owner ||
		    fb_grams_cosine(&c->taken[i].grams, g) >= FB_TOO_ALIKE)
			return true;
	return false;
}

static void
take(struct fb_cast *c, uint64_t owner, const struct fb_grams *g)
{
	struct fb_taken *t;

	c->taken = fb_grow(c->taken, &c->taken_cap, c->ntaken + 1,
	    sizeof *c->taken);
	t = &c->taken[c->ntaken++];
	*t = (struct fb_taken){ .owner = owner };
	t->grams.v = fb_grow(NULL, &t->grams.cap, g->n + 1, sizeof *g->v);
	t->grams.n = g->n;
	for (size_t i = 0; i < g->n; i++)
		t->grams.v[i] = g->v[i];
}

void
fb_cast_add(struct fb_cast *c, const struct fb_part_for *p)
{
	struct fb_rec r = {0};
	struct fb_buf line = {0}, scratch = {0};
	struct fb_wish wish = { c->wish, c->hearing.df, c->hearing.ndocs };
	struct fb_quoted q = { .role = p->role, .rec = &r,
	    .question = &c->plan->questions[p->cell->question],
	    .keys = &c->plan->keys, .entry = p->entry, .speaks = p->speaks,
	    .group = p->cell->names[p->group] };

	if (p->cell->use == FB_USE_BEFORE)
		q.period = &p->cell->period;

	q.text = fb_entry_text(c->hearing.in, p->entry, &line, &r, &scratch);
	q.part = fb_excerpt(q.text, c->max_chars, p->from, &wish);
	if (c->quotes.p[c->quotes.n - 1] != '[')
		fb_buf_addc(&c->quotes, ',');
	fb_put_quote(&c->quotes, &q);
	take(c, p->entry->owner, p->grams);
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

static void
clear(struct fb_cast *c)
{
	for (size_t i = 0; i < c->ntaken; i++)
		fb_grams_release(&c->taken[i].grams);
	c->ntaken = c->quotes.n = c->omitted.n = 0;
	c->shift.found = false;
}

static void
put_omitted(struct fb_buf *b, const char *role, const char *why)
{
	fb_buf_adds(b, b->n ? "," : "{");
	fb_put_json(b, fb_cstr(role));
	fb_buf_addc(b, ':');
	fb_put_json(b, fb_cstr(why));
}

void
fb_cast_cell(struct fb_cast *c, const struct fb_voices *v)
{
	clear(c);
	c->voices = v;
	fb_hear(&c->hearing, v);
	fb_buf_addc(&c->quotes, '[');
	for (size_t i = 0; roles[i]; i++) {
		const char *why = roles[i]->fill(c);

		if (why)
			put_omitted(&c->omitted, roles[i]->name, why);
	}
	fb_buf_addc(&c->quotes, ']');
	fb_buf_adds(&c->omitted, c->omitted.n ? "}" : "{}");
	c->nquotes += c->ntaken;
	c->nextras += c->ntaken - c->hearing.npicks;
}

void
fb_cast_release(struct fb_cast *c)
{
	clear(c);
	fb_hearing_release(&c->hearing);
	fb_lesson_release(&c->lesson);
	fb_shift_release(&c->shift);
	fb_buf_release(&c->quotes);
	fb_buf_release(&c->omitted);
	free(c->taken);
	free(c->wish);
	*c = (struct fb_cast){0};
}
