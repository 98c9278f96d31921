/* copy_plain.c - text becomes a JSON string, byte for byte as by hand. */
#include "helper.h"

#include "record/json.h"

static void
by_hand(struct fb_buf *b, fb_str s)
{
	static const char *const shorts[] = { ['\b'] = "\\b", ['\f'] = "\\f",
	    ['\n'] = "\\n", ['\r'] = "\\r", ['\t'] = "\\t", ['"'] = "\\\"",
	    ['\\'] = "\\\\" };

	b->n = 0;
	fb_buf_addc(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c <= '\\' && shorts[c])
			fb_buf_adds(b, shorts[c]);
		else if (c < 0x20)
			fb_buf_printf(b, "\\u%04x", c);
		else
			fb_buf_addc(b, s.p[i]);
	}
	fb_buf_addc(b, '"');
}

/* Text whose end is the end of memory, so that a byte too many is seen. */
static void
compare(size_t n, unsigned odds)
{
	char *text = malloc(n ? n : 1);
	struct fb_buf got = {0}, want = {0};

	for (size_t i = 0; i < n; i++) {
		uint64_t r = next_random();

		text[i] = r % 64 < odds ? (char)(r >> 8) : 'x';
		if (r % 64 < odds / 4)
			text[i] = "\"\\\n\x01\x1f\x7f\x80\xff"[r >> 8 & 7];
	}
	fb_put_json(&got, (fb_str){ text, n });
	by_hand(&want, (fb_str){ text, n });
	assert_true(fb_str_eq(fb_buf_str(&got), fb_buf_str(&want)));
	fb_buf_release(&got);
	fb_buf_release(&want);
	free(text);
}

static void
any_text_of_any_length(void **unused)
{
	static const unsigned odds[] = { 0, 1, 4, 16, 64 };

	(void)unused;
	for (size_t n = 0; n < 100; n++)
		for (size_t i = 0; i < 200; i++)
			compare(n, odds[i % 5]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_text_of_any_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
