/* sample.c - what is kept, drawn and refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "sample/cert.h"

enum { RECORDS = 400, IDS = 120, K = 25 };

/* Knuth's MMIX generator, its upper bits. */
static uint64_t
next(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 33;
}

static void
shuffle(struct fb_pick *v, size_t n, uint64_t *state)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = next(state) % i;
		struct fb_pick t = v[i - 1];

		v[i - 1] = v[k];
		v[k] = t;
	}
}

static char text[RECORDS][32];

/* RECORDS picks of IDS ids, most of them several times, in 3 wordings. */
static void
population(struct fb_pick *v, uint64_t *state)
{
	struct fb_draw draw;

	fb_draw_init(&draw, "fb-sample/1", FB_LIT("unit"));
	for (size_t i = 0; i < RECORDS; i++) {
		unsigned id = (unsigned)(next(state) % IDS);
		unsigned wording = (unsigned)(next(state) % 3);
		int n = snprintf(text[i], sizeof text[i], "%03u/%u", id, wording);

		v[i] = (struct fb_pick){ .id = { text[i], 3 },
		    .line = { text[i], (size_t)n } };
		v[i].ticket = fb_draw_ticket(&draw, v[i].id);
		v[i].digest = fb_frame_member(v[i].id, v[i].line, FB_LIT(""));
	}
}

static int
cmp(const void *a, const void *b)
{
	return fb_pick_cmp(a, b);
}

/* The same by sorting everything: give the place behind the unit at i. */
static size_t
expect_unit(const struct fb_pick *all, size_t i, const struct fb_pick *got)
{
	size_t copies = 0, same = 0, k = i;

	for (; k < RECORDS && fb_str_eq(all[k].id, all[i].id); k++) {
		copies++;
		same += fb_str_eq(all[k].line, all[i].line);
	}
	assert_true(fb_str_eq(got->id, all[i].id));
	assert_true(fb_str_eq(got->line, all[i].line));
	assert_int_equal(got->copies, copies);
	assert_int_equal(got->same, same);
	assert_int_equal(got->refused.n, (copies - same) * (all[i].line.n + 1));
	return k;
}

static void
any_order_keeps_the_same_with_all_copies(void **unused)
{
	static struct fb_pick v[RECORDS], sorted[RECORDS];
	uint64_t state = 7;

	(void)unused;
	population(v, &state);
	memcpy(sorted, v, sizeof v);
	qsort(sorted, RECORDS, sizeof *sorted, cmp);
	for (int round = 0; round < 300; round++) {
		struct fb_bottomk s;
		size_t at = 0;

		shuffle(v, RECORDS, &state);
		fb_bottomk_init(&s, K, true);
		for (size_t i = 0; i < RECORDS; i++)
			fb_bottomk_offer(&s, &v[i]);
		fb_bottomk_settle(&s);
		assert_int_equal(s.n, K);
		assert_int_equal(fb_bottomk_size(&s), RECORDS);
		for (size_t i = 0; i < K; i++)
			at = expect_unit(sorted, at, &s.v[i]);
		fb_bottomk_release(&s);
	}
}

static void
few_units_are_counted_as_units(void **unused)
{
	static struct fb_pick v[RECORDS];
	struct fb_bottomk s;
	struct fb_map ids = {0};
	uint64_t state = 11;

	(void)unused;
	population(v, &state);
	fb_bottomk_init(&s, IDS, false);
	for (size_t i = 0; i < RECORDS; i++) {
		fb_map_put(&ids, v[i].id, NULL);
		fb_bottomk_offer(&s, &v[i]);
	}
	fb_bottomk_settle(&s);
	assert_int_equal(fb_bottomk_size(&s), ids.n);
	fb_map_release(&ids);
	fb_bottomk_release(&s);
}

static void
frame_sums_carry_and_wrap(void **unused)
{
	struct fb_frame f = {{0}};
	struct fb_ticket most, one = {{0}};

	(void)unused;
	memset(most.d, 0xff, sizeof most.d);
	one.d[31] = 2;
	fb_frame_add(&f, &most);
	fb_frame_add(&f, &one);
	for (size_t i = 0; i < 31; i++)
		assert_int_equal(f.sum[i], 0);
	assert_int_equal(f.sum[31], 1);
}

