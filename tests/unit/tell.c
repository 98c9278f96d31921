/* tell.c - words that tell two sides apart, and sentences in small letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <math.h>

#include "anecdote/tell.h"
#include "stat/adjust.h"
#include "stat/special.h"
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

static uint64_t
random_of(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

enum { WORDS = 120, SIDE = 90 };

/* Words w0, w1 … of which the smaller ones are rarer on side 1. */
static void
teach_words(struct fb_tell *t, uint64_t *seed)
{
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < SIDE; i++) {
			struct fb_buf b = {0};

			for (unsigned w = 0; w < WORDS; w++)
				if (random_of(seed) % 100 < (w < 12 && side ?
				    10 - w / 2 : 8 + w % 13 * 2))
					fb_buf_printf(&b, "w%u, ", w);
			fb_tell_next(t, side);
			fb_tell_hear(t, fb_buf_str(&b));
			fb_buf_release(&b);
		}
	fb_tell_settle(t);
}

/* q of each term by the library's functions; NaN where too few use it. */
static void
exact_q(const struct fb_tell *t, double *q)
{
	for (size_t i = 0; i < t->terms.n; i++) {
		const uint32_t *n = t->v[i].n;

		q[i] = n[0] + n[1] < FB_TELL_SIGN ? NAN :
		    fb_chisq_upper(fabs(fb_term_g2(n[0], t->n[0], n[1],
		    t->n[1])), 1);
	}
	fb_bh(q, q, t->terms.n);
}

static void
signs_are_beyond_chance_and_fall_by_z(void **state)
{
	uint64_t seed = 11;
	size_t all = 0, found = 0;

	(void)state;
	for (int round = 0; round < 20; round++) {
		struct fb_tell t = {0};
		size_t sign[2 * WORDS], n;
		double q[2 * WORDS];

		teach_words(&t, &seed);
		assert_in_range(t.terms.n, 1, 2 * WORDS);
		exact_q(&t, q);
		n = fb_tell_signs(&t, 0, 2 * WORDS, sign);
		for (size_t i = 0; i < n; i++) {
			assert_true(q[sign[i]] <= 0.1);
			assert_true(t.v[sign[i]].z >= 1960);
			assert_true(!i || t.v[sign[i - 1]].z >=
			    t.v[sign[i]].z);
		}
		for (size_t i = 0; i < t.terms.n; i++)
			all += q[i] <= 0.1 && t.v[i].z >= 1960;
		found += n;
		assert_int_equal(fb_tell_signs(&t, 0, 1, sign), n > 0);
		fb_tell_release(&t);
	}
	/* The bound of p is a little above p: few are lost by it. */
	assert_in_range(found, all * 9 / 10, all);
	assert_true(all > 40);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_have_the_z_of_their_log_odds_by_customers),
		cmocka_unit_test(a_score_is_the_sum_over_the_root_of_the_known),
		cmocka_unit_test(who_was_heard_bears_no_witness_for_himself),
		cmocka_unit_test(neither_order_nor_repetition_changes_what_is_learned),
		cmocka_unit_test(signs_are_beyond_chance_and_fall_by_z),
		cmocka_unit_test(long_sentences_in_small_letters_are_parted_at_stops),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
