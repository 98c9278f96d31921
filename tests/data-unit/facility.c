/* facility.c - the greedy picks against published ones.
 *
 * Reads vectors/facility.json in the folder that SHARED names: cosines,
 * tickets, the greedy picks, their value and whom they speak for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "anecdote/facility.h"

enum { MOST = 64 };

/* The same question with the items in the order of their tickets. */
struct sorted {
	size_t n, order[MOST]; /* place to number in the file */
	uint16_t sim[MOST * MOST];
};

static const char *
ticket(json_t *from, size_t i)
{
	return json_string_value(json_array_get(json_object_get(from, "tickets"),
	    i));
}

static long
at(json_t *array, size_t i)
{
	return (long)json_integer_value(json_array_get(array, i));
}

static void
sort(json_t *from, struct sorted *to)
{
	json_t *sim = json_object_get(from, "sim");

	to->n = json_array_size(sim);
	if (to->n > MOST)
		exit(3);
	for (size_t i = 0; i < to->n; i++) {
		size_t k = i;

		for (; k && strcmp(ticket(from, to->order[k - 1]),
		    ticket(from, i)) > 0; k--)
			to->order[k] = to->order[k - 1];
		to->order[k] = i;
	}
	for (size_t a = 0; a < to->n; a++)
		for (size_t b = 0; b < to->n; b++)
			to->sim[a * to->n + b] = (uint16_t)at(json_array_get(sim,
			    to->order[a]), to->order[b]);
}

static struct sorted s;
static json_t *j;

static int
load(void **state)
{
	const char *shared = getenv("SHARED");
	char path[4096];

	(void)state;
	snprintf(path, sizeof path, "%s/vectors/facility.json",
	    shared ? shared : "../shared");
	j = json_load_file(path, 0, NULL);
	if (!j) {
		fprintf(stderr, "facility: cannot read '%s'\n", path);
		return -1;
	}
	sort(j, &s);
	return 0;
}

static int
unload(void **state)
{
	(void)state;
	json_decref(j);
	return 0;
}

static void
picks_value_and_speakers_are_the_published_ones(void **state)
{
	size_t k = (size_t)json_integer_value(json_object_get(j, "k"));
	size_t pick[MOST], near[MOST], n;
	uint64_t gain[MOST], sum = 0;
	long speaks[MOST] = {0};
	bool blocked[MOST] = {0};
	struct fb_field_of_texts f = { s.sim, s.n };

	(void)state;
	n = fb_facility_pick(f, k, NULL, blocked, pick, gain);
	assert_int_equal(n, k);
	fb_facility_near(f, pick, n, 1, near);
	for (size_t i = 0; i < s.n; i++)
		if (near[i] != FB_NOBODY)
			speaks[near[i]]++;
	for (size_t p = 0; p < n; p++) {
		assert_int_equal(s.order[pick[p]],
		    at(json_object_get(j, "greedy"), p));
		assert_int_equal(speaks[p],
		    at(json_object_get(j, "speaks_for"), p));
		sum += gain[p];
	}
	assert_int_equal(sum,
	    json_integer_value(json_object_get(j, "greedy_value")));
}

static void
with_equal_cosines_the_tickets_decide(void **state)
{
	static struct sorted even;
	size_t pick[MOST], n;
	uint64_t gain[MOST];
	bool blocked[MOST] = {0};

	(void)state;
	even = s;
	for (size_t i = 0; i < s.n * s.n; i++)
		even.sim[i] = i % (s.n + 1) ? 100 : 16384;
	n = fb_facility_pick((struct fb_field_of_texts){ even.sim, s.n }, s.n,
	    NULL, blocked, pick, gain);
	assert_int_equal(n, s.n);
	for (size_t p = 0; p + 1 < n; p++)
		assert_true(strcmp(ticket(j, s.order[pick[p]]),
		    ticket(j, s.order[pick[p + 1]])) < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(picks_value_and_speakers_are_the_published_ones),
		cmocka_unit_test(with_equal_cosines_the_tickets_decide),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
