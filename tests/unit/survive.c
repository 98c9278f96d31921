/* survive.c - times with open cases, and histograms that add up. */
#include <math.h>

#include "helper.h"

#include "stat/hist.h"
#include "stat/survive.h"

/* Weeks of remission of acute leukemia patients: the placebo group, and the
 * group under 6-mercaptopurine with its censored ones. Medians 8 and 23, log
 * rank chi-square 16.79: E. A. Gehan, Biometrika 52 (1965) 203-223; D. R. Cox
 * and D. Oakes, Analysis of Survival Data (1984), table 1.1. */
static const int placebo[] = { 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11,
	12, 12, 15, 17, 22, 23 };
static const int treated[] = { 6, 6, 6, 7, 10, 13, 16, 22, 23 };
static const int censored[] = { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 };

static struct fb_hist
hist(const int *v, size_t n)
{
	struct fb_hist h = {0};

	for (size_t i = n; i-- > 0; )
		fb_hist_add(&h, v[i], 1);
	fb_hist_settle(&h);
	return h;
}

#define HIST(v) hist(v, sizeof v / sizeof *v)

static void
the_medians_of_gehan(void **state)
{
	struct fb_hist a = HIST(placebo), b = HIST(treated), c = HIST(censored);
	struct fb_cases one = { a.v, NULL, a.n, 0 };
	struct fb_cases two = { b.v, c.v, b.n, c.n };
	struct fb_change change = fb_change_cases(&one, &two);

	(void)state;
	assert_true(fb_km_median(&one).value == 8);
	assert_true(fb_km_median(&two).value == 23);
	assert_true(change.diff == 15);
	assert_true(fabs(change.p - erfc(sqrt(16.79 / 2))) < 1e-6);
	fb_hist_release(&a);
	fb_hist_release(&b);
	fb_hist_release(&c);
}

static void
a_median_that_is_not_reached(void **state)
{
	static const int few[] = { 3 };
	struct fb_hist a = HIST(few), b = HIST(censored);
	struct fb_cases c = { a.v, b.v, a.n, b.n };

	(void)state;
	assert_false(fb_km_median(&c).ok);
	assert_true(isnan(fb_change_cases(&c, &c).diff));
	fb_hist_release(&a);
	fb_hist_release(&b);
}

/* 200,000 values, many too many, in three ways. */
static int64_t
value(size_t i)
{
	return (int64_t)((i * 2654435761u) % 1000003) * 977 - 90000000;
}

static void
same_of_all_orders(enum fb_hist_rule rule)
{
	struct fb_hist one = { .rule = rule }, part[3] = {
		{ .rule = rule }, { .rule = rule }, { .rule = rule } };
	const size_t n = 200000;

	for (size_t i = 0; i < n; i++)
		fb_hist_add(&one, value(i), 1);
	for (size_t i = n; i-- > 0; )
		fb_hist_add(&part[i % 7 ? i % 2 : 2], value(i), 1);
	for (size_t p = 0; p < 3; p++)
		fb_hist_settle(&part[p]);
	for (size_t p = 1; p < 3; p++) {
		if (part[p].coarse)
			fb_hist_coarsen(&part[0]);
		for (size_t i = 0; i < part[p].n; i++)
			fb_hist_add(&part[0], part[p].v[i].value, part[p].v[i].n);
	}
	fb_hist_settle(&part[0]);
	fb_hist_settle(&one);
	assert_true(one.coarse && part[0].coarse);
	assert_int_equal(one.n, part[0].n);
	assert_memory_equal(one.v, part[0].v, one.n * sizeof *one.v);
	fb_hist_release(&one);
	for (size_t p = 0; p < 3; p++)
		fb_hist_release(&part[p]);
}

static void
histograms_add_up_in_any_order(void **state)
{
	(void)state;
	same_of_all_orders(FB_HIST_WIDTHS);
	same_of_all_orders(FB_HIST_HOURS);
	same_of_all_orders(FB_HIST_SMALLEST);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_medians_of_gehan),
		cmocka_unit_test(a_median_that_is_not_reached),
		cmocka_unit_test(histograms_add_up_in_any_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
