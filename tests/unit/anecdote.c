/* anecdote.c - what makes texts alike, pools, picks and excerpts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>

#include "anecdote/alike.h"
#include "anecdote/excerpt.h"
#include "anecdote/facility.h"
#include "anecdote/pool.h"
#include "text/features.h"
#include "text/words.h"

/* A small generator, so that failures come again. */
static uint64_t
random_of(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static void
own_logarithm_and_root_are_close_to_the_true_ones(void **state)
{
	(void)state;
	for (double x = 0.001; x < 3e6; x *= 1.0137) {
		assert_true(fabs(fb_ln(x) - log(x)) <
		    4e-15 * (1 + fabs(log(x))));
		assert_true(fabs(fb_root(x) - sqrt(x)) <= 1e-15 * sqrt(x));
	}
	assert_true(fb_ln(1) == 0);
	assert_true(fb_root(0) == 0 && fb_root(4) == 2 && fb_root(1) == 1);
}

static void
texts_that_say_the_same_are_equal_and_others_are_not(void **state)
{
	uint64_t h = fb_bare_hash(FB_LIT("Nobody answers my mails!"));

	(void)state;
	assert_true(h == fb_bare_hash(FB_LIT("@shop NOBODY  answers, my mails "
	    "https://x.org/a?b=c")));
	assert_true(h == fb_bare_hash(FB_LIT("nobody\tanswers — my mails… www.x.org")));
	assert_true(h != fb_bare_hash(FB_LIT("Nobody answered my mails!")));
	assert_true(fb_bare_hash(FB_LIT("Stra\xc3\x9f" "e")) ==
	    fb_bare_hash(FB_LIT("STRASSE")));
	assert_true(fb_bare_hash(FB_LIT("Caf\xc3\xa9")) ==
	    fb_bare_hash(FB_LIT("cafe\xcc\x81")));
	assert_true(fb_bare_hash(FB_LIT("me@shop.org")) !=
	    fb_bare_hash(FB_LIT("me")));
}

static void
forty_letters_or_fifteen_of_han_are_enough(void **state)
{
	(void)state;
	assert_true(fb_enough_words(FB_LIT(
	    "abcdefghij abcdefghij abcdefghij abcdefghij")));
	assert_false(fb_enough_words(FB_LIT(
	    "abcdefghij abcdefghij abcdefghij abcdefghi 123!?")));
	assert_true(fb_enough_words(FB_LIT("送餐太慢了足足等了两个多小时说")));
	assert_false(fb_enough_words(FB_LIT("送餐太慢了足足等了两个多小时!")));
	assert_true(fb_enough_words(FB_LIT("абвгдежзий абвгдежзий абвгдежзий "
	    "абвгдежзий")));
	assert_false(fb_enough_words(FB_LIT("")));
}

static size_t
grams_of(const char *text)
{
	struct fb_grams g = {0};
	size_t n = 0;

	fb_grams_find(&g, fb_cstr(text));
	for (size_t i = 0; i < g.n; i++) {
		n += g.v[i].tf;
		if (i)
			assert_true(g.v[i - 1].bucket < g.v[i].bucket);
	}
	fb_grams_release(&g);
	return n;
}

static void
words_give_four_grams_and_joined_scripts_pairs(void **state)
{
	(void)state;
	assert_int_equal(grams_of("word"), 3);     /* " wor" "word" "ord " */
	assert_int_equal(grams_of("a"), 1);        /* " a " */
	assert_int_equal(grams_of("no, word!"), 4); /* " no " and three */
	assert_int_equal(grams_of("送餐太慢"), 3);
	assert_int_equal(grams_of("慢"), 1);
	assert_int_equal(grams_of(""), 0);
	assert_int_equal(grams_of("送餐 word"), 4);
}

static uint32_t
cosine(const char *a, const char *b)
{
	uint32_t *df = calloc(FB_BUCKETS, sizeof *df), c;
	struct fb_grams x = {0}, y = {0}, z = {0};

	fb_grams_find(&x, fb_cstr(a));
	fb_grams_find(&y, fb_cstr(b));
	fb_grams_find(&z, FB_LIT("quite another matter"));
	fb_grams_count(&x, df);
	fb_grams_count(&y, df);
	fb_grams_count(&z, df);
	fb_grams_weigh(&x, df, 3);
	fb_grams_weigh(&y, df, 3);
	c = fb_grams_cosine(&x, &y);
	assert_int_equal(c, fb_grams_cosine(&y, &x));
	fb_grams_release(&x);
	fb_grams_release(&y);
	fb_grams_release(&z);
	free(df);
	return c;
}

static void
cosines_know_the_same_the_like_and_the_other(void **state)
{
	(void)state;
	assert_int_equal(cosine("The parcel is late", "the PARCEL, is late!"),
	    FB_COSINE_ONE);
	assert_int_equal(cosine("parcel", "bicycle"), 0);
	assert_int_equal(cosine("", "bicycle"), 0);
	assert_in_range(cosine("parcels delivered", "parcel delivery"),
	    FB_COSINE_ONE / 4, FB_COSINE_ONE - 1);
}

enum { MAX = 16, OFFERS = 400 };

enum { SAYINGS = 75 };

/* Some words, of which the first are in nearly all texts. */
static void
say(struct fb_grams *g, uint64_t *seed, size_t words)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < words; i++) {
		uint64_t a = random_of(seed) % 60, c = random_of(seed) % 60;

		fb_buf_printf(&b, "word%u ", (unsigned)(a * c / 12));
	}
	fb_grams_find(g, fb_buf_str(&b));
	fb_buf_release(&b);
}

