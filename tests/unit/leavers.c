/* leavers.c - customers with their last words, and fair parts of a cell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "anecdote/leavers.h"
#include "anecdote/speak.h"

static uint64_t
random_of(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

enum { VISITS = 20000, CUSTOMERS = 3000 };

/* A visit of a customer, whose ticket is a hash of its number. */
static struct fb_leaver
some_visit(uint64_t *seed)
{
	uint64_t owner = random_of(seed) % CUSTOMERS, hash = owner * 77 + 1;
	struct fb_leaver v = { .ticket = random_of(&hash), .owner = owner,
	    .seen = (int32_t)(random_of(seed) % 400),
	    .has_words = random_of(seed) % 3 > 0 };

	v.spoke = v.seen;
	v.words.ticket[0] = random_of(seed);
	return v;
}

static int
by_ticket(const void *a, const void *b)
{
	const struct fb_leaver *x = a, *y = b;

	if (x->ticket != y->ticket)
		return x->ticket < y->ticket ? -1 : 1;
	return 0;
}

/* The rule word by word: of each customer the last of everything. */
static size_t
all_customers(const struct fb_leaver *visits, struct fb_leaver *to)
{
	size_t n = 0;

	for (uint64_t owner = 0; owner < CUSTOMERS; owner++) {
		struct fb_leaver who = { .seen = -1, .spoke = -1 };

		for (size_t i = 0; i < VISITS; i++) {
			const struct fb_leaver *v = &visits[i];

			if (v->owner != owner)
				continue;
			who.ticket = v->ticket;
			who.seen = v->seen > who.seen ? v->seen : who.seen;
			if (v->has_words && (v->spoke > who.spoke ||
			    (v->spoke == who.spoke && v->words.ticket[0] <
			    who.words.ticket[0]))) {
				who.spoke = v->spoke;
				who.words = v->words;
				who.has_words = true;
			}
		}
		if (who.seen >= 0)
			to[n++] = who;
	}
	qsort(to, n, sizeof *to, by_ticket);
	return n;
}

static void
check(const struct fb_leavers *l, const struct fb_leaver *want)
{
	assert_int_equal(l->n, FB_LEAVERS);
	for (size_t i = 0; i < l->n; i++) {
		assert_int_equal(l->v[i].ticket, want[i].ticket);
		assert_int_equal(l->v[i].seen, want[i].seen);
		assert_int_equal(l->v[i].has_words, want[i].has_words);
		if (want[i].has_words)
			assert_int_equal(l->v[i].words.ticket[0],
			    want[i].words.ticket[0]);
	}
}

static void
kept_are_the_smallest_tickets_with_what_came_last(void **state)
{
	struct fb_leaver *visits = calloc(VISITS, sizeof *visits);
	struct fb_leaver *want = calloc(CUSTOMERS, sizeof *want);
	struct fb_leavers whole = {0}, shard[3] = {0}, merged = {0};
	uint64_t seed = 5;
	size_t n;

	(void)state;
	for (size_t i = 0; i < VISITS; i++) {
		visits[i] = some_visit(&seed);
		fb_leavers_add(&whole, &visits[i]);
	}
	n = all_customers(visits, want);
	check(&whole, want);
	/* The customers are told from the last ticket within 10 %. */
	assert_in_range(fb_leavers_all(&whole), n * 9 / 10, n * 11 / 10);
	for (size_t i = VISITS; i-- > 0; )
		fb_leavers_add(&shard[i % 3], &visits[i]);
	for (size_t s = 0; s < 3; s++)
		for (size_t i = 0; i < shard[s].n; i++)
			fb_leavers_add(&merged, &shard[s].v[i]);
	check(&merged, want);
	for (size_t s = 0; s < 3; s++)
		fb_leavers_release(&shard[s]);
	fb_leavers_release(&whole);
	fb_leavers_release(&merged);
	free(visits);
	free(want);
}

static void
few_customers_are_counted(void **state)
{
	struct fb_leavers l = {0};
	struct fb_leaver one = { .ticket = 7, .owner = 1 };

	(void)state;
	assert_int_equal(fb_leavers_all(&l), 0);
	fb_leavers_add(&l, &one);
	fb_leavers_add(&l, &one);
	assert_int_equal(fb_leavers_all(&l), 1);
	fb_leavers_release(&l);
}

static void
a_fair_part_ends_where_a_full_pool_does(void **state)
{
	struct fb_voices v = { .ngroups = 2 };
	struct fb_speakers s = {0};

	(void)state;
	v.pool[0].max = 4;
	v.pool[1].max = 100;
	for (uint64_t i = 0; i < 10; i++) {
		fb_pool_offer(&v.pool[0], &(struct fb_entry){
		    .ticket = { 10 * i, 0 }, .same = i });
		fb_pool_offer(&v.pool[1], &(struct fb_entry){
		    .ticket = { 10 * i + 5, 0 }, .same = i });
	}
	fb_pool_sort(&v.pool[0]);
	fb_pool_sort(&v.pool[1]);
	fb_speakers_fair(&s, &v);
	/* 0 10 20 30 of the full one, 5 15 25 of the other. */
	assert_int_equal(s.n, 7);
	for (size_t i = 0; i < s.n; i++) {
		assert_int_equal(s.v[i].entry->ticket[0], 5 * i);
		assert_int_equal(s.v[i].group, i % 2);
	}
	fb_speakers_release(&s);
	fb_pool_release(&v.pool[0]);
	fb_pool_release(&v.pool[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kept_are_the_smallest_tickets_with_what_came_last),
		cmocka_unit_test(few_customers_are_counted),
		cmocka_unit_test(a_fair_part_ends_where_a_full_pool_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
