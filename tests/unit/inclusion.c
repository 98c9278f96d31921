/* inclusion.c - every record is drawn as often as its printed chance says.
 *
 * 2,000 seeds over one population; how often a record, or a set of records, is
 * drawn has to be within 4 standard deviations of the sum of its chances. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "sample/draw.h"

enum { SEEDS = 2000, N = 120 };

static char text[N][128];
static struct fb_rec rec[N];
static struct fb_list none;

/* Over all seeds: how often, and the sums of the chances and variances. */
struct tally {
	double drawn[N], chance[N];
};

static size_t
number(const struct fb_drawn *d)
{
	return (size_t)atoi(fb_pick_record(d->pick).p);
}

/* Three plans of 72, 36 and 12, in blocks of six; customers with 1 to 4
 * letters; sizes 1 to 10. */
static void
populate(void)
{
	for (size_t i = 0; i < N; i++) {
		int n = snprintf(text[i], sizeof text[i], "{\"id\":\"%03zu\","
		    "\"plan\":\"%c\",\"customer\":\"c%zu\",\"v\":%zu,"
		    "\"score\":%zu,\"scale\":\"1-5\"}", i,
		    "aaaaaabbbc"[i % 10], i * i / 200, i % 10 + 1, i % 5 + 1);

		assert_null(fb_scan(&rec[i], (fb_str){ text[i], (size_t)n }));
	}
}

/* The chance that a record which is not drawn had: by the draw's own rule. */
typedef double chance_of(const struct fb_sample *, size_t i);

static void
run(struct fb_sample_conf conf, chance_of *chance, struct tally *t)
{
	char seed[16];

	*t = (struct tally){{0}, {0}};
	conf.require = &none;
	conf.seed = seed;
	for (int k = 0; k < SEEDS; k++) {
		struct fb_sample s;

		snprintf(seed, sizeof seed, "%d", k);
		assert_null(fb_sample_init(&s, &conf));
		for (size_t i = 0; i < N; i++)
			fb_sample_offer(&s, &rec[i], (struct fb_ref){0});
		assert_null(fb_sample_draw(&s, NULL));
		for (size_t i = 0; i < s.ndrawn; i++) {
			size_t at = number(&s.drawn[i]);

			t->drawn[at]++;
			assert_true(fabs(s.drawn[i].pi - chance(&s, at)) < 1e-12);
		}
		for (size_t i = 0; i < N && !k; i++)
			t->chance[i] = chance(&s, i);
		fb_sample_release(&s);
	}
}

/* Each record, then sets of them: the draws of different records are never
 * positively correlated by much, so the sum of the variances is a bound. */
static void
check(const struct tally *t)
{
	for (size_t i = 0; i < N; i++) {
		double p = t->chance[i], sd = sqrt(SEEDS * p * (1 - p));

		assert_true(fabs(t->drawn[i] - SEEDS * p) <= 4 * sd + 1e-9);
	}
}

static void
check_halves(const struct tally *t, size_t (*group)(size_t))
{
	double drawn[3][2] = {{0}}, chance[3][2] = {{0}}, var[3][2] = {{0}};

	for (size_t i = 0; i < N; i++) {
		size_t g = group(i), half = i >= N / 2;
		double p = t->chance[i];

		drawn[g][half] += t->drawn[i];
		chance[g][half] += SEEDS * p;
		var[g][half] += SEEDS * p * (1 - p);
	}
	for (size_t g = 0; g < 3; g++)
		for (size_t h = 0; h < 2; h++)
			assert_true(fabs(drawn[g][h] - chance[g][h]) <=
			    4 * sqrt(var[g][h]) + 1e-9);
}

static size_t
plan(size_t i)
{
	return (size_t)("aaaaaabbbc"[i % 10] - 'a');
}

static double
in_stratum(const struct fb_sample *s, size_t i)
{
	static const char *const names[] = { "a", "b", "c" };
	size_t k = s->conf.by ? fb_map_get(&s->keys, fb_cstr(names[plan(i)])) : 0;

	return (double)s->part[k].ndrawn / (double)s->part[k].size;
}

