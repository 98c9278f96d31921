/* curve.c - a curve that never swings over, and where it is low. */
#include <math.h>

#include "helper.h"

#include "chart/curve.h"

/* Point of a Bezier piece at t. */
static struct fb_point
along(const struct fb_point *p, double t)
{
	double a = (1 - t) * (1 - t) * (1 - t), b = 3 * (1 - t) * (1 - t) * t;
	double c = 3 * (1 - t) * t * t, d = t * t * t;

	return (struct fb_point){
	    a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
	    a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

/* Between two knots the curve moves one way only. */
static void
check_pieces(const struct fb_point *v, size_t n)
{
	struct fb_point path[64];

	fb_curve_path(v, n, path);
	assert_true(path[0].x == v[0].x && path[0].y == v[0].y);
	for (size_t i = 0; i + 1 < n; i++) {
		double way = v[i + 1].y >= v[i].y ? 1 : -1;
		struct fb_point last = v[i];

		assert_true(path[3 * i + 3].x == v[i + 1].x);
		assert_true(path[3 * i + 3].y == v[i + 1].y);
		for (int k = 1; k <= 50; k++) {
			struct fb_point p = along(path + 3 * i, k / 50.0);

			assert_true(way * (p.y - last.y) > -1e-9);
			assert_true(p.x > last.x);
			last = p;
		}
	}
}

static void
the_curve_never_swings_over(void **state)
{
	const struct fb_point spec[] = { {0, 4.1}, {1, 3.4}, {2, 4.5}, {3, 3.1},
		{4, 4.6}, {5, 2.9}, {6, 1.8}, {7, 4.2}, {8, 3.7} };
	const struct fb_point cliff[] = { {0, 0}, {1, 0}, {2, 100}, {9, 100},
		{10, 99} };
	const struct fb_point two[] = { {0, 1}, {5, -3} };
	unsigned roll = 7;

	(void)state;
	check_pieces(spec, 9);
	check_pieces(cliff, 5);
	check_pieces(two, 2);
	for (int round = 0; round < 200; round++) {
		struct fb_point v[8];

		for (int i = 0; i < 8; i++) {
			roll = roll * 1103515245 + 12345;
			v[i] = (struct fb_point){ i + (roll >> 16 & 7) / 10.0,
			    (double)(roll >> 20 & 255) };
		}
		check_pieces(v, 8);
	}
}

static void
a_straight_line_stays_straight(void **state)
{
	const struct fb_point v[] = { {0, 0}, {1, 2}, {2, 4}, {4, 8} };
	struct fb_point path[10];

	(void)state;
	fb_curve_path(v, 4, path);
	for (size_t i = 0; i < 10; i++)
		assert_true(fabs(path[i].y - 2 * path[i].x) < 1e-12);
}

static void
ticks_are_round_and_few(void **state)
{
	const double spans[][2] = { {0, 1}, {2.1, 2.9}, {-40, 7}, {0, 4812},
		{99.2, 99.9}, {5, 5}, {0, 0}, {-3, -3}, {1e9, 3e9}, {0, 1e-7} };

	(void)state;
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		struct fb_ticks t = fb_ticks_of(spans[i][0], spans[i][1]);
		int n = fb_ticks_count(t);

		assert_in_range(n, 2, 5);
		assert_true(t.lo <= spans[i][0] + t.step * 1e-6);
		assert_true(fb_tick_at(t, n - 1) >= spans[i][1] - t.step * 1e-6);
	}
	assert_true(fb_ticks_of(0, 1).step == 0.25);
	assert_true(fb_ticks_of(2, 97).step == 25);
}

/* A stage with an answer scale and a value; small ones have few answers. */
static struct fb_cell
cell(double value, const char *flag)
{
	struct fb_cell c = { .metric = FB_LIT("mean"), .has_value = true,
	    .value = value, .scale = { 1000, 5000, true } };

	if (flag)
		c.flags[c.nflags++] = fb_cstr(flag);
	return c;
}

static void
low_points_are_turns_the_deepest_first(void **state)
{
	static const double values[] = { 4.1, 3.4, 4.5, 3.1, 4.6, 2.9, 1.8, 4.2,
		3.7 };
	struct fb_report report = {0};
	struct fb_canvas cv = { .report = &report };
	struct fb_cell cells[9];
	struct fb_stage stages[9] = {{{0}, NULL}};
	struct fb_curve k = { .cv = &cv, .stages = { stages, 9, NULL },
	    .w = 90, .h = 100 };
	size_t at[9];

	(void)state;
	for (int i = 0; i < 9; i++) {
		cells[i] = cell(values[i], NULL);
		stages[i].cell = &cells[i];
	}
	assert_int_equal(fb_curve_lows(&k, at, 9), 3);
	assert_int_equal(at[0], 6);
	assert_int_equal(at[1], 3);
	assert_int_equal(at[2], 1);
	assert_int_equal(fb_curve_lows(&k, at, 2), 2);
	assert_int_equal(at[1], 3);
	cells[6] = cell(1.8, "small"); /* now 4.2 and 3.7 stand beside a gap */
	assert_int_equal(fb_curve_knots(&k.stages), 8);
	assert_int_equal(fb_curve_lows(&k, at, 9), 3);
	assert_int_equal(at[0], 5);
	for (int i = 0; i < 9; i++)
		cells[i].better = FB_LIT("down");
	assert_int_equal(fb_curve_lows(&k, at, 9), 2);
	assert_int_equal(at[0], 4);
}

static void
the_axis_shows_a_fair_part_of_the_scale(void **state)
{
	struct fb_report report = {0};
	struct fb_canvas cv = { .report = &report };
	struct fb_cell cells[2] = { cell(4.80, NULL), cell(4.85, NULL) };
	struct fb_stage stages[2] = { { {0}, &cells[0] }, { {0}, &cells[1] } };
	struct fb_curve k = { .cv = &cv, .stages = { stages, 2, NULL },
	    .w = 90, .h = 100 };

	(void)state;
	fb_curve_setup(&k);
	assert_true(k.axis.hi - k.axis.lo >= 1);
	assert_true(k.axis.hi <= 5);
	assert_true(isnan(k.neutral)); /* 3 is far below all of it */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_curve_never_swings_over),
		cmocka_unit_test(a_straight_line_stays_straight),
		cmocka_unit_test(ticks_are_round_and_few),
		cmocka_unit_test(low_points_are_turns_the_deepest_first),
		cmocka_unit_test(the_axis_shows_a_fair_part_of_the_scale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
