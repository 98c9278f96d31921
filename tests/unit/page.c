/* page.c - the drawing door, seen through a two-page document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <math.h>

#include <cmocka.h>

#include "base/out.h"
#include "base/share.h"
#include "chart/page.h"
#include "text/icu.h"

#define LEFT 48.0

static const char long_quote[] =
    "I run a bakery. Forty minutes of that piano loop at five in the morning "
    "while my flour sits in the wrong depot. When somebody finally picked up "
    "she was lovely, well-known for it, and could do nothing.";

static const char arabic[] = "انتظرتُ على الهاتف 45 دقيقة، واتصلت ثلاث مرات ولم "
    "يردّ أحد 😡 الموسيقى أسوأ من الانتظار نفسه. كنتم الأفضل قبل عام.";
static const char japanese[] = "配達の方がとても親切で、重い水を二階まで運んでくれました。"
    "アプリの予約画面だけ、時々消えてしまいます。";
static const char chinese[] = "客服態度很好，但是我等了四十分鐘才有人接電話。"
    "等待音樂實在太大聲了，嬰兒都被吵醒了 😢";

static struct fb_page_info info;

static void
set_info(void)
{
	info = (struct fb_page_info){
		.title = FB_LIT("Customer numbers — März"),
		.author = FB_LIT("Larkspur"),
		.subject = FB_LIT("All roles of the drawing door"),
		.keywords = FB_LIT("feedback, NPS"),
		.creator = FB_LIT("fb-chart " FB_VERSION),
		.made = 1743487200,
	};
}

static fb_str
str(const char *s)
{
	return fb_cstr(s);
}

static struct fb_page *
new_page(enum fb_page_format format)
{
	struct fb_page *p = fb_page_new(format, FB_A4_WIDTH, FB_A4_HEIGHT, &info);

	fb_page_next(p, "1");
	return p;
}

static void
running_head(struct fb_page *p, const char *what)
{
	struct fb_text_box b;
	double right = LEFT + FB_PAGE_CONTENT;

	b = fb_page_text(p, &(struct fb_text){ .s = FB_LIT("LARKSPUR"),
	    .role = FB_RUNNING_BOLD }, LEFT, 40);
	fb_page_text(p, &(struct fb_text){ .s = fb_cstr(what),
	    .role = FB_RUNNING }, LEFT + b.width + 6, 40);
	fb_page_text(p, &(struct fb_text){ .s = FB_LIT("March 2025"),
	    .role = FB_RUNNING, .align = FB_RIGHT }, right, 40);
	fb_page_line(p, (struct fb_pen){ FB_INK, 0.8, 0 }, LEFT, 46, right, 46);
}

static double
quote(struct fb_page *p, double x, double y, struct fb_text t, const char *id)
{
	struct fb_text_box b;

	fb_page_tag(p, FB_TAG_QUOTE);
	b = fb_page_text_top(p, &t, x, y);
	fb_page_untag(p);
	y += b.height;
	b = fb_page_text_top(p, &(struct fb_text){ .role = FB_NOTE,
	    .s = FB_LIT("12 Mar 2025 · Phone survey") }, x, y);
	fb_page_link(p, FB_LIT("workbook.xlsx#Quotes!A2"));
	fb_page_text_top(p, &(struct fb_text){ .s = fb_cstr(id), .role = FB_NOTE,
	    .colour = FB_BLUE }, x + b.last + 6, y);
	fb_page_untag(p);
	return y + b.height + 10;
}

static void
marks(struct fb_page *p, double y)
{
	struct fb_point line[] = { { 230, y + 20 }, { 240, y + 10 }, { 250, y + 16 },
		{ 260, y + 4 }, { 290, y + 24 } };
	struct fb_point band[] = { { 230, y + 4 }, { 290, y + 8 }, { 290, y + 22 },
		{ 230, y + 18 } };
	struct fb_text number = { .s = FB_LIT("10"), .role = FB_MARK,
		.align = FB_CENTRE };

	fb_page_tag(p, FB_TAG_FIGURE);
	fb_page_square(p, LEFT, y, 16, 3, FB_RED);
	fb_page_text(p, &number, LEFT + 8, y + 11);
	fb_page_disc(p, LEFT + 32, y + 8, 8, FB_BLUE);
	fb_page_text(p, &number, LEFT + 32, y + 11);
	fb_page_ring(p, LEFT + 56, y + 8, 7.4, (struct fb_pen){ FB_MID, 1.2, 0 });
	number.colour = FB_INK;
	fb_page_text(p, &number, LEFT + 56, y + 11);
	fb_page_triangle(p, LEFT + 84, y + 8, 8, false, true, FB_RED);
	fb_page_triangle(p, LEFT + 100, y + 8, 8, true, false, FB_TEXT2);
	fb_page_area(p, FB_BLUE3, band, 4);
	fb_page_polyline(p, (struct fb_pen){ FB_TEXT2, 1.1, 0 }, line, 5);
	fb_page_line(p, (struct fb_pen){ FB_INK, 0.8, 2.5 }, 270, y, 270, y + 30);
	fb_page_clip(p, 310, y, 20, 20);
	fb_page_disc(p, 310, y, 30, FB_BLUE2);
	fb_page_unclip(p);
	fb_page_frame(p, 340, y, 20, 20, (struct fb_pen){ FB_INK, 1.3, 0 });
	fb_page_curve(p, (struct fb_pen){ FB_RED, 1.1, 0 }, line, 4);
	fb_page_halo(p, 255, y + 8, 30, 10);
	fb_page_untag(p);
}

/* Every role once, beside its number. */
static void
roles(struct fb_page *p, double y)
{
	double x = LEFT;

	for (int r = FB_TITLE; r < FB_ROLES; r++) {
		struct fb_text t = { .role = (enum fb_role)r,
			.s = FB_LIT("Office 31, +6 “fi” 1,204") };
		struct fb_text_box b;

		if (r == FB_TITLE_OPENING || r == FB_VALUE_BIG || r == FB_NUMERAL)
			t.s = FB_LIT("31");
		if (r == FB_MARK)
			t.colour = FB_BLUE;
		b = fb_page_text_top(p, &t, x, y);
		y += b.height + 1;
		if (y > 780)
			x += 250, y = 480;
	}
}