static void
all_cosines_at_once_are_those_of_the_pairs(void **state)
{
	static const size_t sizes[] = { 1, 2, 15, 16, 17, 40, SAYINGS };
	uint32_t *df = calloc(FB_BUCKETS, sizeof *df);
	struct fb_grams g[SAYINGS] = {0};
	uint64_t seed = 11;

	(void)state;
	for (size_t i = 0; i < SAYINGS; i++) {
		say(&g[i], &seed, i % 9 ? i : 0);
		fb_grams_count(&g[i], df);
	}
	for (size_t i = 0; i < SAYINGS; i++)
		fb_grams_weigh(&g[i], df, SAYINGS);
	for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
		size_t n = sizes[k];
		uint16_t *sim = fb_alike(g, n);

		for (size_t i = 0; i < n * n; i++)
			assert_int_equal(sim[i], i / n == i % n ? FB_COSINE_ONE :
			    fb_grams_cosine(&g[i / n], &g[i % n]));
		free(sim);
	}
	for (size_t i = 0; i < SAYINGS; i++)
		fb_grams_release(&g[i]);
	free(df);
}

static struct fb_entry
some_entry(uint64_t *seed, size_t texts)
{
	uint64_t ticket = random_of(seed) % 1000;

	return (struct fb_entry){ .ticket = { ticket, 0 },
	    .same = random_of(seed) % texts, .bytes = random_of(seed) % 3 };
}

static int
by_ticket(const void *a, const void *b)
{
	const struct fb_entry *x = a, *y = b;

	if (x->ticket[0] != y->ticket[0])
		return x->ticket[0] < y->ticket[0] ? -1 : 1;
	if (x->same != y->same)
		return x->same < y->same ? -1 : 1;
	return x->bytes < y->bytes ? -1 : x->bytes > y->bytes;
}

/* The rule word by word: all sorted, no deeper than FB_POOL_DEEP MAX, first of
 * each text, the first MAX. */
static void
check_pool(const struct fb_pool *p, struct fb_entry *all)
{
	size_t n = 0, copies = 0, deep = FB_POOL_DEEP * MAX;
	uint64_t last = UINT64_MAX;
	bool seen[OFFERS] = {0};

	qsort(all, OFFERS, sizeof *all, by_ticket);
	for (size_t i = 0, m = 0; i < OFFERS && m < MAX; i++) {
		m += !seen[all[i].same];
		seen[all[i].same] = true;
		last = m == MAX ? all[i].ticket[0] : last;
	}
	memset(seen, 0, sizeof seen);
	/* What was let go behind the last of a full pool is not looked at. */
	for (size_t i = 0, m = 0; i < OFFERS && all[i].ticket[0] <= last &&
	    (m < deep || all[i].ticket[0] == all[i - 1].ticket[0]); i++) {
		m += n < MAX || seen[all[i].same];
		if (seen[all[i].same]) {
			copies++;
			continue;
		}
		if (n == MAX)
			continue;
		seen[all[i].same] = true;
		assert_int_equal(p->v[n].ticket[0], all[i].ticket[0]);
		assert_int_equal(p->v[n].same, all[i].same);
		assert_int_equal(p->v[n++].bytes, all[i].bytes);
	}
	assert_int_equal(p->n, n);
	assert_int_equal(p->ncopies, copies);
}

