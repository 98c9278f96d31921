/* excerpt.c - windows of whole sentences. */
#include <stdbool.h>
#include <stdlib.h>

#include "anecdote/excerpt.h"
#include "text/sentences.h"
#include "text/words.h"

/* A text cut into clusters, words and sentences. */
struct cut_text {
	fb_str text;
	struct fb_cuts clusters, words, sentences;
};

enum { PIECE = 4 }; /* clusters of the shortest sentence */

/* Bytes of s without blanks at its ends. */
static struct fb_excerpt
trim(fb_str text, size_t start, size_t end)
{
	fb_str s = fb_str_trim((fb_str){ text.p + start, end - start });

	if (!s.n)
		return (struct fb_excerpt){ start, start };
	start = (size_t)(s.p - text.p);
	return (struct fb_excerpt){ start, start + s.n };
}

/* Clusters that end at or before byte at. */
static size_t
clusters_to(const struct cut_text *t, size_t at)
{
	size_t lo = 0, hi = t->clusters.n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (t->clusters.at[mid] <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static size_t
length(const struct cut_text *t, struct fb_excerpt e)
{
	return clusters_to(t, e.end) - clusters_to(t, e.start);
}

static size_t
sentence_start(const struct cut_text *t, size_t i)
{
	return i ? t->sentences.at[i - 1] : 0;
}

static struct fb_excerpt
run(const struct cut_text *t, size_t first, size_t last)
{
	return trim(t->text, sentence_start(t, first), t->sentences.at[last]);
}

static bool
says_something(const struct cut_text *t, size_t sentence)
{
	size_t from = sentence_start(t, sentence);

	return fb_says_something((fb_str){ t->text.p + from,
	    t->sentences.at[sentence] - from });
}

/* Join what is too short to be a sentence to the one behind it, at the end to
 * the one before it. */
static void
join_pieces(struct cut_text *t)
{
	struct fb_cuts *s = &t->sentences;
	size_t n = 0, from = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (length(t, trim(t->text, from, s->at[i])) < PIECE) {
			if (i + 1 == s->n && n)
				s->at[n - 1] = s->at[i];
			else if (i + 1 == s->n)
				s->at[n++] = s->at[i];
			continue;
		}
		from = s->at[n++] = s->at[i];
	}
	s->n = n;
}

/* As many sentences from first on as max clusters hold, at least one. */
static size_t
last_that_fits(const struct cut_text *t, size_t first, size_t max)
{
	size_t last = first;

	while (last + 1 < t->sentences.n &&
	    length(t, run(t, first, last + 1)) <= max)
		last++;
	return last;
}

/* The start of a sentence that is too long, up to a word's end. */
static struct fb_excerpt
cut_sentence(const struct cut_text *t, struct fb_excerpt e, size_t max)
{
	size_t limit = t->clusters.at[clusters_to(t, e.start) + max - 1];
	size_t end = e.start;

	for (size_t i = 0; i < t->words.n && t->words.at[i] <= limit; i++)
		if (t->words.at[i] > e.start)
			end = t->words.at[i];
	return trim(t->text, e.start, end > e.start ? end : limit);
}

static bool
ends_paragraph(const struct cut_text *t, size_t sentence)
{
	size_t end = t->sentences.at[sentence];

	return sentence + 1 == t->sentences.n || t->text.p[end - 1] == '\n';
}

static struct fb_excerpt
window(const struct cut_text *t, size_t first, size_t max)
{
	size_t last = last_that_fits(t, first, max);
	struct fb_excerpt e = run(t, first, last);

	if (length(t, e) > max)
		return cut_sentence(t, e, max);
	if (last + 1 < t->sentences.n && ends_paragraph(t, last + 1) &&
	    !ends_paragraph(t, last) &&
	    length(t, run(t, last + 1, last + 1)) <= FB_EXCERPT_TAIL)
		e = run(t, first, last + 1);
	return e;
}

/* The window from the sentence of byte at on, and what fits in front. */
static struct fb_excerpt
window_at(const struct cut_text *t, size_t max, size_t at)
{
	struct fb_excerpt e;
	size_t first = 0;

	while (first + 1 < t->sentences.n && t->sentences.at[first] <= at)
		first++;
	e = window(t, first, max);
	while (first > 0) {
		struct fb_excerpt more = trim(t->text,
		    sentence_start(t, --first), e.end);

		if (length(t, more) > max)
			break;
		if (says_something(t, first))
			e = more;
	}
	return e;
}

static uint64_t
likeness(struct fb_grams *g, fb_str s, const struct fb_wish *w)
{
	double sum = 0;

	fb_grams_find(g, s);
	fb_grams_weigh(g, w->df, w->ndocs);
	for (size_t i = 0; i < g->n; i++)
		sum += g->v[i].weight * w->sum[g->v[i].bucket];
	return (uint64_t)(sum * FB_COSINE_ONE + 0.5);
}

static struct fb_excerpt
best_window(const struct cut_text *t, size_t max, const struct fb_wish *w)
{
	struct fb_excerpt best = {0};
	struct fb_grams g = {0};
	uint64_t most = 0;

	for (size_t i = 0; i < t->sentences.n; i++) {
		struct fb_excerpt e = window(t, i, max);
		uint64_t like;

		if (i && !says_something(t, i))
			continue;
		like = likeness(&g, (fb_str){ t->text.p + e.start,
		    e.end - e.start }, w);

		if (i && like <= most)
			continue;
		best = e;
		most = like;
	}
	fb_grams_release(&g);
	return best;
}

struct fb_excerpt
fb_excerpt(fb_str text, size_t max, size_t at, const struct fb_wish *w)
{
	struct cut_text t = { .text = text };
	struct fb_excerpt e = { 0, text.n };

	if (text.n <= max)
		return e;
	if (text.n > FB_EXCERPT_BYTES)
		t.text.n = fb_cluster_floor(text, FB_EXCERPT_BYTES);
	fb_cuts_find(&t.clusters, FB_CLUSTER, t.text);
	if (t.clusters.n > max) {
		fb_cuts_find(&t.words, FB_WORD, t.text);
		fb_sentences_find(&t.sentences, t.text, max);
		join_pieces(&t);
		e = at == FB_ANYWHERE ? best_window(&t, max, w) :
		    window_at(&t, max, at);
	}
	fb_cuts_release(&t.clusters);
	fb_cuts_release(&t.words);
	fb_cuts_release(&t.sentences);
	return e;
}
