/* alike.c - cosines by going through who else has a gram.
 *
 * What few texts have is looked up in a list of those who have it. What many
 * have is a row of weights, one for each text and 0 for who does not have it,
 * which is added up for TILE texts at once. */
#include <stdbool.h>
#include <stdlib.h>

#include "anecdote/alike.h"

enum {
	TILE = 16,
	MANY = 4,           /* a row from one in so many texts on */
	ROOM = 512 << 10,   /* weights in all rows, at most */
};

#define IS_ROW 0x80000000u
#define NUMBER 0x7fffffffu

/* A gram of a text. */
struct posting {
	double weight;
	uint32_t text;
};

/* The postings of those of the texts that came already. */
struct list {
	uint32_t at, end;
};

struct row_weight {
	double weight;
	size_t row;
};

struct index {
	uint32_t *slot;          /* of a bucket: how many have it, then a number */
	struct posting *all;
	struct list *lists;
	size_t nlists, lists_cap;
	double *rows;            /* tile by tile, row by row, text by text */
	size_t nrows, most_rows, per_tile;
	struct row_weight *own;  /* of the text at hand */
	size_t nown, own_cap;
};

typedef double two __attribute__((vector_size(16)));

/* Give a gram that so many texts have its number; from is the next free
 * posting. */
static void
number(struct index *x, uint32_t *slot, size_t n, uint32_t *from)
{
	uint32_t texts = *slot;

	if ((size_t)texts * MANY >= n && x->nrows < x->most_rows) {
		*slot = IS_ROW | (uint32_t)x->nrows++;
		return;
	}
	x->lists = fb_grow(x->lists, &x->lists_cap, x->nlists + 1,
	    sizeof *x->lists);
	x->lists[x->nlists] = (struct list){ *from, *from };
	*slot = (uint32_t)x->nlists++;
	*from += texts;
}

static void
make_index(struct index *x, const struct fb_grams *g, size_t n)
{
	size_t ntiles = (n + TILE - 1) / TILE;
	uint32_t from = 0;

	x->slot = fb_zalloc(FB_BUCKETS, sizeof *x->slot);
	x->most_rows = n ? ROOM / n : 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < g[i].n; k++)
			x->slot[g[i].v[k].bucket] += g[i].v[k].weight > 0;
	for (size_t b = 0; b < FB_BUCKETS; b++)
		if (x->slot[b])
			number(x, &x->slot[b], n, &from);
	x->all = fb_zalloc(from + 1, sizeof *x->all);
	x->per_tile = x->nrows * TILE;
	x->rows = fb_zalloc(ntiles * x->per_tile, sizeof *x->rows);
}

/* Add what text i has in common with those before it that are in the lists;
 * note its rows. */
static void
meet(struct index *x, const struct fb_grams *g, size_t i, double *sum)
{
	x->nown = 0;
	x->own = fb_grow(x->own, &x->own_cap, g->n + 1, sizeof *x->own);
	for (size_t k = 0; k < g->n; k++) {
		double w = g->v[k].weight;
		uint32_t slot;
		struct list *l;

		if (!(w > 0))
			continue;
		slot = x->slot[g->v[k].bucket];
		if (slot & IS_ROW) {
			x->own[x->nown++] = (struct row_weight){ w,
			    (slot & NUMBER) * TILE };
			continue;
		}
		l = &x->lists[slot & NUMBER];
		for (uint32_t at = l->at; at < l->end; at++)
			sum[x->all[at].text] += w * x->all[at].weight;
		x->all[l->end++] = (struct posting){ w, (uint32_t)i };
	}
}

/* Add what it has in common with the TILE texts of a tile in the rows. */
static void
meet_tile(const struct index *x, const double *tile, double *sum)
{
	two *to = (two *)sum;
	two a = to[0], b = to[1], c = to[2], d = to[3];
	two e = to[4], f = to[5], g = to[6], h = to[7];

	for (const struct row_weight *o = x->own; o < x->own + x->nown; o++) {
		const two *row = (const two *)(tile + o->row);
		two w = { o->weight, o->weight };

		a += row[0] * w, b += row[1] * w, c += row[2] * w;
		d += row[3] * w, e += row[4] * w, f += row[5] * w;
		g += row[6] * w, h += row[7] * w;
	}
	to[0] = a, to[1] = b, to[2] = c, to[3] = d;
	to[4] = e, to[5] = f, to[6] = g, to[7] = h;
}

static void
meet_rows(struct index *x, size_t i, double *sum)
{
	double *own_tile = x->rows + i / TILE * x->per_tile;

	for (size_t t = 0; t * TILE < i; t++)
		meet_tile(x, x->rows + t * x->per_tile, sum + t * TILE);
	for (size_t k = 0; k < x->nown; k++)
		own_tile[x->own[k].row + i % TILE] = x->own[k].weight;
}

uint16_t *
fb_alike(const struct fb_grams *g, size_t n)
{
	uint16_t *sim = fb_zalloc(n * n, sizeof *sim);
	double *sum = fb_zalloc(n + TILE, sizeof *sum);
	struct index x = {0};

	make_index(&x, g, n);
	for (size_t i = 0; i < n; i++) {
		memset(sum, 0, (i + TILE) * sizeof *sum);
		meet(&x, &g[i], i, sum);
		meet_rows(&x, i, sum);
		sim[i * n + i] = FB_COSINE_ONE;
		for (size_t j = 0; j < i; j++)
			sim[i * n + j] = sim[j * n + i] =
			    (uint16_t)fb_cosine_round(sum[j]);
	}
	free(x.slot);
	free(x.all);
	free(x.lists);
	free(x.rows);
	free(x.own);
	free(sum);
	return sim;
}
