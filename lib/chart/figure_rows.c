/* figure_rows.c - which cells a chart alone shows, and what they are called. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"

enum { GONE_NAMED = 3 };

bool
fb_rows_span(const struct fb_cell *const *rows, size_t n, double *lo, double *hi)
{
	double lack = 0;

	*lo = INFINITY;
	*hi = -INFINITY;
	for (size_t i = 0; i < n; i++) {
		const struct fb_cell *c = rows[i];
		double v[] = { c->value, c->prev.ok ? c->prev.value : c->value,
		    c->has_interval ? c->lo : c->value,
		    c->has_interval ? c->hi : c->value };

		for (size_t k = 0; fb_row_shown(c) && k < 4; k++) {
			*lo = isfinite(v[k]) ? fmin(*lo, v[k]) : *lo;
			*hi = isfinite(v[k]) ? fmax(*hi, v[k]) : *hi;
		}
	}
	if (*lo < *hi)
		lack = 0.1 * fmax(fabs(*lo), fabs(*hi)) - (*hi - *lo);
	if (lack > 0) {
		*lo = *lo >= 0 ? fmax(0, *lo - lack / 2) : *lo - lack / 2;
		*hi += lack / 2;
	}
	return *lo <= *hi;
}

bool
fb_row_shown(const struct fb_cell *c)
{
	return c->has_value && !fb_is_small(c);
}

fb_str
fb_row_why(struct fb_figure *f, const struct fb_cell *c)
{
	return fb_word(f->cv.words, fb_row_few(c) ? "few_answers" : "no_value");
}

bool
fb_row_few(const struct fb_cell *c)
{
	return !fb_row_shown(c) && (c->has_value || fb_cell_flag(c, "small") ||
	    (c->has_n && c->n < 10));
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

const struct fb_cell **
fb_rows_shown_first(struct fb_figure *f)
{
	const struct fb_cell **v = fb_arena_zalloc(&f->cv.report->mem, f->n,
	    sizeof *v);
	size_t n = 0;

	for (int shown = 1; shown >= 0; shown--)
		for (size_t i = 0; i < f->n; i++)
			if (fb_row_shown(f->rows[i]) == shown)
				v[n++] = f->rows[i];
	return v;
}

static size_t
order_of(const struct fb_report *r, fb_str metric)
{
	size_t i = 0;

	while (i < r->norder && !fb_str_eq(r->order[i], metric))
		i++;
	return i;
}

/* Of the first period that is reported on, the first metric of the report's
 * order, then of the stream. */
static const struct fb_cell *
first_cell(struct fb_report *r)
{
	const struct fb_cell *first = NULL;
	fb_str period = FB_LIT("");

	if (!fb_focus_count(r))
		return NULL;
	period = fb_focus_at(r, 0).period;
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (fb_str_eq(c->period_label, period) && (!first ||
		    order_of(r, c->metric) < order_of(r, first->metric)))
			first = c;
	}
	return first;
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

/* Has a group of this table, with a line in an earlier period, none in the
 * period that is drawn? Then this is the last of its lines. */
static bool
is_gone(const struct fb_figure *f, const struct fb_cell *c)
{
	const struct fb_report *r = f->cv.report;
	const struct fb_cell *row = f->rows[0];

	if (!c->has_period || !row->has_period || c->period.unit !=
	    row->period.unit || c->period.index >= row->period.index ||
	    !fb_str_eq(c->metric, row->metric) || !same_table(c, row))
		return false;
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *o = &r->cells[i];

		if (o != c && o->has_period && o->period.unit == c->period.unit &&
		    o->period.index > c->period.index &&
		    o->period.index <= row->period.index &&
		    fb_cell_same_series(o, c))
			return false;
	}
	return true;
}

/* Their names, or how many they are. */
static fb_str
gone_of(struct fb_figure *f)
{
	struct fb_report *r = f->cv.report;
	struct fb_buf b = {0};
	size_t n = 0;
	fb_str s;

	for (size_t i = 0; i < r->ncells; i++) {
		if (!is_gone(f, &r->cells[i]))
			continue;
		n++;
		fb_say_more(&b, &r->words);
		fb_buf_add(&b, fb_name_group(r, &r->cells[i]));
	}
	s = n > GONE_NAMED ? fb_count_words(&f->cv, n) : fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

/* The totals of the metrics in the report's order, then the stream's; one of a
 * metric. */
static void
take_metrics(struct fb_figure *f, const struct fb_cell *first)
{
	struct fb_focus focus = fb_focus_at(f->cv.report, 0);

	f->by_metric = true;
	f->n = 0;
	f->rows = fb_arena_zalloc(&f->cv.report->mem, focus.nrows + 1,
	    sizeof *f->rows);
	for (size_t i = 0; i < focus.nrows; i++)
		if (!focus.rows[i]->nby && (!f->n || !fb_str_eq(
		    f->rows[f->n - 1]->metric, focus.rows[i]->metric)))
			f->rows[f->n++] = focus.rows[i];
	if (!f->n)
		f->rows[f->n++] = first;
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
	if (f->kind->over == FB_PLOT_OVER_ALL && f->n == 1 && f->total)
		take_metrics(f, first);
	f->names = fb_arena_zalloc(&r->mem, f->n, sizeof *f->names);
	for (size_t i = 0; i < f->n; i++)
		f->names[i] = f->by_metric ? fb_name_metric(r, f->rows[i]) :
		    fb_name_group(r, f->rows[i]);
	for (size_t i = 0; i < f->n; i++)
		fb_look_back(r, r->cells + (f->rows[i] - r->cells));
	if (f->total)
		fb_look_back(r, r->cells + (f->total - r->cells));
	if (f->n)
		f->gone = gone_of(f);
}
