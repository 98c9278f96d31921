/* special.c - the distributions behind the intervals and tests. */
#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#include "stat/special.h"

/* GSL ends the program on a domain error unless it is told not to. */
static void
calm(void)
{
	static bool done;

	if (!done)
		gsl_set_error_handler_off();
	done = true;
}

double
fb_normal_cdf(double z)
{
	return erfc(-z / sqrt(2)) / 2;
}

double
fb_normal_quantile(double p)
{
	calm();
	return p > 0 && p < 1 ? gsl_cdf_ugaussian_Pinv(p) : NAN;
}

double
fb_normal_two(double z)
{
	return erfc(fabs(z) / sqrt(2));
}

double
fb_t_quantile(double p, double df)
{
	calm();
	return p > 0 && p < 1 && df > 0 ? gsl_cdf_tdist_Pinv(p, df) : NAN;
}

double
fb_t_two(double t, double df)
{
	calm();
	return df > 0 ? 2 * gsl_cdf_tdist_Q(fabs(t), df) : NAN;
}

double
fb_chisq_upper(double x, double df)
{
	calm();
	return df > 0 ? gsl_cdf_chisq_Q(x, df) : NAN;
}

/* By bisection: GSL's own inverse fails for lopsided a and b. */
double
fb_beta_quantile(double p, double a, double b)
{
	double lo = 0, hi = 1, mid = 0.5;

	calm();
	if (!(p >= 0 && p <= 1 && a > 0 && b > 0))
		return NAN;
	while (mid > lo && mid < hi) {
		double below = gsl_cdf_beta_P(mid, a, b);

		if (isnan(below))
			return NAN;
		if (below < p)
			lo = mid;
		else
			hi = mid;
		mid = lo + (hi - lo) / 2;
	}
	return mid;
}
