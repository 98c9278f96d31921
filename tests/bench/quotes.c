/* quotes.c - how well the picked quotes stand for their cells.
 *
 * usage: quotes BY RECORDS PAIRED [TOPIC]
 *
 * PAIRED is what fb-anecdote made of a mean by BY over RECORDS, whose scores
 * 1 to 3 are the groups. For every cell the picks are set against as many
 * picked by the greedy rule among all texts of the cell, at random (50 times),
 * at random within the same slots, and nearest to the centre. A row says:
 *   cover    sum over texts of the largest cosine to a pick of their own group,
 *            relative to the greedy rule among all; mean over cells
 *   mix      total variation between the groups of picks and records; mean
 *   alike    largest cosine of a pick to another; mean
 *   closest  the largest cosine of two picks in any cell
 *   topic    total variation between the topics of picks and records, the field
 *            TOPIC of those that have one; mean over cells where a pick has one
 *
 * PAIRED may hold the lines of several runs, with different seeds. */
#include <stdio.h>
#include <stdlib.h>

#include "anecdote/alike.h"
#include "anecdote/facility.h"
#include "base/map.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"
#include "text/features.h"
#include "text/words.h"

enum { GROUPS = 3, TRIES = 50, MOST_PICKS = 64, CELLS = 64, TOPICS = 32 };

struct text {
	struct fb_grams grams;
	size_t group, topic;
};

struct cell {
	struct fb_map same;          /* distinct texts, by group and words */
	struct text *v;
	size_t n, cap;
	struct fb_map ids;           /* record id to text */
	size_t *text, ids_cap;
	size_t count[GROUPS], total; /* all records */
	size_t topics[TOPICS];       /* those with a topic, by its number */
	uint16_t *sim;
};

struct score {
	double cover, mix, alike, topic;
	uint32_t closest;
	size_t cells, topics;
};

static struct cell cells[CELLS];
static struct fb_map names, topics;
static const char *topic_field;

/* Number 0 is none. */
static size_t
topic_of(const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	fb_str s = topic_field ? fb_json_text(fb_rec_get(r,
	    fb_cstr(topic_field)), &scratch) : FB_LIT("");
	size_t t = s.n ? 1 + fb_map_put(&topics, s, NULL) : 0;

	fb_buf_release(&scratch);
	return t < TOPICS ? t : 0;
}

static size_t
group_of(const struct fb_rec *r)
{
	int64_t v = 1;

	fb_json_int(fb_rec_get(r, FB_SCORE), &v);
	return (size_t)(v - 1) % GROUPS;
}

static size_t
put_text(struct cell *c, size_t group, size_t topic, fb_str words)
{
	struct fb_buf key = {0};
	bool fresh;
	size_t t;

	fb_buf_printf(&key, "%zu/%llx", group,
	    (unsigned long long)fb_bare_hash(words));
	t = fb_map_put(&c->same, fb_buf_str(&key), &fresh);
	fb_buf_release(&key);
	if (!fresh)
		return t;
	c->v = fb_grow(c->v, &c->cap, t + 1, sizeof *c->v);
	c->v[t] = (struct text){ .group = group, .topic = topic };
	fb_grams_find(&c->v[t].grams, words);
	c->n = t + 1;
	return t;
}

static void
add_record(struct cell *c, const struct fb_rec *r)
{
	struct fb_buf id = {0}, words = {0};
	fb_str text = fb_json_text(fb_rec_get(r, FB_TEXT), &words);
	size_t i;

	c->count[group_of(r)]++;
	c->total++;
	c->topics[topic_of(r)]++;
	if (fb_enough_words(text)) {
		i = fb_map_put(&c->ids,
		    fb_json_text(fb_rec_get(r, FB_ID), &id), NULL);
		c->text = fb_grow(c->text, &c->ids_cap, i + 1, sizeof *c->text);
		c->text[i] = put_text(c, group_of(r), topic_of(r),
		    text);
	}
	fb_buf_release(&id);
	fb_buf_release(&words);
}

static void
read_records(const char *by, char **paths)
{
	struct fb_reader in;
	struct fb_rec r = {0};
	struct fb_buf name = {0};

	fb_reader_open(&in, paths);
	while (fb_reader_next(&in, &r)) {
		size_t at = fb_map_put(&names, fb_json_text(
		    fb_rec_get(&r, fb_cstr(by)), &name), NULL);

		if (at < CELLS && r.kind == FB_RECORD)
			add_record(&cells[at], &r);
	}
	fb_reader_close(&in);
	fb_rec_release(&r);
	fb_buf_release(&name);
}

