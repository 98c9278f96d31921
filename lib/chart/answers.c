/* answers.c - how often each answer was given, row by row. */
#include <math.h>

#include "chart/answers.h"

enum { PERIODS = 13 };

/* ---- one row ---- */

void
fb_answer_row_sum(struct fb_answer_row *r)
{
	r->all = 0;
	memset(r->side, 0, sizeof r->side);
	for (size_t i = 0; i < r->n; i++) {
		r->all += r->v[i].n;
		if (r->v[i].side >= 0)
			r->side[r->v[i].side] += r->v[i].n;
	}
}

void
fb_answer_row_turn(struct fb_answer_row *r)
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

/* From what the line keeps: each answer, or only the groups of them. */
static bool
of_cell(struct fb_report *report, const struct fb_cell *c, bool each,
    struct fb_answer_row *r)
{
	bool times = c->spec.kind && c->spec.kind->keeps == FB_KEEPS_CASES;
	size_t n = each ? c->nvalues : c->ngroups > 1 ? c->ngroups : 0;

	*r = (struct fb_answer_row){ .cell = c, .small = fb_is_small(c),
	    .wide = fb_is_wide(c), .each = each, .n = n,
	    .v = fb_arena_zalloc(&report->mem, n, sizeof *r->v) };
	for (size_t i = 0; i < n; i++) {
		if (!each) {
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
		fb_answer_row_turn(r);
	fb_answer_row_sum(r);
	return n > 0;
}

/* ---- all rows ---- */

/* It has answers, but does not tell how often each was given. */
static bool
lacks_answers(const struct fb_cell *c)
{
	uint64_t n = c->n;

	for (size_t g = 0; g < c->ngroups; g++)
		n += c->group_n[g];
	return n && !c->nvalues;
}

/* All of them can be told answer by answer, so that rows can be compared. */
static bool
tell_each(const struct fb_cell **v, size_t n)
{
	bool some = false;

	for (size_t i = 0; i < n; i++) {
		some |= v[i]->nvalues > 0;
		if (lacks_answers(v[i]))
			return false;
	}
	return some;
}

static void
add_cells(struct fb_figure *f, struct fb_answer_rows *a)
{
	size_t n = f->n, first;
	const struct fb_cell **v = f->rows;
	bool periods = n == 1 && !v[0]->nby;

	a->judged = true;
	a->periods = periods;
	if (periods)
		v = fb_history(f->cv.report, f->rows[0], &n);
	first = periods && n > PERIODS ? n - PERIODS : 0;
	a->numbers = tell_each(v + first, n - first);
	for (size_t i = first; i < n; i++) {
		struct fb_answer_row *r = &a->v[a->n];

		a->n += of_cell(f->cv.report, v[i], a->numbers, r);
		r->last = periods && v[i] == f->rows[0];
		r->name = periods && n > 1 ? fb_period_words(&f->cv,
		    v[i]->period_label, FB_PERIOD_AXIS_YEAR) :
		    fb_name_group(f->cv.report, v[i]);
	}
}

/* "1–2", "3" of the answers of a side. */
static fb_str
range_words(struct fb_figure *f, const struct fb_answer_rows *a, int side)
{
	double lo = INFINITY, hi = -INFINITY;
	struct fb_buf b = {0}, from = {0}, to = {0};
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
	fb_show_number(&from, f->cv.words, lo, lo != round(lo), false);
	fb_show_number(&to, f->cv.words, hi, hi != round(hi), false);
	if (hi > lo)
		fb_say_range(&b, f->cv.words, fb_buf_str(&from), fb_buf_str(&to));
	else
		fb_buf_add(&b, fb_buf_str(&from));
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	fb_buf_release(&from);
	fb_buf_release(&to);
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
	size_t field = fb_answers_field(f);

	if (field < f->rows[0]->nby)
		fb_answers_of_numbers(f, &a, field);
	else
		add_cells(f, &a);
	set_heads(f, &a);
	return a;
}

/* More of the better answers first; rows of fewer than 10 answers last. */
static bool
comes_before(const struct fb_answer_row *a, const struct fb_answer_row *b)
{
	if (a->small || b->small || a->all <= 0 || b->all <= 0)
		return !a->small && a->all > 0 && (b->small || b->all <= 0);
	return a->side[FB_BETTER] * b->all > b->side[FB_BETTER] * a->all;
}

/* What is equal stays as it came. */
static void
sort_rows(struct fb_answer_rows *a)
{
	for (size_t i = 1; i < a->n; i++)
		for (size_t k = i; k && comes_before(&a->v[k], &a->v[k - 1]); k--) {
			struct fb_answer_row r = a->v[k];

			a->v[k] = a->v[k - 1];
			a->v[k - 1] = r;
		}
}

size_t
fb_answer_rows_fit(struct fb_figure *f, struct fb_answer_rows *a, double least,
    double head)
{
	size_t n = fb_figure_fit(f, a->n, least, head);

	if (a->periods)
		a->v += a->n - n;
	else
		sort_rows(a);
	return n;
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

	if (f->total && of_cell(f->cv.report, f->total, f->total->nvalues, &r))
		return r;
	for (size_t i = 0; i < a->n; i++)
		n += a->v[i].n;
	r = (struct fb_answer_row){ .v = fb_arena_zalloc(&f->cv.report->mem, n,
	    sizeof *r.v), .name = a->n ? a->v[0].name : FB_LIT(""),
	    .each = a->numbers };
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < a->v[i].n; k++)
			add_answer(&r, a->v[i].v[k]);
	fb_answer_row_sum(&r);
	r.small = a->n && fb_is_tally(f->rows[0]) && r.all < 10;
	r.wide = a->n && fb_is_tally(f->rows[0]) && r.all < 30;
	return r;
}
