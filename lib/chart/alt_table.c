/* alt_table.c - the numbers of a picture as a table that is read, not drawn.
 *
 * Its cells have their words in the structure alone, so that searching and
 * copying find only what can be seen: words without ink on the page would be
 * found and copied too, and readers leave out those off the page. Each cell has
 * a place on the picture, a box of a grid, as an element without contents is
 * passed over. */
#include <stdlib.h>

#include "chart/alt.h"

struct grid {
	struct fb_canvas *cv;
	const struct fb_picture *p;
	size_t rows, columns, row, column; /* column: of the cell that is next */
};

static void
place(struct grid *g, fb_str words)
{
	double w = g->p->w / (double)g->columns, h = g->p->h / (double)g->rows;

	fb_page_unseen(g->cv->page, words, g->p->x + w * (double)g->column,
	    g->p->y + h * (double)g->row, w, h);
	g->column++;
}

static void
begin_row(struct grid *g, fb_str name)
{
	if (g->row)
		fb_row_begin(g->cv);
	else
		fb_head_begin(g->cv);
	place(g, name);
}

static void
next(struct grid *g, fb_str words)
{
	fb_row_next(g->cv, !g->row);
	place(g, words);
}

static void
end_row(struct grid *g)
{
	fb_row_end(g->cv);
	g->row++;
	g->column = 0;
}

static void
next_value(struct grid *g, const struct fb_cell *c)
{
	struct fb_buf b = {0};

	if (c)
		fb_alt_value(&b, g->cv, c);
	next(g, c ? fb_buf_str(&b) : fb_word(g->cv->words, "no_value"));
	fb_buf_release(&b);
}

/* ---- over time: a row a period, a column a cell ---- */

struct series {
	const struct fb_cell **v; /* the points that are not in a row yet */
	size_t n;
};

/* The earliest period of those, or NULL. */
static const struct fb_cell *
earliest(const struct series *s, size_t n)
{
	const struct fb_cell *first = NULL;

	for (size_t i = 0; i < n; i++)
		if (s[i].n && (!first ||
		    s[i].v[0]->period.index < first->period.index))
			first = s[i].v[0];
	return first;
}

static size_t
count_periods(const struct series *from, size_t n)
{
	struct series *s = fb_zalloc(n, sizeof *s);
	const struct fb_cell *c;
	size_t k = 0;

	memcpy(s, from, n * sizeof *s);
	for (; (c = earliest(s, n)); k++)
		for (size_t i = 0; i < n; i++)
			while (s[i].n && s[i].v[0]->period.index == c->period.index) {
				s[i].v++;
				s[i].n--;
			}
	free(s);
	return k;
}

static void
put_period(struct grid *g, struct series *s, const struct fb_cell *c)
{
	begin_row(g, fb_period_words(g->cv, c->period_label, FB_PERIOD_AXIS_YEAR));
	for (size_t i = 0; i < g->p->n; i++) {
		const struct fb_cell *point = NULL;

		while (s[i].n && s[i].v[0]->period.index == c->period.index) {
			point = *s[i].v++;
			s[i].n--;
		}
		next_value(g, point);
	}
	end_row(g);
}

static void
put_periods(struct grid *g)
{
	struct series *s = fb_zalloc(g->p->n, sizeof *s);
	const struct fb_cell *c;

	for (size_t i = 0; i < g->p->n; i++)
		s[i].v = fb_history(g->cv->report, g->p->cells[i], &s[i].n);
	g->columns = 1 + g->p->n;
	g->rows = 1 + count_periods(s, g->p->n);
	begin_row(g, fb_name_metric(g->cv->report, g->p->cells[0]));
	for (size_t i = 0; i < g->p->n; i++)
		next(g, fb_alt_name(g->cv, g->p->cells, i));
	end_row(g);
	while ((c = earliest(s, g->p->n)))
		put_period(g, s, c);
	free(s);
}

/* ---- of a period: a row a cell, with what the cells have ---- */

struct has {
	bool n, before;
	size_t groups; /* of all cells alike, or 0 */
};

static struct has
find_columns(const struct fb_picture *p)
{
	struct has h = { .groups = p->cells[0]->ngroups };

	for (size_t i = 0; i < p->n; i++) {
		h.n |= p->cells[i]->has_n && !fb_is_tally(p->cells[i]);
		h.before |= p->cells[i]->prev.ok;
		if (p->cells[i]->ngroups != h.groups)
			h.groups = 0;
	}
	return h;
}

static void
put_heads(struct grid *g, struct has has)
{
	struct fb_canvas *cv = g->cv;
	const struct fb_cell *c = g->p->cells[0];
	fb_str before = FB_LIT("");

	for (size_t i = 0; i < g->p->n && !before.n; i++)
		if (g->p->cells[i]->prev.ok)
			before = g->p->cells[i]->prev.period;
	begin_row(g, fb_name_metric(cv->report, c));
	next(g, fb_period_words(cv, c->period_label, FB_PERIOD_AXIS_YEAR));
	if (has.n)
		next(g, fb_word(cv->words, "heat_n"));
	if (has.before)
		next(g, fb_period_words(cv, before, FB_PERIOD_AXIS_YEAR));
	for (size_t i = 0; i < has.groups; i++)
		next(g, fb_group_words(cv->report, c, i));
	end_row(g);
}

static void
next_share(struct grid *g, const struct fb_cell *c, size_t group)
{
	struct fb_buf b = {0};
	uint64_t all = 0;

	for (size_t i = 0; i < c->ngroups; i++)
		all += c->group_n[i];
	if (all && !fb_is_small(c))
		fb_show_share(&b, g->cv->words,
		    (double)c->group_n[group] / (double)all);
	next(g, b.n ? fb_buf_str(&b) : fb_word(g->cv->words, "no_value"));
	fb_buf_release(&b);
}

static void
put_cell(struct grid *g, struct has has, size_t i)
{
	const struct fb_cell *c = g->p->cells[i];
	struct fb_cell before = *c;
	struct fb_buf b = {0};

	begin_row(g, fb_alt_name(g->cv, g->p->cells, i));
	next_value(g, c);
	if (has.n)
		next(g, c->has_n ? fb_count_words(g->cv, c->n) :
		    fb_word(g->cv->words, "no_value"));
	before.value = c->prev.value;
	if (c->prev.ok && !fb_is_small(c))
		fb_show_value(&b, g->cv->words, &before);
	if (has.before)
		next(g, b.n ? fb_buf_str(&b) : fb_word(g->cv->words, "no_value"));
	for (size_t k = 0; k < has.groups; k++)
		next_share(g, c, k);
	end_row(g);
	fb_buf_release(&b);
}

static void
put_now(struct grid *g)
{
	struct has has = find_columns(g->p);

	g->rows = 1 + g->p->n;
	g->columns = 2 + has.n + has.before + has.groups;
	put_heads(g, has);
	for (size_t i = 0; i < g->p->n; i++)
		put_cell(g, has, i);
}

void
fb_picture_table(struct fb_canvas *cv, const struct fb_picture *p)
{
	struct grid g = { .cv = cv, .p = p };

	fb_page_tag(cv->page, FB_TAG_TABLE);
	if (p->over_time)
		put_periods(&g);
	else
		put_now(&g);
	fb_page_untag(cv->page);
}
