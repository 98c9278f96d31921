/* num.c - numbers from text and to text. */
#include <math.h>

#include "helper.h"

#include "base/num.h"

struct milli {
	const char *text;
	int64_t value;
	bool rounded;
};

static const struct milli millis[] = {
	{ "0", 0, false }, { "-0", 0, false }, { "4", 4000, false },
	{ "-3.25", -3250, false }, { "1e2", 100000, false },
	{ "1E+2", 100000, false }, { "25e-1", 2500, false },
	{ "0.001", 1, false }, { "0.0001", 0, true }, { "0.0005", 1, true },
	{ "-0.0005", -1, true }, { "0.00049999999", 0, true },
	{ "0.00050000000", 1, true }, { "2.0015", 2002, true },
	{ "-2.0025", -2003, true }, { "2.0014999", 2001, true },
	{ "1.000000", 1000, false }, { "999999999999999.999", 999999999999999999, false },
	{ "-999999999999999.999", -999999999999999999, false },
	{ "0.33333333333333333333333333333333333333333333", 333, true },
	{ "100000000000000000000000000000000000e-33", 100000, false },
	{ "123456789012.345", 123456789012345, false },
	{ "999999999999999", 999999999999999000, false },
	{ "007.50", 7500, false }, { "00000000000000001", 1000, false },
	{ "1.0005", 1001, true }, { "-12345678901234.5", -12345678901234500, false },
	{ "0e999", 0, false }, { "1e-999", 0, true },
	{ "0.000000000000000000000000000000000000000001", 0, true },
};

static void
milli_rounds_half_away_from_zero(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(millis); i++) {
		int64_t v = -7;
		bool rounded = !millis[i].rounded;

		assert_null(fb_parse_milli(fb_cstr(millis[i].text), &v, &rounded));
		if (v != millis[i].value || rounded != millis[i].rounded)
			fail_msg("%s gives %lld, %d", millis[i].text,
			    (long long)v, rounded);
	}
}

static void
milli_refuses_the_rest(void **state)
{
	static const char *const bad[] = { "", "-", "+1", ".5", "1.", "1.2.3", "1-2", "1.e2",
	    "1e", "1e+", "1e+-5", "e5", "1 ", " 1", "1,5", "0x10", "nan", "inf",
	    "1000000000000000", "999999999999999.9995", "1e15", "1e400",
	    "99999999999999999999999999999999999999999" };
	int64_t v;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (!fb_parse_milli(fb_cstr(bad[i]), &v, NULL))
			fail_msg("'%s' gives %lld", bad[i], (long long)v);
}

static void
milli_is_written_short(void **state)
{
	static const struct milli rows[] = { { "0", 0, 0 }, { "4", 4000, 0 },
	    { "3.25", 3250, 0 }, { "-0.001", -1, 0 }, { "-0.5", -500, 0 },
	    { "0.01", 10, 0 }, { "-9223372036854775.808", INT64_MIN, 0 } };
	struct fb_buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		b.n = 0;
		fb_put_milli(&b, rows[i].value);
		assert_text(fb_buf_str(&b), fb_cstr(rows[i].text));
	}
	fb_buf_release(&b);
}

static void
integers_at_their_ends(void **state)
{
	uint64_t u;
	int64_t i;

	(void)state;
	assert_null(fb_parse_u64(FB_LIT("18446744073709551615"), &u));
	assert_true(u == UINT64_MAX);
	assert_non_null(fb_parse_u64(FB_LIT("18446744073709551616"), &u));
	assert_non_null(fb_parse_u64(FB_LIT("-1"), &u));
	assert_non_null(fb_parse_u64(FB_LIT(""), &u));
	assert_non_null(fb_parse_u64(FB_LIT("1\0"), &u));
	assert_null(fb_parse_i64(FB_LIT("-9223372036854775807"), &i));
	assert_true(i == -INT64_MAX);
	assert_non_null(fb_parse_i64(FB_LIT("9223372036854775808"), &i));
	assert_non_null(fb_parse_i64(FB_LIT("--1"), &i));
}

static void
doubles_are_decimal_and_finite(void **state)
{
	static const char *const bad[] = { "", "-", "nan", "inf", "-inf", "0x10",
	    "-0x10", "1e999", "1 ", "+1", ".5", "1,5", "1p3" };
	double d;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_non_null(fb_parse_double(fb_cstr(bad[i]), &d));
	assert_null(fb_parse_double(FB_LIT("-2.5e-3"), &d));
	assert_true(d == -0.0025);
}

static void
doubles_are_written_for_json(void **state)
{
	struct fb_buf b = {0};

	(void)state;
	fb_put_double(&b, -0.0);
	fb_buf_addc(&b, ' ');
	fb_put_double(&b, 1.0 / 3);
	fb_buf_addc(&b, ' ');
	fb_put_double(&b, 1e300);
	fb_buf_addc(&b, ' ');
	fb_put_double(&b, INFINITY);
	assert_text(fb_buf_str(&b), FB_LIT("0 0.3333333333 1e+300 null"));
	fb_buf_release(&b);
}

struct wide {
	const char *text;
	fb_i128 value;
};

static void
wide_integers_come_back(void **state)
{
	const fb_i128 max = (fb_i128)(((fb_u128)1 << 127) - 1);
	const struct wide rows[] = { { "0", 0 }, { "-1", -1 },
	    { "9007199254740992", (fb_i128)1 << 53 },
	    { "\"9007199254740993\"", ((fb_i128)1 << 53) + 1 },
	    { "\"-9007199254740993\"", -((fb_i128)1 << 53) - 1 },
	    { "\"170141183460469231731687303715884105727\"", max },
	    { "\"-170141183460469231731687303715884105728\"", -max - 1 } };
	struct fb_buf b = {0};
	fb_i128 v;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		b.n = 0;
		fb_put_i128(&b, rows[i].value);
		assert_text(fb_buf_str(&b), fb_cstr(rows[i].text));
		assert_null(fb_parse_i128(fb_buf_str(&b), &v));
		assert_true(v == rows[i].value);
	}
	assert_non_null(fb_parse_i128(
	    FB_LIT("170141183460469231731687303715884105728"), &v));
	assert_non_null(fb_parse_i128(FB_LIT("\"\""), &v));
	assert_non_null(fb_parse_i128(FB_LIT("1.0"), &v));
	fb_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(milli_rounds_half_away_from_zero),
		cmocka_unit_test(milli_refuses_the_rest),
		cmocka_unit_test(milli_is_written_short),
		cmocka_unit_test(integers_at_their_ends),
		cmocka_unit_test(doubles_are_decimal_and_finite),
		cmocka_unit_test(doubles_are_written_for_json),
		cmocka_unit_test(wide_integers_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