static void
first_page(struct fb_page *p)
{
	struct fb_text t = { .role = FB_TITLE, .width = FB_PAGE_CONTENT,
		.balanced = true, .s = FB_LIT("The phone line broke the month: "
		    "recommendation falls six points, to 31") };
	double y;

	running_head(p, "Customer numbers and letters");
	fb_page_dest(p, FB_LIT("summary"), 0, 0);
	fb_page_tag(p, FB_TAG_H1);
	y = 80 + fb_page_text(p, &t, LEFT, 80).height - 12;
	fb_page_untag(p);
	fb_page_tag(p, FB_TAG_P);
	y += fb_page_text_top(p, &(struct fb_text){ .role = FB_DECK, .width = 470,
	    .max_lines = 3, .s = FB_LIT("Hold time almost tripled after the switch on "
	    "10 March. Six of ten numbers moved more than chance explains.") },
	    LEFT, y).height + 14;
	fb_page_untag(p);
	t = (struct fb_text){ .role = FB_QUOTE_ROW, .width = 169, .max_lines = 3,
		.open = "“", .close = "”" };
	t.s = str(long_quote);
	y = quote(p, 354, y, t, "#R-20417");
	t.s = str(chinese), t.lang = "zh-Hant", t.open = "「", t.close = "」";
	y = quote(p, 354, y, t, "#C-33018");
	t.s = str(arabic), t.lang = "ar", t.open = "«", t.close = "»";
	y = quote(p, 354, y, t, "#A-51883");
	t.max_lines = 2;
	y = quote(p, 354, y, t, "#A-51884");
	marks(p, 190);
	t = (struct fb_text){ .role = FB_QUOTE, .width = 230, .open = "「",
		.close = "」", .lang = "ja", .s = str(japanese) };
	quote(p, LEFT, 240, t, "#A-52210");
	t.max_lines = 2;
	quote(p, LEFT, 320, t, "#A-52211");
	fb_page_goto(p, FB_LIT("letters"));
	fb_page_text(p, &(struct fb_text){ .role = FB_LABEL, .colour = FB_BLUE,
	    .s = FB_LIT("see the letters, page 2") }, LEFT, 400);
	fb_page_untag(p);
	roles(p, 480);
}

static double
letter(struct fb_page *p, double y, const char *number, const char *words,
    const char *lang)
{
	struct fb_text_box b;

	fb_page_text(p, &(struct fb_text){ .s = fb_cstr(number),
	    .role = FB_NUMERAL }, LEFT, y + 22);
	b = fb_page_text_top(p, &(struct fb_text){ .s = fb_cstr(words),
	    .role = FB_LETTER, .width = 381, .lang = lang, .keep_lines = true },
	    LEFT + 118, y);
	return y + b.height + 30;
}

