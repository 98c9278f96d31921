/* show.c - numbers, dates, periods and findings as people read them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "present/show.h"
#include "record/scan.h"

static struct fb_words words;
static struct fb_arena mem;

static int
setup(void **state)
{
	(void)state;
	setenv("FB_DATADIR", "share", 0);
	return fb_words_open(&words, FB_LIT("en")) != NULL;
}

static int
teardown(void **state)
{
	(void)state;
	fb_words_release(&words);
	fb_arena_release(&mem);
	return 0;
}

/* The buffer must read as text; it is emptied. */
static void
reads(struct fb_buf *b, const char *text)
{
	assert_string_equal(fb_buf_cstr(b), text);
	b->n = 0;
}

static struct fb_cell
cell(const char *line)
{
	struct fb_rec rec = {0};
	struct fb_cell c;

	assert_null(fb_scan(&rec, fb_cstr(line)));
	assert_null(fb_cell_read(&mem, &rec, &c));
	fb_rec_release(&rec);
	return c;
}

static void
numbers_have_separators_and_a_real_minus(void **state)
{
	struct fb_buf b = {0};

	(void)state;
	fb_show_count(&b, &words, 4812);
	reads(&b, "4,812");
	fb_show_count(&b, &words, 999999);
	reads(&b, "999,999");
	fb_show_count(&b, &words, 1234567);
	reads(&b, "1.2\xc2\xa0M");
	fb_show_count(&b, &words, 620000000);
	reads(&b, "620\xc2\xa0M");
	fb_show_count(&b, &words, 4805000000);
	reads(&b, "4.8\xc2\xa0" "bn");
	fb_show_thousands(&b, &words, 500000, 6, 1);
	reads(&b, "0.5\xc2\xa0M");
	fb_show_number(&b, &words, -6, 0, true);
	reads(&b, "\xe2\x88\x92" "6");
	fb_show_number(&b, &words, 0.25, 1, true);
	reads(&b, "+0.3");
	fb_show_number(&b, &words, -0.04, 1, true);
	reads(&b, "0.0");
	fb_buf_release(&b);
}

static void
values_and_margins_follow_their_unit(void **state)
{
	struct fb_cell c = cell("{\"metric\":\"a\",\"period\":\"2026-10\","
	    "\"unit\":\"%\",\"value\":84.3,\"lo\":83.2,\"hi\":85.3}");
	struct fb_buf b = {0};

	(void)state;
	fb_show_value(&b, &words, &c);
	reads(&b, "84%");
	fb_show_margin(&b, &words, &c);
	reads(&b, "83\xe2\x80\x93" "85%");
	c = cell("{\"metric\":\"a\",\"period\":\"2026-10\",\"unit\":\"%\","
	    "\"value\":91.2,\"lo\":90.8,\"hi\":91.6}");
	fb_show_value(&b, &words, &c);
	reads(&b, "91.2%");
	fb_show_margin(&b, &words, &c);
	reads(&b, "\xc2\xb1" "0.4");
	c = cell("{\"metric\":\"a\",\"period\":\"2026-10\",\"unit\":\"points\","
	    "\"value\":31.4,\"lo\":28.9,\"hi\":33.9}");
	fb_show_margin(&b, &words, &c);
	reads(&b, "\xc2\xb1" "3");
	fb_show_diff(&b, &words, &c, -6.2);
	reads(&b, "\xe2\x88\x92" "6");
	fb_buf_release(&b);
}

/* What a value without an interval looks like. */
static void
looks(const char *unit, const char *value, const char *text)
{
	struct fb_buf line = {0}, b = {0};
	struct fb_cell c;

	fb_buf_printf(&line, "{\"metric\":\"a\",\"period\":\"2026-10\","
	    "\"unit\":\"%s\",\"value\":%s}", unit, value);
	c = cell(fb_buf_cstr(&line));
	fb_show_value(&b, &words, &c);
	reads(&b, text);
	fb_buf_release(&b);
	fb_buf_release(&line);
}

static void
no_value_looks_like_another_one(void **state)
{
	(void)state;
	looks("%", "99.98", "99.98%");
	looks("%", "0.04", "0.04%");
	looks("%", "100", "100%");
	looks("", "0.00032", "0.00032");
	looks("", "0.5", "0.5");
	looks("", "622.66", "622.7");
	looks("", "0", "0");
}

static void
dates_and_periods_are_words(void **state)
{
	struct fb_buf b = {0};
	struct fb_period p;

	(void)state;
	fb_show_date(&b, &words, FB_LIT("2025-03-12T10:00:00Z"), FB_DATE_LONG);
	reads(&b, "Wednesday 12 March 2025");
	fb_show_date(&b, &words, FB_LIT("2025-03-12"), FB_DATE_SHORT);
	reads(&b, "12 Mar");
	fb_show_date(&b, &words, FB_LIT("spring"), FB_DATE_YEAR);
	reads(&b, "spring");
	fb_show_period(&b, &words, FB_LIT("2025-03"), FB_PERIOD_FULL);
	reads(&b, "March 2025");
	fb_show_period(&b, &words, FB_LIT("2025-03"), FB_PERIOD_AXIS);
	reads(&b, "Mar");
	fb_show_period(&b, &words, FB_LIT("2015-Q1"), FB_PERIOD_FULL);
	reads(&b, "Q1 2015");
	fb_show_period(&b, &words, FB_LIT("2026-W53"), FB_PERIOD_FULL);
	reads(&b, "Week 53 2026");
	fb_show_period(&b, &words, FB_LIT("2026-W01"), FB_PERIOD_AXIS);
	reads(&b, "W1");
	fb_show_period(&b, &words, FB_LIT("wave 3"), FB_PERIOD_FULL);
	reads(&b, "wave 3");
	assert_null(fb_period_parse(FB_LIT("2025-03"), &p));
	fb_show_range(&b, &words, p);
	reads(&b, "1\xe2\x80\x93" "31 March 2025");
	fb_buf_release(&b);
}

static void
a_missing_word_says_itself(void **state)
{
	(void)state;
	assert_true(fb_str_eq(fb_word(&words, "no such"), FB_LIT("no such")));
	assert_int_equal(fb_word_at(&words, "months", 12).n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_have_separators_and_a_real_minus),
		cmocka_unit_test(values_and_margins_follow_their_unit),
		cmocka_unit_test(no_value_looks_like_another_one),
		cmocka_unit_test(dates_and_periods_are_words),
		cmocka_unit_test(a_missing_word_says_itself),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
