/* filter.c - which records a run is about. */
#include "helper.h"

#include "record/filter.h"

struct row {
	const char *where[4];
	const char *line;
	bool keeps;
};

static const struct row rows[] = {
	{ { "a=1" }, "{\"a\":1}", true }, { { "a=1" }, "{\"a\":\"1\"}", true },
	{ { "a=1" }, "{\"a\":1.0}", false }, { { "a=1" }, "{\"b\":1}", false },
	{ { "a=" }, "{\"b\":1}", true }, { { "a=" }, "{\"a\":\"\"}", true },
	{ { "a=" }, "{\"a\":null}", true }, { { "a=" }, "{\"a\":0}", false },
	{ { "a=true" }, "{\"a\":true}", true },
	{ { "a=x=y" }, "{\"a\":\"x=y\"}", true },
	{ { "a=\"q\"" }, "{\"a\":\"\\\"q\\\"\"}", true },
	{ { "a=caf\xc3\xa9" }, "{\"a\":\"caf\\u00e9\"}", true },
	{ { "a=1" }, "{\"\\u0061\":1}", true },
	{ { "a=2" }, "{\"a\":1,\"a\":2}", true },
	{ { "a=1" }, "{\"a\":1,\"a\":2}", false },
	/* values of one key are alternatives, keys must all hold */
	{ { "a=1", "a=2" }, "{\"a\":2}", true },
	{ { "a=1", "a=2" }, "{\"a\":3}", false },
	{ { "a=1", "b=1", "a=2" }, "{\"a\":2,\"b\":1}", true },
	{ { "a=1", "b=1", "a=2" }, "{\"a\":2,\"b\":2}", false },
	/* != must always hold */
	{ { "a!=1" }, "{\"a\":2}", true }, { { "a!=1" }, "{\"a\":1}", false },
	{ { "a!=1" }, "{}", true }, { { "a!=" }, "{}", false },
	{ { "a!=1", "a!=2" }, "{\"a\":2}", false },
	{ { "a!=1", "a!=2" }, "{\"a\":3}", true },
	{ { "a=1", "a!=1" }, "{\"a\":1}", false },
	{ { "a=x", "a!=y" }, "{\"a\":[\"x\",\"z\"]}", true },
	{ { "a=x", "a!=y" }, "{\"a\":[\"x\",\"y\"]}", false },
	/* an array holds its members */
	{ { "a=x" }, "{\"a\":[]}", false }, { { "a=x" }, "{\"a\":[\"x\"]}", true },
	{ { "a=3" }, "{\"a\":[1, 2 ,3]}", true },
	{ { "a=x" }, "{\"a\":[[\"x\"]]}", false },
	{ { "a=," }, "{\"a\":[\",\"]}", true },
	{ { "a={\"b\":1}" }, "{\"a\":{\"b\":1}}", true },
	{ { "x.y=1" }, "{\"x.y\":1}", true },
};

static void
conditions(void **state)
{
	struct fb_rec rec = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct fb_list where = { (const char **)rows[i].where, 0, 4 };
		struct fb_filter f;

		while (where.n < 4 && where.v[where.n])
			where.n++;
		assert_null(fb_filter_init(&f, &where));
		assert_null(fb_scan(&rec, fb_cstr(rows[i].line)));
		if (fb_filter_keeps(&f, &rec) != rows[i].keeps)
			fail_msg("%s on %s", rows[i].where[0], rows[i].line);
		fb_filter_release(&f);
	}
	fb_rec_release(&rec);
}

static void
conditions_without_a_key_are_refused(void **state)
{
	static const char *const bad[] = { "", "a", "=1", "a!" };

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		const char *one[] = { bad[i] };
		struct fb_list where = { one, 1, 1 };
		struct fb_filter f;

		assert_non_null(fb_filter_init(&f, &where));
		fb_filter_release(&f);
	}
}

struct dated {
	const char *zone, *period, *line;
	bool keeps;
};

static const struct dated days[] = {
	{ "UTC", "2026-10", "{\"date\":\"2026-10-31\"}", true },
	{ "UTC", "2026-10", "{\"date\":\"2026-11-01\"}", false },
	{ "UTC", "2026-10", "{\"date\":\"2026-10-31T23:30:00Z\"}", true },
	{ "Europe/Berlin", "2026-10", "{\"date\":\"2026-10-31T23:30:00Z\"}", false },
	{ "Europe/Berlin", "2026-11", "{\"date\":\"2026-10-31T23:30:00Z\"}", true },
	{ "Europe/Berlin", "2026-10", "{\"date\":\"2026-10-31T23:30:00\"}", true },
	{ "Europe/Berlin", "2026-10", "{\"date\":\"2026-10-31\"}", true },
	{ "America/New_York", "2026-Q3", "{\"date\":\"2026-10-01T03:59:00Z\"}", true },
	{ "UTC", "2026-W01", "{\"date\":\"2025-12-29\"}", true },
	{ "UTC", "all", "{}", true }, { "UTC", "all", "{\"date\":\"x\"}", true },
	{ "UTC", "(none)", "{}", true }, { "UTC", "(none)", "{\"date\":3}", true },
	{ "UTC", "(none)", "{\"date\":\"2026-02-30\"}", true },
	{ "UTC", "(none)", "{\"date\":\"2026-02-28\"}", false },
	{ "UTC", "2026", "{}", false },
};

static void
periods_and_zones(void **state)
{
	const struct fb_list none = {0};
	struct fb_rec rec = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		struct fb_filter f;

		assert_null(fb_tz_set(days[i].zone));
		assert_null(fb_filter_init(&f, &none));
		assert_null(fb_filter_period(&f, days[i].period));
		assert_null(fb_scan(&rec, fb_cstr(days[i].line)));
		if (fb_filter_keeps(&f, &rec) != days[i].keeps)
			fail_msg("%s %s on %s", days[i].zone, days[i].period,
			    days[i].line);
		fb_filter_release(&f);
	}
	assert_null(fb_tz_set("UTC"));
	fb_rec_release(&rec);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions),
		cmocka_unit_test(conditions_without_a_key_are_refused),
		cmocka_unit_test(periods_and_zones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
