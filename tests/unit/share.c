/* share.c - shipped files are found, or the reason says what to do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/share.h"

static void
the_environment_wins_and_is_final(void **state)
{
	struct fb_buf b = {0};

	(void)state;
	setenv("FB_DATADIR", "share", 1);
	assert_null(fb_share_path(&b, "fonts.conf"));
	assert_string_equal(fb_buf_cstr(&b), "share/fonts.conf");
	b.n = 0;
	assert_non_null(fb_share_path(&b, "no-such-file"));
	assert_int_equal(b.n, 0);
	setenv("FB_DATADIR", "/nowhere", 1);
	assert_non_null(fb_share_path(&b, "fonts.conf"));
	fb_buf_release(&b);
}

static void
a_missing_file_is_a_reason(void **state)
{
	struct fb_buf b = {0};

	(void)state;
	unsetenv("FB_DATADIR");
	assert_non_null(fb_share_path(&b, "no-such-file"));
	assert_int_equal(b.n, 0);
	fb_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_environment_wins_and_is_final),
		cmocka_unit_test(a_missing_file_is_a_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
