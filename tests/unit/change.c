/* change.c - tests of change and their adjustment beside published values. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stat/adjust.h"
#include "stat/change.h"
#include "stat/exact.h"
#include "stat/special.h"

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

/* Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10. */
static void
change_of_shares_is_as_published(void **state)
{
	struct fb_change c = fb_change_shares(48, 80, 56, 70);

	(void)state;
	NEAR(c.lo, 0.0524, 5e-5);
	NEAR(c.hi, 0.3339, 5e-5);
	assert_string_equal(c.method, "pooled_z");
	c = fb_change_shares(3, 10, 9, 10);
	NEAR(c.lo, 0.1705, 5e-5);
	NEAR(c.hi, 0.8090, 5e-5);
	c = fb_change_shares(0, 29, 5, 56);
	NEAR(c.lo, -0.0381, 5e-5);
	NEAR(c.hi, 0.1926, 5e-5);
	assert_string_equal(c.method, "fisher");
}

/* Fisher, The Design of Experiments (1935): the lady tasting tea, 34/70; and
 * Statistical Methods (1925): criminal twins, one tail 619/1330665. */
static void
fisher_is_as_published(void **state)
{
	(void)state;
	NEAR(fb_fisher_p(3, 4, 1, 4), 34.0 / 70, 1e-14);
	NEAR(fb_fisher_p(10, 13, 2, 17), 0.0005367, 5e-8);
	NEAR(fb_fisher_p(0, 9, 0, 15), 1, 1e-15);
	NEAR(fb_binomial_p(8, 10, 0.5), 112.0 / 1024, 1e-14);
	NEAR(fb_hypergeometric_le(2, 17, 12, 30), 619.0 / 1330665, 1e-15);
}

/* Of ten letters none is negative, when 300 of 1,000 are: the product of
 * (700 - i) / (1000 - i). */
static void
one_tail_is_exact(void **state)
{
	double p = 1;

	(void)state;
	for (int i = 0; i < 10; i++)
		p *= (700.0 - i) / (1000 - i);
	NEAR(fb_hypergeometric_le(0, 10, 300, 1000), p, 1e-14);
	NEAR(fb_hypergeometric_le(0, 10, 300, 1000), 0.0277, 5e-5);
	NEAR(fb_hypergeometric_le(10, 10, 300, 1000), 1, 1e-14);
	NEAR(fb_hypergeometric_le(0, 0, 3, 10), 1, 0);
	NEAR(fb_hypergeometric_le(0, 10, 10, 10), 0, 0);
	NEAR(fb_hypergeometric_le(3, 11, 3, 10), 1, 0);
	NEAR(fb_hypergeometric_le(1, 5, 10, 10), 0, 0);
}

static void
no_variance_is_no_change(void **state)
{
	struct fb_change c = fb_change_shares(5, 5, 9, 9);
	struct fb_sums three = { 4, 12, 36 }, five = { 4, 20, 100 };

	(void)state;
	assert_true(c.p == 1 && c.has_interval && c.diff == 0);
	c = fb_change_means(&three, &five);
	assert_true(c.p == 1 && !c.has_interval && c.diff == 2);
	c = fb_change_shares(0, 0, 1, 2);
	assert_true(isnan(c.diff) && c.p == 1 && !c.has_interval);
	assert_string_equal(c.method, "none");
}

/* Student, Biometrika 6 (1908): hours of sleep gained with two drugs, in
 * tenths; Welch limits as in every textbook since: -0.205 to 3.365, p .0794. */
static void
means_are_as_published(void **state)
{
	static const int drug[2][10] = {
		{ 7, -16, -2, -12, -1, 34, 37, 8, 0, 20 },
		{ 19, 8, 11, 1, -1, 44, 55, 16, 46, 34 },
	};
	struct fb_sums s[2] = {{0}};
	struct fb_change c;

	(void)state;
	for (int i = 0; i < 20; i++) {
		fb_i128 x = drug[i / 10][i % 10];

		s[i / 10].n++;
		s[i / 10].sum += x;
		s[i / 10].sq += x * x;
	}
	range(fb_mean_t95(&s[0]), -5.3, 20.3, 0.05); /* 7.5 +- 2.262 x 5.657 */
	c = fb_change_means(&s[0], &s[1]);
	NEAR(c.diff, 15.8, 1e-12);
	NEAR(c.lo, -2.054832, 5e-6);
	NEAR(c.hi, 33.654832, 5e-6);
	NEAR(c.p, 0.07939, 5e-6);
}

/* Hollander and Wolfe, Nonparametric Statistical Methods (1973), page 69:
 * permeability of placentas, U = 35. */
static void
rank_sum_is_as_published(void **state)
{
	static const struct fb_bin b[] = {
		{ 73, 1, 0 }, { 74, 0, 1 }, { 80, 1, 0 }, { 83, 1, 0 },
		{ 88, 0, 1 }, { 90, 0, 1 }, { 104, 1, 0 }, { 115, 0, 1 },
		{ 121, 0, 1 }, { 138, 1, 0 }, { 145, 1, 0 }, { 146, 1, 0 },
		{ 164, 1, 0 }, { 189, 1, 0 }, { 191, 1, 0 },
	};
	static const struct fb_bin tied[] = {{ 4, 9, 30 }};
	static const struct fb_bin fourfold[] = {{ 0, 3, 1 }, { 1, 1, 3 }};
	struct fb_ranks r = fb_rank_sum(b, 15);

	(void)state;
	assert_true(r.u1 == 35);
	NEAR(r.z, 10 / sqrt(200.0 / 3), 1e-14);
	assert_true(fb_change_medians(b, 15).diff == 90 - 141.5);
	assert_true(fb_rank_sum(tied, 1).p == 1);
	/* z^2 is (N - 1)/N of the fourfold table's chi-square, 2. */
	NEAR(fb_rank_sum(fourfold, 2).z, -sqrt(2 * 7 / 8.0), 1e-14);
	assert_string_equal(fb_change_medians(b, 1).method, "none");
}

