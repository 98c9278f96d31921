/* scan_rules.c - every rule of RFC 8259, the same in all three ways. */
#include "helper.h"

#include "record/scan.h"

struct row {
	fb_str value;
	bool ok;
};

#define YES(s) { TEXT(s), true }
#define NO(s) { TEXT(s), false }

static const struct row rows[] = {
	/* section 3: words are lower case and whole */
	YES("true"), YES("false"), YES("null"),
	NO("True"), NO("nul"), NO("nulll"), NO("truefalse"), NO("NaN"),
	NO("Infinity"), NO("undefined"), NO(""), NO("'a'"),
	/* section 2: blanks are space, tab, LF and CR */
	YES(" 7"), YES("7 \t\r\n"), YES("[ 1\t,\r2\n]"), YES("{ \"a\" : 1 }"),
	NO("[1,\v2]"), NO("[1,\f2]"), NO("\xc2\xa0" "1"), NO("\xe2\x80\x83" "1"),
	NO("/**/1"), NO("1//"), NO("#1"), NO("1\0"), NO("\0"),
	/* section 4: objects */
	YES("{}"), YES("{ }"), YES("{\"\":0}"), YES("{\"a\":1,\"a\":2}"),
	YES("{\"a\":{\"b\":[{}]}}"), YES("{\"\\u0061\":1}"),
	NO("{,}"), NO("{\"a\"}"), NO("{\"a\":}"), NO("{\"a\":1,}"),
	NO("{\"a\" 1}"), NO("{\"a\"::1}"), NO("{a:1}"), NO("{1:1}"),
	NO("{null:1}"), NO("{\"a\":1 \"b\":2}"), NO("{\"a\":1;\"b\":2}"),
	NO("{\"a\":1"), NO("{\"a\":"), NO("{\"a\""), NO("{\"a"), NO("{"),
	NO("{\"a\":1]"), NO("{\"a\":1}}"), NO("}"), NO("{\"a\":1,,\"b\":2}"),
	NO("{[]:1}"), NO("{\"a\":1},"),
	/* section 5: arrays */
	YES("[]"), YES("[ ]"), YES("[[],[[]],{}]"), YES("[1,\"a\",null,{}]"),
	NO("[,]"), NO("[1,]"), NO("[,1]"), NO("[1,,2]"), NO("[1 2]"),
	NO("[1"), NO("["), NO("]"), NO("[1}"), NO("[1]]"), NO("[1:2]"),
	NO("[\"a\":1]"), NO("[1][2]"), NO("[...]"),
	/* section 6: numbers */
	YES("0"), YES("-0"), YES("7"), YES("-12"), YES("0.5"), YES("-0.0"),
	YES("1e5"), YES("1E+5"), YES("1e-05"), YES("0e0"), YES("1.25e400"),
	YES("123456789012345678901234567890123456789012345678901234567890"),
	YES("0.1000000000000000000000000000000000000000000000000000000001"),
	NO("-"), NO("+1"), NO("00"), NO("01"), NO("-01"), NO("1."), NO(".5"),
	NO("-.5"), NO("1.e5"), NO("1e"), NO("1e+"), NO("1e5.0"), NO("1ee5"),
	NO("0x10"), NO("1_000"), NO("1,5"), NO("1 000"), NO("- 1"), NO("--1"),
	NO("1e5e5"), NO("1.2.3"), NO("\xef\xbc\x91"), NO("1a"), NO("$1"),
	/* section 7: strings */
	YES("\"\""), YES("\"a\""), YES("\"/\""), YES("\"\x7f\""),
	YES("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), YES("\"\\u00e9\\uABCD\\u0000\""),
	YES("\"\\ud83d\\ude00\""), YES("\"\\uD800\\uDC00\\uDBFF\\uDFFF\""),
	NO("\""), NO("\"a"), NO("a\""), NO("\"a\"b\""), NO("\"\\\""),
	NO("\"\\x41\""), NO("\"\\a\""), NO("\"\\'\""), NO("\"\\u12\""),
	NO("\"\\u12g4\""), NO("\"\\U0041\""), NO("\"\\u-123\""), NO("\"\\\0\""),
	NO("\"\t\""), NO("\"\n\""), NO("\"\0\""), NO("\"\x1f\""), NO("\"\\\n\""),
	NO("\"\\ud83d\""), NO("\"\\ude00\""), NO("\"\\ud83d\\ud83d\""),
	NO("\"\\ud83dx\""), NO("\"\\ud83d\\n\""), NO("\"\\ud83d\\u0041\""),
	NO("\"\\ude00\\ud83d\""), NO("\"\\ud83d\\ude0\""),
	/* section 8.1: UTF-8, all of it and nothing else */
	YES("\"\xc3\xa9\""), YES("\"\xe2\x82\xac\""), YES("\"\xf0\x9f\x98\x80\""),
	YES("\"\xef\xbf\xbf\""), YES("\"\xf4\x8f\xbf\xbf\""), YES("\"\xef\xbb\xbf\""),
	YES("\"\xed\x9f\xbf\xee\x80\x80\""),
	NO("\"\x80\""), NO("\"\xc3\""), NO("\"\xc3(\""), NO("\"\xe2\x82\""),
	NO("\"\xf0\x9f\x98\""), NO("\"\xc0\xaf\""), NO("\"\xc1\x81\""),
	NO("\"\xe0\x80\xaf\""), NO("\"\xf0\x8f\xbf\xbf\""), NO("\"\xed\xa0\x80\""),
	NO("\"\xf4\x90\x80\x80\""), NO("\"\xf8\x88\x80\x80\x80\""), NO("\"\xff\""),
	NO("\"\xfe\xff\""), NO("\xef\xbb\xbf" "1"),
};