static void
weigh(struct cell *c)
{
	uint32_t *df = fb_zalloc(FB_BUCKETS, sizeof *df);
	struct fb_grams *g = fb_zalloc(c->n, sizeof *g);

	for (size_t i = 0; i < c->n; i++)
		fb_grams_count(&c->v[i].grams, df);
	for (size_t i = 0; i < c->n; i++)
		fb_grams_weigh(&c->v[i].grams, df, c->n);
	for (size_t i = 0; i < c->n; i++)
		g[i] = c->v[i].grams;
	c->sim = fb_alike(g, c->n);
	free(g);
	free(df);
}

static double
cover(const struct cell *c, const size_t *pick, size_t k)
{
	double sum = 0;

	for (size_t i = 0; i < c->n; i++) {
		uint16_t best = 0;

		for (size_t p = 0; p < k; p++)
			if (c->v[pick[p]].group == c->v[i].group &&
			    c->sim[pick[p] * c->n + i] > best)
				best = c->sim[pick[p] * c->n + i];
		sum += best;
	}
	return sum;
}

static double
mix(const struct cell *c, const size_t *pick, size_t k)
{
	double had[GROUPS] = {0}, tv = 0;

	for (size_t p = 0; p < k; p++)
		had[c->v[pick[p]].group]++;
	for (size_t g = 0; g < GROUPS; g++) {
		double d = had[g] / (double)k -
		    (double)c->count[g] / (double)c->total;

		tv += d < 0 ? -d / 2 : d / 2;
	}
	return tv;
}

static void
judge_topics(struct score *s, const struct cell *c, const size_t *pick,
    size_t k)
{
	double had[TOPICS] = {0}, picks = 0, records = 0, tv = 0;

	for (size_t p = 0; p < k; p++)
		had[c->v[pick[p]].topic]++;
	for (size_t t = 1; t < TOPICS; t++) {
		picks += had[t];
		records += (double)c->topics[t];
	}
	if (!(picks > 0) || !(records > 0))
		return;
	for (size_t t = 1; t < TOPICS; t++) {
		double d = had[t] / picks - (double)c->topics[t] / records;

		tv += d < 0 ? -d / 2 : d / 2;
	}
	s->topic += tv;
	s->topics++;
}

static void
judge(struct score *s, const struct cell *c, const size_t *pick, size_t k,
    double best)
{
	double alike = 0;

	for (size_t p = 0; p < k; p++) {
		uint16_t most = 0;

		for (size_t o = 0; o < k; o++)
			if (o != p && c->sim[pick[p] * c->n + pick[o]] > most)
				most = c->sim[pick[p] * c->n + pick[o]];
		alike += most;
		s->closest = most > s->closest ? most : s->closest;
	}
	s->cover += cover(c, pick, k) / best;
	s->mix += mix(c, pick, k);
	judge_topics(s, c, pick, k);
	s->alike += alike / (double)k / FB_COSINE_ONE;
	s->cells++;
}

/* The greedy rule among all texts of a group. */
static size_t
greedy_group(const struct cell *c, size_t group, size_t slots, size_t *out)
{
	size_t *of = fb_zalloc(c->n, sizeof *of), n = 0;
	bool *blocked = fb_zalloc(c->n, sizeof *blocked);
	uint64_t gain[MOST_PICKS];
	uint16_t *sim;

	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].group == group)
			of[n++] = i;
	sim = fb_zalloc(n * n, sizeof *sim);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			sim[i * n + j] = c->sim[of[i] * c->n + of[j]];
	slots = fb_facility_pick((struct fb_field_of_texts){ sim, n }, slots,
	    NULL, blocked, out, gain);
	for (size_t p = 0; p < slots; p++)
		out[p] = of[out[p]];
	free(sim);
	free(of);
	free(blocked);
	return slots;
}

static size_t
greedy(const struct cell *c, const size_t *pick, size_t k, size_t *out)
{
	size_t n = 0;

	for (size_t g = 0; g < GROUPS; g++) {
		size_t slots = 0;

		for (size_t p = 0; p < k; p++)
			slots += c->v[pick[p]].group == g;
		n += greedy_group(c, g, slots, out + n);
	}
	return n;
}

static uint64_t
dice(void)
{
	static uint64_t z = 1;

	z = z * 6364136223846793005u + 1442695040888963407u;
	return z >> 33;
}

