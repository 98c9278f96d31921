/* reread.c - rows with quotes out of place, by the header's width. */
#include "helper.h"

#include "ingest/reread.h"
#include "ingest/split.h"

/* Cells with 0x1F behind each, or "" when there is no such reading. */
static void
reads(const char *line, size_t width, const char *want)
{
	struct fb_row row = {0};
	struct fb_buf got = {0};
	bool found = fb_reread(&row, fb_cstr(line), ',', '"', width);

	assert_int_equal(found, *want != '\0');
	for (size_t i = 0; i < row.text.n; i++)
		fb_buf_addc(&got, row.text.p[i] == '\x1f' ? '|' :
		    row.text.p[i]);
	assert_string_equal(fb_buf_cstr(&got), want);
	fb_buf_release(&got);
	fb_buf_release(&row.text);
	free(row.cells);
}

static void
the_width_tells_which_quote_is_a_word(void **unused)
{
	(void)unused;
	reads("1,\"a,\"b, c\",d", 4, "1|\"a|b, c|d|");
	reads("\"1,a,\"b, c\",d", 4, "\"1|a|b, c|d|");
	reads("1,a,\"b, c\",\"", 4, "1|a|b, c|\"|");
	reads("1,\"lamp, 48\"\",\"fine\"", 3, "1|lamp, 48\"|fine|");
	reads("1,\"say \"so\", \",x", 3, "1|say \"so\", |x|");
	reads("1,\"say \"\"so\"\" , \"x\",y", 3, "1|say \"so\" , \"x|y|");
	reads(",\",", 3, "|\"||");
}

static void
what_is_not_clear_stays(void **unused)
{
	(void)unused;
	reads("1,\"a,b", 4, "");             /* too few cells */
	reads("a\"b\"c\"d\",e", 2, "");      /* too many quotes */
	reads("\"a,\"b,\"c", 2, "");         /* two readings as good */
	reads("", 2, "");
}

/* A row written by the book is read as the splitter reads it; one with any
 * bytes has the width or is left alone. */
static void
any_line_has_the_width_or_stays(void **unused)
{
	static const char parts[] = ",,\"\"ab";
	struct fb_row a = {0}, b = {0};
	struct fb_buf line = {0};
	size_t good = 0;

	(void)unused;
	for (size_t i = 0; i < 200000; i++) {
		line.n = 0;
		for (size_t n = next_random() % 16; n; n--)
			fb_buf_addc(&line, parts[next_random() % 6]);
		a.n = a.text.n = b.n = b.text.n = 0;
		if (!fb_split_line(&a, fb_buf_str(&line), ',', '"')) {
			if (fb_reread(&b, fb_buf_str(&line), ',', '"', 3))
				assert_int_equal(b.n, 3);
			else
				assert_int_equal(b.n, 0);
			continue;
		}
		good++;
		assert_true(fb_reread(&b, fb_buf_str(&line), ',', '"', a.n));
		assert_true(fb_str_eq(fb_buf_str(&a.text),
		    fb_buf_str(&b.text)));
	}
	assert_true(good > 10000);
	fb_buf_release(&line);
	fb_buf_release(&a.text);
	fb_buf_release(&b.text);
	free(a.cells);
	free(b.cells);
}

static void
rows_fit_or_not(void **unused)
{
	(void)unused;
	assert_true(fb_rows_fit(FB_LIT("\na,b\r\n\"c,\n\"\"d\",e\n"), ',', '"',
	    2));
	assert_true(fb_rows_fit(FB_LIT("a,b\nc,\"d"), ',', '"', 2));
	assert_false(fb_rows_fit(FB_LIT("a,b\nc"), ',', '"', 2));
	assert_false(fb_rows_fit(FB_LIT("a,b\nc,d,e"), ',', '"', 2));
	assert_false(fb_rows_fit(FB_LIT("a,b\nc,d\"\n"), ',', '"', 2));
	assert_false(fb_rows_fit(FB_LIT("a,\"b\"c\n"), ',', '"', 2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_width_tells_which_quote_is_a_word),
		cmocka_unit_test(what_is_not_clear_stays),
		cmocka_unit_test(any_line_has_the_width_or_stays),
		cmocka_unit_test(rows_fit_or_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