/* A sample with the given conf of the lines, which end with NULL. */
static const char *
run(struct fb_sample *s, const struct fb_sample_conf *conf, const char **lines)
{
	struct fb_rec rec = {0};

	assert_null(fb_sample_init(s, conf));
	for (; *lines; lines++) {
		assert_null(fb_scan(&rec, fb_cstr(*lines)));
		fb_sample_offer(s, &rec, (struct fb_ref){0});
	}
	fb_rec_release(&rec);
	return fb_sample_draw(s, NULL);
}

static struct fb_list none;

static void
an_id_in_two_strata_is_drawn_once(void **unused)
{
	const char *lines[] = { "{\"id\":\"a\",\"plan\":\"x\"}",
	    "{\"id\":\"a\",\"plan\":\"y\"}", "{\"id\":\"b\",\"plan\":\"y\"}",
	    "{\"id\":\"c\",\"plan\":\"x\"}", NULL };
	struct fb_table by = { .key = { FB_LIT("plan") }, .n = 1 };
	struct fb_sample_conf conf = { .n = 9, .min = 1, .seed = "",
	    .by = &by, .require = &none };
	struct fb_sample s;
	struct fb_copies c;

	(void)unused;
	assert_null(run(&s, &conf, lines));
	c = fb_sample_copies(&s);
	assert_int_equal(s.ndrawn, 3);
	assert_int_equal(c.refused, 1);
	assert_int_equal(c.duplicates, 0);
	fb_sample_release(&s);
}

static void
minima_that_do_not_fit_are_refused(void **unused)
{
	const char *lines[] = { "{\"id\":\"a\",\"plan\":\"x\"}",
	    "{\"id\":\"b\",\"plan\":\"x\"}", "{\"id\":\"c\",\"plan\":\"y\"}",
	    "{\"id\":\"d\",\"plan\":\"y\"}", NULL };
	struct fb_table by = { .key = { FB_LIT("plan") }, .n = 1 };
	struct fb_sample_conf conf = { .n = 3, .min = 2, .seed = "",
	    .by = &by, .require = &none };
	struct fb_sample s;

	(void)unused;
	assert_non_null(run(&s, &conf, lines));
	fb_sample_release(&s);
	conf.min = 1;
	assert_null(run(&s, &conf, lines));
	assert_int_equal(s.ndrawn, 3);
	fb_sample_release(&s);
	conf.n = 1;
	assert_non_null(run(&s, &conf, lines));
	fb_sample_release(&s);
}

/* 2,000 seeds, 8 of 40: 400 draws of each record, +- 4 sigma = 72. */
static void
every_record_is_drawn_as_often_as_pi_says(void **unused)
{
	static char line[40][16];
	const char *lines[41] = {0};
	size_t drawn[40] = {0};

	(void)unused;
	for (int i = 0; i < 40; i++) {
		snprintf(line[i], sizeof line[i], "{\"id\":\"%d\"}", i);
		lines[i] = line[i];
	}
	for (int seed = 0; seed < 2000; seed++) {
		char name[8];
		struct fb_sample_conf conf = { .n = 8, .seed = name,
		    .require = &none };
		struct fb_sample s;

		snprintf(name, sizeof name, "%d", seed);
		assert_null(run(&s, &conf, lines));
		for (size_t i = 0; i < s.ndrawn; i++)
			drawn[atoi(s.drawn[i].pick->id.p)]++;
		assert_int_equal(s.ndrawn, 8);
		fb_sample_release(&s);
	}
	for (int i = 0; i < 40; i++)
		assert_in_range(drawn[i], 400 - 72, 400 + 72);
}

static void
a_seed_is_one_line_of_utf8(void **unused)
{
	struct fb_sample_conf conf = { .n = 1, .require = &none };
	struct fb_sample s;

	(void)unused;
	conf.seed = "two\nlines";
	assert_non_null(fb_sample_init(&s, &conf));
	conf.seed = "\xff";
	assert_non_null(fb_sample_init(&s, &conf));
	conf.seed = "Oktober \xe2\x80\x93 \xc3\xbc";
	assert_null(fb_sample_init(&s, &conf));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_order_keeps_the_same_with_all_copies),
		cmocka_unit_test(few_units_are_counted_as_units),
		cmocka_unit_test(frame_sums_carry_and_wrap),
		cmocka_unit_test(an_id_in_two_strata_is_drawn_once),
		cmocka_unit_test(minima_that_do_not_fit_are_refused),
		cmocka_unit_test(every_record_is_drawn_as_often_as_pi_says),
		cmocka_unit_test(a_seed_is_one_line_of_utf8),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
