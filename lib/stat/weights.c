/* weights.c - post-stratification, raking, trimming, design effect. */
#include <math.h>
#include <stdlib.h>

#include "base/str.h"
#include "stat/weights.h"

/* The weight of each category; free() it. */
static double *
totals(const double *w, size_t n, const struct fb_margin *m)
{
	double *sum = fb_zalloc(m->ncategories, sizeof *sum);

	for (size_t i = 0; i < n; i++)
		if (m->category[i] != FB_NO_CATEGORY)
			sum[m->category[i]] += w[i];
	return sum;
}

double
fb_cover(struct fb_margin *m, size_t n, bool *silent)
{
	double all = 0, covered = 0;

	for (size_t g = 0; g < m->ncategories; g++)
		silent[g] = m->target[g] > 0;
	for (size_t i = 0; i < n; i++)
		if (m->category[i] != FB_NO_CATEGORY)
			silent[m->category[i]] = false;
	for (size_t g = 0; g < m->ncategories; g++) {
		all += m->target[g];
		covered += silent[g] ? 0 : m->target[g];
	}
	for (size_t g = 0; g < m->ncategories && covered < all; g++)
		m->target[g] *= silent[g] || !(covered > 0) ? 0 : all / covered;
	return all > 0 ? covered / all : 1;
}

void
fb_post_stratify(double *w, size_t n, const struct fb_margin *m)
{
	double *sum = totals(w, n, m);

	for (size_t i = 0; i < n; i++) {
		size_t g = m->category[i];

		if (g != FB_NO_CATEGORY && sum[g] > 0)
			w[i] *= m->target[g] / sum[g];
	}
	free(sum);
}

static double
error_of(const double *w, size_t n, const struct fb_margin *m)
{
	double *sum = totals(w, n, m), worst = 0;

	for (size_t g = 0; g < m->ncategories; g++)
		if (m->target[g] > 0)
			worst = fmax(worst, fabs(sum[g] / m->target[g] - 1));
	free(sum);
	return worst;
}

double
fb_margin_error(const double *w, size_t n, const struct fb_margin *m,
    size_t margins)
{
	double worst = 0;

	for (size_t i = 0; i < margins; i++)
		worst = fmax(worst, error_of(w, n, &m[i]));
	return worst;
}

bool
fb_rake(double *w, size_t n, const struct fb_margin *m, size_t margins)
{
	for (size_t cycle = 0; cycle < FB_RAKE_CYCLES; cycle++) {
		for (size_t i = 0; i < margins; i++)
			fb_post_stratify(w, n, &m[i]);
		if (fb_margin_error(w, n, m, margins) < 1e-10)
			return true;
	}
	return false;
}

/* One pass: cut what is above most, give the excess to the others. Give how
 * many were cut anew. */
static size_t
cut(double *w, size_t n, double most, bool *at_most)
{
	double excess = 0;
	size_t newly = 0, open = 0;

	for (size_t i = 0; i < n; i++) {
		if (!at_most[i] && w[i] > most * (1 + 1e-12)) {
			excess += w[i] - most;
			w[i] = most;
			at_most[i] = true;
			newly++;
		}
		open += !at_most[i];
	}
	for (size_t i = 0; i < n && open; i++)
		if (!at_most[i])
			w[i] += excess / (double)open;
	return newly;
}

size_t
fb_trim(double *w, size_t n, double cap)
{
	bool *at_most = fb_zalloc(n, sizeof *at_most);
	double sum = 0;
	size_t all = 0, newly;

	for (size_t i = 0; i < n; i++)
		sum += w[i];
	do {
		newly = cut(w, n, cap * sum / (double)n, at_most);
		all += newly;
	} while (newly);
	free(at_most);
	return all;
}

double
fb_n_eff(const double *w, size_t n)
{
	double sum = 0, sq = 0;

	for (size_t i = 0; i < n; i++) {
		sum += w[i];
		sq += w[i] * w[i];
	}
	return sum * sum / sq;
}

double
fb_deff(const double *w, size_t n)
{
	return (double)n / fb_n_eff(w, n);
}
