/* answers.c - how often each answer was given, row by row. */
#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "chart/answers.h"

enum { PERIODS = 13 };

/* ---- one row ---- */

static void
sum_up(struct fb_answer_row *r)
{
	r->all = 0;
	memset(r->side, 0, sizeof r->side);
	for (size_t i = 0; i < r->n; i++) {
		r->all += r->v[i].n;
		if (r->v[i].side >= 0)
			r->side[r->v[i].side] += r->v[i].n;
	}
}

static void
turn(struct fb_answer_row *r)
{
	for (size_t i = 0; i < r->n / 2; i++) {
		struct fb_given_answer a = r->v[i];

		r->v[i] = r->v[r->n - 1 - i];
		r->v[r->n - 1 - i] = a;
	}
	for (size_t i = 0; i < r->n; i++)
		r->v[i].side = r->v[i].side < 0 ? -1 : 2 - r->v[i].side;
}

static int
side_of(const struct fb_cell *c, size_t group)
{
	return c->ngroups < 2 ? -1 : c->ngroups == 2 ? (int)group * 2 : (int)group;
}

/* From what the line keeps: each answer, else the groups of them. */
static bool
of_cell(struct fb_report *report, const struct fb_cell *c,
    struct fb_answer_row *r)
{
	bool times = c->spec.kind && c->spec.kind->keeps == FB_KEEPS_CASES;
	size_t n = c->nvalues ? c->nvalues : c->ngroups > 1 ? c->ngroups : 0;

	*r = (struct fb_answer_row){ .cell = c, .small = fb_is_small(c),
	    .wide = fb_is_wide(c), .n = n,
	    .v = fb_arena_zalloc(&report->mem, n, sizeof *r->v) };
	for (size_t i = 0; i < n; i++) {
		if (!c->nvalues) {
			r->v[i] = (struct fb_given_answer){ NAN, (double)c->group_n[i],
			    side_of(c, i) };
			continue;
		}
		r->v[i] = (struct fb_given_answer){
		    (double)c->values[i].value / (times ? 3600 : 1000),
		    (double)c->values[i].n, !c->spec.kind || times ? -1 :
		    side_of(c, fb_group_of(&c->spec, c->scale,
		    c->values[i].value)) };
	}
	if (fb_groups_turned(report, c))
		turn(r);
	sum_up(r);
	return n > 0;
}

/* ---- lines with one number an answer ---- */

/* The number that is a cell's value of a field. */
static bool
number_of(const struct fb_cell *c, size_t field, double *v)
{
	return field < c->nby && !fb_parse_double(c->by[field].val, v);
}

/* The last field of `by` that holds numbers alone; nby without one. */
static size_t
number_field(const struct fb_figure *f)
{
	size_t field = f->rows[0]->nby;
	double v;

	while (field-- > 0) {
		size_t i = 0, numbers = 0;

		for (; i < f->n; i++) {
			if (number_of(f->rows[i], field, &v))
				numbers++;
			else if (f->rows[i]->by[field].val.n)
				break;
		}
		if (i == f->n && numbers > 1)
			return field;
	}
	return f->rows[0]->nby;
}

/* The group without its answer: rows of answers are told apart by it. */
static fb_str
rest_name(struct fb_figure *f, const struct fb_cell *c, size_t field)
{
	struct fb_cell rest = *c;

	memmove(rest.by + field, rest.by + field + 1,
	    (rest.nby - field - 1) * sizeof *rest.by);
	rest.nby--;
	return fb_name_group(f->cv.report, &rest);
}

static struct fb_answer_row *
row_named(struct fb_answer_rows *a, struct fb_figure *f, fb_str name)
{
	for (size_t i = 0; i < a->n; i++)
		if (fb_str_eq(a->v[i].name, name))
			return &a->v[i];
	a->v[a->n] = (struct fb_answer_row){ .name = name,
	    .v = fb_arena_zalloc(&f->cv.report->mem, f->n, sizeof *a->v->v) };
	return &a->v[a->n++];
}

static int
by_value(const void *a, const void *b)
{
	const struct fb_given_answer *x = a, *y = b;

	return (x->value > y->value) - (x->value < y->value);
}

/* Below, at and above the middle of all answers. */
static void
take_sides(struct fb_answer_rows *a, const struct fb_figure *f)
{
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < a->v[i].n; k++) {
			lo = fmin(lo, a->v[i].v[k].value);
			hi = fmax(hi, a->v[i].v[k].value);
		}
	for (size_t i = 0; i < a->n; i++) {
		struct fb_answer_row *r = &a->v[i];

		for (size_t k = 0; k < r->n; k++) {
			double d = r->v[k].value - (lo + hi) / 2;

			r->v[k].side = fabs(d) < 1e-9 ? FB_BETWEEN :
			    d < 0 ? FB_WORSE : FB_BETTER;
		}
		qsort(r->v, r->n, sizeof *r->v, by_value);
		if (fb_str_eq(fb_name_better(f->cv.report, f->rows[0]),
		    FB_LIT("down")))
			turn(r);
		sum_up(r);
		r->small = fb_is_tally(f->rows[0]) && r->all < 10;
		r->wide = fb_is_tally(f->rows[0]) && r->all < 30;
	}
}

