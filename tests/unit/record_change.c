/* record_change.c - a record with some of its keys changed. */
#include "helper.h"

#include "record/writer.h"

struct row {
	const char *line;
	fb_str key1, val1, key2, val2; /* a NULL value drops; no key: no change */
	const char *want;
};

#define DROP { NULL, 0 }
#define NONE { NULL, 0 }, { NULL, 0 }

static const struct row rows[] = {
	{ "{\"a\":1,\"b\":2}", TEXT("a"), TEXT("9"), NONE, "{\"a\":9,\"b\":2}" },
	{ "{\"a\":1,\"b\":2}", TEXT("b"), TEXT("[{}]"), NONE,
	    "{\"a\":1,\"b\":[{}]}" },
	{ "{\"a\":1,\"b\":{\"x\":\"}\"},\"c\":\"}{\"}", TEXT("a"), TEXT("9"),
	    TEXT("d"), TEXT("4"),
	    "{\"a\":9,\"b\":{\"x\":\"}\"},\"c\":\"}{\",\"d\":4}" },
	{ "{\"a\":1}", TEXT("c"), TEXT("3"), TEXT("b"), TEXT("2"),
	    "{\"a\":1,\"c\":3,\"b\":2}" },
	{ "{}", TEXT("a"), TEXT("1"), TEXT("b"), TEXT("2"), "{\"a\":1,\"b\":2}" },
	{ "{ \t}", TEXT("a"), TEXT("1"), NONE, "{ \t\"a\":1}" },
	{ "{\"a\":1,\"b\":2,\"c\":3}", TEXT("a"), DROP, NONE, "{\"b\":2,\"c\":3}" },
	{ "{\"a\":1,\"b\":2,\"c\":3}", TEXT("b"), DROP, NONE, "{\"a\":1,\"c\":3}" },
	{ "{\"a\":1,\"b\":2,\"c\":3}", TEXT("c"), DROP, NONE, "{\"a\":1,\"b\":2}" },
	{ "{\"a\":1,\"b\":2,\"c\":3}", TEXT("b"), DROP, TEXT("c"), DROP,
	    "{\"a\":1}" },
	{ "{\"a\":1,\"b\":2,\"c\":3}", TEXT("a"), DROP, TEXT("c"), DROP,
	    "{\"b\":2}" },
	{ "{\"a\":1,\"b\":2}", TEXT("a"), DROP, TEXT("b"), DROP, "{}" },
	{ "{\"a\":1}", TEXT("a"), DROP, TEXT("b"), TEXT("2"), "{\"b\":2}" },
	{ "{\"a\":1}", TEXT("b"), DROP, NONE, "{\"a\":1}" },
	{ "{\"a\":1,\"b\":2}", TEXT("b"), DROP, TEXT("c"), TEXT("3"),
	    "{\"a\":1,\"c\":3}" },
	{ " { \"a\" : 1 , \"b\" : 2 } \r", TEXT("a"), TEXT("9"), NONE,
	    "{ \"a\" : 9 , \"b\" : 2 }" },
	{ "{ \"a\" : 1 , \"b\" : 2 }", TEXT("a"), DROP, NONE, "{ \"b\" : 2 }" },
	{ "{ \"a\" : 1 , \"b\" : 2 }", TEXT("b"), DROP, NONE, "{ \"a\" : 1  }" },
	{ "{ \"a\" : 1 , \"b\" : 2 }", TEXT("b"), DROP, TEXT("c"), TEXT("3"),
	    "{ \"a\" : 1  ,\"c\":3}" },
	{ "{ \"a\" : 1 }", TEXT("a"), DROP, TEXT("c"), TEXT("3"),
	    "{ \"c\":3}" },
	{ "{\"\\u0061\":1,\"b\":2}", TEXT("a"), TEXT("9"), NONE,
	    "{\"\\u0061\":9,\"b\":2}" },
	{ "{\"\\u0061\":1,\"b\":2}", TEXT("a"), DROP, NONE, "{\"b\":2}" },
	{ "{\"a\":1,\"a\":2,\"b\":3}", TEXT("a"), TEXT("9"), NONE,
	    "{\"a\":9,\"b\":3}" },
	{ "{\"a\":1,\"b\":3,\"\\u0061\":2}", TEXT("a"), TEXT("9"), NONE,
	    "{\"b\":3,\"\\u0061\":9}" },
	{ "{\"a\":1,\"b\":3,\"a\":2}", TEXT("a"), DROP, NONE, "{\"b\":3}" },
	{ "{\"a,\":\",\",\"b\":\"{\"}", TEXT("b"), DROP, NONE, "{\"a,\":\",\"}" },
};

static void
changes(void **state)
{
	struct fb_rec rec = {0};
	struct fb_buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct fb_edit two[] = { { rows[i].key1, rows[i].val1 },
		    { rows[i].key2, rows[i].val2 } };

		b.n = 0;
		fb_buf_adds(&b, "before,");
		assert_null(fb_scan(&rec, fb_cstr(rows[i].line)));
		fb_put_edited(&b, &rec, two, rows[i].key2.p ? 2 : 1);
		assert_text((fb_str){ b.p + 7, b.n - 7 }, fb_cstr(rows[i].want));
		assert_null(fb_scan(&rec, (fb_str){ b.p + 7, b.n - 7 }));
	}
	fb_rec_release(&rec);
	fb_buf_release(&b);
}

static void
keys_that_may_not_be_there_are_looked_for(void **state)
{
	struct fb_buf b = {0};
	struct fb_rec rec = {0};
	char key[8];

	(void)state;
	fb_buf_addc(&b, '{');
	for (int i = 0; i < 300; i++)
		fb_buf_printf(&b, "%s\"k%d\":%d", i ? "," : "", i, i);
	fb_buf_addc(&b, '}');
	assert_null(fb_scan(&rec, fb_buf_str(&b)));
	for (int i = 0; i < 600; i++) {
		snprintf(key, sizeof key, "k%d", i);
		assert_int_equal(fb_rec_find(&rec, fb_cstr(key)),
		    i < 300 ? i : -1);
	}
	fb_rec_release(&rec);
	fb_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changes),
		cmocka_unit_test(keys_that_may_not_be_there_are_looked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
