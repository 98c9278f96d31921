/* disagree.c - where what customers write and the number point apart. */
#include <math.h>

#include "chart/pages.h"

enum {
	W_LEFT = 142, X_RIGHT = 172, W_RIGHT = 327, MARK = 24, QUOTES = 2, SEEN = 12,
	LINES = 5, GAP = 13, HEAD = 20, LEFT_HIGH = 66, MOST = 12,
};

struct disagree {
	struct fb_canvas *cv;
	fb_str period;
	const struct fb_cell *cells[MOST];
	size_t n, left; /* left: those beyond the most that are drawn */
};

static bool
is_flagged(const struct fb_cell *c)
{
	return fb_voice_flag(c, "text_score_disagree") ||
	    fb_voice_flag(c, "voices_differ");
}

/* Totals in the order of the report, then groups. */
static void
collect(struct disagree *d)
{
	const struct fb_report *r = d->cv->report;

	for (int groups = 0; groups < 2; groups++)
		for (size_t place = 0; place <= r->norder; place++)
			for (size_t i = 0; i < r->ncells; i++) {
				const struct fb_cell *c = &r->cells[i];

				if ((c->nby > 0) != groups || !is_flagged(c) ||
				    !fb_str_eq(c->period_label, d->period) ||
				    fb_metric_place(r, c->metric) != place)
					continue;
				if (d->n < MOST)
					d->cells[d->n++] = c;
				else
					d->left++;
			}
}

/* ---- a block: the number at the left, what speaks against it at the right ---- */

