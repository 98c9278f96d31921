/* time.c - dates, zones and periods. */
#include "helper.h"

#include "base/time.h"

static void
days_and_civil_dates_agree_for_eight_centuries(void **state)
{
	int32_t day = fb_days(1600, 1, 1);

	(void)state;
	assert_int_equal(fb_days(1970, 1, 1), 0);
	for (int y = 1600; y < 2400; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; d <= fb_month_days(y, m); d++, day++) {
				int yy, mm, dd;

				fb_civil(day, &yy, &mm, &dd);
				assert_int_equal(fb_days(y, m, d), day);
				assert_true(yy == y && mm == m && dd == d);
			}
	assert_int_equal(day - fb_days(2000, 1, 1), 146097);
}

static void
leap_days(void **state)
{
	(void)state;
	assert_int_equal(fb_month_days(2024, 2), 29);
	assert_int_equal(fb_month_days(2026, 2), 28);
	assert_int_equal(fb_month_days(1900, 2), 28);
	assert_int_equal(fb_month_days(2000, 2), 29);
}

struct when {
	const char *text, *back;
	int64_t sec;
};

static const struct when whens[] = {
	{ "1970-01-01", "1970-01-01", 0 },
	{ "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", 0 },
	{ "2026-10-03T14:05:00Z", "2026-10-03T14:05:00Z", 1791036300 },
	{ "2026-10-03T14:05:00", "2026-10-03T14:05:00", 1791036300 },
	{ "2026-10-03 14:05", "2026-10-03T14:05:00", 1791036300 },
	{ "2026-10-03t14:05", NULL, 0 }, { "2026-10-03T14", NULL, 0 },
	{ "2026-10-03T16:05:00+02:00", "2026-10-03T14:05:00Z", 1791036300 },
	{ "2026-10-03T16:05:00+0200", "2026-10-03T14:05:00Z", 1791036300 },
	{ "2026-10-03T09:35:00.123-04:30", "2026-10-03T14:05:00Z", 1791036300 },
	{ "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", 1483228799 },
	{ "1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", -1 },
	{ "2024-02-29", "2024-02-29", 1709164800 }, { "2026-02-29", NULL, 0 },
	{ "2026-00-01", NULL, 0 }, { "2026-13-01", NULL, 0 },
	{ "2026-04-31", NULL, 0 }, { "2026-10-3", NULL, 0 }, { "", NULL, 0 },
	{ "2026-10-03T24:00:00Z", NULL, 0 }, { "2026-10-03T14:60:00Z", NULL, 0 },
	{ "2026-10-03T14:05:61Z", NULL, 0 }, { "2026-10-03T14:05:00.Z", NULL, 0 },
	{ "2026-10-03T14:05:00+25:00", NULL, 0 }, { "2026-10-03x", NULL, 0 },
	{ "2026-10-03T14:05:00Zx", NULL, 0 }, { "03.10.2026", NULL, 0 },
};

static void
moments_there_and_back(void **state)
{
	struct fb_buf b = {0};
	struct fb_when w;

	(void)state;
	for (size_t i = 0; i < COUNT(whens); i++) {
		const char *why = fb_when_parse(fb_cstr(whens[i].text), &w);

		if (!why != (whens[i].back != NULL))
			fail_msg("'%s': %s", whens[i].text, why ? why : "accepted");
		if (why)
			continue;
		b.n = 0;
		fb_put_when(&b, w);
		assert_text(fb_buf_str(&b), fb_cstr(whens[i].back));
		assert_true(w.sec == whens[i].sec);
	}
	fb_buf_release(&b);
}

static int32_t
day_of(const char *text)
{
	struct fb_when w;

	assert_null(fb_when_parse(fb_cstr(text), &w));
	return fb_when_day(w);
}

static void
days_are_cut_in_the_zone(void **state)
{
	(void)state;
	assert_null(fb_tz_set("Europe/Berlin"));
	assert_int_equal(day_of("2026-03-29T22:30:00Z"), fb_days(2026, 3, 30));
	assert_int_equal(day_of("2026-03-28T22:30:00Z"), fb_days(2026, 3, 28));
	assert_int_equal(day_of("2026-03-28T23:30:00Z"), fb_days(2026, 3, 29));
	assert_int_equal(day_of("2026-03-28T23:30:00"), fb_days(2026, 3, 28));
	assert_null(fb_tz_set("Pacific/Kiritimati"));
	assert_int_equal(day_of("2026-10-03T10:00:00Z"), fb_days(2026, 10, 4));
	assert_int_equal(day_of("2026-10-03"), fb_days(2026, 10, 3));
	assert_non_null(fb_tz_set("Nowhere/Land"));
	assert_non_null(fb_tz_set("../../etc/passwd"));
	assert_non_null(fb_tz_set(""));
	assert_string_equal(fb_tz_name(), "Pacific/Kiritimati");
	assert_null(fb_tz_set("UTC"));
	assert_int_equal(day_of("1969-12-31T23:59:59Z"), -1);
}

