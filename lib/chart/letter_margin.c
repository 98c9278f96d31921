/* letter_margin.c - what stands beside a letter: its number, when, whence, who. */
#include "chart/letter.h"

enum { W_MARGIN = 100, BELOW_NUMERAL = 28 };

/* One line of the margin; gives the y of the next. */
static double
margin_line(struct fb_letter_flow *t, enum fb_role role, fb_colour colour, fb_str s,
    double y, bool draw)
{
	struct fb_text text = { .s = s, .role = role, .align = FB_LEFT,
	    .colour = colour, .width = W_MARGIN, .max_lines = 3 };
	struct fb_text_box box;

	if (!s.n)
		return y;
	box = fb_page_measure(t->cv->page, &text);
	if (draw)
		fb_page_text(t->cv->page, &text, t->cv->left, y);
	return y + box.lines * box.leading + 2.5;
}

static fb_str
kept(struct fb_canvas *cv, struct fb_buf *b)
{
	fb_str s = fb_keep(cv, b);

	fb_buf_release(b);
	return s;
}

/* Date, channel, groups and score from y on; gives the baseline of the id. */
static double
margin_lines(struct fb_letter_flow *t, double y, bool draw)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_quote *q = &t->l->quote;
	int rank = fb_letter_rank(q);
	struct fb_buf date = {0};

	if (q->date.n)
		fb_show_date(&date, cv->words, q->date, FB_DATE_LONG);
	y = margin_line(t, FB_AXIS, 0, kept(cv, &date), y, draw);
	if (!fb_letter_names(q, q->channel))
		y = margin_line(t, FB_AXIS, 0, q->channel, y, draw);
	for (size_t i = 0; i < q->nby; i++)
		y = margin_line(t, FB_AXIS, 0, fb_name_value(cv->report,
		    q->by[i]), y, draw);
	return margin_line(t, FB_AXIS_BOLD, rank == 0 ? FB_RED :
	    rank == 2 ? FB_BLUE : FB_TEXT2, fb_letter_score(cv, q), y, draw);
}

double
fb_margin_height(struct fb_letter_flow *t)
{
	return margin_lines(t, BELOW_NUMERAL, false);
}

void
fb_margin_draw(struct fb_letter_flow *t)
{
	struct fb_canvas *cv = t->cv;
	struct fb_buf number = {0};
	double y;

	fb_buf_printf(&number, "%zu", t->i + 1);
	fb_page_tag(cv->page, FB_TAG_H2);
	fb_canvas_put(cv, FB_NUMERAL, cv->left, t->y + 11, FB_LEFT, 0,
	    kept(cv, &number));
	y = margin_lines(t, t->y + BELOW_NUMERAL, true);
	fb_page_untag(cv->page);
	fb_page_tag(cv->page, FB_TAG_P);
	fb_draw_ident(cv, FB_AXIS, t->l->quote.id, cv->left, y, FB_LEFT);
	fb_page_untag(cv->page);
	t->margin = y + 12;
}

void
fb_margin_continued(struct fb_letter_flow *t)
{
	struct fb_buf number = {0};

	fb_buf_printf(&number, "%zu", t->i + 1);
	margin_line(t, FB_AXIS, FB_TEXT2, fb_phrase(t->cv, "continued",
	    (struct fb_slot[]){ { "n", kept(t->cv, &number) } }, 1), t->y, true);
}