static void
a_pool_is_the_smallest_tickets_of_distinct_texts(void **state)
{
	static const size_t texts[] = { 60, 3, 17 };
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct fb_entry all[OFFERS];
		struct fb_pool p = { .max = MAX };

		for (size_t i = 0; i < OFFERS; i++) {
			all[i] = some_entry(&seed, texts[round % 3]);
			fb_pool_offer(&p, &all[i]);
		}
		fb_pool_sort(&p);
		check_pool(&p, all);
		fb_pool_release(&p);
	}
}

static void
pools_of_shards_merge_to_the_pool_of_all(void **state)
{
	static const size_t texts[] = { 60, 3, 17 };
	uint64_t seed = 9;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct fb_pool whole = { .max = MAX }, merged = { .max = MAX };
		struct fb_pool shard[3] = { { .max = MAX }, { .max = MAX },
		    { .max = MAX } };

		for (size_t i = 0; i < OFFERS; i++) {
			struct fb_entry e = some_entry(&seed,
			    texts[round % 3]);

			fb_pool_offer(&whole, &e);
			fb_pool_offer(&shard[random_of(&seed) % 3], &e);
		}
		fb_pool_sort(&whole);
		for (size_t s = 0; s < 3; s++) {
			fb_pool_sort(&shard[s]);
			for (size_t i = 0; i < shard[s].ncopies; i++)
				fb_pool_offer_copy(&merged,
				    &shard[s].copies[i]);
			for (size_t i = 0; i < shard[s].n; i++)
				fb_pool_offer(&merged, &shard[s].v[i]);
			fb_pool_release(&shard[s]);
		}
		fb_pool_sort(&merged);
		assert_int_equal(merged.n, whole.n);
		assert_int_equal(merged.ncopies, whole.ncopies);
		for (size_t i = 0; i < whole.n; i++)
			assert_false(fb_entry_cmp(&merged.v[i], &whole.v[i]));
		fb_pool_release(&whole);
		fb_pool_release(&merged);
	}
}

enum { N = 27 };

static void
some_field(uint16_t *sim, uint64_t *seed, unsigned most)
{
	for (size_t i = 0; i < N; i++) {
		sim[i * N + i] = FB_COSINE_ONE;
		for (size_t j = 0; j < i; j++)
			sim[i * N + j] = sim[j * N + i] =
			    (uint16_t)(random_of(seed) % most);
	}
}

static uint64_t
value(const uint16_t *sim, const size_t *pick, size_t n)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < N; i++) {
		uint16_t best = 0;

		for (size_t p = 0; p < n; p++)
			if (sim[pick[p] * N + i] > best)
				best = sim[pick[p] * N + i];
		sum += best;
	}
	return sum;
}

static void
each_pick_rises_most_and_ties_go_to_the_smaller_ticket(void **state)
{
	uint64_t seed = 3, gain[5];
	uint16_t sim[N * N];
	size_t pick[5], n;

	(void)state;
	for (int round = 0; round < 200; round++) {
		bool blocked[N] = {0};

		some_field(sim, &seed, round % 2 ? FB_TOO_ALIKE : 3);
		n = fb_facility_pick((struct fb_field_of_texts){ sim, N }, 5,
		    NULL, blocked, pick, gain);
		assert_int_equal(n, 5);
		for (size_t p = 0; p < n; p++) {
			uint64_t before = value(sim, pick, p);

			assert_int_equal(gain[p],
			    value(sim, pick, p + 1) - before);
			for (size_t j = 0; j < N; j++) {
				size_t keep = pick[p];
				uint64_t other;

				pick[p] = j;
				other = value(sim, pick, p + 1) - before;
				pick[p] = keep;
				assert_true(other < gain[p] ||
				    (other == gain[p] && j >= keep) ||
				    (other == gain[p] && other == 0));
			}
		}
	}
}