static void
second_page(struct fb_page *p)
{
	double y = 80;

	running_head(p, "Ten letters");
	fb_page_dest(p, FB_LIT("letters"), 0, 0);
	fb_page_tag(p, FB_TAG_SECT);
	y = letter(p, y, "1", "I run a bakery on the corner of [STREET], you deliver "
	    "my flour and butter six mornings a week and have done for six years.\n"
	    "Unfortunately the flour went to the wrong depot. It happens.", "en");
	y = letter(p, y, "2", "You saved our Tuesday. Two kids with fever, my husband "
	    "on nights, and dinner at the door in half an hour ❤️ The driver had put "
	    "the paracetamol on top. 👩‍👩‍👧 🇩🇪 1️⃣ 12", "en");
	y = letter(p, y, "3", arabic, "ar");
	y = letter(p, y, "4", japanese, "ja");
	y = letter(p, y, "5", chinese, "zh-Hant");
	y = letter(p, y, "6", "שלום לכולם, ההזמנה הגיעה בזמן. ปณิธาน ส่งช้ามาก नमस्ते "
	    "Tiếng Việt Ελληνικά кириллица ★ → ≥", NULL);
	fb_page_untag(p);
}

static void
draw_demo(struct fb_buf *to)
{
	struct fb_page *p = new_page(FB_PDF);
	int top;

	first_page(p);
	fb_page_next(p, "2");
	second_page(p);
	top = fb_page_outline(p, 0, FB_LIT("Summary — Überblick"), FB_LIT("summary"));
	fb_page_outline(p, top, FB_LIT("Letters"), FB_LIT("letters"));
	assert_int_equal(fb_page_unknown(p), 0);
	assert_null(fb_page_finish(p, to));
	fb_page_free(p);
}

static bool
holds(const struct fb_buf *b, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= b->n; i++)
		if (!memcmp(b->p + i, what, n))
			return true;
	return false;
}

static void
two_runs_give_the_same_bytes(void **state)
{
	struct fb_buf one = {0}, two = {0};
	const char *path = getenv("PAGE_DEMO");

	(void)state;
	draw_demo(&one);
	draw_demo(&two);
	assert_true(fb_str_eq(fb_buf_str(&one), fb_buf_str(&two)));
	assert_true(fb_str_starts(fb_buf_str(&one), FB_LIT("%PDF-")));
	assert_true(holds(&one, "%%EOF"));
	assert_true(holds(&one, "workbook.xlsx#Quotes!A2"));
	assert_true(holds(&one, "/Marked true"));
	assert_true(holds(&one, "20250401"));
	if (path)
		fb_out_file(path, fb_buf_str(&one));
	fb_buf_release(&one);
	fb_buf_release(&two);
}

static bool
ends(fb_str s, const char *tail)
{
	size_t n = strlen(tail);

	return s.n >= n && !memcmp(s.p + s.n - n, tail, n);
}

/* Texts of each direction, drawn on a page from the right. */
static void
put_texts(struct fb_buf *to, size_t between)
{
	struct fb_page *p = new_page(FB_PDF);
	struct fb_text texts[] = {
		{ .s = str(long_quote), .role = FB_QUOTE, .width = 200, .max_lines = 2,
		    .open = "“", .close = "”" },
		{ .s = str(arabic), .role = FB_QUOTE, .width = 200, .align = FB_LEFT },
		{ .s = str(japanese), .role = FB_QUOTE, .width = 200, .lang = "ja" },
		{ .s = str(arabic), .role = FB_TITLE, .width = 400, .balanced = true },
	};
	size_t n = sizeof texts / sizeof *texts;

	fb_page_mirror(p, true);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < between; k++) {
			struct fb_text t = texts[k % n];

			t.width += (double)k;
			fb_page_measure(p, &t);
		}
		fb_page_text(p, &texts[i], LEFT, 80 + 150 * (double)i);
	}
	assert_null(fb_page_finish(p, to));
	fb_page_free(p);
}

static void
what_is_measured_between_changes_nothing(void **state)
{
	struct fb_buf plain = {0}, busy = {0};

	(void)state;
	put_texts(&plain, 0);
	for (size_t between = 4; between < 400; between *= 7) {
		put_texts(&busy, between);
		assert_int_equal(plain.n, busy.n);
		assert_memory_equal(plain.p, busy.p, plain.n);
		busy.n = 0;
	}
	fb_buf_release(&plain);
	fb_buf_release(&busy);
}

