/* hear.c - pick the quotes of a cell. */
#include <math.h>
#include <stdlib.h>

#include "anecdote/hear.h"
#include "record/json.h"
#include "record/names.h"
#include "stat/alloc.h"

void
fb_hearing_init(struct fb_hearing *h, struct fb_reader *in, size_t k)
{
	*h = (struct fb_hearing){ .in = in, .k = k };
	h->df = fb_zalloc(FB_BUCKETS, sizeof *h->df);
}

static void
release_group(struct fb_heard *g)
{
	fb_crowd_release(&g->crowd);
	fb_choice_release(&g->choice);
	*g = (struct fb_heard){0};
}

static void
clear(struct fb_hearing *h)
{
	for (size_t i = 0; i < h->ngroups; i++)
		release_group(&h->group[i]);
	if (h->df)
		memset(h->df, 0, FB_BUCKETS * sizeof *h->df);
	h->ndocs = h->ngroups = h->npicks = 0;
	h->size = 0;
}

/* A part line has the record as a string. */
static void
unwrap(struct fb_buf *line, struct fb_rec *r)
{
	struct fb_buf record = {0}, scratch = {0};

	fb_buf_add(&record, fb_json_text(fb_rec_get(r, FB_LIT("record")),
	    &scratch));
	line->n = 0;
	fb_buf_add(line, fb_buf_str(&record));
	if (fb_scan(r, fb_buf_str(line)))
		fb_die(FB_FAIL, "the input changed while it was read");
	fb_buf_release(&record);
	fb_buf_release(&scratch);
}

void
fb_entry_read(struct fb_reader *in, const struct fb_entry *e,
    struct fb_buf *line, struct fb_rec *r)
{
	fb_reader_fetch(in, e->ref, line);
	if (fb_scan(r, fb_buf_str(line)))
		fb_die(FB_FAIL, "the input changed while it was read");
	if (r->kind == FB_PART)
		unwrap(line, r);
}

fb_str
fb_entry_text(struct fb_reader *in, const struct fb_entry *e,
    struct fb_buf *line, struct fb_rec *r, struct fb_buf *scratch)
{
	fb_entry_read(in, e, line, r);
	return fb_json_text(fb_rec_get(r, FB_TEXT), scratch);
}

static void
read_group(struct fb_hearing *h, struct fb_heard *g)
{
	struct fb_crowd *c = &g->crowd;
	struct fb_rec r = {0};
	struct fb_buf line = {0}, scratch = {0};

	fb_crowd_init(c, g->pool->n);
	for (size_t i = 0; i < c->n; i++) {
		const struct fb_entry *e = &g->pool->v[i];

		fb_grams_find(&c->grams[i], fb_entry_text(h->in, e, &line, &r,
		    &scratch));
		fb_grams_count(&c->grams[i], h->df);
		fb_digest_add(&g->ids, fb_json_text(fb_rec_get(&r, FB_ID),
		    &scratch), FB_LIT(""));
		c->owner[i] = e->owner;
		c->weight[i] = 1 + fb_pool_copies(g->pool, e);
		c->total += c->weight[i];
	}
	h->ndocs += c->n;
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

static void
share_out(struct fb_hearing *h)
{
	struct fb_stratum strata[FB_GROUPS] = {0};
	uint64_t slots[FB_GROUPS] = {0};

	for (size_t i = 0; i < h->ngroups; i++)
		strata[i] = (struct fb_stratum){ .size = h->group[i].size,
		    .key = fb_cstr(h->group[i].name) };
	fb_alloc_proportional(strata, h->ngroups, h->k, 0, slots);
	for (size_t i = 0; i < h->ngroups; i++)
		h->group[i].slots = slots[i];
}

/* Who may not be picked because of what the groups before have picked. */
static void
block(const struct fb_hearing *h, const struct fb_heard *g, bool *blocked)
{
	for (const struct fb_heard *past = h->group; past < g; past++) {
		for (size_t p = 0; p < past->choice.n; p++) {
			size_t j = past->choice.pick[p];

			for (size_t i = 0; i < g->crowd.n; i++)
				if (g->crowd.owner[i] == past->crowd.owner[j] ||
				    fb_grams_cosine(&g->crowd.grams[i],
				    &past->crowd.grams[j]) >= FB_TOO_ALIKE)
					blocked[i] = true;
		}
	}
}

static void
pick(struct fb_hearing *h, struct fb_heard *g)
{
	size_t most = g->slots < g->crowd.n ? (size_t)g->slots : g->crowd.n;
	bool *blocked = fb_zalloc(g->crowd.n, sizeof *blocked);

	block(h, g, blocked);
	fb_choose(&g->choice, &g->crowd, most, blocked);
	h->npicks += g->choice.n;
	free(blocked);
}

void
fb_hear(struct fb_hearing *h, const struct fb_voices *v)
{
	clear(h);
	h->ngroups = v->ngroups;
	for (size_t i = 0; i < h->ngroups; i++) {
		struct fb_heard *g = &h->group[i];

		g->name = v->names[i];
		g->pool = &v->pool[i];
		g->size = v->has_stated ? v->stated[i] : v->counted[i];
		h->size += g->size;
		read_group(h, g);
	}
	share_out(h);
	for (size_t i = 0; i < h->ngroups; i++)
		for (size_t t = 0; t < h->group[i].crowd.n; t++)
			fb_grams_weigh(&h->group[i].crowd.grams[t], h->df,
			    h->ndocs);
	for (size_t i = 0; i < h->ngroups; i++)
		pick(h, &h->group[i]);
}

struct fb_speaks
fb_heard_speaks(const struct fb_hearing *h, const struct fb_heard *g, size_t p)
{
	return fb_speaks_for(g->choice.speaks[p], g->crowd.total, g->size,
	    h->size);
}

double
fb_hearing_uncovered(const struct fb_hearing *h)
{
	double covered = 0;

	if (!h->size)
		return NAN;
	for (size_t i = 0; i < h->ngroups; i++) {
		const struct fb_heard *g = &h->group[i];

		if (g->crowd.total)
			covered += (double)g->size / (double)h->size *
			    (double)g->choice.covered / (double)g->crowd.total;
	}
	return covered < 1 ? 1 - covered : 0;
}

double
fb_hearing_mix_tv(const struct fb_hearing *h)
{
	double sum = 0;

	if (!h->npicks || !h->size)
		return NAN;
	for (size_t i = 0; i < h->ngroups; i++)
		sum += fabs((double)h->group[i].choice.n / (double)h->npicks -
		    (double)h->group[i].size / (double)h->size);
	return sum / 2;
}

void
fb_hearing_release(struct fb_hearing *h)
{
	clear(h);
	free(h->df);
	*h = (struct fb_hearing){0};
}
