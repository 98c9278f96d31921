/* breaks.c - where a level changes, and what is noise. */
#include <math.h>

#include "helper.h"

#include "stat/limits.h"

static const double share[FB_CLASSES] = { 0, 1 };
static const double nps[FB_CLASSES] = { -100, 0, 100 };

static void
the_break_is_where_the_share_falls(void **state)
{
	const struct fb_split v[] = { {{80,20}}, {{79,21}}, {{81,19}}, {{80,20}},
		{{91,9}}, {{90,10}}, {{89,11}} };
	struct fb_break b = fb_break(v, 7);

	(void)state;
	assert_int_equal(b.at, 4);
	/* 80 of 400 and 30 of 300 against 110 of 700, by logs of hand. */
	assert_true(fabs(b.gain - (80 * log(.2) + 320 * log(.8) + 30 * log(.1) +
	    270 * log(.9) - 110 * log(11 / 70.) - 590 * log(59 / 70.))) < 1e-9);
	assert_true(b.lo == 4 && b.hi <= 5);
	assert_int_equal(fb_break(v, 1).at, 0);
	assert_int_equal(fb_break(v, 0).at, 0);
}

/* The middle class alone changes: no sum of worths would show it. */
static void
a_break_of_three_classes_is_seen(void **state)
{
	const struct fb_split v[] = { {{30,40,30}}, {{31,38,31}}, {{29,42,29}},
		{{45,10,45}}, {{44,12,44}}, {{46,8,46}} };

	(void)state;
	assert_int_equal(fb_break(v, 6).at, 3);
}

static void
periods_without_answers_change_nothing(void **state)
{
	const struct fb_split v[] = { {{8,2}}, {{0,0}}, {{9,1}}, {{2,8}}, {{1,9}},
		{{0,0}} };
	const struct fb_split w[] = { {{8,2}}, {{9,1}}, {{2,8}}, {{1,9}} };
	const struct fb_split none[] = { {{0,0}}, {{0,0}} };

	(void)state;
	assert_int_equal(fb_break(v, 6).at, 3);
	assert_true(fabs(fb_break(v, 6).gain - fb_break(w, 4).gain) < 1e-12);
	assert_int_equal(fb_break(none, 2).at, 0);
}

/* Of the 20 orders of three high and three low periods, two part them. */
static void
shuffled_periods_give_the_chance(void **state)
{
	const struct fb_split v[] = { {{20,80}}, {{20,80}}, {{20,80}}, {{80,20}},
		{{80,20}}, {{80,20}} };
	const struct fb_split same[] = { {{5,5}}, {{5,5}}, {{5,5}}, {{5,5}} };
	struct fb_orders *o = fb_zalloc(1, sizeof *o);

	(void)state;
	fb_orders_make(o);
	assert_true(fabs(fb_break_p(o, v, 6, fb_break(v, 6).gain) - .1) < .03);
	assert_true(fb_break_p(o, same, 4, 0) == 1);
	free(o);
}

/* Of every 64 places each holds each period about as often: 1999/64 = 31. */
static void
orders_are_fair(void **state)
{
	struct fb_orders *o = fb_zalloc(1, sizeof *o);
	unsigned count[FB_BREAK_MAX][FB_BREAK_MAX] = {0};
	double chisq = 0, want = (double)FB_BREAK_SHUFFLES / FB_BREAK_MAX;

	(void)state;
	fb_orders_make(o);
	for (size_t i = 0; i < FB_BREAK_SHUFFLES; i++)
		for (size_t k = 0; k < FB_BREAK_MAX; k++)
			count[k][o->of[i][k]]++;
	for (size_t i = 0; i < FB_BREAK_MAX; i++)
		for (size_t k = 0; k < FB_BREAK_MAX; k++)
			chisq += (count[i][k] - want) * (count[i][k] - want) / want;
	/* 63 x 63 degrees of freedom: four standard deviations */
	assert_true(fabs(chisq - 3969) < 4 * sqrt(2 * 3969.));
	free(o);
}

static void
limits_are_of_the_noise_there_is(void **state)
{
	/* One standard deviation up and down in turn: the moving range is 2. */
	const struct fb_split v[] = { {{55,45}}, {{45,55}}, {{55,45}}, {{45,55}} };
	const struct fb_split n[] = { {{2,6,2}}, {{2,6,2}} };
	struct fb_laney l = fb_laney(v, 4, share), same = fb_laney(n, 2, nps);

	(void)state;
	assert_true(fabs(l.mean - .5) < 1e-12 && fabs(l.sd - .5) < 1e-12);
	assert_true(fabs(l.sigma_z - 2 / 1.128) < 1e-12);
	assert_true(fabs(fb_laney_limit(&l, 100, 3) - (.5 + .15 * l.sigma_z)) < 1e-12);
	assert_true(fb_laney_limit(&l, 1, 3) == 1 && fb_laney_limit(&l, 1, -3) == 0);
	/* mean 0, squares 40 of 100 x 100 */
	assert_true(same.mean == 0 && fabs(same.sd - sqrt(4000)) < 1e-9);
	assert_true(same.sigma_z == 0 && fb_laney_limit(&same, 10, 3) == 0);
	assert_true(same.lo == -100 && same.hi == 100);
}

static unsigned
rules(const uint64_t *yes, size_t n)
{
	struct fb_split v[FB_BREAK_MAX];
	struct fb_laney l;

	for (size_t i = 0; i < n; i++)
		v[i] = (struct fb_split){ { 100 - yes[i], yes[i] } };
	l = fb_laney(v, n, share);
	return fb_nelson(&l, v, n, share);
}

static void
runs_are_told_by_nelsons_rules(void **state)
{
	static const uint64_t quiet[] = { 50, 52, 49, 51, 50, 48, 51 };
	static const uint64_t leap[] = { 50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 60 };
	static const uint64_t side[] = { 40, 41, 40, 52, 53, 52, 53, 52, 53, 52, 53,
	    52 };
	static const uint64_t eight[] = { 40, 41, 40, 40, 52, 53, 52, 53, 52, 53,
	    52, 53 };
	static const uint64_t rise[] = { 50, 44, 46, 48, 50, 52, 54 };
	static const uint64_t halt[] = { 50, 44, 46, 46, 48, 50, 52 };

	(void)state;
	assert_int_equal(rules(quiet, 7), 0);
	assert_int_equal(rules(leap, 11) & 1, 1);
	assert_int_equal(rules(side, 12) & 2, 2);
	assert_int_equal(rules(eight, 12) & 2, 0);
	assert_int_equal(rules(rise, 7) & 4, 4);
	assert_int_equal(rules(halt, 7) & 4, 0);
	assert_int_equal(rules(rise, 1), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_break_is_where_the_share_falls),
		cmocka_unit_test(a_break_of_three_classes_is_seen),
		cmocka_unit_test(periods_without_answers_change_nothing),
		cmocka_unit_test(shuffled_periods_give_the_chance),
		cmocka_unit_test(orders_are_fair),
		cmocka_unit_test(limits_are_of_the_noise_there_is),
		cmocka_unit_test(runs_are_told_by_nelsons_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