static void
verdicts_of_values(void **state)
{
	(void)state;
	for (size_t w = 0; w < COUNT(ways); w++) {
		if (!fb_scan_use(ways[w])) {
			print_message("skipped: this processor has no %s\n", ways[w]);
			continue;
		}
		for (size_t i = 0; i < COUNT(rows); i++) {
			size_t at;
			const char *why = fb_scan_value(rows[i].value, &at);

			if (!why != rows[i].ok)
				fail_msg("%s, row %zu, '%s': %s", ways[w], i,
				    rows[i].value.p, why ? why : "accepted");
			assert_true(at <= rows[i].value.n);
		}
	}
	fb_scan_use("auto");
}

/* before, the row's value, behind: a line, and where the value is in it. */
static void
check_line(const struct row *row, fb_str before, fb_str behind)
{
	struct fb_buf line = {0};
	struct fb_rec rec = {0};
	const char *why;

	fb_buf_add(&line, before);
	fb_buf_add(&line, row->value);
	fb_buf_add(&line, behind);
	why = fb_scan(&rec, fb_buf_str(&line));
	if (!why != row->ok)
		fail_msg("'%s': %s", fb_buf_cstr(&line), why ? why : "accepted");
	assert_true(rec.bad_at <= line.n);
	if (!why)
		assert_text(fb_rec_get(&rec, FB_LIT("last")), FB_LIT("[0]"));
	fb_buf_release(&line);
	fb_rec_release(&rec);
}

/* Some wrong values are right ones in other surroundings: "1,5" in an array. */
static bool
alone_only(fb_str v)
{
	static const char *const some[] = { "1,5", "7 \t\r\n", "1}", "{\"a\":1}," };

	for (size_t i = 0; i < COUNT(some); i++)
		if (fb_str_eq(v, fb_cstr(some[i])))
			return true;
	return false;
}

static void
verdicts_of_lines(void **state)
{
	(void)state;
	for (size_t w = 0; w < COUNT(ways); w++) {
		if (!fb_scan_use(ways[w]))
			continue;
		for (size_t i = 0; i < COUNT(rows); i++) {
			if (alone_only(rows[i].value))
				continue;
			check_line(&rows[i], FB_LIT("{\"v\":"),
			    FB_LIT(",\"last\":[0]}"));
			check_line(&rows[i], FB_LIT("{\"first\":\"long enough to "
			    "be looked at in one step\",\"v\":[{\"x\":"),
			    FB_LIT("}],\"last\":[0]}"));
		}
	}
	fb_scan_use("auto");
}

static void
only_objects_are_lines(void **state)
{
	static const char *const no[] = { "", " ", "1", "[]", "\"a\"", "null",
	    "{}{}", "{},", "{} x", "x{}", "{\"a\":1}\"", "[{}]" };
	struct fb_rec rec = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(no); i++)
		assert_non_null(fb_scan(&rec, fb_cstr(no[i])));
	assert_null(fb_scan(&rec, FB_LIT(" \t{ } \r")));
	assert_text(rec.line, FB_LIT("{ }"));
	assert_int_equal(rec.n, 0);
	fb_rec_release(&rec);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(verdicts_of_values),
		cmocka_unit_test(verdicts_of_lines),
		cmocka_unit_test(only_objects_are_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
