/* stat.c - intervals beside published values. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stat/interval.h"
#include "stat/special.h"
#include "stat/xmr.h"

/* got and want agree to within half a unit of the last printed digit. */
#define NEAR(got, want, half) \
	assert_true(fabs((got) - (want)) <= (half) * 1.0001)

static void
range(struct fb_interval i, double lo, double hi, double half)
{
	assert_true(i.ok);
	NEAR(i.lo, lo, half);
	NEAR(i.hi, hi, half);
}

/* Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3. */
static void
wilson_is_as_published(void **state)
{
	(void)state;
	range(fb_wilson95(81, 263), 0.2553, 0.3662, 5e-5);
	range(fb_wilson95(15, 148), 0.0624, 0.1605, 5e-5);
	range(fb_wilson95(0, 20), 0, 0.1611, 5e-5);
	range(fb_wilson95(1, 29), 0.0061, 0.1718, 5e-5);
	assert_true(fb_wilson95(0, 7).lo == 0);
	assert_true(fb_wilson95(7, 7).hi == 1);
	assert_false(fb_wilson95(0, 0).ok);
}

/* Fagerland, Lydersen and Laake, Statistics in Medicine 33 (2014) 2850-2875:
 * airway hyper-responsiveness, 7 worse and 1 better of 21. */
static void
nps_score_is_as_published(void **state)
{
	(void)state;
	range(fb_nps_score95(7, 13, 1), -0.517, -0.026, 5e-4);
	assert_false(fb_nps_score95(0, 0, 0).ok);
}

static void
nps_interval_keeps_width_and_range(void **state)
{
	(void)state;
	for (int n = 1; n <= 400; n++) {
		struct fb_interval d = fb_nps_score95(n, 0, 0);
		struct fb_interval p = fb_nps_score95(0, 0, n);
		struct fb_interval m = fb_nps_score95(0, n, 0);

		assert_true(d.lo == -1 && d.hi > -1 && d.hi < 1);
		assert_true(p.hi == 1 && p.lo < 1 && p.lo > -1);
		assert_true(m.lo < 0 && m.hi > 0);
		NEAR(d.hi, -p.lo, 1e-12);
		NEAR(m.hi, -m.lo, 1e-12);
	}
}

/* ln of n! for the trinomial's weights. */
static double
log_factorial(int n)
{
	return lgamma(n + 1.0);
}

static double
trinomial(int n, int d, int p, double qd, double qp)
{
	int m = n - d - p;
	double qm = fmax(1 - qd - qp, 0);

	if ((d && qd <= 0) || (p && qp <= 0) || (m && qm <= 1e-12))
		return 0;
	return exp(log_factorial(n) - log_factorial(d) - log_factorial(p) -
	    log_factorial(m) + (d ? d * log(qd) : 0) + (p ? p * log(qp) : 0) +
	    (m ? m * log(qm) : 0));
}

/* The chance that the interval of n answers holds the true NPS. */
static double
coverage(int n, struct fb_interval (*limits)[51], double qd, double qp)
{
	double sum = 0;

	for (int d = 0; d <= n; d++)
		for (int p = 0; d + p <= n; p++) {
			struct fb_interval i = limits[d][p];

			if (i.lo - 1e-12 <= qp - qd && qp - qd <= i.hi + 1e-12)
				sum += trinomial(n, d, p, qd, qp);
		}
	return sum;
}

static void
nps_interval_covers_the_truth(void **state)
{
	static const int sizes[] = { 5, 10, 20, 50 };
	static struct fb_interval limits[51][51];

	(void)state;
	for (size_t s = 0; s < 4; s++) {
		int n = sizes[s];
		double mean = 0, cells = 0;

		for (int d = 0; d <= n; d++)
			for (int p = 0; d + p <= n; p++)
				limits[d][p] = fb_nps_score95(d, n - d - p, p);
		for (int d = 1; d < 20; d++)
			for (int p = 1; d + p < 20; p++, cells++) {
				double c = coverage(n, limits, d / 20.0,
				    p / 20.0);

				assert_true(c >= 0.92);
				mean += c;
			}
		mean /= cells;
		assert_true(mean > 0.95 && mean < 0.99);
	}
}

static void
large_values_do_not_cancel(void **state)
{
	fb_i128 x = 999999999999999937, n = 3;
	struct fb_sums s = { 3, n * x, n * x * x + 2 };
	struct fb_sums same = { 3, n * x, n * x * x };

	(void)state; /* x - 1, x, x + 1 */
	assert_true(fb_sums_ss(&s) == 2 && fb_sums_spread(&s) == 1);
	assert_true(fb_sums_ss(&same) == 0 && !fb_mean_t95(&same).ok);
	s = (struct fb_sums){ 4, -10, 30 }; /* -1 -2 -3 -4 */
	assert_true(fb_sums_ss(&s) == 5 && fb_sums_mean(&s) == -2.5);
	s = (struct fb_sums){ 1, 7, 49 };
	assert_true(!fb_mean_t95(&s).ok && fb_sums_spread(&s) == 0);
	assert_true(isnan(fb_sums_mean(&(struct fb_sums){0})));
}

/* Sign-test tables: Conover, Practical Nonparametric Statistics, n = 20. */
static void
median_ranks_are_as_published(void **state)
{
	uint64_t lo, hi;

	(void)state;
	assert_true(fb_median_ranks(20, &lo, &hi));
	assert_true(lo == 6 && hi == 15);
	for (uint64_t n = 0; n < 6; n++)
		assert_false(fb_median_ranks(n, &lo, &hi));
	assert_true(fb_median_ranks(1000000000, &lo, &hi));
	NEAR((double)lo, 5e8 - 0.5 * 1.959964 * sqrt(1e9), 1);
	assert_true(lo + hi == 1000000001);
}

/* NIST/SEMATECH e-Handbook, 6.3.2.2: flow rate, limits with 3 / 1.128. */
static void
normal_range_is_as_published(void **state)
{
	static const double flow[] = {
		49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1,
	};
	double gap[] = { 1, NAN, 3 };

	(void)state;
	range(fb_xmr(flow, 10), 45.8159, 55.8041, 2e-3);
	assert_false(fb_xmr(flow, 1).ok);
	assert_false(fb_xmr(gap, 3).ok);
}

static void
outside_the_domain_is_not_a_number(void **state)
{
	(void)state;
	assert_true(isnan(fb_normal_quantile(0)));
	assert_true(isnan(fb_normal_quantile(1.5)));
	assert_true(isnan(fb_t_quantile(0.975, 0)));
	assert_true(isnan(fb_chisq_upper(1, -1)));
	assert_true(isnan(fb_beta_quantile(0.5, 0, 1)));
	assert_true(fb_chisq_upper(0, 3) == 1 && fb_t_two(0, 3) == 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wilson_is_as_published),
		cmocka_unit_test(nps_score_is_as_published),
		cmocka_unit_test(nps_interval_keeps_width_and_range),
		cmocka_unit_test(nps_interval_covers_the_truth),
		cmocka_unit_test(large_values_do_not_cancel),
		cmocka_unit_test(median_ranks_are_as_published),
		cmocka_unit_test(normal_range_is_as_published),
		cmocka_unit_test(outside_the_domain_is_not_a_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