static void
a_quote_is_cut_at_a_word_inside_its_marks(void **state)
{
	struct fb_page *p = new_page(FB_PDF);
	struct fb_text t = { .role = FB_QUOTE_ROW, .width = 169, .open = "“",
		.close = "”", .s = str(long_quote) };
	int whole = fb_page_measure(p, &t).lines;

	(void)state;
	assert_true(ends(fb_page_shown(p), "nothing.”"));
	for (t.max_lines = 1; t.max_lines < whole; t.max_lines++) {
		struct fb_text_box b = fb_page_measure(p, &t);
		fb_str s = fb_page_shown(p);

		assert_true(b.cut);
		assert_int_equal(b.lines, t.max_lines);
		assert_true(b.width <= 169.01);
		assert_true(ends(s, " […]”"));
		assert_memory_equal(s.p + 3, long_quote, b.shown);
		assert_int_equal(long_quote[b.shown], ' ');
	}
	assert_false(fb_page_measure(p, &t).cut);
	fb_page_free(p);
}

static void
scripts_without_spaces_are_cut_at_a_cluster(void **state)
{
	struct fb_page *p = new_page(FB_PDF);
	struct fb_text t = { .role = FB_QUOTE_ROW, .width = 169, .max_lines = 2,
		.lang = "ja", .open = "「", .close = "」", .s = str(japanese) };
	struct fb_text_box b = fb_page_measure(p, &t);

	(void)state;
	assert_true(b.cut && b.shown > 40);
	assert_int_equal(b.lines, 2);
	assert_true(ends(fb_page_shown(p), " […]」"));
	assert_int_equal(fb_cluster_floor(t.s, b.shown), b.shown);
	t = (struct fb_text){ .role = FB_QUOTE_ROW, .width = 80, .max_lines = 1,
		.as_quote = true, .s = FB_LIT("Donaudampfschifffahrtsgesellschaft") };
	b = fb_page_measure(p, &t);
	assert_true(b.cut && b.shown > 5 && b.lines == 1);
	fb_page_free(p);
}

static void
a_label_is_cut_with_an_ellipsis(void **state)
{
	struct fb_page *p = new_page(FB_PDF);
	struct fb_text t = { .role = FB_LABEL, .width = 60, .max_lines = 1,
		.s = FB_LIT("Small business customers") };
	struct fb_text_box b = fb_page_measure(p, &t);

	(void)state;
	assert_true(b.cut && b.lines == 1 && b.shown > 5);
	assert_true(ends(fb_page_shown(p), "…"));
	fb_page_free(p);
}

static void
arabic_is_drawn_from_the_right(void **state)
{
	struct fb_page *p = new_page(FB_PDF);
	struct fb_text t = { .role = FB_QUOTE, .width = 200, .s = str(arabic) };

	(void)state;
	assert_true(fb_page_measure(p, &t).rtl);
	t.s = str(long_quote);
	assert_false(fb_page_measure(p, &t).rtl);
	fb_page_free(p);
}

static void
a_balanced_title_keeps_its_lines_and_its_hyphens(void **state)
{
	struct fb_page *p = new_page(FB_PDF);
	struct fb_text t = { .role = FB_TITLE, .width = 400,
		.s = FB_LIT("Small-business customers stopped in October") };
	struct fb_text_box plain = fb_page_measure(p, &t), even;

	(void)state;
	t.balanced = true;
	even = fb_page_measure(p, &t);
	assert_int_equal(plain.lines, 2);
	assert_int_equal(even.lines, 2);
	assert_true(even.width < plain.width - 20);
	t.width = 170;
	t.s = FB_LIT("A Small-business");
	t.balanced = false;
	assert_int_equal(fb_page_measure(p, &t).lines, 2);
	assert_true(fb_page_measure(p, &t).last < 120);
	t.balanced = true;
	assert_true(fb_page_measure(p, &t).last > 120);
	fb_page_free(p);
}

static void
leading_is_exact_in_every_script(void **state)
{
	struct fb_page *p = new_page(FB_PDF);
	struct fb_text t = { .role = FB_LETTER, .width = 381, .s = str(long_quote) };
	struct fb_text_box b = fb_page_measure(p, &t);

	(void)state;
	assert_true(fabs(b.height - 21 * b.lines) < 1e-9);
	t.s = str(arabic);
	assert_true(fabs(fb_page_measure(p, &t).leading - 24) < 1e-9);
	t.from = 1;
	assert_true(fabs(fb_page_measure(p, &t).height - 24 *
	    (fb_page_measure(p, &t).lines - 1)) < 1e-9);
	fb_page_free(p);
}

/* Width of s in the role for quotes, or for numbers of one height. */
static double
width_of(struct fb_page *p, const char *s, enum fb_role role)
{
	struct fb_text t = { .s = str(s), .role = role, .size = 10,
		.align = FB_LEFT };

	return fb_page_measure(p, &t).width;
}