static void
simple(void **state)
{
	struct tally t;

	(void)state;
	run((struct fb_sample_conf){ .n = 17 }, in_stratum, &t);
	check(&t);
	check_halves(&t, plan);
}

static const struct fb_table by_plan = { .key = { { "plan", 4 } }, .n = 1 };

static void
stratified(void **state)
{
	struct fb_sample_conf conf = { .n = 17, .min = 1, .by = &by_plan };
	struct tally t;

	(void)state;
	run(conf, in_stratum, &t);
	check(&t);
	check_halves(&t, plan);
	conf.alloc = FB_ALLOC_EQUAL;
	run(conf, in_stratum, &t);
	check(&t);
	check_halves(&t, plan);
}

static double
of_customer(const struct fb_sample *s, size_t i)
{
	size_t letters = 0;

	for (size_t k = 0; k < N; k++)
		letters += k * k / 200 == i * i / 200;
	return (double)s->part[0].ndrawn / (double)s->part[0].size /
	    (double)letters;
}

static void
one_letter_a_customer(void **state)
{
	struct tally t;

	(void)state;
	run((struct fb_sample_conf){ .n = 11, .per_customer = true },
	    of_customer, &t);
	check(&t);
}

static double
by_value(const struct fb_sample *s, size_t i)
{
	return fb_pps_chance(&s->pps, (i % 10 + 1) * 1000);
}

static size_t
by_third(size_t i)
{
	return i % 10 < 4 ? 0 : i % 10 < 7 ? 1 : 2;
}

/* The chance is a target: over sets it is met to 4 sigma, for one record the
 * approximation may show as well. */
static void
in_proportion_to_size(void **state)
{
	struct tally t;

	(void)state;
	run((struct fb_sample_conf){ .n = 12, .method = FB_PPS, .size = "v" },
	    by_value, &t);
	check_halves(&t, by_third);
	for (size_t i = 0; i < N; i++) {
		double p = t.chance[i], sd = sqrt(SEEDS * p * (1 - p));

		assert_true(fabs(t.drawn[i] - SEEDS * p) <=
		    4 * sd + SEEDS * 0.002);
	}
}

static double
of_side(const struct fb_sample *s, size_t i)
{
	static const char *const sides[] = { "complaint", "complaint", "middle",
	    "praise", "praise" };
	const struct fb_part *p = &s->part[fb_map_get(&s->keys,
	    fb_cstr(sides[i % 5]))];

	return (double)p->ndrawn / (double)p->size;
}

static void
both_sides(void **state)
{
	struct fb_sample_conf conf = { .n = 9, .both_sides = true };
	struct fb_arena mem = {0};
	struct tally t;

	(void)state;
	assert_null(fb_spec_parse(&mem, FB_LIT("mean:score"), &conf.spread));
	run(conf, of_side, &t);
	check(&t);
	fb_arena_release(&mem);
}

static void
at_a_rate(void **state)
{
	double drawn = 0;

	(void)state;
	for (int k = 0; k < SEEDS; k++) {
		char seed[16];
		struct fb_sample_conf conf = { .n = 1, .require = &none,
		    .method = FB_RATE, .rate = 0.07, .seed = seed };
		struct fb_sample s;

		snprintf(seed, sizeof seed, "%d", k);
		assert_null(fb_sample_init(&s, &conf));
		for (size_t i = 0; i < N; i++)
			drawn += fb_sample_offer(&s, &rec[i],
			    (struct fb_ref){0}) == FB_DRAWN;
		fb_sample_release(&s);
	}
	assert_true(fabs(drawn - SEEDS * N * 0.07) <=
	    4 * sqrt(SEEDS * N * 0.07 * 0.93));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(simple),
		cmocka_unit_test(stratified),
		cmocka_unit_test(one_letter_a_customer),
		cmocka_unit_test(in_proportion_to_size),
		cmocka_unit_test(both_sides),
		cmocka_unit_test(at_a_rate),
	};

	populate();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
