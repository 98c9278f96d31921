/* say.c - texts with slots and forms of number, and what joins them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "present/words.h"

static void
put(struct fb_words *w, const char *key, const char *text)
{
	size_t at = fb_map_put(&w->keys, fb_cstr(key), NULL);

	w->text = fb_grow(w->text, &w->cap, at + 1, sizeof *w->text);
	w->text[at] = fb_cstr(text);
}

/* Of a language that has no words yet, Russian as CLDR has it. */
static struct fb_words
words_in(const char *lang, const char *text)
{
	static const char ru[] = "one: v = 0 and i % 10 = 1 and i % 100 != 11; "
	    "few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14; "
	    "many: v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or "
	    "v = 0 and i % 100 = 11..14";
	struct fb_words w = {0};

	setenv("FB_DATADIR", "share", 0);
	if (fb_words_open(&w, fb_cstr(lang)))
		put(&w, "plural_forms", strcmp(lang, "ru") ? "" : ru);
	put(&w, "t", text);
	put(&w, "thousands", ",");
	put(&w, "decimal", ".");
	put(&w, "numbers", "No One Two");
	return w;
}

/* What the text says of n, and of "green" where it asks for a colour. */
static void
says(const char *lang, const char *text, const char *n, const char *want)
{
	struct fb_words w = words_in(lang, text);
	struct fb_buf b = {0};

	fb_say(&b, &w, "t", (struct fb_slot[]){ { "n", fb_cstr(n) },
	    { "colour", FB_LIT("green") } }, 2);
	assert_string_equal(fb_buf_cstr(&b), want);
	fb_buf_release(&b);
	fb_words_release(&w);
}

static void
each_language_has_forms_of_its_own(void **state)
{
	static const char en[] = "{n, plural, one {# day} other {# days}} ago";
	static const char fr[] = "{n, plural, one {# jour} other {# jours}}";
	static const char ar[] = "{n, plural, zero {z#} one {o} two {t} few {f#} "
	    "many {m#} other {r#}}";
	static const char ru[] = "{n, plural, one {o} few {f} many {m} other {r}}";

	(void)state;
	says("en", en, "1", "1 day ago");
	says("en", en, "0", "0 days ago");
	says("en", en, "1,001", "1,001 days ago");
	says("en", en, "One", "One day ago");
	says("en", en, "Two", "Two days ago");
	says("en", "{n, plural, one {} other {many}}", "1", "");
	says("fr", fr, "0", "0 jour");
	says("fr", fr, "1", "1 jour");
	says("fr", fr, "2", "2 jours");
	says("ja", "{n, plural, one {no} other {#}}", "1", "1");
	/* Of CLDR's plural rules: 0, 1, 2, 3-10, 11-99, 100-102, then anew. */
	says("ar", ar, "0", "z0");
	says("ar", ar, "1", "o");
	says("ar", ar, "2", "t");
	says("ar", ar, "3", "f3");
	says("ar", ar, "10", "f10");
	says("ar", ar, "11", "m11");
	says("ar", ar, "99", "m99");
	says("ar", ar, "100", "r100");
	says("ar", ar, "4,103", "f4,103");
	says("ru", ru, "21", "o");
	says("ru", ru, "22", "f");
	says("ru", ru, "11", "m");
	says("ru", ru, "1.5", "r");
	says("en", en, "1.0", "1.0 days ago");
}

static void
what_is_no_number_has_the_form_other(void **state)
{
	static const char text[] = "{n, plural, one {one} other {other #}}";

	(void)state;
	says("en", text, "1.2 M", "other 1.2 M");
	says("en", text, "Sixty", "other Sixty");
	says("en", text, "", "other ");
	says("no such language", text, "1", "other 1");
	says("", text, "1", "other 1");
}

static void
a_number_can_have_a_text_to_itself(void **state)
{
	static const char text[] = "{n, plural, =0 {none} =12 {a dozen} one {one} "
	    "other {# {colour}}}, # {colour}";

	(void)state;
	says("en", text, "0", "none, # green");
	says("en", text, "12", "a dozen, # green");
	says("en", text, "1", "one, # green");
	says("en", text, "7", "7 green, # green");
}

static void
a_broken_text_ends_and_harms_nothing(void **state)
{
	(void)state;
	says("en", "{n, plural, one {x", "1", "x");
	says("en", "{n, plural", "1", "");
	says("en", "{n, plural, }", "1", "");
	says("en", "a {n", "1", "a 1");
	says("en", "}{}{n}", "1", "}1");
	says("en", "{n, plural, one {{n, plural, one {{n, plural, one {deep}}}}}}",
	    "1", "");
}