/* k different texts; when strict, each of the group of its pick. */
static void
at_random(const struct cell *c, const size_t *pick, size_t k, bool strict,
    size_t *out)
{
	for (size_t p = 0; p < k; p++) {
		bool again = true;

		while (again) {
			out[p] = dice() % c->n;
			again = strict &&
			    c->v[out[p]].group != c->v[pick[p]].group;
			for (size_t o = 0; o < p; o++)
				again |= out[o] == out[p];
		}
	}
}

/* The k texts with the largest sum of cosines to all. */
static void
central(const struct cell *c, size_t k, size_t *out)
{
	uint64_t *sum = fb_zalloc(c->n, sizeof *sum);

	for (size_t i = 0; i < c->n; i++)
		for (size_t j = 0; j < c->n; j++)
			sum[i] += c->sim[i * c->n + j];
	for (size_t p = 0; p < k; p++) {
		out[p] = 0;
		for (size_t i = 0; i < c->n; i++)
			if (sum[i] > sum[out[p]])
				out[p] = i;
		sum[out[p]] = 0;
	}
	free(sum);
}

enum { OURS, GREEDY, RANDOM, STRATIFIED, CENTRAL, METHODS };
static struct score scores[METHODS];

static void
compare(const struct cell *c, const size_t *pick, size_t k)
{
	size_t other[MOST_PICKS], n = greedy(c, pick, k, other);
	double best = cover(c, other, n);

	judge(&scores[OURS], c, pick, k, best);
	judge(&scores[GREEDY], c, other, n, best);
	for (int i = 0; i < 2 * TRIES; i++) {
		at_random(c, pick, k, i % 2, other);
		judge(&scores[i % 2 ? STRATIFIED : RANDOM], c, other, k, best);
	}
	central(c, k, other);
	judge(&scores[CENTRAL], c, other, k, best);
}

static size_t
read_picks(const struct cell *c, fb_str quotes, size_t *pick)
{
	struct fb_json it = fb_json_in(quotes);
	struct fb_buf id = {0};
	size_t k = 0;

	while (k < MOST_PICKS && fb_json_next(&it)) {
		size_t at = fb_map_get(&c->ids,
		    fb_json_text(fb_json_get(it.val, "id"), &id));

		if (at != FB_MAP_NONE &&
		    fb_json_is(fb_json_get(it.val, "role"), "voice"))
			pick[k++] = c->text[at];
	}
	fb_buf_release(&id);
	return k;
}

static void
judge_line(const char *by, const struct fb_rec *r)
{
	fb_str raw = fb_json_get(fb_rec_get(r, FB_LIT("by")), by);
	struct fb_buf name = {0};
	size_t pick[MOST_PICKS], k = 0, at = raw.p ?
	    fb_map_get(&names, fb_json_text(raw, &name)) : FB_MAP_NONE;

	fb_buf_release(&name);
	if (at >= CELLS)
		return;
	k = read_picks(&cells[at], fb_rec_get(r, FB_LIT("quotes")), pick);
	if (!k)
		return;
	if (!cells[at].sim)
		weigh(&cells[at]);
	compare(&cells[at], pick, k);
}

static void
print(void)
{
	static const char *const title[METHODS] = { "ours", "greedy, all texts",
	    "random", "random in slots", "central" };

	printf("%-20s cover   mix alike closest topic\n", "method");
	for (size_t m = 0; m < METHODS; m++) {
		double n = scores[m].cells ? (double)scores[m].cells : 1;

		printf("%-20s %.3f %.3f %.3f %.3f %.3f\n", title[m],
		    scores[m].cover / n, scores[m].mix / n, scores[m].alike / n,
		    (double)scores[m].closest / FB_COSINE_ONE,
		    scores[m].topics ? scores[m].topic /
		    (double)scores[m].topics : 0);
	}
}

int
main(int argc, char **argv)
{
	struct fb_reader in;
	struct fb_rec r = {0};

	fb_prog = "quotes";
	if (argc < 4 || argc > 5)
		fb_die(FB_USAGE, "give BY RECORDS PAIRED [TOPIC]");
	topic_field = argv[4];
	read_records(argv[1], (char *[]){ argv[2], NULL });
	fb_reader_open(&in, (char *[]){ argv[3], NULL });
	while (fb_reader_next(&in, &r))
		if (r.kind == FB_METRIC)
			judge_line(argv[1], &r);
	fb_reader_close(&in);
	fb_rec_release(&r);
	print();
	return fb_finish(FB_OK);
}
