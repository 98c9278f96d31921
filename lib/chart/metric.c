/* metric.c - one metric: its trend, everyone who answered, some of them. */
#include <math.h>

#include "chart/one.h"
#include "chart/trend.h"
#include "chart/voices.h"
#include "present/breakdown.h"

enum {
	PLOT_LEFT = 30, PLOT_RIGHT = 411, PLOT_HEIGHT = 184, PLOT_LOWER = 134,
	PLOT_LEAST = 104, BELOW_PLOT = 34,
	HISTORY_MIN = 3,
};

/* The total, then its groups; those of themes and stages have their own page. */
static const struct fb_cell **
groups_of(struct fb_canvas *cv, const struct fb_cell *total, size_t *n)
{
	const struct fb_cell **all = fb_siblings(cv->report, total, n);
	size_t k = 0;

	for (size_t i = 0; i < *n; i++)
		if (!fb_is_by_rules(all[i]))
			all[k++] = all[i];
	*n = k;
	return all;
}

/* Groups if there are at most three, else the total and the two largest. */
static size_t
pick_series(struct fb_canvas *cv, const struct fb_cell *total,
    const struct fb_cell **series)
{
	size_t n, k = 0;
	const struct fb_cell **all = groups_of(cv, total, &n);
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

fb_str
fb_metric_title(struct fb_canvas *cv, const struct fb_cell *c, fb_str *deck)
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
	return fb_sentence(cv, c->has_interval ? "deck_metric" : "deck_count",
	    (struct fb_slot[]){
	    { "note", note.n ? note : fb_name_metric(cv->report, c) },
	    { "span", span }, { "n", fb_count_words(cv, c->n) },
	    { "who", fb_name_group(cv->report, c) },
	    { "in_period", fb_in_period_words(cv, c->period_label) },
	    { "period", fb_period_words(cv, c->period_label, FB_PERIOD_FULL) } }, 6);
}

fb_str
fb_metric_source(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf range = {0};
	fb_str s;

	if (c->has_period)
		fb_show_range(&range, cv->words, c->period);
	s = fb_phrase(cv, "source_metric", (struct fb_slot[]){
	    { "source", fb_source_words(cv) },
	    { "eligible", fb_count_words(cv, c->voice.eligible) },
	    { "range", range.n ? fb_keep(cv, &range) :
	      fb_word(cv->words, "all_dates") } }, 3);
	fb_buf_release(&range);
	return s;
}

/* Lower where quotes of other roles stand below, and lower still where they would
 * else go to a page of their own. */
static double
plot_height(struct fb_canvas *cv, const struct fb_cell *c, size_t extras,
    double y)
{
	double left;

	if (!extras)
		return PLOT_HEIGHT;
	left = cv->foot - y - BELOW_PLOT - fb_voices_least(cv, c, extras);
	return left < PLOT_LEAST ? PLOT_LOWER : fmin(left, PLOT_LOWER);
}

static void
metric_page(struct fb_canvas *cv, const struct fb_cell *c)
{
	const struct fb_cell *series[FB_TREND_SERIES] = {0};
	size_t n = pick_series(cv, c, series), history, extras;
	fb_str deck, head = fb_metric_title(cv, c, &deck);
	double y;

	fb_canvas_page(cv, cv->report->name,
	    fb_period_words(cv, c->period_label, FB_PERIOD_FULL), fb_metric_source(cv, c),
	    head);
	y = fb_canvas_title(cv, FB_TITLE_PAGE, head,
	    deck.n ? deck : neutral_deck(cv, c)) + 22;
	extras = fb_extras_that_fit(cv, c, cv->foot - y - BELOW_PLOT - PLOT_LEAST);
	fb_history(cv->report, c, &history);
	if (history >= HISTORY_MIN) {
		double high = plot_height(cv, c, extras, y);
		double left = fmax(PLOT_LEFT, fb_trend_gutter(cv, series, n, 0));

		fb_draw_trend(cv, series, n, 0, (struct fb_trend_room){
		    cv->left + left, y, PLOT_RIGHT - left, high,
		    FB_TREND_LABEL, NULL });
		y += high;
	} else {
		fb_canvas_put(cv, FB_LABEL, cv->left, y, FB_LEFT, FB_TEXT2,
		    fb_word(cv->words, "first_period"));
	}
	y = fb_draw_voices(cv, c, y + BELOW_PLOT, extras, false);
	fb_draw_extras(cv, c, y, extras, head);
}

/* A page for each total that has a trend, in the order of the summary. */
void
fb_page_metrics(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct fb_report *r = cv->report;

	if (fb_is_alone(r, f))
		return;
	for (size_t k = 0; k <= r->norder; k++)
		for (size_t i = 0; i < r->ncells; i++) {
			const struct fb_cell *c = &r->cells[i];
			size_t n;

			if (fb_metric_place(r, c->metric) != k || c->nby ||
			    !fb_str_eq(c->period_label, f->period))
				continue;
			fb_history(r, c, &n);
			if (n >= HISTORY_MIN)
				metric_page(cv, c);
		}
}
