/* method.c - how the voices were chosen: funnel, certificate, words. */
#include <math.h>

#include "chart/pages.h"
#include "present/funnel.h"

enum {
	W_FUNNEL = 232,
	ROW = 15, ROW_SUB = 23, PAD = 12, KEY = 66,
	BOX = 2 * PAD + 16, /* of the certificate, without its facts */
	BELOW = 12, LEAD = 2, /* between facts */
};

static double
funnel_row(struct fb_canvas *cv, const struct fb_funnel_row *row, double y)
{
	bool minus = row->kind == FB_FUNNEL_MINUS;
	enum fb_role role = minus ? FB_LABEL : FB_LABEL_BOLD;
	struct fb_buf b = {0};
	double h = row->sub.n ? ROW_SUB : ROW;

	if (minus && row->count)
		fb_buf_adds(&b, "\xe2\x88\x92");
	fb_show_count(&b, cv->words, row->count);
	fb_row_begin(cv);
	fb_canvas_put(cv, role, cv->left, y, FB_LEFT, 0, row->words);
	if (row->sub.n)
		fb_page_text(cv->page, &(struct fb_text){ .s = row->sub,
		    .role = FB_NOTE, .align = FB_LEFT, .width = W_FUNNEL - 40,
		    .max_lines = 1 }, cv->left + 8, y + 10);
	fb_row_next(cv, false);
	fb_canvas_put(cv, role, cv->left + W_FUNNEL, y, FB_RIGHT, 0, fb_buf_str(&b));
	fb_row_end(cv);
	fb_buf_release(&b);
	if (!minus)
		fb_canvas_rule_part(cv, cv->left, y + h - 11.5, W_FUNNEL, 0.5,
		    row->kind == FB_FUNNEL_BOLD ? FB_INK : FB_HAIR);
	return y + h;
}

static double
draw_funnel(struct fb_canvas *cv, double y)
{
	struct fb_funnel f;

	fb_funnel_of(cv->report, cv->everything.n, &f);
	fb_canvas_head(cv, FB_TAG_H2, FB_HEAD, cv->left, y,
	    fb_word(cv->words, "method_funnel"));
	y += 19;
	if (!f.n) {
		fb_canvas_put(cv, FB_NOTE, cv->left, y, FB_LEFT, 0,
		    fb_word(cv->words, "method_no_trail"));
		return y;
	}
	fb_page_tag(cv->page, FB_TAG_TABLE);
	for (size_t i = 0; i < f.n; i++)
		y = funnel_row(cv, &f.rows[i], y);
	fb_page_untag(cv->page);
	return y;
}

/* ---- the certificate ---- */

static void
method_page(struct fb_canvas *cv, fb_str entry)
{
	struct fb_buf chain = {0};

	fb_put_chain(&chain, cv->report);
	fb_canvas_page(cv, fb_word(cv->words, "method"), cv->report->period.n ?
	    fb_period_words(cv, cv->report->period, FB_PERIOD_FULL) : FB_LIT(""),
	    fb_phrase(cv, "source_method", (struct fb_slot[]){
	    { "chain", fb_buf_str(&chain) } }, 1), entry);
	fb_buf_release(&chain);
}

static struct fb_text
fact_text(struct fb_canvas *cv, fb_str s)
{
	return (struct fb_text){ .s = s, .role = FB_NOTE, .align = FB_LEFT,
	    .colour = FB_INK, .width = FB_PAGE_CONTENT - 2 * PAD - KEY - 4,
	    .keep_lines = true, .at_blanks = true,
	    .max_lines = (int)((cv->foot - FB_TITLE_BASE - BOX) / 10) };
}

static double
fact_height(struct fb_canvas *cv, fb_str s)
{
	struct fb_text t = fact_text(cv, s);

	return fb_page_measure(cv->page, &t).height + LEAD;
}

