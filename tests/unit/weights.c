/* weights.c - weights, chances by size and fit, on cases worked by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stat/pps.h"
#include "stat/represent.h"
#include "stat/weights.h"

#define NEAR(got, want) assert_true(fabs((got) - (want)) < 1e-9)

static void
post_stratified_weights_sum_to_the_targets(void **state)
{
	double w[] = { 1, 3, 5, 2 }, target[] = { 40, 10 };
	const size_t cat[] = { 0, 0, 1, FB_NO_CATEGORY };
	struct fb_margin m = { cat, target, 2 };

	(void)state;
	fb_post_stratify(w, 4, &m);
	NEAR(w[0], 10);
	NEAR(w[1], 30);
	NEAR(w[2], 10);
	NEAR(w[3], 2);
}

/* A 2 x 2 table with odds ratio 4 fitted to even margins: the odds ratio
 * stays, so the diagonal cells are 2/3 of their row. */
static void
raking_fits_margins_and_keeps_odds_ratios(void **state)
{
	double w[] = { 4, 1, 1, 1 }, rows[] = { 30, 30 }, cols[] = { 30, 30 };
	const size_t row[] = { 0, 0, 1, 1 }, col[] = { 0, 1, 0, 1 };
	struct fb_margin m[] = { { row, rows, 2 }, { col, cols, 2 } };

	(void)state;
	assert_true(fb_rake(w, 4, m, 2));
	for (int i = 0; i < 4; i++)
		assert_true(fabs(w[i] - (i == 0 || i == 3 ? 20 : 10)) < 1e-7);
	assert_true(fb_margin_error(w, 4, m, 2) < 1e-10);
}

static void
margins_that_contradict_do_not_converge(void **state)
{
	double w[] = { 1, 1 }, a[] = { 10, 20 }, b[] = { 20, 10 };
	const size_t cat[] = { 0, 1 };
	struct fb_margin m[] = { { cat, a, 2 }, { cat, b, 2 } };

	(void)state;
	assert_false(fb_rake(w, 2, m, 2));
}

static void
a_silent_category_is_marked_and_its_share_told(void **state)
{
	double target[] = { 60, 40, 100, 0 };
	const size_t cat[] = { 0, 2, 2 };
	struct fb_margin m = { cat, target, 4 };
	bool silent[4];

	(void)state;
	NEAR(fb_cover(&m, 3, silent), 0.8);
	assert_true(silent[1]);
	assert_false(silent[0] || silent[2] || silent[3]);
	NEAR(target[0], 75);
	NEAR(target[1], 0);
	NEAR(target[2], 125);
}

/* Mean 4, cap 8: 14 gives 6 to three, 2 each; 7 then is 9 and gives 1 more. */
static void
trimming_moves_the_excess_and_keeps_the_sum(void **state)
{
	double w[] = { 14, 7, 1, 1, 1, 0 };

	(void)state;
	assert_int_equal(fb_trim(w, 6, 2), 2);
	NEAR(w[0], 8);
	NEAR(w[1], 8);
	NEAR(w[2] + w[3] + w[4] + w[5], 8);
	NEAR(w[2] - w[5], 1);
}

static void
the_design_effect_is_one_plus_the_squared_variation(void **state)
{
	const double w[] = { 1, 3 }, even[] = { 2, 2, 2 };

	(void)state;
	NEAR(fb_deff(w, 2), 1.25);
	NEAR(fb_n_eff(w, 2), 1.6);
	NEAR(fb_deff(even, 3), 1);
	assert_true(isnan(fb_deff(w, 0)));
}

static void
the_largest_are_taken_one_by_one(void **state)
{
	const uint64_t x[] = { 120, 34, 10, 10 };
	struct fb_pps p = fb_pps_certain(x, 3, 184, 3, 1);

	(void)state;
	assert_int_equal(p.taken, 2);
	assert_int_equal(p.left, 1);
	NEAR(fb_pps_chance(&p, 10), 1.0 / 3);
	p = fb_pps_certain(x + 2, 2, 20, 5, 1);
	assert_int_equal(p.taken, 2);
}

static void
small_categories_are_pooled_from_the_smallest(void **state)
{
	struct fb_category c[] = { { FB_LIT("a"), 40, 4 }, { FB_LIT("b"), 900, 88 },
	    { FB_LIT("c"), 40, 5 }, { FB_LIT("d"), 40, 3 } };
	struct fb_chisq x;

	(void)state;
	assert_int_equal(fb_pool_small(c, 4), 2);
	assert_int_equal(c[0].size, 120);
	NEAR(c[0].drawn, 12);
	x = fb_fit_chisq(c, 2);
	assert_int_equal(x.df, 1);
	assert_true(x.p > 0.5 && x.p < 1);
	assert_int_equal(fb_pool_small(c, 1), 1);
	assert_true(isnan(fb_fit_chisq(c, 1).p));
}

/* 6 of 60 and 54 of 540 have the shares of the frame: no distance at all. */
static void
equal_shares_are_no_distance(void **state)
{
	const struct fb_category c[] = { { FB_LIT("a"), 60, 6 },
	    { FB_LIT("b"), 540, 54 } };
	const struct fb_category all[] = { { FB_LIT("a"), 6, 6 },
	    { FB_LIT("b"), 54, 54 } };

	(void)state;
	NEAR(fb_total_variation(c, 2), 0);
	NEAR(fb_fit_chisq(c, 2).p, 1);
	assert_true(fb_luck_variation(c, 2, 60) > 0.02);
	NEAR(fb_luck_variation(all, 2, 60), 0);
	assert_true(isnan(fb_fit_chisq(all, 2).p));
	assert_true(isnan(fb_total_variation(c, 0)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(post_stratified_weights_sum_to_the_targets),
		cmocka_unit_test(raking_fits_margins_and_keeps_odds_ratios),
		cmocka_unit_test(margins_that_contradict_do_not_converge),
		cmocka_unit_test(a_silent_category_is_marked_and_its_share_told),
		cmocka_unit_test(trimming_moves_the_excess_and_keeps_the_sum),
		cmocka_unit_test(the_design_effect_is_one_plus_the_squared_variation),
		cmocka_unit_test(the_largest_are_taken_one_by_one),
		cmocka_unit_test(small_categories_are_pooled_from_the_smallest),
		cmocka_unit_test(equal_shares_are_no_distance),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