static void
the_language_joins(const char *lang, const char *letters, const char *const *want)
{
	fb_str rest = fb_cstr(letters);
	fb_str name[] = { fb_str_split(&rest, ' '), rest };
	struct fb_words w;
	struct fb_buf b[4] = {{0}};

	setenv("FB_DATADIR", "share", 0);
	assert_null(fb_words_open(&w, fb_cstr(lang)));
	fb_say_more(&b[0], &w);
	fb_buf_add(&b[0], name[0]);
	fb_say_more(&b[0], &w);
	fb_buf_add(&b[0], name[1]);
	fb_say_apart(&b[0], &w);
	fb_buf_add(&b[0], name[0]);
	fb_say_sentence(&b[1], &w, name[0]);
	fb_say_sentence(&b[1], &w, name[1]);
	fb_say_of(&b[2], &w, name[0], name[1]);
	fb_say_range(&b[3], &w, FB_LIT("1"), FB_LIT("6"));
	fb_buf_adds(&b[3], "|");
	fb_say_range(&b[3], &w, FB_LIT("1 M"), FB_LIT("6 M"));
	fb_buf_adds(&b[3], "|");
	fb_say_unit(&b[3], &w, FB_LIT("6"), FB_LIT("%"));
	fb_say_unit(&b[3], &w, FB_LIT("6"), FB_LIT(""));
	for (size_t i = 0; i < 4; i++) {
		assert_string_equal(fb_buf_cstr(&b[i]), want[i]);
		fb_buf_release(&b[i]);
	}
	fb_words_release(&w);
}

static void
parts_are_joined_as_the_language_has_it(void **state)
{
	(void)state;
	the_language_joins("en", "A B", (const char *[]){ "A, B; A", "A. B.", "A: B",
	    "1–6|1 M\u00a0–\u00a06 M|6 %6" });
	the_language_joins("fr", "A B", (const char *[]){ "A, B\u202f; A", "A. B.",
	    "A\u00a0: B", "1–6|1 M\u00a0–\u00a06 M|6\u00a0%6" });
	the_language_joins("ja", "A B", (const char *[]){ "A、B；A", "A。B。", "A：B",
	    "1〜6|1 M〜6 M|6%6" });
	the_language_joins("ar", "أ ب", (const char *[]){ "أ، ب؛ أ", "أ. ب.", "أ: ب",
	    "\u200f1–6|\u200f\u200f\u200e1 M\u200e\u200f\u00a0–\u00a0\u200f\u200e6 M\u200e\u200f|"
	    "6 %6" });
}

static void
a_text_of_the_other_side_stands_between_marks(void **state)
{
	struct fb_words w;
	struct fb_buf b = {0};

	(void)state;
	assert_null(fb_words_open(&w, FB_LIT("en")));
	fb_say_foreign(&b, &w, FB_LIT("North"));
	fb_say_foreign(&b, &w, FB_LIT("12"));
	fb_say_foreign(&b, &w, FB_LIT("צפון"));
	assert_string_equal(fb_buf_cstr(&b),
	    "North12\u200e\u200fצפון\u200f\u200e");
	fb_words_release(&w);
	b.n = 0;
	assert_null(fb_words_open(&w, FB_LIT("ar")));
	fb_say_of(&b, &w, FB_LIT("North"), FB_LIT("الشمال"));
	assert_string_equal(fb_buf_cstr(&b),
	    "\u200f\u200eNorth\u200e\u200f: الشمال");
	fb_buf_release(&b);
	fb_words_release(&w);
}

static void
a_language_quotes_with(const struct fb_words *w, const char *lang,
    const char *open, const char *close)
{
	fb_str marks[2];

	fb_word_quotes(w, fb_cstr(lang), marks);
	assert_true(fb_str_eq(marks[0], fb_cstr(open)));
	assert_true(fb_str_eq(marks[1], fb_cstr(close)));
}

static void
a_quote_has_the_marks_of_its_language(void **state)
{
	struct fb_words w;

	(void)state;
	assert_null(fb_words_open(&w, FB_LIT("de")));
	a_language_quotes_with(&w, "fr", "«\u00a0", "\u00a0»");
	a_language_quotes_with(&w, "pt-BR", "“", "”");
	a_language_quotes_with(&w, "zh-Hant-TW", "「", "」");
	a_language_quotes_with(&w, "zh-Hans", "“", "”");
	a_language_quotes_with(&w, "hi-Latn", "“", "”");
	a_language_quotes_with(&w, "tlh", "„", "“");
	a_language_quotes_with(&w, "", "„", "“");
	fb_words_release(&w);
}

static void
a_sentence_in_latin_letters_keeps_its_blank(void **state)
{
	struct fb_words w;
	struct fb_buf b = {0};

	(void)state;
	assert_null(fb_words_open(&w, FB_LIT("ja")));
	fb_buf_adds(&b, "As given.");
	fb_say_next(&b, &w);
	fb_buf_adds(&b, "次。");
	fb_say_next(&b, &w);
	fb_buf_adds(&b, "次。");
	assert_string_equal(fb_buf_cstr(&b), "As given. 次。次。");
	fb_buf_release(&b);
	fb_words_release(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_language_has_forms_of_its_own),
		cmocka_unit_test(what_is_no_number_has_the_form_other),
		cmocka_unit_test(a_number_can_have_a_text_to_itself),
		cmocka_unit_test(a_broken_text_ends_and_harms_nothing),
		cmocka_unit_test(parts_are_joined_as_the_language_has_it),
		cmocka_unit_test(a_text_of_the_other_side_stands_between_marks),
		cmocka_unit_test(a_quote_has_the_marks_of_its_language),
		cmocka_unit_test(a_sentence_in_latin_letters_keeps_its_blank),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
