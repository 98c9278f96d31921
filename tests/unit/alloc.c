/* alloc.c - places shared out among strata. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stat/alloc.h"

enum { MOST = 8 };

static void
expect(const uint64_t *got, const uint64_t *want, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_int_equal(got[i], want[i]);
}

/* The example of the largest remainder with the Hare quota that encyclopaedias
 * give: 100000 votes, 10 seats. */
static void
largest_remainder_is_as_published(void **state)
{
	const struct fb_stratum votes[] = {
		{ 47000, FB_LIT("yellows"), 0 }, { 16000, FB_LIT("whites"), 0 },
		{ 15800, FB_LIT("reds"), 0 }, { 12000, FB_LIT("greens"), 0 },
		{ 6100, FB_LIT("blues"), 0 }, { 3100, FB_LIT("pinks"), 0 },
	};
	static const uint64_t want[] = { 5, 2, 1, 1, 1, 0 };
	uint64_t got[6];

	(void)state;
	assert_null(fb_alloc_proportional(votes, 6, 10, 0, got));
	expect(got, want, 6);
}

static void
ties_go_to_the_larger_and_then_by_key(void **state)
{
	const struct fb_stratum same[] = {
		{ 10, FB_LIT("c"), 0 }, { 10, FB_LIT("a"), 0 },
		{ 10, FB_LIT("b"), 0 },
	};
	const struct fb_stratum sizes[] = {
		{ 1, FB_LIT("a"), 0 }, { 3, FB_LIT("b"), 0 },
	};
	uint64_t got[3];

	(void)state;
	assert_null(fb_alloc_proportional(same, 3, 4, 1, got));
	expect(got, (uint64_t[]){ 1, 2, 1 }, 3);
	assert_null(fb_alloc_proportional(sizes, 2, 2, 0, got)); /* 1/2, 3/2 */
	expect(got, (uint64_t[]){ 0, 2 }, 2);
}

static void
a_minimum_is_kept_or_refused(void **state)
{
	const struct fb_stratum s[] = {
		{ 5, FB_LIT("a"), 0 }, { 5, FB_LIT("b"), 0 },
		{ 990, FB_LIT("c"), 0 }, { 0, FB_LIT("empty"), 0 },
	};
	uint64_t got[4] = { 7, 7, 7, 7 };

	(void)state;
	assert_non_null(fb_alloc_proportional(s, 4, 2, 1, got));
	expect(got, (uint64_t[]){ 7, 7, 7, 7 }, 4);
	assert_null(fb_alloc_proportional(s, 4, 3, 1, got));
	expect(got, (uint64_t[]){ 1, 1, 1, 0 }, 4);
	assert_null(fb_alloc_proportional(s, 4, 20, 9, got));
	expect(got, (uint64_t[]){ 5, 5, 10, 0 }, 4);
	assert_null(fb_alloc_proportional(s, 4, 2, 0, got));
	expect(got, (uint64_t[]){ 0, 0, 2, 0 }, 4);
}

static void
all_places_are_a_census(void **state)
{
	const struct fb_stratum s[] = {
		{ 3, FB_LIT("a"), 0 }, { UINT64_MAX - 4, FB_LIT("b"), 0 },
	};
	uint64_t got[2];

	(void)state;
	assert_null(fb_alloc_proportional(s, 1, 9, 1, got));
	assert_int_equal(got[0], 3);
	assert_null(fb_alloc_proportional(s, 2, UINT64_MAX, 1, got));
	assert_true(got[0] == 3 && got[1] == UINT64_MAX - 4);
	assert_null(fb_alloc_proportional(NULL, 0, 5, 1, got));
}

static void
numbers_beyond_128_bits_are_refused(void **state)
{
	const struct fb_stratum s[] = {
		{ UINT64_MAX, FB_LIT("a"), UINT64_MAX },
		{ UINT64_MAX, FB_LIT("b"), UINT64_MAX },
	};
	uint64_t got[2];

	(void)state;
	assert_non_null(fb_alloc_neyman(s, 2, 10, 1, got));
	assert_non_null(fb_alloc_proportional(s, 2, 10, 1, got));
}

