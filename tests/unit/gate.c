/* gate.c - what passes to pages and sheets, and what ICU says of a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "text/gate.h"
#include "text/icu.h"

static struct fb_buf out;

static const char *
page(fb_str s, struct fb_gated *g)
{
	out.n = 0;
	fb_gate_page(&out, s, g);
	return fb_buf_cstr(&out);
}

static const char *
sheet(fb_str s, struct fb_gated *g)
{
	out.n = 0;
	fb_gate_sheet(&out, s, g);
	return fb_buf_cstr(&out);
}

static void
ordinary_words_pass_unchanged(void **state)
{
	static const char words[] = "Tomatoes\tthat taste\nof «tomato» 👩‍👧 می‌خواهم";
	struct fb_gated g = {0};

	(void)state;
	assert_string_equal(page(FB_LIT("Tomatoes\tthat taste\nof «tomato» 👩‍👧 "
	    "می‌خواهم"), &g), words);
	assert_string_equal(sheet(fb_cstr(words), &g), words);
	assert_int_equal(g.replaced + g.dropped + g.escaped, 0);
}

static void
what_cannot_be_drawn_is_dropped_or_replaced(void **state)
{
	struct fb_gated g = {0};

	(void)state;
	assert_string_equal(page(FB_LIT("a\0b\x1b[31m\x7f\xc2\x9b|"), &g), "ab[31m|");
	assert_int_equal(g.dropped, 4);
	assert_string_equal(page(FB_LIT("\xed\xa0\x80|\xef\xbf\xbf|\xf4\x8f\xbf\xbe|"
	    "\xef\xb7\x90"), &g), "���|�|�|�");
	assert_int_equal(g.replaced, 6);
	assert_string_equal(page(FB_LIT("x\xe2\x80\xaey\xe2\x81\xa6z\xef\xbb\xbf"),
	    NULL), "xyz");
	assert_string_equal(page(FB_LIT("1\r\n2\r3\xc2\x85""4\f5"), &g),
	    "1\n2\n3\n4\n5");
	assert_int_equal(g.dropped, 4);
}

static void
a_cell_shows_an_escape_as_it_was_written(void **state)
{
	struct fb_gated g = {0};

	(void)state;
	assert_string_equal(sheet(FB_LIT("_x0041_ _x00g1_ _x0d0A_"), &g),
	    "_x005F_x0041_ _x00g1_ _x005F_x0d0A_");
	assert_int_equal(g.escaped, 2);
	assert_string_equal(sheet(FB_LIT("_x00\x01" "41_"), &g), "_x005F_x0041_");
	assert_int_equal(g.escaped, 3);
	assert_string_equal(page(FB_LIT("_x0041_"), &g), "_x0041_");
}

static void
fill(struct fb_buf *b, const char *s, size_t times)
{
	b->n = 0;
	while (times--)
		fb_buf_adds(b, s);
}

static void
a_long_text_is_split_between_clusters(void **state)
{
	struct fb_buf b = {0};
	size_t n;

	(void)state;
	fill(&b, "x", FB_CELL_UNITS);
	assert_int_equal(fb_gate_cell(fb_buf_str(&b)), b.n);
	fb_buf_adds(&b, "\xcc\x81"); /* an accent on the last x */
	assert_int_equal(fb_utf16_len(fb_buf_str(&b)), FB_CELL_UNITS + 1);
	assert_int_equal(fb_gate_cell(fb_buf_str(&b)), FB_CELL_UNITS - 1);
	fill(&b, "😢", 20000);
	n = fb_gate_cell(fb_buf_str(&b));
	assert_int_equal(n, FB_CELL_UNITS / 2 * 4);
	fill(&b, "x", FB_CELL_UNITS - 3);
	fb_buf_adds(&b, "_x005F_x0041_");
	assert_int_equal(fb_gate_cell(fb_buf_str(&b)), FB_CELL_UNITS - 3);
	fill(&b, "line\n", 300);
	assert_int_equal(fb_gate_cell(fb_buf_str(&b)), 5 * FB_CELL_LINES + 4);
	fill(&b, "\xcc\x81", 40000);
	assert_int_equal(fb_gate_cell(fb_buf_str(&b)), 2 * FB_CELL_UNITS);
	fb_buf_release(&b);
}

static void
clusters_are_what_a_reader_counts(void **state)
{
	fb_str s = FB_LIT("e\xcc\x81👩‍👩‍👧🇩🇪नि");

	(void)state;
	assert_int_equal(fb_clusters(s), 4);
	assert_int_equal(fb_cluster_floor(s, 2), 0);
	assert_int_equal(fb_cluster_floor(s, 3), 3);
	assert_int_equal(fb_cluster_floor(s, 10), 3);
	assert_int_equal(fb_cluster_floor(s, 999), s.n);
	assert_int_equal(fb_clusters(FB_LIT("")), 0);
}