/* E. B. Andersen, Scand. J. Statistics 4 (1977), lung cancer at 55 to 59:
 * Fredericia 11 of 800, three other cities 21 of 3011; R gives the ratio the
 * limits 0.858 and 4.277, and p .0797. */
static void
counts_are_as_published(void **state)
{
	struct fb_volume a = { 21, 3011 }, b = { 11, 800 }, none = { 0, 30 };
	struct fb_volume past[FB_PAST_MIN];
	struct fb_interval i = fb_rate_ratio95(a, b, NULL, 0);
	struct fb_change c = fb_change_counts(a, b, NULL, 0);

	(void)state;
	range(i, 0.8584, 4.2773, 5e-5);
	NEAR(c.p, 0.07967, 5e-6);
	assert_string_equal(c.method, "exact_poisson");
	assert_true(fb_change_counts(none, none, NULL, 0).p == 1);
	a = (struct fb_volume){ 1000000, 30 }; /* z is 2.1191 */
	b = (struct fb_volume){ 1003000, 30 };
	NEAR(fb_change_counts(a, b, NULL, 0).p, 0.034088, 1e-6);
	for (int k = 0; k < FB_PAST_MIN; k++)
		past[k] = (struct fb_volume){ k % 2 ? 150 : 50, 30 };
	NEAR(fb_dispersion(past, FB_PAST_MIN), 6 * 2500 / 100.0 / 5, 1e-12);
	c = fb_change_counts(past[0], past[1], past, FB_PAST_MIN);
	assert_string_equal(c.method, "quasi_poisson");
	NEAR(c.p, fb_normal_two(log(3) / sqrt(30 * 4 / 150.0)), 1e-14);
	assert_true(fb_change_counts(none, past[0], past, FB_PAST_MIN).p < 0.2);
	assert_true(fb_change_counts(none, none, past, FB_PAST_MIN).p == 1);
}

static void
limits_of_a_ratio_hold_at_any_size(void **state)
{
	(void)state;
	for (uint64_t k = 1; k < 1000000000; k *= 7)
		for (uint64_t m = 1; m < 1000000000; m *= 7) {
			struct fb_volume a = { k, 30 }, b = { m, 31 };
			struct fb_interval i = fb_rate_ratio95(a, b, NULL, 0);
			struct fb_interval o = fb_rate_ratio95(b, a, NULL, 0);
			double r = (double)m / 31 / ((double)k / 30);

			assert_true(i.ok && i.lo < r && r < i.hi);
			NEAR(i.lo * o.hi, 1, 1e-9);
			NEAR(i.hi * o.lo, 1, 1e-9);
		}
}

/* Benjamini and Hochberg (1995), section 3.2: 15 tests of thrombolysis, of
 * which four are rejected at .05. */
static void
bh_is_as_published(void **state)
{
	static const double p[] = {
		0.0344, 0.0001, 0.0095, 0.0019, 0.0201, 0.0278, 0.0298, 0.0004,
		0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
	};
	double q[15], two[] = { 0.04, NAN, 0.04, 0 };
	int found = 0;

	(void)state;
	fb_bh(p, q, 15);
	for (int i = 0; i < 15; i++) {
		found += q[i] <= 0.05;
		for (int j = 0; j < 15; j++)
			assert_true(p[i] < p[j] ? q[i] <= q[j] : 1);
	}
	assert_int_equal(found, 4);
	NEAR(q[2], 0.0095 * 15 / 4, 1e-15);
	fb_bh(two, two, 4);
	assert_true(two[0] == 0.04 && two[2] == 0.04 && two[3] == 0);
	assert_true(isnan(two[1]));
	fb_bh(NULL, NULL, 0);
}

/* By hand: 0 of 6 and 5 of 9 after the answers added. */
static void
change_of_nps_adds_answers(void **state)
{
	struct fb_nps a = { 1, 1, 1 }, b = { 0, 1, 5 }, none = {0};
	struct fb_change c = fb_change_nps(&a, &b);

	(void)state;
	NEAR(c.diff, 5.0 / 6, 1e-15);
	NEAR(c.p, fb_normal_two(5 / 9.0 / sqrt(3.5 / 36 + 33.5 / 729)), 1e-14);
	assert_true(c.has_interval && c.lo < c.diff && c.diff < c.hi);
	assert_string_equal(fb_change_nps(&a, &none).method, "none");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(change_of_shares_is_as_published),
		cmocka_unit_test(fisher_is_as_published),
		cmocka_unit_test(one_tail_is_exact),
		cmocka_unit_test(no_variance_is_no_change),
		cmocka_unit_test(change_of_nps_adds_answers),
		cmocka_unit_test(means_are_as_published),
		cmocka_unit_test(rank_sum_is_as_published),
		cmocka_unit_test(counts_are_as_published),
		cmocka_unit_test(limits_of_a_ratio_hold_at_any_size),
		cmocka_unit_test(bh_is_as_published),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