static void
of_numbers(struct fb_figure *f, struct fb_answer_rows *a, size_t field)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct fb_cell *c = f->rows[i];
		struct fb_answer_row *r;
		double v;

		if (!number_of(c, field, &v) || !c->has_value || c->value < 0)
			continue;
		r = row_named(a, f, rest_name(f, c, field));
		r->cell = c;
		r->v[r->n++] = (struct fb_given_answer){ v, c->value, -1 };
	}
	a->numbers = true;
	a->judged = fb_figure_judged(f);
	take_sides(a, f);
}

/* ---- all rows ---- */

static void
add_cells(struct fb_figure *f, struct fb_answer_rows *a)
{
	size_t n = f->n;
	const struct fb_cell **v = f->rows;
	bool periods = n == 1 && !v[0]->nby;

	a->judged = true;
	a->periods = periods;
	if (periods)
		v = fb_history(f->cv.report, f->rows[0], &n);
	for (size_t i = periods && n > PERIODS ? n - PERIODS : 0; i < n; i++) {
		struct fb_answer_row *r = &a->v[a->n];

		a->n += of_cell(f->cv.report, v[i], r);
		r->last = periods && v[i] == f->rows[0];
		r->name = periods && n > 1 ? fb_period_words(&f->cv,
		    v[i]->period_label, FB_PERIOD_AXIS_YEAR) :
		    fb_name_group(f->cv.report, v[i]);
		a->numbers |= v[i]->nvalues > 0;
	}
}

/* "1–2", "3" of the answers of a side. */
static fb_str
range_words(struct fb_figure *f, const struct fb_answer_rows *a, int side)
{
	double lo = INFINITY, hi = -INFINITY;
	struct fb_buf b = {0};
	fb_str s;

	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < a->v[i].n; k++) {
			if (a->v[i].v[k].side != side)
				continue;
			lo = fmin(lo, a->v[i].v[k].value);
			hi = fmax(hi, a->v[i].v[k].value);
		}
	if (lo > hi)
		return FB_LIT("");
	fb_show_number(&b, f->cv.words, lo, lo != round(lo), false);
	if (hi > lo) {
		fb_buf_adds(&b, "\xe2\x80\x93");
		fb_show_number(&b, f->cv.words, hi, hi != round(hi), false);
	}
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

static void
set_heads(struct fb_figure *f, struct fb_answer_rows *a)
{
	const struct fb_cell *c = a->n ? a->v[0].cell : NULL;
	bool turned = c && fb_groups_turned(f->cv.report, c);

	for (int side = 0; c && side < FB_SIDES; side++)
		if (c->ngroups < 2)
			a->heads[side] = range_words(f, a, side);
	for (size_t g = 0; c && c->ngroups > 1 && g < c->ngroups; g++) {
		int side = side_of(c, g);

		a->heads[turned ? 2 - side : side] =
		    fb_group_words(f->cv.report, c, g);
	}
}

struct fb_answer_rows
fb_answer_rows_of(struct fb_figure *f)
{
	struct fb_report *r = f->cv.report;
	struct fb_answer_rows a = { .v = fb_arena_zalloc(&r->mem,
	    f->n + PERIODS, sizeof *a.v) };
	size_t field = number_field(f);

	if (field < f->rows[0]->nby)
		of_numbers(f, &a, field);
	else
		add_cells(f, &a);
	set_heads(f, &a);
	return a;
}

static void
add_answer(struct fb_answer_row *r, struct fb_given_answer a)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].side == a.side && (r->v[i].value == a.value ||
		    isnan(a.value))) {
			r->v[i].n += a.n;
			return;
		}
	r->v[r->n++] = a;
}

struct fb_answer_row
fb_answers_all(struct fb_figure *f, const struct fb_answer_rows *a)
{
	struct fb_answer_row r;
	size_t n = 0;

	if (f->total && of_cell(f->cv.report, f->total, &r))
		return r;
	for (size_t i = 0; i < a->n; i++)
		n += a->v[i].n;
	r = (struct fb_answer_row){ .v = fb_arena_zalloc(&f->cv.report->mem, n,
	    sizeof *r.v), .name = a->n ? a->v[0].name : FB_LIT("") };
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < a->v[i].n; k++)
			add_answer(&r, a->v[i].v[k]);
	sum_up(&r);
	r.small = a->n && fb_is_tally(f->rows[0]) && r.all < 10;
	r.wide = a->n && fb_is_tally(f->rows[0]) && r.all < 30;
	return r;
}
