/* metric.c - one metric: its trend, everyone who answered, some of them. */
#include <math.h>

#include "chart/pages.h"

enum {
	PLOT_LEFT = 30, PLOT_WIDTH = 381, PLOT_HEIGHT = 184,
	COLUMN = 238, GUTTER = 23, MARK = 24, QUOTES_MAX = 6, LINES_MAX = 9,
	HISTORY_MIN = 3,
};

/* Groups if there are at most three, else the total and the two largest. */
static size_t
pick_series(struct fb_canvas *cv, const struct fb_cell *total,
    const struct fb_cell **series)
{
	size_t n, k = 0;
	const struct fb_cell **all = fb_siblings(cv->report, total, &n);
	bool few = n > 1 && n - 1 <= FB_TREND_SERIES;

	if (few)
		for (size_t i = 1; i < n; i++)
			series[k++] = all[i];
	if (few)
		return k;
	series[k++] = total;
	while (k < FB_TREND_SERIES && k < n) {
		const struct fb_cell *largest = NULL;

		for (size_t i = 1; i < n; i++)
			if (all[i] != series[1] && (!largest || all[i]->n > largest->n))
				largest = all[i];
		if (!largest)
			break;
		series[k++] = largest;
	}
	return k;
}

static fb_str
title(struct fb_canvas *cv, const struct fb_cell *c, fb_str *deck)
{
	const struct fb_title *given = fb_title_for(cv->report, c, c->period_label);
	struct fb_buf b = {0};
	fb_str s;

	*deck = given ? given->deck : FB_LIT("");
	if (given)
		return given->text;
	fb_put_finding(&b, cv->report, c);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static fb_str
neutral_deck(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	size_t n;
	fb_str note = fb_name_note(cv->report, c), span;

	fb_history(cv->report, c, &n);
	fb_show_span(&b, cv->words, c->period.unit, n);
	span = fb_keep(cv, &b);
	fb_buf_release(&b);
	return fb_phrase(cv, c->has_interval ? "deck_metric" : "deck_count",
	    (struct fb_slot[]){
	    { "note", note.n ? note : fb_name_metric(cv->report, c) },
	    { "span", span }, { "n", fb_count_words(cv, c->n) },
	    { "who", fb_name_group(cv->report, c) },
	    { "period", fb_period_words(cv, c->period_label, FB_PERIOD_FULL) } }, 5);
}

static fb_str
source(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf range = {0};
	fb_str s;

	if (c->has_period)
		fb_show_range(&range, cv->words, c->period);
	s = fb_phrase(cv, "source_metric", (struct fb_slot[]){
	    { "source", cv->report->source.n ? cv->report->source :
	      fb_word(cv->words, "source_unnamed") },
	    { "eligible", fb_count_words(cv, c->voice.eligible) },
	    { "range", fb_keep(cv, &range) } }, 3);
	fb_buf_release(&range);
	return s;
}

/* The quotes that may be printed, worst group first as they are in the line. */
static size_t
pick_quotes(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote **q)
{
	size_t n = 0;

	for (int rank = -1; rank <= 2; rank++)
		for (size_t i = 0; i < c->nquotes && n < QUOTES_MAX; i++)
			if (fb_group_rank(c, c->quotes[i].group) == rank &&
			    fb_may_print(&c->quotes[i], cv->unredacted))
				q[n++] = &c->quotes[i];
	return n;
}

static fb_str
number_word(struct fb_canvas *cv, size_t n)
{
	fb_str word = fb_word_at(cv->words, "numbers", n);

	return word.n ? word : fb_count_words(cv, n);
}

/* "2 detractors, 1 passive, 3 promoters" */
static fb_str
mix_words(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *const *q, size_t n)
{
	struct fb_buf b = {0}, key = {0};
	fb_str s;

	for (size_t g = 0; g < c->ngroups; g++) {
		size_t k = 0;

		for (size_t i = 0; i < n; i++)
			k += fb_str_eq(q[i]->group, fb_cstr(c->group_names[g]));
		if (!k)
			continue;
		if (b.n)
			fb_buf_adds(&b, ", ");
		key.n = 0;
		fb_buf_printf(&key, k == 1 ? "one_%s" : "many_%s",
		    fb_group_label(c, fb_cstr(c->group_names[g])));
		fb_say(&b, cv->words, fb_buf_cstr(&key), (struct fb_slot[]){
		    { "n", fb_count_words(cv, k) } }, 1);
	}
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	fb_buf_release(&key);
	return s;
}

/* Both strips; gives the y of the first baseline below them. */
static double
draw_strips(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *const *q, size_t n, double y)
{
	if (c->ngroups < 2)
		return y + 18;
	fb_page_tag(cv->page, FB_TAG_FIGURE);
	fb_canvas_put(cv, FB_AXIS, cv->left, y + 15, FB_LEFT, 0,
	    fb_phrase(cv, "strip_all", (struct fb_slot[]){
	    { "n", fb_count_words(cv, c->n) } }, 1));
	fb_draw_population(cv, c, cv->left, y + 20.5, FB_PAGE_CONTENT, 15);
	fb_canvas_put(cv, FB_AXIS, cv->left, y + 49, FB_LEFT, 0,
	    fb_phrase(cv, "strip_quotes", (struct fb_slot[]){
	    { "mix", n ? mix_words(cv, c, q, n) : fb_word(cv->words, "none") } }, 1));
	fb_draw_slots(cv, c, cv->left, y + 54.5, FB_PAGE_CONTENT, 15);
	fb_page_untag(cv->page);
	return y + 92;
}

/* ---- two columns of quotes ---- */

struct columns {
	struct fb_canvas *cv;
	const struct fb_cell *c;
	const struct fb_quote *q[QUOTES_MAX];
	size_t n, split;
	struct fb_quote_style style;
};

static double
height_of(struct columns *k, size_t from, size_t to)
{
	double h = 0;

	for (size_t i = from; i < to; i++)
		h += fb_quote_height(k->cv, k->c, k->q[i], &k->style) + 15;
	return h;
}

/* Where to break so that the longer column is shortest. */
static double
best_split(struct columns *k)
{
	double best = INFINITY;

	for (size_t s = (k->n + 1) / 2; s <= k->n; s++) {
		double h = fmax(height_of(k, 0, s), height_of(k, s, k->n));

		if (h < best - 0.5) {
			best = h;
			k->split = s;
		}
	}
	return k->n ? best : 0;
}

static void
draw_columns(struct columns *k, double y)
{
	double x = k->cv->left + MARK, top = y;

	for (size_t i = 0; i < k->n; i++) {
		if (i == k->split) {
			x += COLUMN + GUTTER;
			y = top;
		}
		y += fb_draw_quote(k->cv, k->c, k->q[i], &k->style, x, y) + 15;
	}
}

/* Slots that nobody's words could fill, one sentence after the other. */
static double
draw_silent(struct fb_canvas *cv, const struct fb_cell *c, double y)
{
	struct fb_buf b = {0};
	struct fb_text_box box;

	for (size_t i = 0; i < c->voice.nsilent; i++) {
		if (b.n)
			fb_buf_addc(&b, ' ');
		fb_put_silent(&b, cv->report, c, &c->voice.silent[i]);
	}
	if (!b.n)
		return y;
	box = fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_NOTE, .align = FB_LEFT, .width = FB_PAGE_CONTENT },
	    cv->left, y);
	fb_buf_release(&b);
	return y + box.height + 8;
}

