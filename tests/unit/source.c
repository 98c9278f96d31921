/* source.c - masked words beside those of the export. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "verify/source.h"

static bool
same(const char *text, const char *masks, const char *exported)
{
	return fb_says_the_same(fb_cstr(text), fb_cstr(masks), "text",
	    fb_cstr(exported));
}

static void
without_masks_every_byte_is_the_same(void **state)
{
	(void)state;
	assert_true(same("Call me.", "[]", "Call me."));
	assert_true(same("", "", ""));
	assert_false(same("Call me", "[]", "Call me."));
	assert_false(same("Call mE.", "[]", "Call me."));
	assert_false(same("Call me.", "[{\"in\":\"title\",\"span\":[0,4]}]",
	    "Ring me."));
}

static void
a_mask_stands_for_some_words_and_nothing_else_may_differ(void **state)
{
	static const char one[] = "[{\"in\":\"text\",\"span\":[5,12]}]";
	static const char two[] = "[{\"span\":[0,6]},{\"span\":[11,18]}]";

	(void)state;
	assert_true(same("Call [PHONE] now", one, "Call 0170 12 34 now"));
	assert_false(same("Call [PHONE] now", one, "Call  now"));
	assert_false(same("Call [PHONE] now", one, "Ring 0170 12 34 now"));
	assert_false(same("Call [PHONE] now", one, "Call 0170 12 34 nov"));
	assert_false(same("Call [PHONE] now", one, "Call 0170 12 34 now!"));
	assert_true(same("[NAME] and [PHONE]", two, "Ann and 0170"));
	assert_true(same("[NAME] and [PHONE]", two, "Ann and Bo and 0170"));
	assert_false(same("[NAME] and [PHONE]", two, "Ann und 0170"));
	assert_false(same("[NAME] and [PHONE]", two, " and 0170"));
	assert_false(same("[NAME]", "[{\"span\":[0,9]}]", "Ann"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_masks_every_byte_is_the_same),
		cmocka_unit_test(a_mask_stands_for_some_words_and_nothing_else_may_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
