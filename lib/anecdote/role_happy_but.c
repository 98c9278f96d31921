/* role_happy_but.c - the complaint inside the praise.
 *
 * Of all sentences of the highest group those count that sound like the lowest
 * one: by two standard errors, or where none does by one, and among the top
 * tenth. Quoted is not the loudest of these but the one most like the others;
 * of few texts it would be whichever sounds least happy. */
#include <stdlib.h>

#include "anecdote/cast.h"
#include "text/sentences.h"
#include "text/words.h"

enum { TENTH = 10, KNOWN = 3, CLEAR = 1000 }; /* thousandths of one */

/* A sentence of text number text of the crowd; bytes of that text. */
struct sentence {
	size_t text, start, end;
	int64_t score;
};

struct sentences {
	struct sentence *v;
	size_t n, cap;
	size_t all;              /* read, whatever they sound like */
};

static int
by_score(const void *a, const void *b)
{
	const struct sentence *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->text != y->text)
		return x->text < y->text ? -1 : 1;
	return x->start < y->start ? -1 : x->start > y->start;
}

static void
judge(struct fb_cast *c, struct sentences *s, size_t text, fb_str words,
    size_t heard)
{
	struct fb_cuts cuts = {0};
	size_t from = 0;

	if (words.n > FB_EXCERPT_BYTES)
		words.n = fb_cluster_floor(words, FB_EXCERPT_BYTES);
	fb_sentences_find(&cuts, words, 0);
	for (size_t i = 0; i < cuts.n; from = cuts.at[i++]) {
		fb_str one = { words.p + from, cuts.at[i] - from };
		struct fb_tell_score t = fb_tell_score(&c->lesson.tell, one,
		    heard);

		if (t.known < KNOWN || !fb_says_something(one))
			continue;
		s->all++;
		if (t.milli < CLEAR)
			continue;
		s->v = fb_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
		s->v[s->n++] = (struct sentence){ text, from, cuts.at[i],
		    t.milli };
	}
	fb_cuts_release(&cuts);
}

/* Those of two standard errors, by falling score; where none is, all. */
static size_t
clearer(const struct sentences *s)
{
	size_t n = 0;

	while (n < s->n && s->v[n].score >= 2 * CLEAR)
		n++;
	return n ? n : s->n;
}

/* The top tenth, at most a pool of them. */
static void
read_sentences(struct fb_cast *c, const struct fb_heard *g, struct sentences *s)
{
	struct fb_buf line = {0}, scratch = {0};
	struct fb_rec r = {0};
	size_t most;

	for (size_t i = 0; i < g->crowd.n; i++) {
		const struct fb_entry *e = &g->pool->v[i];

		judge(c, s, i, fb_entry_text(c->hearing.in, e, &line, &r,
		    &scratch), fb_lesson_heard(&c->lesson, e,
		    c->hearing.ngroups - 1));
	}
	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, by_score);
	most = (s->all + TENTH - 1) / TENTH;
	most = most < FB_POOL ? most : FB_POOL;
	s->n = s->n < most ? s->n : most;
	s->n = clearer(s);
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

/* The sentences as a crowd, in the order of tickets and of the text. */
static int
by_place(const void *a, const void *b)
{
	const struct sentence *x = a, *y = b;

	if (x->text != y->text)
		return x->text < y->text ? -1 : 1;
	return x->start < y->start ? -1 : x->start > y->start;
}

static void
gather(struct fb_cast *c, const struct fb_heard *g, struct sentences *s,
    struct fb_crowd *crowd)
{
	struct fb_buf line = {0}, scratch = {0};
	struct fb_rec r = {0};

	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, by_place);
	fb_crowd_init(crowd, s->n);
	for (size_t i = 0; i < s->n; i++) {
		const struct sentence *it = &s->v[i];
		fb_str text = fb_entry_text(c->hearing.in,
		    &g->pool->v[it->text], &line, &r, &scratch);

		fb_grams_find(&crowd->grams[i], (fb_str){ text.p + it->start,
		    it->end - it->start });
		fb_grams_weigh(&crowd->grams[i], c->hearing.df,
		    c->hearing.ndocs);
		crowd->owner[i] = g->crowd.owner[it->text];
		/* A text speaks once, however many of its sentences do. */
		if (!i || s->v[i - 1].text != it->text)
			crowd->weight[i] = g->crowd.weight[it->text];
		crowd->total += crowd->weight[i];
	}
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

/* The weight of the texts with a sentence near the one picked. */
static uint64_t
count_texts(const struct sentences *s, const struct fb_heard *g,
    const struct fb_choice *one)
{
	uint64_t sum = 0;
	size_t last = FB_NOBODY;

	for (size_t i = 0; i < s->n; i++) {
		if (one->near[i] == FB_NOBODY || s->v[i].text == last)
			continue;
		last = s->v[i].text;
		sum += g->crowd.weight[last];
	}
	return sum;
}

static bool
add(struct fb_cast *c, size_t group, struct sentences *s)
{
	const struct fb_heard *g = &c->hearing.group[group];
	struct fb_crowd crowd;
	struct fb_choice one;
	bool *blocked = fb_zalloc(s->n, sizeof *blocked), found;

	gather(c, g, s, &crowd);
	for (size_t i = 0; i < s->n; i++)
		blocked[i] = fb_cast_taken(c, crowd.owner[i],
		    &g->crowd.grams[s->v[i].text]);
	fb_choose(&one, &crowd, 1, blocked);
	found = one.n > 0;
	if (found) {
		const struct sentence *it = &s->v[one.pick[0]];

		fb_cast_add(c, &(struct fb_part_for){ .role = "happy_but",
		    .cell = c->voices, .group = group,
		    .entry = &g->pool->v[it->text],
		    .grams = &g->crowd.grams[it->text], .from = it->start,
		    .speaks = fb_speaks_for(count_texts(s, g, &one),
		    g->crowd.total, g->size, c->hearing.size) });
	}
	fb_choice_release(&one);
	fb_crowd_release(&crowd);
	free(blocked);
	return found;
}

static const char *
fill(struct fb_cast *c)
{
	size_t top = c->hearing.ngroups - 1;
	struct sentences s = {0};
	const char *why;

	if (!fb_can_learn(c->plan, c->voices))
		return NULL;
	if (c->voices->pool[top].n < FB_LESSON_LEAST)
		return "fewer than 30 high scores with words";
	why = fb_learn(&c->lesson, c->plan, c->hearing.in, c->voices);
	if (why)
		return why;
	read_sentences(c, &c->hearing.group[top], &s);
	if (!s.n)
		why = "no complaint stands out in the praise";
	else if (!add(c, top, &s))
		why = "who complains in the praise is quoted already";
	free(s.v);
	return why;
}

const struct fb_role_row fb_role_happy_but = { .name = "happy_but",
    .fill = fill };
