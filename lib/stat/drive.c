/* drive.c - lift, and Shapley shares of R squared. */
#include <math.h>
#include <stdlib.h>

#include "base/str.h"
#include "stat/drive.h"

double
fb_lift_if_absent(double n, double sy, double with, double y_with)
{
	return n > with ? (sy - y_with) / (n - with) - sy / n : NAN;
}

double
fb_drive_r(double n, double sy, double syy, double with, double y_with)
{
	double xx = with - with * with / n, yy = syy - sy * sy / n;

	return xx > 0 && yy > 0 ? (y_with - with * sy / n) / sqrt(xx * yy) : 0;
}

/* Centred sums of squares and products of the features of a subset. */
struct subset {
	size_t n;
	double xx[FB_DRIVE_MAX][FB_DRIVE_MAX], xy[FB_DRIVE_MAX];
};

static void
pick(const struct fb_drive *d, unsigned set, struct subset *s)
{
	size_t of[FB_DRIVE_MAX];

	s->n = 0;
	for (size_t i = 0; i < d->features; i++)
		if (set >> i & 1)
			of[s->n++] = i;
	for (size_t i = 0; i < s->n; i++) {
		double x = d->sx[of[i]];

		s->xy[i] = d->sxy[of[i]] - x * d->sy / d->n;
		for (size_t k = 0; k < s->n; k++)
			s->xx[i][k] = d->pair[of[i]][of[k]] -
			    x * d->sx[of[k]] / d->n;
	}
}

/* What the subset explains of y: by sweeping out one feature after the other. */
static double
explained(struct subset *s)
{
	double sum = 0, least[FB_DRIVE_MAX];

	for (size_t i = 0; i < s->n; i++)
		least[i] = s->xx[i][i] * 1e-10;
	for (size_t i = 0; i < s->n; i++) {
		double pivot = s->xx[i][i];

		if (!(pivot > least[i]))
			continue;
		sum += s->xy[i] * s->xy[i] / pivot;
		for (size_t k = i + 1; k < s->n; k++) {
			double f = s->xx[k][i] / pivot;

			s->xy[k] -= f * s->xy[i];
			for (size_t m = i + 1; m < s->n; m++)
				s->xx[k][m] -= f * s->xx[i][m];
		}
	}
	return sum;
}

/* size! (features - size - 1)! / features!: of the orders in which exactly the
 * features of a set of that size come before one more. */
static double
weight(size_t size, size_t features)
{
	double w = 1 / (double)features;

	for (size_t i = 1; i <= size; i++)
		w *= (double)i / (double)(features - i);
	return w;
}

static unsigned
members(unsigned set)
{
	unsigned n = 0;

	for (; set; set &= set - 1)
		n++;
	return n;
}

double
fb_lmg(const struct fb_drive *d, double share[FB_DRIVE_MAX])
{
	unsigned sets = 1u << d->features;
	double *r2 = fb_zalloc(sets, sizeof *r2), whole;
	double yy = d->syy - d->sy * d->sy / d->n;
	struct subset s;

	for (unsigned set = 1; set < sets; set++) {
		pick(d, set, &s);
		r2[set] = yy > 0 ? explained(&s) / yy : NAN;
	}
	for (size_t i = 0; i < d->features; i++) {
		share[i] = 0;
		for (unsigned set = 0; set < sets; set++)
			if (!(set >> i & 1))
				share[i] += weight(members(set), d->features) *
				    (r2[set | 1u << i] - r2[set]);
	}
	whole = r2[sets - 1];
	free(r2);
	return whole;
}
