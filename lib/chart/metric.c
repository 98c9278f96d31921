/* metric.c - one metric: its trend, everyone who answered, some of them. */
#include "chart/pages.h"

enum {
	PLOT_LEFT = 30, PLOT_WIDTH = 381, PLOT_HEIGHT = 184,
	STRIPS = 92, STRIPS_NONE = 18, QUOTES_MAX = 6, HISTORY_MIN = 3,
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
	    { "source", fb_source_words(cv) },
	    { "eligible", fb_count_words(cv, c->voice.eligible) },
	    { "range", fb_keep(cv, &range) } }, 3);
	fb_buf_release(&range);
	return s;
}

static fb_str
number_word(struct fb_canvas *cv, size_t n)
{
	fb_str word = fb_word_at(cv->words, "numbers", n);

	return word.n ? word : fb_count_words(cv, n);
}

/* Both strips, STRIPS high. */
static void
draw_strips(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_columns *k, double y)
{
	fb_page_tag(cv->page, FB_TAG_FIGURE);
	fb_canvas_put(cv, FB_AXIS, cv->left, y + 15, FB_LEFT, 0,
	    fb_phrase(cv, "strip_all", (struct fb_slot[]){
	    { "n", fb_count_words(cv, c->n) } }, 1));
	fb_draw_population(cv, c, cv->left, y + 20.5, FB_PAGE_CONTENT, 15);
	fb_canvas_put(cv, FB_AXIS, cv->left, y + 49, FB_LEFT, 0,
	    fb_phrase(cv, "strip_quotes", (struct fb_slot[]){
	    { "mix", k->n ? fb_columns_mix(k, c) : fb_word(cv->words, "none") } }, 1));
	fb_draw_slots(cv, c, k, cv->left, y + 54.5, FB_PAGE_CONTENT, 15);
	fb_page_untag(cv->page);
}

/* Slots that nobody's words could fill, one sentence after the other. */
static struct fb_text
silent_text(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	struct fb_text t = { .role = FB_NOTE, .align = FB_LEFT,
	    .width = FB_PAGE_CONTENT };

	for (size_t i = 0; i < c->voice.nsilent; i++) {
		if (b.n)
			fb_buf_addc(&b, ' ');
		fb_put_silent(&b, cv->report, c, &c->voice.silent[i]);
	}
	t.s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return t;
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

/* Strips, silence, and the quotes in what room they leave. */
static void
draw_voices(struct fb_canvas *cv, const struct fb_cell *c, double y)
{
	struct fb_columns k = { .cv = cv };
	struct fb_text silent = silent_text(cv, c);
	double strips = c->ngroups < 2 ? STRIPS_NONE : STRIPS, hush = 0;

	fb_columns_add_role(&k, c, "voice", QUOTES_MAX);
	if (silent.s.n)
		hush = fb_page_measure(cv->page, &silent).height + 8;
	fb_columns_fit(&k, cv->foot - y - 16 - strips - hush);
	fb_canvas_rule(cv, y, 0.5, FB_HAIR);
	fb_page_tag(cv->page, FB_TAG_H2);
	fb_canvas_put(cv, FB_SECTION, cv->left, y + 16, FB_LEFT, 0,
	    voices_head(cv, c, k.n));
	fb_page_untag(cv->page);
	if (!c->paired)
		return;
	if (c->ngroups > 1)
		draw_strips(cv, c, &k, y + 16);
	y += 16 + strips;
	if (hush)
		fb_page_text(cv->page, &silent, cv->left, y);
	fb_columns_draw(&k, y + hush - 6);
}

static void
metric_page(struct fb_canvas *cv, const struct fb_cell *c)
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

/* A page for each total that has a trend, in the order of the summary. */
void
fb_page_metrics(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct fb_report *r = cv->report;

	for (size_t k = 0; k <= r->norder; k++)
		for (size_t i = 0; i < r->ncells; i++) {
			const struct fb_cell *c = &r->cells[i];
			size_t n;

			if (fb_metric_place(r, c->metric) != k || c->nby || !fb_str_eq(c->period_label, f->period))
				continue;
			fb_history(r, c, &n);
			if (n >= HISTORY_MIN)
				metric_page(cv, c);
		}
}
