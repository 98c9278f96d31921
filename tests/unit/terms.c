/* terms.c - what a term is, which texts are kept, and published values. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "metric/texts.h"
#include "stat/kappa.h"
#include "stat/terms.h"
#include "text/terms.h"

static void
collect(void *ctx, fb_str term)
{
	fb_buf_add(ctx, term);
	fb_buf_addc(ctx, '|');
}

static void
check(const char *text, const char *want)
{
	struct fb_buf b = {0};

	fb_terms_each(fb_cstr(text), collect, &b);
	assert_string_equal(fb_buf_cstr(&b), want);
	fb_buf_release(&b);
}

static void
terms_are_words_pairs_and_characters(void **state)
{
	(void)state;
	check("late ferry", "late|ferry|late ferry|");
	check("late. ferry", "late|ferry|");
	check("on-time", "on|time|on time|");
	check("don't 'go'", "don't|go|");
	check("乾淨很", "乾淨|淨很|");
	check("a 座位", "a|座位|");
	check("座 位", "");
	check("@crew x [email] y www.a.b z", "x|y|z|");
	check("[late x]", "late|x|late x|");
	check("", "");
}

/* T. Dunning, Computational Linguistics 19 (1993), table 1: "the swiss". */
static void
the_likelihood_ratio_is_dunnings(void **state)
{
	(void)state;
	assert_true(fabs(fb_term_g2(110, 2552, 111, 29225) - 270.72) < 0.005);
	assert_true(fabs(fb_term_g2(111, 29225, 110, 2552) + 270.72) < 0.005);
	assert_true(fb_term_g2(0, 0, 5, 10) == 0);
	assert_true(fb_term_chi2(5, 5, 10, 10) == 0);
}

static void
kappa_of_no_choice_is_not_told(void **state)
{
	const uint64_t one[] = { 7, 0, 0, 0 }, two[] = { 3, 0, 0, 4 };

	(void)state;
	assert_true(isnan(fb_kappa(one, 2, FB_KAPPA_PLAIN)));
	assert_true(fb_kappa(two, 2, FB_KAPPA_PLAIN) == 1);
}

enum { MOST = 20, ALL = 300 };

static void
add(struct fb_texts *t, const struct fb_by *by, int i)
{
	char line[64];
	struct fb_rec r = {0};

	snprintf(line, sizeof line, "{\"id\":\"r%d\",\"text\":\"t%d\"}", i, i);
	assert_null(fb_scan(&r, fb_cstr(line)));
	fb_texts_add(t, by, &r, (struct fb_period){ FB_ALL, 0 });
	fb_rec_release(&r);
}

static void
the_texts_kept_do_not_depend_on_the_order(void **state)
{
	struct fb_tables tables = {0};
	struct fb_list none = {0};
	struct fb_by by;
	struct fb_texts up, down;
	struct fb_text_pool *a, *b;

	(void)state;
	assert_null(fb_tables_init(&tables, &none));
	fb_by_init(&by, &tables);
	fb_texts_init(&up, MOST, FB_LIT(""));
	fb_texts_init(&down, MOST, FB_LIT(""));
	for (int i = 0; i < ALL; i++) {
		add(&up, &by, i);
		add(&down, &by, ALL - 1 - i);
	}
	a = fb_texts_of(&up, (struct fb_period){ FB_ALL, 0 });
	b = fb_texts_of(&down, (struct fb_period){ FB_ALL, 0 });
	assert_true(a->beyond && b->beyond);
	assert_int_equal(a->n, MOST);
	assert_int_equal(b->n, MOST);
	for (size_t i = 0; i < MOST; i++)
		assert_string_equal(a->v[i].json, b->v[i].json);
	assert_null(fb_texts_of(&up, (struct fb_period){ FB_MONTH, 0 }));
	fb_texts_release(&up);
	fb_texts_release(&down);
	fb_by_release(&by);
	fb_tables_release(&tables);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_are_words_pairs_and_characters),
		cmocka_unit_test(the_likelihood_ratio_is_dunnings),
		cmocka_unit_test(kappa_of_no_choice_is_not_told),
		cmocka_unit_test(the_texts_kept_do_not_depend_on_the_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
