/* figure_rows.c - which cells a chart alone shows, and what they are called. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"

fb_str
fb_value_words(struct fb_figure *f, const struct fb_cell *c, double value)
{
	struct fb_cell copy = *c;
	struct fb_buf b = {0};
	fb_str s;

	copy.value = value;
	fb_show_value(&b, f->cv.words, &copy);
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

void
fb_draw_name(struct fb_figure *f, const struct fb_cell *c, double x, double y,
    double width, enum fb_align align)
{
	fb_page_text(f->cv.page, &(struct fb_text){
	    .s = fb_name_group(f->cv.report, c), .role = FB_LABEL,
	    .align = align, .width = width, .max_lines = 1 },
	    align == FB_RIGHT ? x - width : x, y);
}

bool
fb_row_shown(const struct fb_cell *c)
{
	return c->has_value && !fb_is_small(c);
}

static int
by_value(const void *a, const void *b)
{
	const struct fb_cell *x = *(const struct fb_cell *const *)a;
	const struct fb_cell *y = *(const struct fb_cell *const *)b;

	if (fb_row_shown(x) != fb_row_shown(y))
		return fb_row_shown(x) ? -1 : 1;
	if (fb_row_shown(x) && x->value != y->value)
		return x->value > y->value ? -1 : 1;
	return fb_str_cmp(x->by_json, y->by_json);
}

const struct fb_cell **
fb_rows_by_value(struct fb_figure *f)
{
	const struct fb_cell **v = fb_arena_zalloc(&f->cv.report->mem, f->n,
	    sizeof *v);

	if (f->n) {
		memcpy(v, f->rows, f->n * sizeof *v);
		qsort(v, f->n, sizeof *v, by_value);
	}
	return v;
}

/* The first cell of the first focus, in the order of the report. */
static const struct fb_cell *
first_cell(struct fb_report *r)
{
	struct fb_focus f;

	if (!fb_focus_count(r))
		return NULL;
	f = fb_focus_at(r, 0);
	for (size_t k = 0; k < r->norder; k++)
		for (size_t i = 0; i < f.nrows; i++)
			if (fb_str_eq(f.rows[i]->metric, r->order[k]))
				return f.rows[i];
	return f.nrows ? f.rows[0] : NULL;
}

/* Do both stand by the same fields, and on one scale? */
static bool
same_table(const struct fb_cell *a, const struct fb_cell *b)
{
	bool same = a->nby == b->nby && a->scale.lo == b->scale.lo &&
	    a->scale.hi == b->scale.hi;

	for (size_t i = 0; same && i < a->nby; i++)
		same = fb_str_eq(a->by[i].key, b->by[i].key);
	return same;
}

/* Lines from elsewhere have no "prev": then the point in front of it in the
 * series is the period before. */
static void
look_back(struct fb_report *r, struct fb_cell *c)
{
	size_t n;
	const struct fb_cell **v = fb_history(r, c, &n), *before;

	if (c->prev.ok || n < 2 || !c->has_value)
		return;
	before = v[n - 2];
	if (!fb_row_shown(before) ||
	    before->period.index + 1 != c->period.index)
		return;
	c->prev = (struct fb_versus){ .ok = true, .value = before->value,
	    .period = before->period_label, .diff = c->value - before->value };
}

void
fb_figure_rows(struct fb_figure *f)
{
	struct fb_report *r = f->cv.report;
	const struct fb_cell *first = first_cell(r), **all;
	size_t n;

	if (!first)
		return;
	all = fb_siblings(r, first, &n);
	f->total = all[0]->nby ? NULL : all[0];
	f->rows = fb_arena_zalloc(&r->mem, n, sizeof *f->rows);
	for (size_t i = f->total && n > 1; i < n; i++)
		if (!f->n || same_table(all[i], f->rows[0]))
			f->rows[f->n++] = all[i];
	for (size_t i = 0; i < f->n; i++)
		look_back(r, r->cells + (f->rows[i] - r->cells));
	if (f->total)
		look_back(r, r->cells + (f->total - r->cells));
}
