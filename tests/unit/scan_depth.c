/* scan_depth.c - nesting: a limit, and no stack that grows with it. */
#include <limits.h>
#include <pthread.h>

#include "helper.h"

#include "record/json.h"
#include "record/scan.h"

/* {"v":[[{"k":[…]}]]}, every third level an object. */
static void
put_nested(struct fb_buf *b, size_t depth)
{
	b->n = 0;
	fb_buf_adds(b, "{\"v\":");
	for (size_t i = 0; i < depth; i++)
		fb_buf_adds(b, i % 3 == 2 ? "{\"k\":" : "[");
	fb_buf_adds(b, "1");
	for (size_t i = depth; i-- > 0; )
		fb_buf_adds(b, i % 3 == 2 ? "}" : "]");
	fb_buf_adds(b, "}");
}

struct tried {
	const char *at_limit, *above, *far_above, *open;
	size_t members;
};

static void *
try_depths(void *arg)
{
	struct tried *t = arg;
	struct fb_buf b = {0};
	struct fb_rec rec = {0};
	struct fb_json it;

	put_nested(&b, FB_SCAN_DEPTH + 1);
	t->above = fb_scan(&rec, fb_buf_str(&b));
	put_nested(&b, 100000);
	t->far_above = fb_scan(&rec, fb_buf_str(&b));
	b.n = 0;
	for (int i = 0; i < 100000; i++)
		fb_buf_adds(&b, "{\"v\":");
	t->open = fb_scan(&rec, fb_buf_str(&b));
	put_nested(&b, FB_SCAN_DEPTH);
	t->at_limit = fb_scan(&rec, fb_buf_str(&b));
	for (it = fb_json_in(rec.f[0].val); fb_json_next(&it); )
		t->members++;
	fb_rec_release(&rec);
	fb_buf_release(&b);
	return NULL;
}

static void
depth_ends_at_the_limit_on_a_small_stack(void **state)
{
	size_t size = (size_t)PTHREAD_STACK_MIN + (64 << 10);
	struct tried t = {0};
	pthread_attr_t attr;
	pthread_t thread;

	(void)state;
	assert_int_equal(pthread_attr_init(&attr), 0);
	assert_int_equal(pthread_attr_setstacksize(&attr, size), 0);
	assert_int_equal(pthread_create(&thread, &attr, try_depths, &t), 0);
	assert_int_equal(pthread_join(thread, NULL), 0);
	pthread_attr_destroy(&attr);
	assert_null(t.at_limit);
	assert_string_equal(t.above, "nested too deep");
	assert_string_equal(t.far_above, "nested too deep");
	assert_string_equal(t.open, "nested too deep");
	assert_int_equal(t.members, 1);
}

static void
closing_brackets_must_match_what_they_close(void **state)
{
	struct fb_buf b = {0};
	struct fb_rec rec = {0};

	(void)state;
	for (size_t depth = 1; depth <= 130; depth++) {
		put_nested(&b, depth);
		assert_null(fb_scan(&rec, fb_buf_str(&b)));
		/* The innermost closing one stands depth + 1 from the end. */
		b.p[b.n - depth - 1] ^= ']' ^ '}';
		assert_non_null(fb_scan(&rec, fb_buf_str(&b)));
		assert_int_equal(rec.bad_at, b.n - depth - 1);
	}
	fb_rec_release(&rec);
	fb_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(depth_ends_at_the_limit_on_a_small_stack),
		cmocka_unit_test(closing_brackets_must_match_what_they_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