static fb_str
sentences(struct disagree *d, const struct fb_cell *c)
{
	struct fb_canvas *cv = d->cv;
	bool down = fb_str_eq(fb_name_better(cv->report, c), FB_LIT("down"));
	struct fb_buf b = {0};
	fb_str s;

	if (fb_voice_flag(c, "text_score_disagree"))
		fb_say(&b, cv->words, !c->prev.ok ? "disagree_text" :
		    (c->prev.diff > 0) != down ? "disagree_better" :
		    "disagree_worse", (struct fb_slot[]){ { "period",
		    fb_period_words(cv, c->prev.period, FB_PERIOD_FULL) } }, 1);
	if (fb_voice_flag(c, "voices_differ")) {
		fb_say_next(&b, cv->words);
		fb_say(&b, cv->words, "disagree_voices", (struct fb_slot[]){
		    { "eligible", fb_count_words(cv, c->voice.eligible) },
		    { "n", fb_count_words(cv, c->n) } }, 2);
	}
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static struct fb_text
sentence_text(fb_str s)
{
	return (struct fb_text){ .s = s, .role = FB_BODY, .align = FB_LEFT,
	    .width = W_RIGHT };
}

static const struct fb_quote_style style = { FB_QUOTE, W_RIGHT - MARK, LINES, false };

/* Those with the smallest tickets that do not stand on this page yet. */
static size_t
fresh(struct disagree *d, const struct fb_cell *c, const struct fb_quote **q)
{
	const struct fb_quote *all[SEEN];
	size_t n = fb_voices_by_ticket(c, d->cv->unredacted, all, SEEN), k = 0;

	for (size_t i = 0; i < n && k < QUOTES; i++)
		if (!fb_printed_has(&d->cv->printed, all[i]->id))
			q[k++] = all[i];
	return k;
}

/* Instead of quotes that all stand above. */
static struct fb_text
same_text(struct disagree *d)
{
	return (struct fb_text){ .s = fb_word(d->cv->words, "disagree_same"),
	    .role = FB_NOTE, .align = FB_LEFT, .width = W_RIGHT };
}

static double
right_height(struct disagree *d, const struct fb_cell *c)
{
	const struct fb_quote *q[QUOTES];
	size_t n = fresh(d, c, q);
	struct fb_text t = sentence_text(sentences(d, c)), same = same_text(d);
	double h = fb_page_measure(d->cv->page, &t).height + 8;

	for (size_t i = 0; i < n; i++)
		h += fb_quote_height(d->cv, c, q[i], &style) + GAP;
	if (!n && c->nquotes)
		h += fb_page_measure(d->cv->page, &same).height + GAP;
	return h;
}

static void
draw_left(struct disagree *d, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = d->cv;
	struct fb_buf b = {0};
	struct fb_text_box box;
	double w;

	fb_buf_add(&b, fb_name_metric(cv->report, c));
	if (c->nby) {
		fb_say_more(&b, cv->words);
		fb_buf_add(&b, fb_name_group(cv->report, c));
	}
	fb_page_tag(cv->page, FB_TAG_H2);
	box = fb_page_text(cv->page, &(struct fb_text){ .s = fb_keep(cv, &b),
	    .role = FB_NAME, .align = FB_LEFT, .width = W_LEFT, .max_lines = 2 },
	    cv->left, y);
	fb_page_untag(cv->page);
	y += box.height + 10;
	if (!fb_is_small(c)) {
		fb_page_tag(cv->page, FB_TAG_P);
		fb_show_value(&b, cv->words, c);
		w = fb_canvas_put(cv, FB_VALUE, cv->left, y, FB_LEFT, 0,
		    fb_keep(cv, &b));
		fb_show_margin(&b, cv->words, c);
		fb_canvas_put(cv, FB_INTERVAL, cv->left + w + 5, y, FB_LEFT, 0,
		    fb_keep(cv, &b));
		fb_draw_change(cv, c, &c->prev, cv->left, y + 19);
		fb_page_untag(cv->page);
	}
	fb_buf_release(&b);
}

static void
draw_right(struct disagree *d, const struct fb_cell *c, double y)
{
	const struct fb_quote *q[QUOTES];
	size_t n = fresh(d, c, q);
	struct fb_text t = sentence_text(sentences(d, c)), same = same_text(d);
	double x = d->cv->left + X_RIGHT;

	y += fb_page_text(d->cv->page, &t, x, y).height + 8;
	for (size_t i = 0; i < n; i++)
		y += fb_draw_quote(d->cv, c, q[i], &style, x + MARK, y) + GAP;
	if (!n && c->nquotes)
		fb_page_text(d->cv->page, &same, x, y);
}

static double
block_height(struct disagree *d, const struct fb_cell *c)
{
	return fmax(LEFT_HIGH, right_height(d, c)) + HEAD;
}

/* ---- the pages ---- */

static double
begin_page(struct disagree *d, bool first)
{
	struct fb_canvas *cv = d->cv;
	const struct fb_title *given = fb_title_of_page(cv->report, "disagree",
	    d->cells[0]);
	fb_str title = given ? given->text : fb_word(cv->words, "disagree_title");

	fb_canvas_page(cv, cv->report->name, fb_period_words(cv, d->period,
	    FB_PERIOD_FULL), fb_phrase(cv, "disagree_source", (struct fb_slot[]){
	    { "source", fb_source_words(cv) } }, 1), first ? title : FB_LIT(""));
	return fb_canvas_title(cv, FB_TITLE_PAGE, title, !first ? FB_LIT("") :
	    given && given->deck.n ? given->deck :
	    fb_word(cv->words, "disagree_deck")) + 18;
}

void
fb_page_disagree(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct disagree d = { .cv = cv, .period = f->period };
	double y = 0, h;

	collect(&d);
	for (size_t i = 0; i < d.n; i++) {
		h = block_height(&d, d.cells[i]);
		if (!i || y + h > cv->foot) {
			y = begin_page(&d, !i);
			h = block_height(&d, d.cells[i]);
		}
		fb_canvas_rule(cv, y, 0.8, FB_INK);
		draw_left(&d, d.cells[i], y + HEAD);
		draw_right(&d, d.cells[i], y + HEAD);
		y += h;
	}
	if (d.left && y + 8 < cv->foot)
		fb_canvas_put(cv, FB_NOTE, cv->left, y, FB_LEFT, 0,
		    fb_phrase(cv, "happy_left", (struct fb_slot[]){
		    { "n", fb_count_words(cv, d.left) } }, 1));
}
