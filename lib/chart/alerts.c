/* alerts.c - records that a person should see soon, in front of all else. */
#include <math.h>
#include <stdlib.h>

#include "chart/pages.h"

enum {
	W_LEFT = 142, X_RIGHT = 172, W_RIGHT = 327, MARK = 24, LINES = 14,
	GAP = 12, HEAD = 20, LEFT_HIGH = 40, MOST = 40,
};

struct alerts {
	struct fb_canvas *cv;
	const struct fb_letter **v;
	size_t n, unmasked;
};

/* By reason, then by date and id. */
static int
by_reason(const void *a, const void *b)
{
	const struct fb_letter *x = *(const struct fb_letter *const *)a;
	const struct fb_letter *y = *(const struct fb_letter *const *)b;
	int d = fb_str_cmp(x->alert, y->alert);

	if (!d)
		d = fb_str_cmp(x->quote.date, y->quote.date);
	return d ? d : fb_str_cmp(x->quote.id, y->quote.id);
}

static void
collect(struct alerts *t)
{
	const struct fb_report *r = t->cv->report;

	t->v = fb_arena_zalloc(&t->cv->report->mem, r->nletters, sizeof *t->v);
	for (size_t i = 0; i < r->nletters; i++) {
		if (!r->letters[i].alert.n)
			continue;
		if (fb_may_print(&r->letters[i].quote, t->cv->unredacted))
			t->v[t->n++] = &r->letters[i];
		else
			t->unmasked++;
	}
	if (t->n)
		qsort(t->v, t->n, sizeof *t->v, by_reason);
}

static const struct fb_quote_style style = { FB_QUOTE, W_RIGHT - MARK, LINES, false };

static double
block_height(struct alerts *t, const struct fb_letter *l)
{
	return fmax(LEFT_HIGH, fb_quote_height(t->cv, NULL, &l->quote, &style)) +
	    HEAD + GAP;
}

static void
draw_block(struct alerts *t, const struct fb_letter *l, double y)
{
	struct fb_canvas *cv = t->cv;
	struct fb_buf reasons = {0};
	struct fb_text_box box;

	fb_put_listed(&reasons, cv->report, l->alert);
	fb_canvas_rule(cv, y, 0.8, FB_INK);
	y += HEAD;
	box = fb_page_text(cv->page, &(struct fb_text){ .s = fb_keep(cv, &reasons),
	    .role = FB_NAME, .align = FB_LEFT, .colour = FB_RED,
	    .width = W_LEFT, .max_lines = 2 }, cv->left, y);
	fb_page_text(cv->page, &(struct fb_text){ .s = l->title,
	    .role = FB_LABEL, .align = FB_LEFT, .width = W_LEFT,
	    .max_lines = 2 }, cv->left, y + box.height);
	fb_draw_quote(cv, NULL, &l->quote, &style, cv->left + X_RIGHT + MARK, y);
	fb_buf_release(&reasons);
}

static fb_str
counted(struct alerts *t, const char *one, const char *many, size_t n)
{
	return fb_phrase(t->cv, n == 1 ? one : many, (struct fb_slot[]){
	    { "n", fb_count_words(t->cv, n) } }, 1);
}

static double
begin_page(struct alerts *t, bool first)
{
	struct fb_canvas *cv = t->cv;
	fb_str title = counted(t, "alerts_title_one", "alerts_title", t->n);

	fb_canvas_page(cv, cv->report->name, cv->report->period.n ?
	    fb_period_words(cv, cv->report->period, FB_PERIOD_FULL) : FB_LIT(""),
	    fb_word(cv->words, "alerts_source"), first ? title : FB_LIT(""));
	return fb_canvas_title(cv, FB_TITLE_PAGE, title, first ?
	    fb_word(cv->words, "alerts_deck") : FB_LIT("")) + 18;
}

void
fb_page_alerts(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct alerts t = { .cv = cv };
	double y = 0;

	(void)f;
	collect(&t);
	for (size_t i = 0; i < t.n && i < MOST; i++) {
		double h = block_height(&t, t.v[i]);

		if (!i || y + h > cv->foot)
			y = begin_page(&t, !i);
		draw_block(&t, t.v[i], y);
		y += h;
	}
	if (t.n > MOST && y + 10 < cv->foot)
		fb_canvas_put(cv, FB_NOTE, cv->left, y, FB_LEFT, FB_RED,
		    counted(&t, "alerts_more", "alerts_more", t.n - MOST));
}
