/* changed.c - texts that hold the most of the words that came up or faded. */
#include <stdlib.h>

#include "anecdote/changed.h"

#define NONE ((size_t)-1)

struct search {
	struct fb_cast *c;
	struct fb_shift_side *d;
	size_t side;
	const char *role;
	bool *blocked;
	uint64_t said;           /* terms that are in a quote already */
	bool *spoken;            /* a quote speaks for this text already */
};

static size_t
heaviest(const struct search *s)
{
	size_t best = NONE;
	int64_t most = 0;

	for (size_t i = 0; i < s->d->speakers.n; i++) {
		int64_t w = s->blocked[i] ? 0 : fb_shift_weight(&s->c->shift,
		    s->side, s->d->mask[i] & ~s->said);

		if (w > most) {
			most = w;
			best = i;
		}
	}
	return best;
}

static void
read_grams(const struct search *s, size_t i, struct fb_grams *g)
{
	struct fb_hearing *h = &s->c->hearing;
	struct fb_buf line = {0}, scratch = {0};
	struct fb_rec r = {0};

	fb_grams_find(g, fb_entry_text(h->in, s->d->speakers.v[i].entry,
	    &line, &r, &scratch));
	fb_grams_weigh(g, h->df, h->ndocs);
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

/* The excerpt shows the words that the quote is there for. */
static void
wish(const struct search *s, uint64_t mask, double sign)
{
	struct fb_hearing *h = &s->c->hearing;
	struct fb_grams g = {0};

	for (size_t i = 0; i < s->d->nterms; i++) {
		if (!(mask >> i & 1))
			continue;
		fb_grams_find(&g, fb_map_key(&s->c->shift.tell.terms,
		    s->d->term[i]));
		fb_grams_weigh(&g, h->df, h->ndocs);
		fb_cast_wish(s->c, &g, sign);
	}
	fb_grams_release(&g);
}

static uint64_t
size_of(const struct fb_voices *v)
{
	uint64_t n = 0;

	for (size_t g = 0; g < v->ngroups; g++)
		n += v->has_stated ? v->stated[g] : v->counted[g];
	return n;
}

/* Those who use one of the words, and for whom no quote speaks yet. */
static struct fb_speaks
speaks(struct search *s, uint64_t mask)
{
	uint64_t n = 0, size = size_of(s->d->cell);

	for (size_t i = 0; i < s->d->speakers.n; i++) {
		if (s->spoken[i] || !(s->d->mask[i] & mask))
			continue;
		s->spoken[i] = true;
		n++;
	}
	return fb_speaks_for(n, s->d->speakers.n, size, size);
}

static void
add(struct search *s, size_t i, const struct fb_grams *g)
{
	const struct fb_speaker *who = &s->d->speakers.v[i];
	uint64_t mask = s->d->mask[i] & ~s->said;

	wish(s, mask, 1);
	fb_cast_add(s->c, &(struct fb_part_for){ .role = s->role,
	    .cell = s->d->cell, .group = who->group, .entry = who->entry,
	    .grams = g, .from = FB_ANYWHERE, .speaks = speaks(s, mask) });
	wish(s, mask, 0);
	s->said |= mask;
}

static size_t
add_all(struct search *s, size_t most)
{
	size_t n = 0, i;

	while (n < most && (i = heaviest(s)) != NONE) {
		struct fb_grams g = {0};

		read_grams(s, i, &g);
		s->blocked[i] = true;
		if (!fb_cast_taken(s->c, s->d->speakers.v[i].entry->owner,
		    &g)) {
			add(s, i, &g);
			n++;
		}
		fb_grams_release(&g);
	}
	return n;
}

static const char *
search(struct search *s, size_t most)
{
	size_t n;

	if (!s->d->nterms)
		return s->side ? "no word faded beyond chance" :
		    "no word came up beyond chance";
	s->blocked = fb_zalloc(s->d->speakers.n, sizeof *s->blocked);
	s->spoken = fb_zalloc(s->d->speakers.n, sizeof *s->spoken);
	n = add_all(s, most);
	free(s->blocked);
	free(s->spoken);
	return n ? NULL : "who speaks of the change is quoted already";
}

const char *
fb_changed(struct fb_cast *c, const char *role, size_t side, size_t most)
{
	const struct fb_voices *v = c->voices;
	struct search s = { .c = c, .d = &c->shift.side[side], .side = side,
	    .role = role };
	const char *why = NULL;

	if (!v->signal)
		return NULL;
	if (v->before == FB_NO_CELL)
		return "the period before has no records";
	if (!c->shift.found)
		why = fb_shift_find(&c->shift, c->hearing.in, v,
		    &c->plan->cells[v->before]);
	return why ? why : search(&s, most);
}
