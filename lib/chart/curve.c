/* curve.c - a journey as a curve: where it runs, and how it is drawn. */
#include <math.h>
#include <stdlib.h>

#include "chart/curve.h"

/* What share of a scale the axis shows at least: a ripple looks like one. */
#define LEAST_PART 0.4

static double
slope(struct fb_point a, struct fb_point b)
{
	return (b.y - a.y) / (b.x - a.x);
}

/* The slope of a knot between two others: none at a turn, else the harmonic
 * mean of both sides, the nearer one with more weight. */
static double
inner(struct fb_point a, struct fb_point b, struct fb_point c)
{
	double h0 = b.x - a.x, h1 = c.x - b.x, d0 = slope(a, b), d1 = slope(b, c);

	if (d0 * d1 <= 0)
		return 0;
	return 3 * (h0 + h1) / ((2 * h1 + h0) / d0 + (h1 + 2 * h0) / d1);
}

/* The slope at an end, as the parabola through it has it, never turned. */
static double
outer(double side, double next)
{
	double m = (3 * side - next) / 2;

	return m * side <= 0 ? 0 : m;
}

static double
slope_at(const struct fb_point *v, size_t n, size_t i)
{
	if (n == 2)
		return slope(v[0], v[1]);
	if (i == 0)
		return outer(slope(v[0], v[1]), inner(v[0], v[1], v[2]));
	if (i + 1 == n)
		return outer(slope(v[n - 2], v[n - 1]),
		    inner(v[n - 3], v[n - 2], v[n - 1]));
	return inner(v[i - 1], v[i], v[i + 1]);
}

void
fb_curve_path(const struct fb_point *v, size_t n, struct fb_point *out)
{
	out[0] = v[0];
	for (size_t i = 0; i + 1 < n; i++) {
		double h = (v[i + 1].x - v[i].x) / 3;

		out[3 * i + 1] = (struct fb_point){ v[i].x + h,
		    v[i].y + h * slope_at(v, n, i) };
		out[3 * i + 2] = (struct fb_point){ v[i + 1].x - h,
		    v[i + 1].y - h * slope_at(v, n, i + 1) };
		out[3 * i + 3] = v[i + 1];
	}
}

size_t
fb_curve_knots(const struct fb_stages *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += fb_stage_drawn(&s->v[i]);
	return n;
}

static const struct fb_cell *
first_drawn(const struct fb_curve *k)
{
	for (size_t i = 0; i < k->stages.n; i++)
		if (fb_stage_drawn(&k->stages.v[i]))
			return k->stages.v[i].cell;
	return NULL;
}

static void
widen(struct fb_ticks *t, double v)
{
	if (!isfinite(v))
		return;
	t->lo = fmin(t->lo, v);
	t->hi = fmax(t->hi, v);
}

/* The middle of a scale of answers, and the nought of points. */
static double
neutral_of(const struct fb_cell *c)
{
	if (c->scale.known && !c->unit.n)
		return (double)(c->scale.lo + c->scale.hi) / 2000;
	return fb_str_eq(c->unit, FB_LIT("points")) ? 0 : NAN;
}

void
fb_curve_setup(struct fb_curve *k)
{
	const struct fb_cell *first = first_drawn(k);
	struct fb_ticks t = { INFINITY, -INFINITY, 0 }, all = fb_bounds(first);
	double lack;

	for (size_t i = 0; i < k->stages.n; i++) {
		const struct fb_cell *c = k->stages.v[i].cell;

		if (!fb_stage_drawn(&k->stages.v[i]))
			continue;
		widen(&t, c->value);
		widen(&t, c->has_interval ? c->lo : c->value);
		widen(&t, c->has_interval ? c->hi : c->value);
		widen(&t, c->prev.ok ? c->prev.value : c->value);
	}
	lack = LEAST_PART * (all.hi - all.lo) - (t.hi - t.lo);
	if (isfinite(lack) && lack > 0)
		t = (struct fb_ticks){ fmax(all.lo, t.lo - lack / 2),
		    fmin(all.hi, t.hi + lack / 2), 0 };
	k->axis = fb_ticks_for(first, t.lo, t.hi);
	k->neutral = neutral_of(first);
	if (!(k->neutral > k->axis.lo && k->neutral < k->axis.hi))
		k->neutral = NAN;
}

double
fb_curve_x(const struct fb_curve *k, size_t stage)
{
	return k->x + k->w * ((double)stage + 0.5) / (double)k->stages.n;
}

double
fb_curve_y(const struct fb_curve *k, double v)
{
	double part = (k->axis.hi - v) / (k->axis.hi - k->axis.lo);

	return k->y + k->h * fmin(1, fmax(0, part));
}

/* How much worse than another value: below 0 when it is better. */
static double
worse_by(const struct fb_curve *k, const struct fb_cell *a,
    const struct fb_cell *b)
{
	bool down = fb_str_eq(fb_name_better(k->cv->report, a), FB_LIT("down"));

	return down ? a->value - b->value : b->value - a->value;
}

/* Is a stage at its side drawn, and as bad or worse? */
static bool
held_by(const struct fb_curve *k, size_t i, size_t side)
{
	const struct fb_stage *v = k->stages.v;

	return side < k->stages.n && fb_stage_drawn(&v[side]) &&
	    worse_by(k, v[i].cell, v[side].cell) <= 0;
}

/* Inside, a turn; at an end of what is drawn, only the worst of all. */
static bool
is_low(const struct fb_curve *k, size_t i)
{
	const struct fb_stage *v = k->stages.v;
	bool inside = i > 0 && fb_stage_drawn(&v[i - 1]) &&
	    i + 1 < k->stages.n && fb_stage_drawn(&v[i + 1]);

	if (!fb_stage_drawn(&v[i]))
		return false;
	if (inside)
		return !held_by(k, i, i - 1) && !held_by(k, i, i + 1);
	for (size_t j = 0; j < k->stages.n; j++)
		if (j != i && held_by(k, i, j))
			return false;
	return true;
}

size_t
fb_curve_lows(const struct fb_curve *k, size_t *stages, size_t max)
{
	const struct fb_stage *v = k->stages.v;
	size_t n = 0;

	for (size_t i = 0; i < k->stages.n; i++) {
		size_t at = n;

		if (!is_low(k, i))
			continue;
		while (at && worse_by(k, v[i].cell, v[stages[at - 1]].cell) > 0)
			at--;
		if (at == max)
			continue;
		n += n < max;
		memmove(stages + at + 1, stages + at, (n - at - 1) * sizeof *stages);
		stages[at] = i;
	}
	return n;
}
