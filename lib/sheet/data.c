/* data.c - the sheet Data: every value as a number, and one trend.
 *
 * Columns: measure, group, unit, the values, the normal range of the earlier
 * ones, then answers and both ends of the interval, a column a period each;
 * hidden behind them the last points, which the mini charts draw. */
#include <math.h>

#include "present/verdict.h"
#include "sheet/grid.h"
#include "sheet/put.h"

enum { MEASURE, GROUP, UNIT, VALUES, TREND_PX = 760, TREND_ROWS = 18 };

/* Where the blocks begin; the same for all grids of the sheet. */
struct blocks {
	uint32_t n;                  /* columns of a block */
	uint32_t range, count, lo, hi, point;
};

static bool
wanted(const struct fb_making *m)
{
	return m->report->ncells > 0;
}

static struct blocks
blocks_of(const struct fb_grid *g, size_t ngrids)
{
	struct blocks b = { .n = 1 };

	for (size_t i = 0; i < ngrids; i++)
		b.n = g[i].n > b.n ? (uint32_t)g[i].n : b.n;
	b.range = VALUES + b.n;
	b.count = b.range + 2;
	b.lo = b.count + b.n;
	b.hi = b.lo + b.n;
	b.point = b.hi + b.n;
	return b;
}

static void
put_labels(struct fb_making *m, struct fb_sheet *s, const struct fb_grid *g,
    uint32_t row, uint32_t col)
{
	unsigned look = fb_look_of(m, FB_HEAD_RIGHT, 0, NULL);

	for (size_t i = 0; i < g->n; i++) {
		struct fb_buf b = {0};

		fb_show_period(&b, &m->report->words, g->labels[i],
		    FB_PERIOD_AXIS_YEAR);
		fb_put_cell(m, s, row, col + (uint32_t)i, fb_buf_str(&b), look);
		fb_buf_release(&b);
	}
}

static void
put_head(struct fb_making *m, struct fb_sheet *s, const struct fb_grid *g,
    const struct blocks *b, uint32_t row)
{
	const struct { uint32_t col; const char *key; } over[] = {
		{ VALUES, "sheet_values" }, { b->range, "sheet_normal" },
		{ b->count, "sheet_n" }, { b->lo, "sheet_lo" },
		{ b->hi, "sheet_hi" } };
	static const char *const names[] = { "sheet_measure", "sheet_group",
	    "sheet_unit" };

	for (size_t i = 0; i < sizeof over / sizeof *over; i++)
		fb_put_word(m, s, row, over[i].col, over[i].key, FB_NAME_NOTE);
	for (uint32_t i = 0; i < VALUES; i++)
		fb_put_word(m, s, row + 1, i, names[i], FB_HEAD);
	fb_put_word(m, s, row + 1, b->range, "sheet_normal_lo", FB_HEAD_RIGHT);
	fb_put_word(m, s, row + 1, b->range + 1, "sheet_normal_hi", FB_HEAD_RIGHT);
	put_labels(m, s, g, row + 1, VALUES);
	put_labels(m, s, g, row + 1, b->count);
	put_labels(m, s, g, row + 1, b->lo);
	put_labels(m, s, g, row + 1, b->hi);
}

static fb_str
unit_of(const struct fb_making *m, const struct fb_cell *c)
{
	return c->unit.n ? c->unit : c->spec.kind ?
	    fb_cstr(c->spec.kind->name) : fb_word(&m->report->words, "sheet_no_unit");
}

static void
put_value(struct fb_making *m, struct fb_sheet *s, const struct fb_cell *c,
    const struct blocks *b, uint32_t row, uint32_t i)
{
	unsigned look = fb_look_of(m, FB_DATUM, fb_is_wide(c) ? FB_TEXT2 : 0,
	    fb_number_format(m, c));

	if (c->has_n)
		fb_sheet_number(s, row, b->count + i, (double)c->n,
		    fb_look_of(m, FB_DATUM, 0, "#,##0"));
	if (fb_is_small(c))
		return;
	fb_sheet_number(s, row, VALUES + i, fb_stored(c, c->value), look);
	if (!c->has_interval)
		return;
	fb_sheet_number(s, row, b->lo + i, fb_stored(c, c->lo), look);
	fb_sheet_number(s, row, b->hi + i, fb_stored(c, c->hi), look);
}

