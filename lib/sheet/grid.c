/* grid.c - the values of a report as tables. */
#include <stdlib.h>

#include "sheet/grid.h"

enum { UNITS = FB_YEAR + 1, FOREIGN = UNITS, GRIDS };

/* Which grid a cell is in. */
static int
grid_of(const struct fb_cell *c)
{
	return c->has_period ? (int)c->period.unit : FOREIGN;
}

static size_t
order_of(const struct fb_report *r, fb_str metric)
{
	size_t i = 0;

	while (i < r->norder && !fb_str_eq(r->order[i], metric))
		i++;
	return i;
}

static void
put_part(struct fb_buf *b, fb_str s)
{
	fb_buf_printf(b, "%zu:", s.n);
	fb_buf_add(b, s);
}

/* The same for cells of one series, and for no others. */
static void
put_series(struct fb_buf *b, const struct fb_cell *c)
{
	b->n = 0;
	put_part(b, c->metric);
	for (size_t i = 0; i < c->nby; i++) {
		put_part(b, c->by[i].key);
		put_part(b, c->by[i].val);
	}
	fb_put_scale(b, c->scale);
}

/* Consecutive periods of a unit from the first to the last that was seen. */
static void
own_labels(struct fb_report *r, int unit, struct fb_grid *g)
{
	struct fb_period p = { (enum fb_unit)unit, 0 };
	int32_t first = INT32_MAX, last = INT32_MIN;

	for (size_t i = 0; i < r->ncells; i++) {
		if (grid_of(&r->cells[i]) != unit)
			continue;
		p = r->cells[i].period;
		first = p.index < first ? p.index : first;
		last = p.index > last ? p.index : last;
	}
	if (first > last)
		return;
	if ((int64_t)last - first >= FB_GRID_PERIODS)
		first = last - FB_GRID_PERIODS + 1;
	g->labels = fb_arena_zalloc(&r->mem, FB_GRID_PERIODS, sizeof *g->labels);
	for (p.index = first; g->n < (size_t)((int64_t)last - first) + 1; p.index++) {
		struct fb_buf b = {0};

		fb_put_period(&b, p);
		g->labels[g->n++] = fb_arena_copy(&r->mem, fb_buf_str(&b));
		fb_buf_release(&b);
	}
}

static void
foreign_labels(struct fb_report *r, struct fb_grid *g)
{
	struct fb_map seen = {0};
	size_t *order, skip;

	for (size_t i = 0; i < r->ncells; i++)
		if (grid_of(&r->cells[i]) == FOREIGN)
			fb_map_put(&seen, r->cells[i].period_label, NULL);
	order = fb_map_sorted(&seen);
	skip = seen.n > FB_GRID_PERIODS ? seen.n - FB_GRID_PERIODS : 0;
	g->labels = fb_arena_zalloc(&r->mem, seen.n - skip, sizeof *g->labels);
	for (size_t i = skip; i < seen.n; i++)
		g->labels[g->n++] = fb_arena_copy(&r->mem,
		    fb_map_key(&seen, order[i]));
	free(order);
	fb_map_release(&seen);
}

struct row {
	const struct fb_cell *head;
	size_t metric, place; /* place: number in the series map */
};

static int
by_order(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->metric != y->metric)
		return x->metric < y->metric ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static struct row *
find_rows(struct fb_report *r, int unit, struct fb_map *series)
{
	struct row *rows = NULL;
	struct fb_buf key = {0};
	size_t cap = 0;

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];
		bool fresh;
		size_t k;

		if (grid_of(c) != unit)
			continue;
		put_series(&key, c);
		k = fb_map_put(series, fb_buf_str(&key), &fresh);
		if (!fresh)
			continue;
		rows = fb_grow(rows, &cap, k + 1, sizeof *rows);
		rows[k] = (struct row){ c, order_of(r, c->metric), k };
	}
	fb_buf_release(&key);
	if (series->n)
		qsort(rows, series->n, sizeof *rows, by_order);
	return rows;
}

/* Of two lines for one place the first stays. */
static void
set_cells(struct fb_report *r, int unit, const struct fb_map *series,
    const size_t *row_of, struct fb_grid *g)
{
	struct fb_map labels = {0};
	struct fb_buf key = {0};

	for (size_t i = 0; i < g->n; i++)
		fb_map_put(&labels, g->labels[i], NULL);
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i], **at;
		size_t col;

		if (grid_of(c) != unit)
			continue;
		col = fb_map_get(&labels, c->period_label);
		put_series(&key, c);
		if (col == FB_MAP_NONE) {
			g->left_out++;
			continue;
		}
		at = &g->at[row_of[fb_map_get(series, fb_buf_str(&key))] * g->n +
		    col];
		*at = *at ? *at : c;
	}
	fb_map_release(&labels);
	fb_buf_release(&key);
}

static void
fill_grid(struct fb_report *r, int unit, struct fb_grid *g)
{
	struct fb_map series = {0};
	struct row *rows;
	size_t *row_of;

	if (unit == FOREIGN)
		foreign_labels(r, g);
	else
		own_labels(r, unit, g);
	rows = find_rows(r, unit, &series);
	g->nrows = series.n;
	g->head = fb_arena_zalloc(&r->mem, g->nrows, sizeof *g->head);
	g->at = fb_arena_zalloc(&r->mem, g->nrows * g->n, sizeof *g->at);
	row_of = fb_zalloc(g->nrows, sizeof *row_of);
	for (size_t i = 0; i < g->nrows; i++) {
		g->head[i] = rows[i].head;
		row_of[rows[i].place] = i;
	}
	set_cells(r, unit, &series, row_of, g);
	free(rows);
	free(row_of);
	fb_map_release(&series);
}

size_t
fb_grids_of(struct fb_report *r, struct fb_grid **grids)
{
	struct fb_grid *v = fb_arena_zalloc(&r->mem, GRIDS, sizeof *v);
	size_t n = 0;

	for (int unit = 0; unit < GRIDS; unit++) {
		v[n] = (struct fb_grid){0};
		fill_grid(r, unit, &v[n]);
		n += v[n].nrows > 0;
	}
	*grids = v;
	return n;
}