static void
sentences_end_where_readers_stop(void **state)
{
	struct fb_cuts c = {0};

	(void)state;
	fb_cuts_find(&c, FB_SENTENCE, FB_LIT("It costs 3.50 now. Why? お水です。はい"));
	assert_int_equal(c.n, 4);
	assert_int_equal(c.at[0], 19);
	assert_int_equal(c.at[1], 24);
	assert_int_equal(c.at[3], 24 + 21);
	fb_cuts_find(&c, FB_SENTENCE, FB_LIT(""));
	assert_int_equal(c.n, 0);
	fb_cuts_release(&c);
}

static void
folding_makes_caseless_equals_equal(void **state)
{
	struct fb_buf a = {0}, b = {0};

	(void)state;
	fb_put_folded(&a, FB_LIT("STRASSE Ångström ΣΊΣΥΦΟΣ"));
	fb_put_folded(&b, FB_LIT("Straße A\xcc\x8angstro\xcc\x88m σίσυφος"));
	assert_string_equal(fb_buf_cstr(&a), fb_buf_cstr(&b));
	a.n = b.n = 0;
	fb_put_folded(&a, FB_LIT("Plain ASCII, NUL\0too"));
	assert_true(fb_str_eq(fb_buf_str(&a), FB_LIT("plain ascii, nul\0too")));
	fb_put_nfc(&b, FB_LIT("E\xcc\x81\xff"));
	assert_string_equal(fb_buf_cstr(&b), "É\xef\xbf\xbd");
	fb_buf_release(&a);
	fb_buf_release(&b);
}

static void
a_sentence_begins_with_a_capital(void **state)
{
	static const char *const pairs[][2] = { { "mean of 1 to 5", "Mean of 1 to 5" },
	    { "élan", "Élan" }, { "iPhone users", "iPhone users" },
	    { "ǆ", "ǅ" }, { "4 of 5", "4 of 5" }, { "満足", "満足" }, { "a", "A" },
	    { "", "" } };
	struct fb_buf b = {0};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		b.n = 0;
		fb_put_sentence(&b, fb_cstr(pairs[i][0]));
		assert_string_equal(fb_buf_cstr(&b), pairs[i][1]);
	}
	fb_buf_release(&b);
}

static void
direction_and_letters_come_from_the_text(void **state)
{
	struct fb_letters l = fb_letters(FB_LIT("配達の Größe 방 ا 12"));
	const fb_str none = FB_LIT("");

	(void)state;
	assert_int_equal(fb_side(FB_LIT("«45 انتظرت NPS"), none), FB_DIR_RTL);
	assert_int_equal(fb_side(FB_LIT("12 שלום"), none), FB_DIR_RTL);
	assert_int_equal(fb_side(FB_LIT("(NPS) انتظرت"), none), FB_DIR_RTL);
	assert_int_equal(fb_side(FB_LIT("12 … 😢"), none), FB_DIR_NONE);
	/* A name in other letters decides nothing, unless the language does. */
	assert_int_equal(fb_side(FB_LIT("WhatsApp أفضل بكثير"), none), FB_DIR_RTL);
	assert_int_equal(fb_side(FB_LIT("שלום said the man"), none), FB_DIR_LTR);
	assert_int_equal(fb_side(FB_LIT("Kestrel Water נהדר"), none), FB_DIR_LTR);
	assert_int_equal(fb_side(FB_LIT("Kestrel Water נהדר"), FB_LIT("he")),
	    FB_DIR_RTL);
	assert_int_equal(fb_side(FB_LIT("Kestrel Water"), FB_LIT("he")), FB_DIR_LTR);
	assert_int_equal(l.all, 10);
	assert_int_equal(l.han, 2);
	assert_int_equal(l.kana, 1);
	assert_int_equal(l.hangul, 1);
	assert_int_equal(l.arabic, 1);
}

static int
release(void **state)
{
	(void)state;
	fb_buf_release(&out);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinary_words_pass_unchanged),
		cmocka_unit_test(what_cannot_be_drawn_is_dropped_or_replaced),
		cmocka_unit_test(a_cell_shows_an_escape_as_it_was_written),
		cmocka_unit_test(a_long_text_is_split_between_clusters),
		cmocka_unit_test(clusters_are_what_a_reader_counts),
		cmocka_unit_test(sentences_end_where_readers_stop),
		cmocka_unit_test(folding_makes_caseless_equals_equal),
		cmocka_unit_test(a_sentence_begins_with_a_capital),
		cmocka_unit_test(direction_and_letters_come_from_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
