/* json.c - single JSON values, written and read. */
#include <math.h>

#include "helper.h"

#include "record/json.h"
#include "record/scan.h"

struct text {
	fb_str plain, written;
};

static const struct text texts[] = {
	{ TEXT(""), TEXT("\"\"") }, { TEXT("a b"), TEXT("\"a b\"") },
	{ TEXT("\"\\/"), TEXT("\"\\\"\\\\/\"") },
	{ TEXT("\b\f\n\r\t"), TEXT("\"\\b\\f\\n\\r\\t\"") },
	{ TEXT("\0\x01\x1f\x7f"), TEXT("\"\\u0000\\u0001\\u001f\x7f\"") },
	{ TEXT("caf\xc3\xa9 \xf0\x9f\x98\x80\""), TEXT("\"caf\xc3\xa9 \xf0\x9f\x98\x80\\\"\"") },
	{ TEXT("\xff\x80 caf\xc3\xa9\x7f"), TEXT("\"\xff\x80 caf\xc3\xa9\x7f\"") },
	{ TEXT("\"23456789"), TEXT("\"\\\"23456789\"") },
	{ TEXT("1234567\n9"), TEXT("\"1234567\\n9\"") },
	{ TEXT("\xc3\xa9\n\xc3\xa9"), TEXT("\"\xc3\xa9\\n\xc3\xa9\"") },
};

static void
text_there_and_back(void **state)
{
	struct fb_buf b = {0}, scratch = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		b.n = 0;
		fb_put_json(&b, texts[i].plain);
		assert_text(fb_buf_str(&b), texts[i].written);
		assert_text(fb_json_text(fb_buf_str(&b), &scratch), texts[i].plain);
	}
	fb_buf_release(&b);
	fb_buf_release(&scratch);
}

static void
every_byte_and_length_comes_back(void **state)
{
	struct fb_buf plain = {0}, b = {0}, scratch = {0};
	size_t at;

	(void)state;
	for (size_t length = 1; length < 80; length++)
		for (int c = 0; c < 0x80; c++) {
			size_t place = (size_t)(c * 31 + (int)length * 7);

			plain.n = b.n = 0;
			for (size_t i = 0; i < length; i++)
				fb_buf_addc(&plain, 'x');
			plain.p[c % 2 ? place % length : length - 1] = (char)c;
			fb_put_json(&b, fb_buf_str(&plain));
			assert_null(fb_scan_value(fb_buf_str(&b), &at));
			assert_text(fb_json_text(fb_buf_str(&b), &scratch),
			    fb_buf_str(&plain));
		}
	fb_buf_release(&plain);
	fb_buf_release(&b);
	fb_buf_release(&scratch);
}

static void
what_values_say(void **state)
{
	static const struct text rows[] = {
		{ TEXT("12.50"), TEXT("12.50") }, { TEXT("true"), TEXT("true") },
		{ TEXT(""), TEXT("null") }, { TEXT("[1, 2]"), TEXT("[1, 2]") },
		{ TEXT("a/\xc3\xa9\xf0\x9f\x98\x80"),
		    TEXT("\"\\u0061\\/\\u00E9\\uD83D\\ude00\"") },
		{ TEXT("a\0b"), TEXT("\"a\\u0000b\"") },
		{ TEXT("null"), TEXT("\"null\"") },
	};
	struct fb_buf scratch = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_text(fb_json_text(rows[i].written, &scratch), rows[i].plain);
	assert_text(fb_json_text((fb_str){ NULL, 0 }, &scratch), FB_LIT(""));
	assert_true(fb_json_is(FB_LIT("\"\\u0061b\""), "ab"));
	assert_false(fb_json_is(FB_LIT("ab"), "ab"));
	assert_false(fb_json_is((fb_str){ NULL, 0 }, ""));
	assert_true(fb_json_key_is(FB_LIT("\\u0061b"), FB_LIT("ab")));
	assert_false(fb_json_key_is(FB_LIT("\\u0061b"), FB_LIT("\\u0061b")));
	fb_buf_release(&scratch);
}

