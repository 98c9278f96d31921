/* answers_number.c - answers of lines with one number an answer. */
#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "chart/answers.h"

/* The number that is a cell's value of a field. */
static bool
number_of(const struct fb_cell *c, size_t field, double *v)
{
	return field < c->nby && !fb_parse_double(c->by[field].val, v);
}

size_t
fb_answers_field(const struct fb_figure *f)
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
			fb_answer_row_turn(r);
		fb_answer_row_sum(r);
		r->small = fb_is_tally(f->rows[0]) && r->all < 10;
		r->wide = fb_is_tally(f->rows[0]) && r->all < 30;
	}
}

void
fb_answers_of_numbers(struct fb_figure *f, struct fb_answer_rows *a,
    size_t field)
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
