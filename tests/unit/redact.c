/* redact.c - what the detectors find and leave, and how masks are kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "redact/mask.h"
#include "redact/pseudonym.h"

static struct fb_masker masker;

static void
reads(const char *text, const char *masked)
{
	fb_str got = fb_mask_words(&masker, fb_cstr(text), "text", FB_LIT("[]"));
	struct fb_buf first = {0};

	fb_buf_add(&first, got);
	assert_string_equal(fb_buf_cstr(&first), masked);
	fb_buf_release(&first);
}

static void
stays(const char *text)
{
	reads(text, text);
}

static void
addresses_are_masked(void **state)
{
	(void)state;
	reads("me@example.com. Thanks", "[EMAIL]. Thanks");
	reads("<mailto:a.b+tag@sub.example.co.uk>", "<mailto:[EMAIL]>");
	reads("почта: иван@пример.рф", "почта: [EMAIL]");
	reads("メールはfoo@example.comまで", "メールは[EMAIL]まで");
	reads("joe at gmail.com or joe (at) example.org", "[EMAIL] or [EMAIL]");
	stays("booked at example.com, @support never answers, 4 @ 2.99");
	stays("rate@13.64 percent, me@home");
}

static void
links_are_masked(void **state)
{
	(void)state;
	reads("see https://example.com/u/1?email=a@b.co.", "see [URL].");
	reads("(www.example.com/a_(b))", "([URL])");
	reads("my page is example.com/joe", "my page is [URL]");
	stays("www.[EMAIL], www..., and/or 24/7, St.Pancras/Kings, e.g./i.e., end.Next");
}

static void
checksums_decide(void **state)
{
	(void)state;
	reads("card 4111 1111 1111 1111 ok", "card [CARD] ok");
	reads("4012-8888-8888-1881", "[CARD]");
	reads("4012888888881881 378282246310005", "[CARD] [CARD]");
	stays("Order #4111111111111112 arrived late");
	reads("to DE89 3704 0044 0532 0130 00.", "to [IBAN].");
	reads("de89370400440532013000", "[IBAN]");
	stays("DE89 3704 0044 0532 0130 01");
}

static void
numbers_need_shape_or_cue(void **state)
{
	(void)state;
	reads("+49 151 12345678 or (212) 555-0123 x12", "[PHONE] or [PHONE]");
	reads("tel:+4915112345678", "tel:[PHONE]");
	reads("call 5551234 now", "call [PHONE] now");
	reads("(+45) 2888 6598", "[PHONE]");
	reads("电话13812345678。", "电话[PHONE]。");
	stays("order 5551234567, ref 020 7946 0958, ticket # 0162424965446");
	stays("13812345678 things");
}

static void
other_numbers_stay(void **state)
{
	(void)state;
	stays("-5 stars, $1,234,567.89, 100.000.000 IDR, 50%");
	stays("01.02.2019 15:30, 2019-12-31, since 2019-2020, 45-60 minutes");
	stays("called 2019-2020; v1.17.5.4, version 10.200.3.4, 12:30:45");
	stays("978-0-309-09156-5, 51.507351, -0.127758, 0.7128943 2.0 3.1");
	reads("from 153.69.214.203 and fe80::1", "from [IP] and [IP]");
}

static void
tricks_are_seen_through(void **state)
{
	(void)state;
	reads("john\u200b@ex\u00adample.com", "[EMAIL]");
	reads("４１１１１１１１１１１１１１１１", "[CARD]");
	reads("ｊｏｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "[EMAIL]");
	reads("call ٠٥٥٦٦٢١٢٩٧", "call [PHONE]");
}

static void
the_quick_look_misses_nothing(void **state)
{
	static const char *const texts[] = { "joe@example.com", "a.b", "7",
	    "http://x/y", "http:\\/\\/x\\/y", "fe::1", "\\u0040", "＠", "７", "٧", "۷", "७", "𝟕" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t pad = 0; pad < 140; pad++) {
			struct fb_buf b = {0};

			for (size_t k = 0; k < pad; k++)
				fb_buf_addc(&b, 'x');
			fb_buf_adds(&b, texts[i]);
			for (size_t k = pad; k < 140; k++)
				fb_buf_addc(&b, ' ');
			assert_true(fb_find_maybe(fb_buf_str(&b)));
			fb_buf_release(&b);
		}
	assert_false(fb_find_maybe(FB_LIT("Good. Very good... \\n \\\"yes\\\". 很好，吃")));
}

static void
masks_are_kept_when_they_read(void **state)
{
	fb_str text = FB_LIT("[EMAIL] [EMAIL] joe@x.org");
	struct fb_buf b = {0};

	(void)state;
	fb_mask_words(&masker, text, "text", FB_LIT(
	    "[{\"in\":\"text\",\"span\":[8,15],\"kind\":\"EMAIL\"},"
	    "{\"in\":\"text\",\"span\":[16,25],\"kind\":\"EMAIL\"},"
	    "{\"in\":\"title\",\"span\":[0,7],\"kind\":\"EMAIL\"}]"));
	fb_buf_addc(&b, '[');
	fb_put_masks(&b, &masker, "text");
	assert_string_equal(fb_buf_cstr(&b),
	    "[{\"in\":\"text\",\"span\":[8,15],\"kind\":\"EMAIL\"},"
	    "{\"in\":\"text\",\"span\":[16,23],\"kind\":\"EMAIL\"}");
	fb_buf_release(&b);
}

/* RFC 4231, test case 2. */
static void
pseudonyms_are_hmac_sha256(void **state)
{
	struct fb_pseudonyms p = { .keyed = true };
	struct fb_buf b = {0};

	(void)state;
	fb_mac_init(&p.mac, FB_LIT("Jefe"));
	fb_put_pseudonym(&b, &p, FB_LIT("what do ya want for nothing?"));
	assert_string_equal(fb_buf_cstr(&b), "c_5bdcc146bf60754e");
	b.n = 0;
	fb_put_pseudonym(&b, &p, FB_LIT("c_0123456789abcdef"));
	assert_string_equal(fb_buf_cstr(&b), "c_0123456789abcdef");
	assert_int_equal(p.made, 1);
	fb_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_are_masked),
		cmocka_unit_test(links_are_masked),
		cmocka_unit_test(checksums_decide),
		cmocka_unit_test(numbers_need_shape_or_cue),
		cmocka_unit_test(other_numbers_stay),
		cmocka_unit_test(tricks_are_seen_through),
		cmocka_unit_test(the_quick_look_misses_nothing),
		cmocka_unit_test(masks_are_kept_when_they_read),
		cmocka_unit_test(pseudonyms_are_hmac_sha256),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	fb_masker_release(&masker);
	return failed;
}