/* How many facts there is room for, one at least; they need that height. */
static size_t
fit_facts(struct fb_canvas *cv, const struct fb_fact *facts, size_t n, double room,
    double *height)
{
	size_t i = 0;

	for (*height = 0; i < n; i++) {
		double h = fact_height(cv, facts[i].value);

		if (i && *height + h > room)
			break;
		*height += h;
	}
	return i;
}

/* One box of it. Gives the y below. */
static double
draw_facts(struct fb_canvas *cv, const struct fb_fact *facts, size_t n, double h,
    double y)
{
	double x = cv->left + PAD;

	fb_page_rect(cv->page, cv->left, y, FB_PAGE_CONTENT, h + BOX, FB_TINT);
	fb_canvas_head(cv, FB_TAG_H2, FB_HEAD, x, y + PAD + 5,
	    fb_word(cv->words, "method_again"));
	y += PAD + 22;
	fb_page_tag(cv->page, FB_TAG_TABLE);
	for (size_t i = 0; i < n; i++) {
		struct fb_text t = fact_text(cv, facts[i].value);

		fb_row_begin(cv);
		fb_page_text(cv->page, &(struct fb_text){ .s = facts[i].words,
		    .role = FB_COLUMN, .align = FB_LEFT, .width = KEY - 4,
		    .max_lines = 1 }, x, y);
		fb_row_next(cv, false);
		y += fb_page_text(cv->page, &t, x + KEY, y).height + LEAD;
		fb_row_end(cv);
	}
	fb_page_untag(cv->page);
	return y + PAD;
}

/* On one page. */
static double
certificate_height(struct fb_canvas *cv)
{
	struct fb_fact *facts;
	size_t n = fb_certificate(cv->report, &facts);
	double h;

	fit_facts(cv, facts, n, HUGE_VAL, &h);
	return BOX + h;
}

/* In as many boxes as it takes, one a page. */
static double
draw_certificate(struct fb_canvas *cv, double y)
{
	struct fb_fact *facts, none = { FB_LIT(""), fb_word(cv->words,
	    "method_no_trail") };
	size_t n = fb_certificate(cv->report, &facts), more;
	double h;

	if (!n)
		return draw_facts(cv, &none, 1, fact_height(cv, none.value), y);
	for (; n; n -= more, facts += more) {
		more = fit_facts(cv, facts, n, cv->foot - y - BOX, &h);
		if (y + BOX + h > cv->foot) {
			method_page(cv, FB_LIT(""));
			y = FB_TITLE_BASE;
			more = fit_facts(cv, facts, n, cv->foot - y - BOX, &h);
		}
		y = draw_facts(cv, facts, more, h, y);
		if (more == n)
			break;
		method_page(cv, FB_LIT(""));
		y = FB_TITLE_BASE;
	}
	return y;
}

/* ---- what the words mean, below or on a page of its own ---- */

static void
draw_meanings(struct fb_canvas *cv, double y)
{
	double h = fb_meanings_height(cv);
	fb_str title = fb_word(cv->words, "words_title");
	bool below = y + h <= cv->foot;

	if (h <= 0)
		return;
	if (!below) {
		method_page(cv, title);
		y = fb_canvas_title(cv, FB_TITLE_PAGE, title,
		    fb_word(cv->words, "words_deck")) + 18;
	}
	fb_draw_meanings(cv, y, !below);
}

void
fb_page_method(struct fb_canvas *cv, const struct fb_focus *f)
{
	fb_str title = fb_word(cv->words, "method_title");
	double y, left, right;

	(void)f;
	method_page(cv, title);
	y = fb_canvas_title(cv, FB_TITLE_PAGE, title,
	    fb_word(cv->words, "method_deck")) + 24;
	left = draw_funnel(cv, y);
	right = fb_draw_balance(cv, y, cv->foot - certificate_height(cv) - BELOW);
	y = draw_certificate(cv, fmax(left, right) + BELOW) + 14;
	draw_meanings(cv, y);
}
