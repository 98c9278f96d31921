/* date_form.c - dates by their form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/date.h"

static void
forms_are_read(void **state)
{
	static const struct { const char *form, *text, *want; } cases[] = {
		{ "%m/%d/%Y", "8/3/2017", "2017-08-03" },
		{ "%d/%m/%Y", "08/03/2017", "2017-03-08" },
		{ "%d-%b-%y", "31-Jul-18", "2018-07-31" },
		{ "%d-%b-%y", "1-december-69", "1969-12-01" },
		{ "%b %d, %Y, %I:%M%p", "Nov 30, 2014, 4:26PM", "2014-11-30T16:26:00" },
		{ "%I %p %d.%m.%Y", "12 am 1.2.2020", "2020-02-01T00:00:00" },
		{ "%I %p %d.%m.%Y", "12 PM 1.2.2020", "2020-02-01T12:00:00" },
		{ "%a %b %d %H:%M:%S %z %Y", "Wed Jan 08 12:00:00 +0000 2025",
		    "2025-01-08T12:00:00Z" },
		{ "%F %T %z", "2025-01-08 01:30:00 +05:30", "2025-01-07T20:00:00Z" },
		{ "%F %T.%f", "2025-11-27 17:37:39.312210", "2025-11-27T17:37:39" },
		{ "%s", "0", "1970-01-01T00:00:00Z" },
		{ "%Q", "1500000000999", "2017-07-14T02:40:00Z" },
		{ "%Y%%%m%%%d", " 2020%2%29 ", "2020-02-29" },
		{ "%d %m %Y", "3   10\t2026", "2026-10-03" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fb_buf got = {0};
		struct fb_when w;

		assert_null(fb_form_check(fb_cstr(cases[i].form)));
		assert_true(fb_form_parse(fb_cstr(cases[i].form),
		    fb_cstr(cases[i].text), &w));
		fb_put_when(&got, w);
		assert_string_equal(fb_buf_cstr(&got), cases[i].want);
		fb_buf_release(&got);
	}
}

static void
others_are_refused(void **state)
{
	static const struct { const char *form, *text; } cases[] = {
		{ "%m/%d/%Y", "13/1/2017" }, { "%m/%d/%Y", "2/29/2017" },
		{ "%m/%d/%Y", "2/2/17" }, { "%m/%d/%Y", "2/2/2017 " "x" },
		{ "%m/%d/%Y", "" }, { "%d-%b-%y", "1-Foo-18" },
		{ "%F %H", "2020-01-01 24" }, { "%F %I %p", "2020-01-01 13 PM" },
		{ "%F %z", "2020-01-01 05:00" }, { "%s", "99999999999999" },
		{ "%s", "-" }, { "%F%%", "2020-01-01" }, { "%F %T", "2020-01-01" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fb_when w;

		assert_false(fb_form_parse(fb_cstr(cases[i].form),
		    fb_cstr(cases[i].text), &w));
	}
}

static void
forms_without_a_whole_date_are_refused(void **state)
{
	static const char *const bad[] = { "%m/%d", "%Y", "%H:%M", "%Y-%m-%j",
	    "%Y-%m-%", "%F %I", "" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_non_null(fb_form_check(fb_cstr(bad[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_are_read),
		cmocka_unit_test(others_are_refused),
		cmocka_unit_test(forms_without_a_whole_date_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
