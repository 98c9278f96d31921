/* happy.c - how well complaints are told from praise by what scores teach.
 *
 * usage: happy held-out|surfaced LOW HIGH RECORDS
 *
 * Records with a score of at most LOW are one side, of at least HIGH the other;
 * each record is a customer. held-out learns from one half of them, drawn by
 * ticket, and prints the score and the side (0 low) of each in the other half.
 * surfaced learns from all and prints each sentence of the high side, in front
 * of it 1 when it is among the top tenth and sounds low by a standard error. */
#include <stdio.h>
#include <stdlib.h>

#include "anecdote/tell.h"
#include "base/ticket.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"
#include "text/sentences.h"
#include "text/words.h"

enum { LOW, HIGH, MIDDLE, KNOWN = 3, TENTH = 10,
    CLEAR = 1000 };

struct text {
	char *p;
	size_t n, side;
	bool half;
};

struct sentence {
	fb_str s;
	int64_t score;
	size_t at;
};

static struct text *texts;
static size_t ntexts, texts_cap;

static size_t
side_of(const struct fb_rec *r, double low, double high)
{
	double v;

	if (!fb_json_double(fb_rec_get(r, FB_SCORE), &v))
		return MIDDLE;
	return v <= low ? LOW : v >= high ? HIGH : MIDDLE;
}

static void
add(const struct fb_rec *r, size_t side, const struct fb_draw *draw)
{
	struct fb_buf text = {0}, id = {0};
	fb_str s = fb_json_text(fb_rec_get(r, FB_TEXT), &text);
	struct fb_ticket t = fb_draw_ticket(draw,
	    fb_json_text(fb_rec_get(r, FB_ID), &id));

	if (side != MIDDLE && fb_enough_words(s)) {
		texts = fb_grow(texts, &texts_cap, ntexts + 1, sizeof *texts);
		texts[ntexts++] = (struct text){ fb_str_dup(s), s.n, side,
		    t.d[0] & 1 };
	}
	fb_buf_release(&text);
	fb_buf_release(&id);
}

static void
read_records(char **paths, double low, double high)
{
	struct fb_reader in;
	struct fb_rec r = {0};
	struct fb_draw draw;

	fb_draw_init(&draw, "fb-quote/1", FB_LIT(""));
	fb_reader_open(&in, paths);
	while (fb_reader_next(&in, &r))
		if (r.kind == FB_RECORD)
			add(&r, side_of(&r, low, high), &draw);
	fb_reader_close(&in);
	fb_rec_release(&r);
}

static void
learn(struct fb_tell *t, bool all)
{
	for (size_t i = 0; i < ntexts; i++) {
		if (!all && texts[i].half)
			continue;
		fb_tell_next(t, texts[i].side);
		fb_tell_hear(t, (fb_str){ texts[i].p, texts[i].n });
	}
	fb_tell_settle(t);
}

static void
held_out(struct fb_tell *t)
{
	learn(t, false);
	for (size_t i = 0; i < ntexts; i++)
		if (texts[i].half)
			printf("%lld\t%zu\n", (long long)fb_tell_score(t,
			    (fb_str){ texts[i].p, texts[i].n },
			    FB_TELL_NEW).milli, texts[i].side);
}

static int
by_score(const void *a, const void *b)
{
	const struct sentence *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static void
print(const struct sentence *s, bool surfaced)
{
	printf("%d\t", surfaced);
	for (size_t i = 0; i < s->s.n; i++)
		putchar((unsigned char)s->s.p[i] < ' ' ? ' ' : s->s.p[i]);
	putchar('\n');
}

static void
surfaced(struct fb_tell *t)
{
	struct sentence *v = NULL;
	size_t n = 0, cap = 0;
	struct fb_cuts cuts = {0};

	learn(t, true);
	for (size_t i = 0; i < ntexts; i++) {
		size_t from = 0;

		if (texts[i].side != HIGH)
			continue;
		fb_sentences_find(&cuts, (fb_str){ texts[i].p, texts[i].n }, 0);
		for (size_t k = 0; k < cuts.n; from = cuts.at[k++]) {
			fb_str s = { texts[i].p + from, cuts.at[k] - from };
			struct fb_tell_score score = fb_tell_score(t, s, HIGH);

			if (score.known < KNOWN)
				continue;
			v = fb_grow(v, &cap, n + 1, sizeof *v);
			v[n] = (struct sentence){ s, score.milli, n };
			n++;
		}
	}
	if (n)
		qsort(v, n, sizeof *v, by_score);
	for (size_t i = 0; i < n; i++)
		print(&v[i], i < (n + TENTH - 1) / TENTH && v[i].score >= CLEAR);
	fb_cuts_release(&cuts);
	free(v);
}

int
main(int argc, char **argv)
{
	struct fb_tell t = {0};

	fb_prog = "happy";
	if (argc != 5)
		fb_die(FB_USAGE, "give held-out or surfaced, LOW HIGH RECORDS");
	read_records(argv + 4, atof(argv[2]), atof(argv[3]));
	if (!strcmp(argv[1], "held-out"))
		held_out(&t);
	else
		surfaced(&t);
	fb_tell_release(&t);
	for (size_t i = 0; i < ntexts; i++)
		free(texts[i].p);
	free(texts);
	return fb_finish(FB_OK);
}