/* The normal range of what came before the last value of the row. */
static void
put_range(struct fb_making *m, struct fb_sheet *s, const struct fb_grid *g,
    size_t k, const struct blocks *b, uint32_t row)
{
	const struct fb_cell *points[FB_GRID_PERIODS + 1], *last;
	struct fb_interval range;
	unsigned look;
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++)
		if (g->at[k * g->n + i])
			points[n++] = g->at[k * g->n + i];
	last = n ? points[n - 1] : NULL;
	if (!last || !last->has_period || last->period.unit < FB_DAY)
		return;
	range = fb_normal_range(points, n);
	look = fb_look_of(m, FB_DATUM, 0, fb_number_format(m, last));
	if (!isfinite(range.lo) || !isfinite(range.hi))
		return;
	fb_sheet_number(s, row, b->range, fb_stored(last, range.lo), look);
	fb_sheet_number(s, row, b->range + 1, fb_stored(last, range.hi), look);
}

static void
put_row(struct fb_making *m, struct fb_sheet *s, const struct fb_grid *g,
    size_t k, const struct blocks *b, uint32_t row, uint32_t label_row)
{
	const struct fb_cell *head = g->head[k];
	unsigned look = fb_look_of(m, FB_TEXT_CELL, 0, NULL);

	fb_put_cell(m, s, row, MEASURE, fb_name_metric(m->report, head), look);
	fb_put_cell(m, s, row, GROUP, fb_name_group(m->report, head), look);
	fb_put_cell(m, s, row, UNIT, unit_of(m, head), look);
	for (uint32_t i = 0; i < g->n; i++) {
		const struct fb_cell *c = g->at[k * g->n + i];

		if (!c || fb_is_small(c))
			fb_sheet_blank(s, row, VALUES + i, look);
		if (!c)
			continue;
		put_value(m, s, c, b, row, i);
		m->places[fb_cell_index(m, c)] = (struct fb_place){ row,
		    label_row, VALUES, VALUES + i, b->point + i, &g->at[k * g->n] };
	}
	put_range(m, s, g, k, b, row);
}

/* The points that the summary's mini charts end in. */
static void
put_points(struct fb_making *m, struct fb_sheet *s)
{
	for (size_t f = 0; f < fb_focus_count(m->report); f++) {
		struct fb_focus focus = fb_focus_at(m->report, f);

		for (size_t i = 0; i < focus.nrows; i++) {
			const struct fb_cell *c = focus.rows[i];
			struct fb_place p = m->places[fb_cell_index(m, c)];

			if (p.row != FB_NO_ROW && !fb_is_small(c))
				fb_sheet_number(s, p.row, p.point_col,
				    fb_stored(c, c->value), 0);
		}
	}
}

static uint32_t
put_grid(struct fb_making *m, struct fb_sheet *s, const struct fb_grid *g,
    const struct blocks *b, uint32_t row)
{
	struct fb_buf text = {0}, n = {0};

	uint32_t label_row = row + 1;

	put_head(m, s, g, b, row);
	row += 2;
	for (size_t k = 0; k < g->nrows; k++)
		put_row(m, s, g, k, b, row++, label_row);
	if (g->left_out) {
		fb_show_count(&n, &m->report->words, g->left_out);
		fb_say(&text, &m->report->words, "sheet_left_out",
		    (struct fb_slot[]){ { "n", fb_buf_str(&n) } }, 1);
		fb_put_cell(m, s, row++, 0, fb_buf_str(&text),
		    fb_look_of(m, FB_NAME_NOTE, 0, NULL));
	}
	fb_buf_release(&text);
	fb_buf_release(&n);
	return row + 1;
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	struct fb_grid *g;
	size_t n = fb_grids_of(m->report, &g);
	struct blocks b = blocks_of(g, n);
	uint32_t row = m->top;
	struct fb_area print = { 0, 0, 0, b.range - 1 };

	fb_sheet_col(s, MEASURE, MEASURE, 28, false);
	fb_sheet_col(s, GROUP, GROUP, 20, false);
	fb_sheet_col(s, UNIT, UNIT, 8, false);
	fb_sheet_col(s, VALUES, b.point - 1, 9, false);
	fb_sheet_col(s, b.point, b.point + b.n - 1, 6, true);
	for (size_t i = 0; i < n; i++)
		row = put_grid(m, s, &g[i], &b, row);
	put_points(m, s);
	if (!fb_put_trend(m, s, row, TREND_PX))
		fb_put_word(m, s, row, 0, "sheet_no_trend", FB_NAME_NOTE);
	print.last_row = row + TREND_ROWS;
	fb_plan_page(m, s, m->top + 2, 2, true, NULL, &print);
}

const struct fb_sheet_kind fb_sheet_data = {
	.name = "Data", .wanted = wanted, .fill = fill,
};
