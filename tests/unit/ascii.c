/* ascii.c - there and back again. */
#include "helper.h"

#include "record/ascii.h"

struct pair {
	const char *line, *ascii;
};

static const struct pair pairs[] = {
	{ "", "" },
	{ "{\"a\":\"plain\\n\\u0041\\u007f\\\\u00e9\"}",
	    "{\"a\":\"plain\\n\\u0041\\u007f\\\\u00e9\"}" },
	{ "{\"\xc3\xa9\":\"\xe6\x9d\xb1\"}", "{\"\\u00e9\":\"\\u6771\"}" },
	{ "\"\xf0\x9f\x98\x80!\"", "\"\\ud83d\\ude00!\"" },
	{ "\"\xf4\x8f\xbf\xbf\xef\xbf\xbf\xc2\x80\"",
	    "\"\\udbff\\udfff\\uffff\\u0080\"" },
	{ "\"\\\\\xc3\xa9\\\"\xc3\xa9\"", "\"\\\\\\u00e9\\\"\\u00e9\"" },
};

static void
characters_become_escapes_and_come_back(void **state)
{
	struct fb_buf b = {0}, back = {0};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		b.n = back.n = 0;
		fb_put_ascii(&b, fb_cstr(pairs[i].line));
		assert_text(fb_buf_str(&b), fb_cstr(pairs[i].ascii));
		fb_put_unascii(&back, fb_buf_str(&b));
		assert_text(fb_buf_str(&back), fb_cstr(pairs[i].line));
		assert_int_equal(fb_is_escaped(fb_buf_str(&b)), i >= 2);
		assert_false(fb_is_escaped(fb_cstr(pairs[i].line)));
	}
	fb_buf_release(&b);
	fb_buf_release(&back);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_become_escapes_and_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