static fb_str
voices_head(struct fb_canvas *cv, const struct fb_cell *c, size_t n)
{
	const char *key = !n ? c->paired ? "voices_none" : "voices_unpaired" :
	    c->ngroups < 2 ? n == 1 ? "voices_one" : "voices_plain" :
	    n == 1 ? "voices_one" : "voices_mix";

	return fb_phrase(cv, key, (struct fb_slot[]){
	    { "n", number_word(cv, n) } }, 1);
}

static void
draw_voices(struct fb_canvas *cv, const struct fb_cell *c, double y)
{
	struct columns k = { .cv = cv, .c = c,
	    .style = { FB_QUOTE, COLUMN - MARK, LINES_MAX, false } };
	double room;

	k.n = pick_quotes(cv, c, k.q);
	fb_canvas_rule(cv, y, 0.5, FB_HAIR);
	fb_page_tag(cv->page, FB_TAG_H2);
	fb_canvas_put(cv, FB_SECTION, cv->left, y + 16, FB_LEFT, 0,
	    voices_head(cv, c, k.n));
	fb_page_untag(cv->page);
	if (!c->paired)
		return;
	y = draw_strips(cv, c, k.q, k.n, y + 16);
	y = draw_silent(cv, c, y);
	room = cv->foot - y;
	while (best_split(&k) > room && k.style.max_lines > 1)
		k.style.max_lines--;
	draw_columns(&k, y + 4);
}

void
fb_page_metric(struct fb_canvas *cv, const struct fb_cell *c)
{
	const struct fb_cell *series[FB_TREND_SERIES] = {0};
	size_t n = pick_series(cv, c, series), history;
	fb_str deck, head = title(cv, c, &deck);
	double y;

	fb_canvas_page(cv, cv->report->name,
	    fb_period_words(cv, c->period_label, FB_PERIOD_FULL), source(cv, c), head);
	y = fb_canvas_title(cv, FB_TITLE_PAGE, head,
	    deck.n ? deck : neutral_deck(cv, c)) + 22;
	fb_history(cv->report, c, &history);
	if (history >= HISTORY_MIN) {
		fb_draw_trend(cv, series, n, cv->left + PLOT_LEFT, y, PLOT_WIDTH,
		    PLOT_HEIGHT);
		y += PLOT_HEIGHT;
	} else {
		fb_canvas_put(cv, FB_LABEL, cv->left, y, FB_LEFT, FB_TEXT2,
		    fb_word(cv->words, "first_period"));
	}
	draw_voices(cv, c, y + 34);
}