static void
old_figures_stand_among_old_letters_alone(void **state)
{
	struct fb_page *p = new_page(FB_PDF);
	static const char *const scripts[] = { "חח", "ทท", "हह" };
	double old, lining;

	(void)state;
	old = width_of(p, "1111xx", FB_QUOTE) - width_of(p, "xx", FB_QUOTE);
	lining = width_of(p, "ח1111ח", FB_QUOTE) - width_of(p, "חח", FB_QUOTE);
	assert_true(fabs(old - lining) > 0.3);
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		char both[32];

		snprintf(both, sizeof both, "%s1111", scripts[i]);
		assert_true(fabs(width_of(p, both, FB_QUOTE) -
		    width_of(p, scripts[i], FB_QUOTE) - lining) < 0.3);
	}
	fb_page_free(p);
}

static void
broken_text_does_not_blank_the_page(void **state)
{
	struct fb_page *p = new_page(FB_PDF);
	struct fb_buf out = {0};
	struct fb_text t = { .role = FB_LABEL, .s = FB_LIT("a\xff\x01\0 b\xed\xa0\x80") };

	(void)state;
	fb_page_text(p, &t, 50, 50);
	assert_true(fb_str_eq(fb_page_shown(p), FB_LIT(
	    "a\xef\xbf\xbd b\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd")));
	fb_page_link(p, FB_LIT("http://x/it's\\ \"so\" \xc3\xa9\n"));
	fb_page_text(p, &t, 50, 70);
	assert_null(fb_page_finish(p, &out));
	assert_true(holds(&out, "http://x/it%27s%5C%20%22so%22%20%C3%A9%0A"));
	fb_page_free(p);
	fb_buf_release(&out);
}

static void
mistakes_are_told_at_the_end(void **state)
{
	struct fb_buf out = {0};
	struct fb_page *p = new_page(FB_PDF);

	(void)state;
	fb_page_line(p, (struct fb_pen){ FB_INK, 1, 0 }, 0, 0, NAN, 5);
	assert_string_equal(fb_page_finish(p, &out),
	    "a place on the page is not a number");
	fb_page_free(p);
	p = new_page(FB_PDF);
	fb_page_goto(p, FB_LIT("nowhere"));
	assert_non_null(fb_page_finish(p, &out));
	fb_page_free(p);
	p = new_page(FB_PDF);
	fb_page_untag(p);
	assert_non_null(fb_page_finish(p, &out));
	fb_page_free(p);
	p = fb_page_new(FB_PDF, 100, 100, &info);
	assert_non_null(fb_page_finish(p, &out));
	fb_page_free(p);
	assert_int_equal(out.n, 0);
	fb_buf_release(&out);
}

static void
pictures_come_whole_too(void **state)
{
	static const enum fb_page_format formats[] = { FB_SVG, FB_PNG };
	struct fb_buf out = {0};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct fb_page *p = new_page(formats[i]);

		first_page(p);
		fb_page_dest(p, FB_LIT("letters"), 0, 0);
		out.n = 0;
		assert_null(fb_page_finish(p, &out));
		assert_true(out.n > 10000);
		fb_page_free(p);
	}
	fb_buf_release(&out);
}

static int
set_fonts(void **state)
{
	struct fb_buf path = {0};
	const char *why;

	(void)state;
	set_info();
	setenv("FB_DATADIR", "share", 0);
	why = fb_share_path(&path, "fonts.conf");
	if (!why)
		why = fb_page_fonts(fb_buf_cstr(&path));
	if (why)
		fprintf(stderr, "%s\n", why);
	fb_buf_release(&path);
	return why != NULL;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_runs_give_the_same_bytes),
		cmocka_unit_test(what_is_measured_between_changes_nothing),
		cmocka_unit_test(a_quote_is_cut_at_a_word_inside_its_marks),
		cmocka_unit_test(scripts_without_spaces_are_cut_at_a_cluster),
		cmocka_unit_test(a_label_is_cut_with_an_ellipsis),
		cmocka_unit_test(arabic_is_drawn_from_the_right),
		cmocka_unit_test(a_balanced_title_keeps_its_lines_and_its_hyphens),
		cmocka_unit_test(leading_is_exact_in_every_script),
		cmocka_unit_test(old_figures_stand_among_old_letters_alone),
		cmocka_unit_test(broken_text_does_not_blank_the_page),
		cmocka_unit_test(mistakes_are_told_at_the_end),
		cmocka_unit_test(pictures_come_whole_too),
	};

	return cmocka_run_group_tests(tests, set_fonts, NULL);
}
