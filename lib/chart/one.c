/* one.c - the summary of a report of one number: large, with its trend. */
#include "chart/one.h"
#include "chart/voices.h"

enum {
	BIG_BASE = 88, NAME_BASE = 110, CHANGE_BASE = 152, TOP = 186,
	X_TREND = 262, W_TREND = 214, H_TREND = 124, X_FROM = 64, W_LEFT = 226,
	HISTORY_MIN = 3, ABOVE_MARGIN = 18,
};

static void
draw_value(struct fb_canvas *cv, const struct fb_cell *c, double y)
{
	struct fb_buf b = {0};
	double w;
	struct fb_text t = { .role = FB_VALUE_BIG, .align = FB_LEFT };

	if (fb_is_small(c)) {
		fb_page_text(cv->page, &(struct fb_text){ .role = FB_VALUE,
		    .s = fb_word(cv->words, "few_answers"), .align = FB_LEFT,
		    .width = W_LEFT, .max_lines = 2 }, cv->left, y - 20);
		return;
	}
	fb_show_value(&b, cv->words, c);
	t.s = fb_keep(cv, &b);
	t.colour = fb_is_wide(c) ? FB_TEXT3 : FB_INK;
	w = fb_page_measure(cv->page, &t).width;
	if (w > W_LEFT - 46)
		t.size = 84 * (W_LEFT - 46) / w;
	w = fb_page_text(cv->page, &t, cv->left, y).width;
	fb_show_margin(&b, cv->words, c);
	fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_CHANGE, .align = FB_LEFT, .size = 14,
	    .colour = FB_TEXT2 }, cv->left + w + 7, y);
	fb_page_text(cv->page, &(struct fb_text){ .role = FB_LABEL,
	    .s = fb_unit_words(cv->words, c), .align = FB_LEFT,
	    .colour = FB_TEXT2, .width = W_LEFT - w - 7, .max_lines = 1 },
	    cv->left + w + 7, y - ABOVE_MARGIN);
	fb_buf_release(&b);
}

static void
draw_name(struct fb_canvas *cv, const struct fb_cell *c, double y)
{
	fb_str note = fb_name_note(cv->report, c);
	struct fb_buf b = {0};
	struct fb_text_box box;

	fb_buf_add(&b, fb_name_metric(cv->report, c));
	if (note.n) {
		fb_say_more(&b, cv->words);
		fb_buf_add(&b, note);
	}
	box = fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_LABEL, .align = FB_LEFT, .colour = FB_TEXT2,
	    .width = W_LEFT, .max_lines = 2 }, cv->left, y);
	if (c->has_n && !fb_is_tally(c))
		fb_canvas_put(cv, FB_LABEL, cv->left, y + box.height, FB_LEFT,
		    FB_TEXT2, fb_phrase(cv, "n_equals", (struct fb_slot[]){
		    { "n", fb_count_words(cv, c->n) } }, 1));
	fb_buf_release(&b);
}

/* The change, and in words what from and how sure. */
static void
draw_change(struct fb_canvas *cv, const struct fb_cell *c, double y)
{
	const struct fb_versus *vs = &c->prev;
	struct fb_cell before = *c;
	struct fb_buf from = {0}, lo = {0}, hi = {0};

	fb_draw_change(cv, c, vs, cv->left, y);
	if (!vs->ok)
		return;
	before.value = vs->value;
	fb_show_value(&from, cv->words, &before);
	fb_show_diff(&lo, cv->words, c, vs->lo);
	fb_show_diff(&hi, cv->words, c, vs->hi);
	fb_page_text(cv->page, &(struct fb_text){ .role = FB_LABEL,
	    .s = fb_phrase(cv, vs->has_interval ? "one_change" : "one_change_bare",
	    (struct fb_slot[]){ { "value", fb_buf_str(&from) },
	    { "lo", fb_buf_str(&lo) }, { "hi", fb_buf_str(&hi) },
	    { "period", fb_period_words(cv, vs->period, FB_PERIOD_FULL) } }, 4),
	    .align = FB_LEFT, .colour = FB_TEXT2, .width = W_LEFT - X_FROM,
	    .max_lines = 3 }, cv->left + X_FROM, y);
	fb_buf_release(&from);
	fb_buf_release(&lo);
	fb_buf_release(&hi);
}

bool
fb_is_alone(struct fb_report *r, const struct fb_focus *f)
{
	size_t n;

	if (f->nrows != 1)
		return false;
	fb_siblings(r, f->rows[0], &n);
	return n == 1;
}

static void
draw_page(struct fb_canvas *cv, const struct fb_cell *c)
{
	const struct fb_title *given = fb_title_for(cv->report, NULL,
	    c->period_label);
	fb_str deck, title = fb_metric_title(cv, c, &deck);
	size_t n, extras;
	double y;

	if (given) {
		title = given->text;
		deck = given->deck.n ? given->deck : deck;
	}
	fb_canvas_page(cv, cv->report->name, fb_period_words(cv, c->period_label,
	    FB_PERIOD_FULL), fb_metric_source(cv, c), title);
	y = fb_canvas_title(cv, FB_TITLE, title, deck.n ? deck :
	    fb_word(cv->words, "one_deck"));
	fb_page_tag(cv->page, FB_TAG_P);
	draw_value(cv, c, y + BIG_BASE);
	draw_name(cv, c, y + NAME_BASE);
	draw_change(cv, c, y + CHANGE_BASE);
	fb_page_untag(cv->page);
	fb_history(cv->report, c, &n);
	if (n >= HISTORY_MIN)
		fb_draw_trend_alone(cv, c, cv->left + X_TREND, y + 18, W_TREND,
		    H_TREND);
	else
		fb_page_text(cv->page, &(struct fb_text){ .role = FB_LABEL,
		    .s = fb_word(cv->words, "first_period"), .align = FB_LEFT,
		    .colour = FB_TEXT2, .width = W_TREND }, cv->left + X_TREND,
		    y + BIG_BASE);
	extras = fb_extras_that_fit(cv, c, cv->foot - y - TOP);
	y = fb_draw_voices(cv, c, y + TOP, extras, !extras);
	fb_draw_extras(cv, c, y, extras, title);
}

void
fb_page_one(struct fb_canvas *cv, const struct fb_focus *f)
{
	if (fb_is_alone(cv->report, f))
		draw_page(cv, f->rows[0]);
}
