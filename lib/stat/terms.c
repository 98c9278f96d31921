/* terms.c - log odds with a prior, and the likelihood ratio of a term. */
#include <math.h>

#include "stat/terms.h"

struct fb_log_odds
fb_log_odds(double a, double a_all, double b, double b_all, double alpha,
    double alpha_all)
{
	double x = a + alpha, y = b + alpha;
	double delta = log(x / (a_all + alpha_all - x)) -
	    log(y / (b_all + alpha_all - y));

	return (struct fb_log_odds){ delta, delta / sqrt(1 / x + 1 / y) };
}

/* One cell of the table: seen times the logarithm of seen over expected. */
static double
surprise(double seen, double row, double column, double n)
{
	return seen > 0 ? seen * log(seen * n / (row * column)) : 0;
}

static double
sign(double a, double n_a, double b, double n_b)
{
	double d = a * n_b - b * n_a;

	return d > 0 ? 1 : d < 0 ? -1 : 0;
}

double
fb_term_g2(double a, double n_a, double b, double n_b)
{
	double n = n_a + n_b, with = a + b;
	double sum = surprise(a, n_a, with, n) + surprise(b, n_b, with, n) +
	    surprise(n_a - a, n_a, n - with, n) +
	    surprise(n_b - b, n_b, n - with, n);

	return sign(a, n_a, b, n_b) * fmax(2 * sum, 0);
}

double
fb_term_chi2(double a, double n_a, double b, double n_b)
{
	double n = n_a + n_b, with = a + b, d = a * n_b - b * n_a;
	double margins = n_a * n_b * with * (n - with);

	return margins > 0 ? sign(a, n_a, b, n_b) * n * d * d / margins : 0;
}
