/* redact.c - what the detectors find and leave, and how masks are kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "redact/mask.h"
#include "redact/pseudonym.h"

static struct fb_masker masker;
static struct fb_phrases rules;
static struct fb_own own;

static void
reads(const char *text, const char *masked)
{
	fb_str got = fb_mask_words(&masker, fb_cstr(text),
	    fb_mask_hints(&masker, fb_cstr(text)), "text", FB_LIT("[]"));
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
	stays("booked at example.com, 4 @ 2.99");
	reads("@support never answers @jo_2, me@home @ 9",
	    "[HANDLE] never answers [HANDLE], me@home @ 9");
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
national_numbers_are_masked(void **state)
{
	(void)state;
	reads("ssn 109-99-6000 or 523 23 4566", "ssn [SSN] or [SSN]");
	stays("666-12-1234, 109-00-6000, 693-09.4444, room 312 10 2019");
	reads("NHS no. 401-023-2137 and AZ 12 34 56 A", "NHS no. [ID] and [ID]");
	stays("401-023-2138, BG123612A, 8001015009086");
	reads("NIE Y8063915-Z, 020594X902N, 811228-9874",
	    "NIE [ID], [ID], [ID]");
	reads("CPF 529.982.247-25; 44051401359; NIR 2 55 08 14 168 025 38",
	    "CPF [ID]; [ID]; NIR [ID]");
	reads("BSN 111222333", "BSN [ID]");
	stays("item 111222333, 529.982.247-26");
}

static void
hardware_addresses_are_masked(void **state)
{
	(void)state;
	reads("MAC AA:BB:CC:DD:EE:FF, 01-23-45-67-89-ab, aabb.ccdd.eeff",
	    "MAC [MAC], [MAC], [MAC]");
	stays("aa:bb:cc:dd:ee, 01:23:45:67:89:ab:cd, 12:30:45");
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
	reads("tel0151 12345678, is415-555-0132", "tel[PHONE], is[PHONE]");
	stays("RMA415-555-0132, a415-555-0132, wifi5551234567, v020 7946 0958");
	stays("51 824 753 5564");
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
	reads("IP:192.168.1.20, IPv6:2001:db8::1", "IP:[IP], IPv6:[IP]");
	stays("version:10.200.3.4, at 10:30:45.123, std::a::b1, :1111::5555:");
}

static void
addresses_of_houses_are_masked(void **state)
{
	(void)state;
	reads("at 12 High Street, Leeds LS1 4DY.", "at [ADDRESS].");
	reads("1600 Pennsylvania Ave. NW, Washington, DC 20500", "[ADDRESS]");
	reads("Hauptstr. 12a, 80331 München!", "[ADDRESS]!");
	reads("12 rue de la Paix, Calle Mayor 5", "[ADDRESS], [ADDRESS]");
	reads("SW1A 1AA, MA 02540, 02540-4119",
	    "[POSTCODE], [POSTCODE], [POSTCODE]");
	stays("a 20 minute drive, 5 Star hotel, 2 way street, unterwegs 3 Tage");
	stays("QA1 1AA, M1 1CA, 99999, room 4B, p. 12345");
}

static void
phrases_announce(void **state)
{
	(void)state;
	masker.finds.rules = &rules;
	reads("Dear Mr. T. Smith,\nI spoke to Sarah O'Brien. She",
	    "Dear Mr. [NAME],\nI spoke to [NAME]. She");
	reads("my name is joe bloggs, thanks", "my name is [NAME], thanks");
	reads("saw Dr. Ann Lee and Nurse Joy", "saw Dr. [NAME] and Nurse [NAME]");
	stays("a Dr Pepper in my Dr. Martens");
	reads("Best regards,\nMary van der Berg", "Best regards,\n[NAME]");
	reads("Viele Grüße\nJürgen", "Viele Grüße\n[NAME]");
	reads("Je m'appelle Zoé", "Je m'appelle [NAME]");
	reads("1985-01-01 is my birthday; born on 4th of June 1976",
	    "[DOB] is my birthday; born on [DOB]");
	reads("booking ref: AB-12345, order # 12345, PLZ 80331",
	    "booking ref: [ORDER], order # [ORDER], PLZ [POSTCODE]");
	stays("Dear Team, I spoke to. Then my son. Originally, Hi there,");
	stays("my name is not on the list, regards to all of you");
	stays("order 12 pizzas on 1-2-2020, order 2019, case 3.14159");
	masker.finds.rules = NULL;
}

static void
own_names_are_masked(void **state)
{
	(void)state;
	masker.finds.own = &own;
	fb_own_add(&own, &rules, FB_LIT("Šárka Ottová"));
	fb_own_add(&own, &rules, FB_LIT("jane.doe92@example.com"));
	fb_own_add(&own, &rules, FB_LIT("王小明"));
	fb_own_add(&own, &rules, FB_LIT("@the_team"));
	fb_own_add(&own, &rules, FB_LIT("Will B"));
	reads("thanks, šárka! OTTOVÁ; Šárka Ottová", "thanks, [NAME]! [NAME]; [NAME]");
	reads("Jane or doe92, 我是王小明。", "[NAME] or [NAME], 我是[NAME]。");
	reads("follow the_team", "follow [HANDLE]");
	reads("ｊａｎｅ \xe2\x80\x8bja\xc2\xadne", "[NAME] \xe2\x80\x8b[NAME]");
	reads("Will B. says, it will", "[NAME]. says, it will");
	stays("Janet, Šárkaa, 王小, b, example");
	fb_own_add(&own, &rules, FB_LIT("محمد علي"));
	fb_own_add(&own, &rules, FB_LIT("สมชาย ใจดี"));
	fb_own_add(&own, &rules, FB_LIT("राहुल शर्मा"));
	reads("اسمي محمد علي، ผมสมชายขอบคุณ मेरा नाम राहुल है",
	    "اسمي [NAME]، ผม[NAME]ขอบคุณ मेरा नाम [NAME] है");
	stays("أحمدعلي راहुली");
	fb_own_clear(&own);
	stays("jane");
	masker.finds.own = NULL;
}

static void
rules_say_what_is_wrong(void **state)
{
	static const struct {
		const char *line, *why;
	} bad[] = {
		{ "XNAME\ten\ta <name>", "unknown kind" },
		{ "NAME\ten", "a rule is KIND, language and patterns, parted by tabs" },
		{ "NAME\ten\tdear <nam>",
		    "a slot is <name>, <who>, <date>, <code> or <zip>" },
		{ "NAME\ten\t<name>", "the pattern has no word" },
		{ "NAME\ten\tfrom <name> to <name>", "the pattern has two slots" },
		{ "NAME\ten\ta b c d e f g h i j k", "the pattern has more than ten parts" },
		{ "NAME\ten\tdear 7", "a part is neither a word nor a mark" },
	};
	char path[] = "/tmp/fb-rules-XXXXXX";
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct fb_phrases r = {0};
		size_t line;

		assert_int_equal(ftruncate(fd, 0), 0);
		assert_true(pwrite(fd, "# x\n", 4, 0) == 4);
		assert_true(pwrite(fd, bad[i].line, strlen(bad[i].line), 4) > 0);
		assert_string_equal(fb_phrases_load(&r, path, &line), bad[i].why);
		assert_int_equal(line, 2);
		fb_phrases_release(&r);
	}
	close(fd);
	unlink(path);
}

static void
tricks_are_seen_through(void **state)
{
	(void)state;
	reads("john\u200b@ex\u00adample.com", "[EMAIL]");
	reads("４１１１１１１１１１１１１１１１", "[CARD]");
	reads("andy@\xc2\x8f" "example.com, jo\001e@x\x7f.org", "[EMAIL], [EMAIL]");
	reads("ｊｏｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "[EMAIL]");
	reads("call ٠٥٥٦٦٢١٢٩٧", "call [PHONE]");
}

static void
the_quick_look_misses_nothing(void **state)
{
	static const char *const texts[] = { "joe@example.com", "a.b",
	    "7 Hill", "7, rue", " St. 7", "1234567", "12 34 (56) 7", "1AA 1AA",
	    "99999", "http://x/y", "http:\\/\\/x\\/y", "fe::1", "\\u0040", "1\\/2",
	    "＠", "７", "٧", "۷", "७", "𝟕", "\u200b", "\u00ad", "\x7f", "\ufe0f" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t pad = 0; pad < 140; pad++) {
			struct fb_buf b = {0};

			for (size_t k = 0; k < pad; k++)
				fb_buf_addc(&b, 'x');
			fb_buf_adds(&b, texts[i]);
			for (size_t k = pad; k < 140; k++)
				fb_buf_addc(&b, ' ');
			assert_true(fb_find_hints(fb_buf_str(&b)) &
			    FB_SEES_ALL);
			fb_buf_release(&b);
		}
	assert_int_equal(fb_find_hints(FB_LIT("Good. Very good... \\n \\\"yes\\\". "
	    "很好，吃 - 5 stars, 8 of 9, room 4, don\u2019t \u2026")),
	    FB_SEES_FIGURES);
}

static void
masks_are_kept_when_they_read(void **state)
{
	fb_str text = FB_LIT("[EMAIL] [EMAIL] joe@x.org");
	struct fb_buf b = {0};

	(void)state;
	fb_mask_words(&masker, text, FB_SEES_ALL, "text", FB_LIT(
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
		cmocka_unit_test(national_numbers_are_masked),
		cmocka_unit_test(hardware_addresses_are_masked),
		cmocka_unit_test(numbers_need_shape_or_cue),
		cmocka_unit_test(other_numbers_stay),
		cmocka_unit_test(addresses_of_houses_are_masked),
		cmocka_unit_test(phrases_announce),
		cmocka_unit_test(own_names_are_masked),
		cmocka_unit_test(rules_say_what_is_wrong),
		cmocka_unit_test(tricks_are_seen_through),
		cmocka_unit_test(the_quick_look_misses_nothing),
		cmocka_unit_test(masks_are_kept_when_they_read),
		cmocka_unit_test(pseudonyms_are_hmac_sha256),
	};
	const char *at;
	size_t line;
	int failed;

	if (fb_phrases_folder(&rules, "share/redact", &line, &at))
		return 2;
	failed = cmocka_run_group_tests(tests, NULL, NULL);

	fb_masker_release(&masker);
	fb_phrases_release(&rules);
	fb_own_release(&own);
	return failed;
}
