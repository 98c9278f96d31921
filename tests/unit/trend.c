/* trend.c - shares that slide, and when. */
#include <math.h>

#include "helper.h"

#include "stat/trend.h"

/* Complete response by dose, 5 groups of 10 as a textbook has it: 1, 3, 5, 6, 8.
 * By hand: p = 23/50, slope sum = 17, variance p q (550 - 150^2/50) = 24.84. */
static void
the_trend_by_hand(void **state)
{
	const struct fb_part_of v[] = { {1,10}, {3,10}, {5,10}, {6,10}, {8,10} };
	struct fb_trend t = fb_trend_shares(v, 5);

	(void)state;
	assert_true(fabs(t.z - 17 / sqrt(24.84)) < 1e-12);
	assert_true(isnan(t.p)); /* five periods are too few */
}

static void
noise_between_periods_widens(void **state)
{
	const struct fb_part_of calm[] = { {60,100}, {55,100}, {50,100},
		{45,100}, {40,100}, {35,100} };
	const struct fb_part_of wild[] = { {80,100}, {30,100}, {60,100},
		{40,100}, {50,100}, {25,100} };
	struct fb_trend a = fb_trend_shares(calm, 6);
	struct fb_trend b = fb_trend_shares(wild, 6);

	(void)state;
	assert_true(a.phi == 1 && a.t == a.z && a.p < 0.01);
	assert_true(b.phi > 5 && b.p > 0.05);
}

static void
numbers_slide_too(void **state)
{
	struct fb_part_of v[8];

	(void)state;
	for (size_t i = 0; i < 8; i++)
		v[i] = (struct fb_part_of){ 900 - 60 * i, 1 };
	assert_true(fb_trend_counts(v, 8).p < 1e-4);
	for (size_t i = 0; i < 8; i++)
		v[i].x = 900 + 60 * i;
	assert_true(fb_trend_counts(v, 8).p > 0.9999);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_trend_by_hand),
		cmocka_unit_test(noise_between_periods_widens),
		cmocka_unit_test(numbers_slide_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
