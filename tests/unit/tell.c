/* tell.c - words that tell two sides apart, and sentences in small letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <math.h>

#include "anecdote/tell.h"
#include "stat/terms.h"
#include "text/sentences.h"

/* Customers in the order of the sides' texts; an empty text ends. */
static void
teach(struct fb_tell *t, size_t side, const char *const *texts)
{
	for (; **texts; texts++) {
		fb_tell_next(t, side);
		fb_tell_hear(t, fb_cstr(*texts));
	}
}

static const char *const late[] = { "Late late ferry", "late bus", "the ferry",
    "" };
static const char *const nice[] = { "nice ferry", "the nice crew", "nice bus",
    "nice nice nice", "" };

static const struct fb_tell_term *
term(const struct fb_tell *t, const char *name)
{
	size_t i = fb_map_get(&t->terms, fb_cstr(name));

	assert_int_not_equal(i, FB_MAP_NONE);
	return &t->v[i];
}

/* z by the library's logarithm, of a and b customers of the two sides. */
static double
z_of(double a, double a_all, double b, double b_all)
{
	return 1000 * fb_log_odds(a, a_all, b, b_all, a + b, a_all + b_all).z;
}

static void
terms_have_the_z_of_their_log_odds_by_customers(void **state)
{
	struct fb_tell t = {0};

	(void)state;
	teach(&t, 0, late);
	teach(&t, 1, nice);
	fb_tell_settle(&t);
	assert_int_equal(t.n[0], 3);
	assert_int_equal(t.n[1], 4);
	assert_int_equal(term(&t, "late")->n[0], 2);
	assert_int_equal(term(&t, "nice")->n[1], 4);
	/* Known are late 2:0, ferry 2:1, bus 1:1, the 1:1 and nice 0:4; with
	 * them 6 uses on one side and 7 on the other. */
	assert_int_equal(term(&t, "late")->z, lround(z_of(2, 6, 0, 7)));
	assert_int_equal(term(&t, "ferry")->z, lround(z_of(2, 6, 1, 7)));
	assert_int_equal(term(&t, "nice")->z, lround(z_of(0, 6, 4, 7)));
	assert_int_equal(term(&t, "crew")->z, 0);
	assert_true(term(&t, "late")->z > 0 && term(&t, "nice")->z < 0);
	fb_tell_release(&t);
}

static void
a_score_is_the_sum_over_the_root_of_the_known(void **state)
{
	struct fb_tell t = {0};
	struct fb_tell_score s;

	(void)state;
	teach(&t, 0, late);
	teach(&t, 1, nice);
	fb_tell_settle(&t);
	/* late and ferry are known, their pair and "my" are not. */
	s = fb_tell_score(&t, FB_LIT("My late ferry!"), FB_TELL_NEW);
	assert_int_equal(s.known, 2);
	assert_int_equal(s.milli, lround((term(&t, "late")->z +
	    term(&t, "ferry")->z) / sqrt(2)));
	s = fb_tell_score(&t, FB_LIT("nobody knows these words"), FB_TELL_NEW);
	assert_int_equal(s.known, 0);
	assert_int_equal(s.milli, 0);
	fb_tell_release(&t);
}

static void
who_was_heard_bears_no_witness_for_himself(void **state)
{
	struct fb_tell t = {0};
	struct fb_tell_score s;

	(void)state;
	teach(&t, 0, late);
	teach(&t, 1, nice);
	fb_tell_settle(&t);
	/* ferry without its one customer on the side of the nice: 2:0; bus,
	 * 1:1, is then of one customer alone, and so is not known. */
	s = fb_tell_score(&t, FB_LIT("ferry, bus"), 1);
	assert_int_equal(s.known, 1);
	assert_int_equal(s.milli, lround(z_of(2, 6, 0, 7)));
	s = fb_tell_score(&t, FB_LIT("ferry, bus"), FB_TELL_NEW);
	assert_int_equal(s.known, 2);
	fb_tell_release(&t);
}

static void
neither_order_nor_repetition_changes_what_is_learned(void **state)
{
	struct fb_tell t = {0}, u = {0};

	(void)state;
	teach(&t, 0, late);
	teach(&t, 1, nice);
	fb_tell_settle(&t);
	for (size_t i = 4; i-- > 0; ) {
		fb_tell_next(&u, 1);
		fb_tell_hear(&u, fb_cstr(nice[i]));
		fb_tell_hear(&u, fb_cstr(nice[i]));
	}
	for (size_t i = 3; i-- > 0; ) {
		fb_tell_next(&u, 0);
		fb_tell_hear(&u, fb_cstr(late[i]));
	}
	fb_tell_settle(&u);
	assert_int_equal(t.terms.n, u.terms.n);
	for (size_t i = 0; i < t.terms.n; i++)
		assert_int_equal(t.v[i].z, u.v[fb_map_get(&u.terms,
		    fb_map_key(&t.terms, i))].z);
	fb_tell_release(&t);
	fb_tell_release(&u);
}

static void
check_cuts(const char *text, size_t longest, const size_t *want, size_t n)
{
	struct fb_cuts c = {0};

	fb_sentences_find(&c, fb_cstr(text), longest);
	assert_int_equal(c.n, n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(c.at[i], want[i]);
	fb_cuts_release(&c);
}

static void
long_sentences_in_small_letters_are_parted_at_stops(void **state)
{
	static const char small[] = "too late. (never again!) i go. v2.1 is fine";
	static const size_t whole[] = { 25, 43 }, parts[] = { 10, 25, 31, 43 };

	(void)state;
	check_cuts(small, 280, whole, 2);
	check_cuts(small, 16, parts, 4);
	check_cuts("Late. Never.", 0, (const size_t[]){ 6, 12 }, 2);
	check_cuts("", 0, NULL, 0);
	check_cuts("... ", 0, (const size_t[]){ 4 }, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_have_the_z_of_their_log_odds_by_customers),
		cmocka_unit_test(a_score_is_the_sum_over_the_root_of_the_known),
		cmocka_unit_test(who_was_heard_bears_no_witness_for_himself),
		cmocka_unit_test(neither_order_nor_repetition_changes_what_is_learned),
		cmocka_unit_test(long_sentences_in_small_letters_are_parted_at_stops),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
