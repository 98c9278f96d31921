/* utf8.c - text is well-formed just when each of its characters is. */
#include "helper.h"

#include "base/utf8.h"

static bool
one_by_one(fb_str s)
{
	size_t len;

	for (; s.n; s = (fb_str){ s.p + len, s.n - len })
		if (fb_utf8_next(s, &len) == FB_UTF8_BAD)
			return false;
	return true;
}

static void
every_start_of_three_bytes(void **unused)
{
	static const unsigned char third[] = { 'a', 0x7f, 0x80, 0xbf, 0xc2,
	    0xff };

	(void)unused;
	for (unsigned i = 0; i < 0x10000; i++)
		for (size_t k = 0; k < sizeof third; k++) {
			char s[] = { (char)(i >> 8), (char)i, (char)third[k],
			    (char)0x80 };

			for (size_t n = 1; n <= sizeof s; n++)
				assert_int_equal(one_by_one((fb_str){ s, n }),
				    fb_utf8_valid((fb_str){ s, n }));
		}
}

/* Mostly well-formed, so that both answers come. */
static void
any_text(void **unused)
{
	struct fb_buf b = {0};
	size_t good = 0;

	(void)unused;
	for (size_t i = 0; i < 100000; i++) {
		b.n = 0;
		for (size_t n = next_random() % 20; n; n--) {
			uint64_t r = next_random();

			if (r % 4)
				fb_buf_add(&b, FB_LIT("plain words here"));
			else if (r % 64)
				fb_put_utf8(&b, 0x80 + (r >> 8) % 0xd000);
			else
				fb_buf_addc(&b, (char)(r >> 8));
		}
		good += one_by_one(fb_buf_str(&b));
		assert_int_equal(one_by_one(fb_buf_str(&b)),
		    fb_utf8_valid(fb_buf_str(&b)));
	}
	assert_in_range(good, 50000, 99000);
	fb_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_start_of_three_bytes),
		cmocka_unit_test(any_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
