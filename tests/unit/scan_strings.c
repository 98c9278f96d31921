/* scan_strings.c - a special byte at every place of strings of every length. */
#include "helper.h"

#include "record/scan.h"

enum { LONGEST = 100 };

/* What replaces one plain byte of the string; ok when the string stays one.
 * back is how far behind the start of the special the scan gives up. */
struct special {
	fb_str bytes;
	bool ok;
	size_t back;
};

static const struct special specials[] = {
	{ TEXT("a"), true, 0 }, { TEXT("\x7f"), true, 0 },
	{ TEXT("\\\""), true, 0 }, { TEXT("\\\\"), true, 0 },
	{ TEXT("\\u0000"), true, 0 }, { TEXT("\xc3\xa9"), true, 0 },
	{ TEXT("\xf0\x9f\x98\x80"), true, 0 },
	{ TEXT("\\ud83d\\ude00"), true, 0 },
	{ TEXT("\x1f"), false, 0 }, { TEXT("\0"), false, 0 },
	{ TEXT("\t"), false, 0 }, { TEXT("\x80"), false, 0 },
	{ TEXT("\xff"), false, 0 }, { TEXT("\xc3"), false, 0 },
	{ TEXT("\\x"), false, 0 }, { TEXT("\\ud83d"), false, 0 },
	{ TEXT("\""), false, 1 },
};

static void
put_string(struct fb_buf *b, const struct special *s, size_t length, size_t at)
{
	fb_buf_addc(b, '"');
	for (size_t i = 0; i < length; i++) {
		if (i == at)
			fb_buf_add(b, s->bytes);
		else
			fb_buf_addc(b, (char)('b' + i % 20));
	}
	fb_buf_addc(b, '"');
}

static void
check_spans(const struct fb_rec *rec, fb_str string)
{
	assert_int_equal(rec->n, 3);
	assert_text(rec->f[0].key, FB_LIT("k"));
	assert_text(rec->f[0].val, string);
	assert_text(rec->f[1].key, (fb_str){ string.p + 1, string.n - 2 });
	assert_text(rec->f[1].val, string);
	assert_text(rec->f[2].val, FB_LIT("-7.5"));
}

/* {"k":STRING,STRING:STRING,"n":-7.5}: a value, a key, in front and behind. */
static void
check(struct fb_buf *line, const struct special *s, size_t length, size_t at)
{
	struct fb_buf string = {0};
	struct fb_rec rec = {0};
	const char *why;

	put_string(&string, s, length, at);
	line->n = 0;
	fb_buf_adds(line, "{\"k\":");
	fb_buf_add(line, fb_buf_str(&string));
	fb_buf_addc(line, ',');
	fb_buf_add(line, fb_buf_str(&string));
	fb_buf_addc(line, ':');
	fb_buf_add(line, fb_buf_str(&string));
	fb_buf_adds(line, ",\"n\":-7.5}");
	why = fb_scan(&rec, fb_buf_str(line));
	if (!why != s->ok)
		fail_msg("length %zu, at %zu: %s", length, at, why ? why : "ok");
	if (s->ok)
		check_spans(&rec, fb_buf_str(&string));
	else if (rec.bad_at != 6 + at + s->back)
		fail_msg("length %zu, at %zu: given up at %zu in '%s'", length,
		    at, rec.bad_at, fb_buf_cstr(line));
	fb_rec_release(&rec);
	fb_buf_release(&string);
}

static void
every_length_and_place(const char *way)
{
	struct fb_buf line = {0};

	if (!fb_scan_use(way)) {
		print_message("skipped: this processor has no %s\n", way);
		skip();
	}
	for (size_t s = 0; s < COUNT(specials); s++)
		for (size_t length = s != 0; length <= LONGEST; length++)
			for (size_t at = 0; at < length || !length; at++) {
				check(&line, &specials[s], length, at);
				if (!length)
					break;
			}
	fb_buf_release(&line);
	fb_scan_use("auto");
}

static void
byte_by_byte(void **state)
{
	(void)state;
	every_length_and_place("scalar");
}

static void
with_sse2(void **state)
{
	(void)state;
	every_length_and_place("sse2");
}

static void
with_avx2(void **state)
{
	(void)state;
	every_length_and_place("avx2");
}

/* {"p":LEAD,"k":STRING,"n":-7.5}, LEAD so long that the string's special byte
 * is byte number at of the line. */
static void
check_at(struct fb_buf *line, const struct special *s, fb_str fill, size_t at)
{
	struct fb_rec rec = {0};
	const char *why;

	line->n = 0;
	fb_buf_adds(line, "{\"p\":\"");
	while (line->n + fill.n + sizeof "\",\"k\":\"b" - 1 <= at)
		fb_buf_add(line, fill);
	while (line->n + sizeof "\",\"k\":\"b" - 1 < at)
		fb_buf_addc(line, 'a');
	fb_buf_adds(line, "\",\"k\":\"b");
	fb_buf_add(line, s->bytes);
	fb_buf_adds(line, "c\",\"n\":-7.5}");
	why = fb_scan(&rec, fb_buf_str(line));
	if (!why != s->ok)
		fail_msg("special at %zu: %s", at, why ? why : "ok");
	if (!s->ok && rec.bad_at != at + s->back)
		fail_msg("at %zu: given up at %zu", at, rec.bad_at);
	if (s->ok)
		assert_text(rec.f[2].val, FB_LIT("-7.5"));
	fb_rec_release(&rec);
}

/* Bytes are looked at in runs of 2 KiB; where one ends nothing is lost. */
static void
around_the_ends_of_runs(void **state)
{
	static const fb_str fills[] = { TEXT("a"), TEXT("\xc3\xa9"),
	    TEXT("\xf0\x9f\x98\x80"), TEXT("\\n") };
	static const size_t middles[] = { 64, 2048, 4096, 8192 };
	struct fb_buf line = {0};

	(void)state;
	for (size_t w = 0; w < COUNT(ways); w++) {
		if (!fb_scan_use(ways[w]))
			continue;
		for (size_t s = 0; s < COUNT(specials); s++)
			for (size_t m = 0; m < COUNT(middles); m++)
				for (size_t d = 0; d < 160; d++)
					check_at(&line, &specials[s],
					    fills[d % COUNT(fills)],
					    middles[m] - 20 + d / COUNT(fills));
	}
	fb_scan_use("auto");
	fb_buf_release(&line);
}

/* A line that is cut anywhere is refused, and no byte behind it is read: it
 * stands at the very end of its memory, which the sanitizers watch. */
static void
cut_anywhere(void **state)
{
	static const char line[] = "{\"key\":\"some text of more than thirty-two "
	    "bytes \\u00e9 \xe2\x82\xac\",\"n\":[-1.5e-3,true,{\"x\":null}]}";
	struct fb_rec rec = {0};

	(void)state;
	for (size_t w = 0; w < COUNT(ways); w++) {
		if (!fb_scan_use(ways[w]))
			continue;
		for (size_t n = 0; n < sizeof line; n++) {
			char *copy = malloc(n ? n : 1);

			memcpy(copy, line, n);
			if (!fb_scan(&rec, (fb_str){ copy, n }))
				assert_int_equal(n, sizeof line - 1);
			else
				assert_true(rec.bad_at <= n && n != sizeof line - 1);
			free(copy);
		}
	}
	fb_scan_use("auto");
	fb_rec_release(&rec);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(byte_by_byte),
		cmocka_unit_test(with_sse2),
		cmocka_unit_test(with_avx2),
		cmocka_unit_test(around_the_ends_of_runs),
		cmocka_unit_test(cut_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