struct week {
	int y, m, d;
	const char *label;
};

/* Source: ISO 8601 week dates as tabulated in GNU date (%G-W%V). */
static void
iso_weeks_at_the_ends_of_years(void **state)
{
	static const struct week rows[] = {
		{ 2004, 12, 31, "2004-W53" }, { 2005, 1, 2, "2004-W53" },
		{ 2005, 1, 3, "2005-W01" }, { 2008, 12, 28, "2008-W52" },
		{ 2008, 12, 29, "2009-W01" }, { 2010, 1, 3, "2009-W53" },
		{ 2016, 1, 3, "2015-W53" }, { 2018, 12, 31, "2019-W01" },
		{ 2020, 12, 31, "2020-W53" }, { 2021, 1, 3, "2020-W53" },
		{ 2024, 2, 29, "2024-W09" }, { 2025, 12, 29, "2026-W01" },
		{ 2026, 12, 31, "2026-W53" }, { 2027, 1, 3, "2026-W53" },
		{ 2027, 1, 4, "2027-W01" }, { 1969, 12, 29, "1970-W01" },
	};
	struct fb_buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int32_t day = fb_days(rows[i].y, rows[i].m, rows[i].d);

		b.n = 0;
		fb_put_period(&b, fb_period_of(FB_WEEK, day));
		assert_text(fb_buf_str(&b), fb_cstr(rows[i].label));
	}
	fb_buf_release(&b);
}

/* Every label of every unit over 60 years: parsed it is the same period, it
 * holds its days and no others, and the next one starts where it ends. */
static void
labels_there_and_back(void **state)
{
	struct fb_buf b = {0};
	int32_t last = fb_days(2030, 1, 1);

	(void)state;
	for (int u = FB_NONE; u <= FB_YEAR; u++)
		for (int32_t day = fb_days(1968, 1, 1); day < last; day++) {
			struct fb_period p = fb_period_of((enum fb_unit)u, day), q;

			b.n = 0;
			fb_put_period(&b, p);
			assert_null(fb_period_parse(fb_buf_str(&b), &q));
			assert_int_equal(fb_period_cmp(p, q), 0);
			assert_int_equal(fb_period_has(p, day), u != FB_NONE);
			if (u <= FB_ALL)
				continue;
			assert_false(fb_period_has(p, fb_period_end(p)));
			assert_false(fb_period_has(p, fb_period_first(p) - 1));
			q = fb_period_of((enum fb_unit)u, fb_period_end(p));
			assert_int_equal(q.index, p.index + 1);
		}
	fb_buf_release(&b);
}

static void
what_is_no_period(void **state)
{
	static const char *const bad[] = { "", "2026-", "2026-13", "2026-00",
	    "2026-1", "26-01", "2026-Q0", "2026-Q5", "2026-Q", "2026-Q44",
	    "2026-Q112", "2026-W00", "2026-W54", "2025-W53", "2026-W1",
	    "2026-WQ4", "2026-W5412", "2026-10-32", "2026-02-29", "2026-10-03T",
	    "All", "none", "2026 ", " 2026", "2026/10", "2026-q1" };
	struct fb_period p;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (!fb_period_parse(fb_cstr(bad[i]), &p))
			fail_msg("'%s' is a period", bad[i]);
}

struct before {
	const char *label, *year_before; /* NULL: there is none */
};

static void
the_year_before(void **state)
{
	static const struct before rows[] = {
		{ "2026-10", "2025-10" }, { "2026-Q1", "2025-Q1" },
		{ "2026-W05", "2025-W05" }, { "2026-W53", NULL },
		{ "2027-W52", "2026-W52" }, { "2026-10-03", "2025-10-03" },
		{ "2024-02-29", "2023-02-28" }, { "2025-02-28", "2024-02-28" },
		{ "all", NULL }, { "(none)", NULL }, { "2026", NULL },
	};
	struct fb_buf b = {0};
	struct fb_period p, q;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_null(fb_period_parse(fb_cstr(rows[i].label), &p));
		assert_int_equal(fb_period_year_before(p, &q),
		    rows[i].year_before != NULL);
		if (!rows[i].year_before)
			continue;
		b.n = 0;
		fb_put_period(&b, q);
		assert_text(fb_buf_str(&b), fb_cstr(rows[i].year_before));
	}
	fb_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_and_civil_dates_agree_for_eight_centuries),
		cmocka_unit_test(leap_days),
		cmocka_unit_test(moments_there_and_back),
		cmocka_unit_test(days_are_cut_in_the_zone),
		cmocka_unit_test(iso_weeks_at_the_ends_of_years),
		cmocka_unit_test(labels_there_and_back),
		cmocka_unit_test(what_is_no_period),
		cmocka_unit_test(the_year_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
