/* hist.c - which bars a histogram has. */
#include <math.h>

#include "chart/hist.h"

static void
add(struct fb_hist_bars *k, size_t i, double n, int side)
{
	struct fb_hist_bar *b = &k->v[i];

	b->side = b->n > 0 && b->side != side ? -1 : side;
	b->n += n;
}

/* The finest round step with no more bars from lo to hi than twice the cube
 * root of n. Source: D. M. Lane, Online Statistics Education ("Rice rule"). */
static double
step_of(double lo, double hi, double n)
{
	static const double steps[] = { 1, 2, 2.5, 5 };
	double most = fmin(FB_HIST_BARS, fmax(3, 2 * cbrt(n)));
	double ten = pow(10, floor(log10((hi - lo) / most)));

	for (size_t i = 0; ; i++) {
		double step = steps[i % 4] * ten;

		if (floor(hi / step) - floor(lo / step) < most - 1)
			return step;
		if (i % 4 == 3)
			ten *= 10;
	}
}

/* Ranges of one width; the last one has its upper edge too. */
static void
in_ranges(struct fb_hist_bars *k, const struct fb_given_answer *v, size_t n,
    double lo, double hi)
{
	double step = hi > lo ? step_of(lo, hi, k->all) : 1, first = floor(lo / step);

	k->edges = true;
	k->n = (size_t)fmax(1, ceil(hi / step - 1e-9) - first);
	for (size_t i = 0; i < k->n; i++)
		k->v[i] = (struct fb_hist_bar){ (first + (double)i) * step,
		    (first + (double)i + 1) * step, 0, -1 };
	for (size_t i = 0; i < n; i++) {
		double at = floor(v[i].value / step + 1e-9) - first;

		add(k, (size_t)fmin(fmax(at, 0), (double)(k->n - 1)), v[i].n,
		    v[i].side);
	}
}

/* A bar an answer, also for those that nobody gave. */
static void
one_by_one(struct fb_hist_bars *k, const struct fb_given_answer *v, size_t n,
    double lo, double hi)
{
	k->n = (size_t)lround(hi - lo) + 1;
	for (size_t i = 0; i < k->n; i++)
		k->v[i] = (struct fb_hist_bar){ lo + (double)i, lo + (double)i,
		    0, -1 };
	for (size_t i = 0; i < n; i++)
		add(k, (size_t)lround(v[i].value - lo), v[i].n, v[i].side);
}

struct fb_hist_bars
fb_hist_of_values(struct fb_report *r, const struct fb_given_answer *v, size_t n,
    const struct fb_cell *c)
{
	struct fb_hist_bars k = { .figures = true, .v = fb_arena_zalloc(&r->mem,
	    FB_HIST_BARS + 1, sizeof *k.v) };
	double lo = INFINITY, hi = -INFINITY, sum = 0;
	bool whole = true;

	for (size_t i = 0; i < n; i++) {
		lo = fmin(lo, v[i].value);
		hi = fmax(hi, v[i].value);
		whole &= v[i].value == round(v[i].value);
		sum += v[i].value * v[i].n;
		k.all += v[i].n;
	}
	k.mean = k.all > 0 ? sum / k.all : NAN;
	if (c && c->scale.known && !c->unit.n) {
		lo = fmin(lo, (double)c->scale.lo / 1000);
		hi = fmax(hi, (double)c->scale.hi / 1000);
	}
	if (whole && hi - lo < FB_HIST_BARS)
		one_by_one(&k, v, n, lo, hi);
	else
		in_ranges(&k, v, n, lo, hi);
	return k;
}

struct fb_hist_bars
fb_hist_of_groups(struct fb_report *r, const struct fb_answer_row *row)
{
	struct fb_hist_bars k = { .n = row->n, .all = row->all, .mean = NAN,
	    .v = fb_arena_zalloc(&r->mem, row->n, sizeof *k.v) };

	for (size_t i = 0; i < row->n; i++)
		k.v[i] = (struct fb_hist_bar){ 0, 0, row->v[i].n,
		    row->v[i].side };
	return k;
}