static void
equal_shares_stop_at_the_size(void **state)
{
	const struct fb_stratum s[] = {
		{ 2, FB_LIT("a"), 0 }, { 50, FB_LIT("b"), 0 },
		{ 90, FB_LIT("c"), 0 },
	};
	uint64_t got[3];

	(void)state;
	assert_null(fb_alloc_equal(s, 3, 11, 1, got));
	expect(got, (uint64_t[]){ 2, 4, 5 }, 3);
}

static void
neyman_follows_the_spread(void **state)
{
	const struct fb_stratum spread[] = {
		{ 100, FB_LIT("a"), 1000 }, { 100, FB_LIT("b"), 3000 },
		{ 1, FB_LIT("one"), 0 },
	};
	const struct fb_stratum flat[] = {
		{ 30, FB_LIT("a"), 0 }, { 10, FB_LIT("b"), 0 },
	};
	const struct fb_stratum tight[] = {
		{ 4, FB_LIT("a"), 900 }, { 10, FB_LIT("b"), 0 },
		{ 10, FB_LIT("c"), 0 }, { 10, FB_LIT("d"), 0 },
	};
	uint64_t got[4];

	(void)state;
	assert_null(fb_alloc_neyman(spread, 3, 41, 1, got));
	expect(got, (uint64_t[]){ 10, 30, 1 }, 3);
	assert_null(fb_alloc_neyman(flat, 2, 8, 1, got));
	expect(got, (uint64_t[]){ 6, 2 }, 2);
	assert_null(fb_alloc_neyman(tight, 4, 5, 1, got));
	expect(got, (uint64_t[]){ 2, 1, 1, 1 }, 4);
	assert_null(fb_alloc_neyman(tight, 4, 16, 1, got));
	expect(got, (uint64_t[]){ 4, 4, 4, 4 }, 4);
}

/* A small congruential generator: the same strata in every run. */
static uint64_t
next(uint64_t *seed, uint64_t below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (*seed >> 33) % below;
}

typedef const char *rule(const struct fb_stratum *, size_t, uint64_t, uint64_t,
    uint64_t *);

/* The places add up, lie within bounds and do not depend on the order. */
static void
holds(rule *f, struct fb_stratum *s, size_t h, uint64_t n, uint64_t least)
{
	uint64_t got[MOST], back[MOST], sum = 0, need = 0, all = 0;
	struct fb_stratum turned[MOST];
	const char *why = f(s, h, n, least, got);

	for (size_t i = 0; i < h; i++) {
		turned[h - 1 - i] = s[i];
		need += s[i].size < least ? s[i].size : least;
		all += s[i].size;
	}
	assert_int_equal(why != NULL, n < all && need > n);
	if (why)
		return;
	assert_null(f(turned, h, n, least, back));
	for (size_t i = 0; i < h; i++) {
		assert_true(got[i] <= s[i].size);
		assert_true(got[i] >= (s[i].size < least ? s[i].size : least));
		assert_int_equal(got[i], back[h - 1 - i]);
		sum += got[i];
	}
	assert_int_equal(sum, n < all ? n : all);
}

static void
every_allocation_is_whole(void **state)
{
	static const char *const keys = "abcdefgh";
	rule *rules[] = {
		fb_alloc_proportional, fb_alloc_equal, fb_alloc_neyman,
	};
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct fb_stratum s[MOST];
		size_t h = 1 + next(&seed, MOST);

		for (size_t i = 0; i < h; i++)
			s[i] = (struct fb_stratum){
				.size = next(&seed, 1 + next(&seed, 60)),
				.key = { keys + i, 1 },
				.spread = next(&seed, 3) * next(&seed, 500),
			};
		holds(rules[round % 3], s, h, next(&seed, 80), next(&seed, 4));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(largest_remainder_is_as_published),
		cmocka_unit_test(ties_go_to_the_larger_and_then_by_key),
		cmocka_unit_test(a_minimum_is_kept_or_refused),
		cmocka_unit_test(all_places_are_a_census),
		cmocka_unit_test(numbers_beyond_128_bits_are_refused),
		cmocka_unit_test(equal_shares_stop_at_the_size),
		cmocka_unit_test(neyman_follows_the_spread),
		cmocka_unit_test(every_allocation_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