static void
neither_the_too_alike_nor_the_same_owner_is_picked_twice(void **state)
{
	uint64_t seed = 5, gain[N], owner[N];
	uint16_t sim[N * N];
	size_t pick[N], n;
	bool blocked[N] = { true };

	(void)state;
	some_field(sim, &seed, FB_COSINE_ONE);
	for (size_t i = 0; i < N; i++)
		owner[i] = i / 2;
	n = fb_facility_pick((struct fb_field_of_texts){ sim, N }, N, owner,
	    blocked, pick, gain);
	assert_in_range(n, 2, N / 2);
	for (size_t p = 0; p < n; p++) {
		assert_int_not_equal(pick[p], 0);
		for (size_t o = 0; o < p; o++) {
			assert_true(sim[pick[p] * N + pick[o]] < FB_TOO_ALIKE);
			assert_int_not_equal(owner[pick[p]], owner[pick[o]]);
		}
	}
}

static void
theta_is_the_95th_percentile_of_pairs(void **state)
{
	uint16_t sim[N * N], one = FB_COSINE_ONE;
	size_t pairs = N * (N - 1) / 2, k = 0;

	(void)state;
	for (size_t i = 0; i < N; i++) {
		sim[i * N + i] = FB_COSINE_ONE;
		for (size_t j = 0; j < i; j++)
			sim[i * N + j] = sim[j * N + i] = (uint16_t)++k;
	}
	assert_int_equal(fb_facility_theta((struct fb_field_of_texts){ sim, N }),
	    (pairs * 95 + 99) / 100);
	assert_int_equal(fb_facility_theta((struct fb_field_of_texts){ &one, 1 }), 1);
	assert_int_equal(fb_facility_theta((struct fb_field_of_texts){ NULL, 0 }), 1);
}

/* The excerpt of a text for those who wish for the words of another. */
static const char *
excerpt_of(const char *text, size_t max, const char *wished)
{
	static char out[4096];
	double *sum = calloc(FB_BUCKETS, sizeof *sum);
	uint32_t *df = calloc(FB_BUCKETS, sizeof *df);
	struct fb_grams g = {0};
	struct fb_excerpt e;

	fb_grams_find(&g, fb_cstr(wished));
	fb_grams_weigh(&g, df, 9);
	for (size_t i = 0; i < g.n; i++)
		sum[g.v[i].bucket] += g.v[i].weight;
	e = fb_excerpt(fb_cstr(text), max, FB_ANYWHERE,
	    &(struct fb_wish){ sum, df, 9 });
	snprintf(out, sizeof out, "%.*s", (int)(e.end - e.start), text + e.start);
	fb_grams_release(&g);
	free(sum);
	free(df);
	return out;
}

static void
words_of_ascii_have_the_grams_they_have_among_others(void **state)
{
	/* What follows is punctuation, but no ASCII. */
	static const char text[] = "A box: it's no_good at-all, I say \xe2\x80\x94";
	struct fb_grams plain = {0}, other = {0};

	(void)state;
	fb_grams_find(&plain, (fb_str){ text, sizeof text - 4 });
	fb_grams_find(&other, fb_cstr(text));
	assert_true(plain.n > 8);
	assert_int_equal(plain.n, other.n);
	for (size_t i = 0; i < plain.n; i++) {
		assert_int_equal(plain.v[i].bucket, other.v[i].bucket);
		assert_int_equal(plain.v[i].tf, other.v[i].tf);
	}
	fb_grams_release(&plain);
	fb_grams_release(&other);
}

static void
an_excerpt_is_a_run_of_whole_sentences(void **state)
{
	static const char text[] = "It rained all day long. The parcel was late "
	    "again. I do like your shop. The bill was wrong. We pay on Monday.";

	(void)state;
	assert_string_equal(excerpt_of(text, 280, "bill"), text);
	assert_string_equal(excerpt_of(text, 30, "the parcel was late"),
	    "The parcel was late again.");
	assert_string_equal(excerpt_of(text, 49, "the parcel was late"),
	    "The parcel was late again. I do like your shop.");
	assert_string_equal(excerpt_of(text, 30, "xyz"),
	    "It rained all day long.");
}

static void
a_short_last_sentence_of_a_paragraph_comes_along(void **state)
{
	(void)state;
	assert_string_equal(excerpt_of("It rained. I love this shop so much. But "
	    "never again.\nBye now to all of you.", 26, "love this shop"),
	    "I love this shop so much. But never again.");
}

