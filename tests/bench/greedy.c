/* greedy.c - how far the greedy picks are from the best there are.
 *
 * usage: greedy BY POOLS RECORDS
 *
 * The texts of each value of BY and score are taken 60 at a time, by ticket, as
 * POOLS pools; of each, 3 are picked by the greedy rule, and all of the 34,220
 * ways to pick 3 are gone through. Prints greedy over optimum, a pool a line,
 * and their mean and worst. */
#include <stdio.h>
#include <stdlib.h>

#include "anecdote/alike.h"
#include "anecdote/facility.h"
#include "base/map.h"
#include "base/ticket.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"
#include "text/words.h"

enum { TEXTS = 60, PICKS = 3 };

struct text {
	struct fb_ticket ticket;
	size_t pool;
	char *p;
	size_t n;
};

static struct text *texts;
static size_t ntexts, texts_cap;
static struct fb_map pools;

static void
add(const struct fb_rec *r, const char *by, const struct fb_draw *draw)
{
	struct fb_buf text = {0}, key = {0}, scratch = {0};
	fb_str s = fb_json_text(fb_rec_get(r, FB_TEXT), &text);

	fb_buf_add(&key, fb_rec_get(r, fb_cstr(by)));
	fb_buf_add(&key, fb_rec_get(r, FB_SCORE));
	if (fb_enough_words(s)) {
		texts = fb_grow(texts, &texts_cap, ntexts + 1, sizeof *texts);
		texts[ntexts++] = (struct text){ fb_draw_ticket(draw,
		    fb_json_text(fb_rec_get(r, FB_ID), &scratch)),
		    fb_map_put(&pools, fb_buf_str(&key), NULL),
		    fb_str_dup(s), s.n };
	}
	fb_buf_release(&text);
	fb_buf_release(&key);
	fb_buf_release(&scratch);
}

static int
by_pool(const void *a, const void *b)
{
	const struct text *x = a, *y = b;

	if (x->pool != y->pool)
		return x->pool < y->pool ? -1 : 1;
	return fb_ticket_cmp(&x->ticket, &y->ticket);
}

static uint64_t
value(const uint16_t *sim, const size_t *pick)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < TEXTS; i++) {
		uint16_t best = 0;

		for (size_t p = 0; p < PICKS; p++)
			if (sim[pick[p] * TEXTS + i] > best)
				best = sim[pick[p] * TEXTS + i];
		sum += best;
	}
	return sum;
}

static uint64_t
optimum(const uint16_t *sim)
{
	uint64_t best = 0;
	size_t p[PICKS];

	for (p[0] = 0; p[0] < TEXTS; p[0]++)
		for (p[1] = p[0] + 1; p[1] < TEXTS; p[1]++)
			for (p[2] = p[1] + 1; p[2] < TEXTS; p[2]++) {
				uint64_t v = value(sim, p);

				best = v > best ? v : best;
			}
	return best;
}

static double
try_pool(const struct text *v)
{
	struct fb_grams grams[TEXTS] = {0};
	uint32_t *df = fb_zalloc(FB_BUCKETS, sizeof *df);
	bool blocked[TEXTS] = {0};
	uint64_t gain[PICKS];
	size_t pick[PICKS];
	uint16_t *sim;
	double ratio;

	for (size_t i = 0; i < TEXTS; i++) {
		fb_grams_find(&grams[i], (fb_str){ v[i].p, v[i].n });
		fb_grams_count(&grams[i], df);
	}
	for (size_t i = 0; i < TEXTS; i++)
		fb_grams_weigh(&grams[i], df, TEXTS);
	sim = fb_alike(grams, TEXTS);
	fb_facility_pick((struct fb_field_of_texts){ sim, TEXTS }, PICKS, NULL,
	    blocked, pick, gain);
	ratio = (double)value(sim, pick) / (double)optimum(sim);
	for (size_t i = 0; i < TEXTS; i++)
		fb_grams_release(&grams[i]);
	free(df);
	free(sim);
	return ratio;
}

static void
try_pools(size_t most)
{
	double sum = 0, worst = 1;
	size_t n = 0;

	for (size_t i = 0; i + TEXTS <= ntexts && n < most; ) {
		double ratio;

		if (texts[i + TEXTS - 1].pool != texts[i].pool) {
			i++;
			continue;
		}
		ratio = try_pool(texts + i);
		printf("%.4f\n", ratio);
		sum += ratio;
		worst = ratio < worst ? ratio : worst;
		n++;
		i += TEXTS;
	}
	if (n)
		printf("%zu pools: mean %.4f, worst %.4f\n", n,
		    sum / (double)n, worst);
}

int
main(int argc, char **argv)
{
	struct fb_reader in;
	struct fb_rec r = {0};
	struct fb_draw draw;

	fb_prog = "greedy";
	if (argc != 4)
		fb_die(FB_USAGE, "give BY POOLS RECORDS");
	fb_draw_init(&draw, "fb-quote/1", FB_LIT(""));
	fb_reader_open(&in, argv + 3);
	while (fb_reader_next(&in, &r))
		if (r.kind == FB_RECORD)
			add(&r, argv[1], &draw);
	fb_reader_close(&in);
	fb_rec_release(&r);
	if (ntexts)
		qsort(texts, ntexts, sizeof *texts, by_pool);
	try_pools((size_t)atoi(argv[2]));
	for (size_t i = 0; i < ntexts; i++)
		free(texts[i].p);
	free(texts);
	fb_map_release(&pools);
	return fb_finish(FB_OK);
}