static void
keys_are_put_with_their_commas(void **state)
{
	struct fb_buf b = {0};

	(void)state;
	fb_buf_addc(&b, '{');
	fb_put_text(&b, "a\"", FB_LIT("x\n"));
	fb_put_int(&b, "min", INT64_MIN);
	fb_put_est(&b, "e", 0.1 + 0.2);
	fb_put_est(&b, "nan", NAN);
	fb_put_key(&b, "o");
	fb_buf_addc(&b, '{');
	fb_put_int(&b, "z", -1);
	fb_buf_adds(&b, "}}");
	assert_text(fb_buf_str(&b), FB_LIT("{\"a\\\"\":\"x\\n\","
	    "\"min\":\"-9223372036854775808\",\"e\":0.3,\"nan\":null,"
	    "\"o\":{\"z\":-1}}"));
	fb_buf_release(&b);
}

static void
members_of_arrays_and_objects(void **state)
{
	static const char *const want[] = { "1", "\"a,]\\\"\"", "[2,[3]]",
	    "{\"k\":\"}\"}", "null", "-1e5" };
	struct fb_json it = fb_json_in(FB_LIT("[ 1,\"a,]\\\"\" , [2,[3]],"
	    "{\"k\":\"}\"}\t,null,-1e5 ]"));
	fb_str obj = FB_LIT("{\"a\" : {\"b\":[1]} , \"c,\":\"\\\\\",\"\\u0064\":4,"
	    "\"a\":5 }");

	(void)state;
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_true(fb_json_next(&it));
		assert_text(it.val, fb_cstr(want[i]));
		assert_int_equal(it.key.n, 0);
	}
	assert_false(fb_json_next(&it));
	it = fb_json_in(obj);
	assert_true(fb_json_next(&it));
	assert_text(it.key, FB_LIT("a"));
	assert_text(it.val, FB_LIT("{\"b\":[1]}"));
	assert_text(fb_json_get(obj, "c,"), FB_LIT("\"\\\\\""));
	assert_text(fb_json_get(obj, "d"), FB_LIT("4"));
	assert_text(fb_json_get(obj, "a"), FB_LIT("5"));
	assert_null(fb_json_get(obj, "b").p);
}

static void
what_is_no_container_has_no_members(void **state)
{
	static const char *const none[] = { "", "[]", "{}", "[ ]", "{\t}", "1",
	    "\"[1]\"", "null" };

	(void)state;
	for (size_t i = 0; i < COUNT(none); i++) {
		struct fb_json it = fb_json_in(fb_cstr(none[i]));

		assert_false(fb_json_next(&it));
	}
}

static void
numbers_in_and_out_of_quotes(void **state)
{
	int64_t i;
	double d;

	(void)state;
	assert_true(fb_json_int(FB_LIT("-42"), &i) && i == -42);
	assert_true(fb_json_int(FB_LIT("\"42\""), &i) && i == 42);
	assert_false(fb_json_int(FB_LIT("4.0"), &i));
	assert_false(fb_json_int(FB_LIT("9223372036854775808"), &i));
	assert_true(fb_json_double(FB_LIT("\"-2.5e1\""), &d) && d == -25.0);
	assert_false(fb_json_double(FB_LIT("1e999"), &d));
	assert_false(fb_json_double(FB_LIT("\"4 stars\""), &d));
	assert_false(fb_json_double(FB_LIT("true"), &d));
	assert_false(fb_json_double((fb_str){ NULL, 0 }, &d));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_there_and_back),
		cmocka_unit_test(every_byte_and_length_comes_back),
		cmocka_unit_test(what_values_say),
		cmocka_unit_test(keys_are_put_with_their_commas),
		cmocka_unit_test(members_of_arrays_and_objects),
		cmocka_unit_test(what_is_no_container_has_no_members),
		cmocka_unit_test(numbers_in_and_out_of_quotes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