static void
a_long_sentence_is_cut_behind_a_word_and_initials_hold(void **state)
{
	(void)state;
	assert_string_equal(excerpt_of("one two three four five six seven", 12,
	    "one"), "one two");
	assert_string_equal(excerpt_of("aaaaaaaaaaaaaaaaaaaa", 5, "x"), "aaaaa");
	assert_string_equal(excerpt_of("Dr. Smith was very kind. The room was "
	    "cold and dark. We left.", 25, "smith was kind"),
	    "Dr. Smith was very kind.");
	assert_string_equal(excerpt_of("👩‍👧👩‍👧👩‍👧👩‍👧", 2, "x"),
	    "👩‍👧👩‍👧");
}

static const char *
excerpt_at(const char *text, size_t max, const char *seen)
{
	static char out[4096];
	struct fb_excerpt e = fb_excerpt(fb_cstr(text), max,
	    (size_t)(strstr(text, seen) - text), NULL);

	snprintf(out, sizeof out, "%.*s", (int)(e.end - e.start), text + e.start);
	return out;
}

static void
what_must_be_seen_is_seen_with_what_stands_in_front(void **state)
{
	static const char text[] = "It rained. The parcel was late. I do like "
	    "your shop. The bill was wrong.\nWe pay on Monday.";

	(void)state;
	assert_string_equal(excerpt_at(text, 40, "bill"),
	    "The bill was wrong.\nWe pay on Monday.");
	assert_string_equal(excerpt_at(text, 41, "Monday"),
	    "The bill was wrong.\nWe pay on Monday.");
	assert_string_equal(excerpt_at(text, 31, "It rained"),
	    "It rained. The parcel was late.");
	assert_string_equal(excerpt_at(text, 280, "bill"), text);
}

static void
masks_and_a_letter_say_nothing_and_begin_no_excerpt(void **state)
{
	static const char text[] = "Your shop is quite nice. [HANDLE] L. The "
	    "bill was wrong again today. We pay it on Monday.\n";

	(void)state;
	assert_false(fb_says_something(FB_LIT("[HANDLE] L. ")));
	assert_false(fb_says_something(FB_LIT("[EMAIL] [PHONE]!")));
	assert_true(fb_says_something(FB_LIT("[PERSON] was rude.")));
	assert_true(fb_says_something(FB_LIT("[see below]")));
	assert_true(fb_says_something(FB_LIT("好吃。")));
	assert_string_equal(excerpt_of(text, 60, "handle bill wrong"),
	    "The bill was wrong again today. We pay it on Monday.");
	assert_string_equal(excerpt_at(text, 60, "bill"),
	    "The bill was wrong again today. We pay it on Monday.");
	assert_string_equal(excerpt_at(text, 280, "bill"), text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_logarithm_and_root_are_close_to_the_true_ones),
		cmocka_unit_test(texts_that_say_the_same_are_equal_and_others_are_not),
		cmocka_unit_test(forty_letters_or_fifteen_of_han_are_enough),
		cmocka_unit_test(words_give_four_grams_and_joined_scripts_pairs),
		cmocka_unit_test(cosines_know_the_same_the_like_and_the_other),
		cmocka_unit_test(all_cosines_at_once_are_those_of_the_pairs),
		cmocka_unit_test(a_pool_is_the_smallest_tickets_of_distinct_texts),
		cmocka_unit_test(pools_of_shards_merge_to_the_pool_of_all),
		cmocka_unit_test(each_pick_rises_most_and_ties_go_to_the_smaller_ticket),
		cmocka_unit_test(neither_the_too_alike_nor_the_same_owner_is_picked_twice),
		cmocka_unit_test(theta_is_the_95th_percentile_of_pairs),
		cmocka_unit_test(
		    words_of_ascii_have_the_grams_they_have_among_others),
		cmocka_unit_test(an_excerpt_is_a_run_of_whole_sentences),
		cmocka_unit_test(a_short_last_sentence_of_a_paragraph_comes_along),
		cmocka_unit_test(what_must_be_seen_is_seen_with_what_stands_in_front),
		cmocka_unit_test(
		    masks_and_a_letter_say_nothing_and_begin_no_excerpt),
		cmocka_unit_test(a_long_sentence_is_cut_behind_a_word_and_initials_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
