/* letter.c - a letter: its margin, its title, its paragraphs. */
#include <math.h>

#include "base/num.h"
#include "chart/letter.h"

enum {
	X_TEXT = FB_LETTER_X, W_TEXT = FB_LETTER_TEXT, W_MARGIN = 100,
	TOP = 84, KEEP = 3, SHORT_PARAGRAPH = 4,
};

/* Detractor, passive and promoter where the scale is one of an NPS, else the
 * thirds of the scale, as for a mean; -1 without score or scale. */
int
fb_letter_rank(const struct fb_quote *q)
{
	struct fb_spec spec = { .kind = fb_kind_find(FB_LIT("nps")) };
	struct fb_scale scale;
	int64_t milli;

	if (fb_scale_parse(q->scale, &scale) || !scale.known ||
	    fb_parse_milli(q->score, &milli, NULL))
		return -1;
	if (spec.kind->refuse(&spec, scale))
		spec.kind = fb_kind_find(FB_LIT("mean"));
	return (int)fb_group_of(&spec, scale, milli);
}

fb_str
fb_letter_score(struct fb_canvas *cv, const struct fb_quote *q)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_put_score(&b, cv->report, NULL, q);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_letter_dest(struct fb_canvas *cv, size_t i)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_buf_printf(&b, "letter-%zu", i + 1);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static void
next_page(struct fb_letter_flow *t)
{
	fb_canvas_page(t->cv, t->running, t->period, t->source, FB_LIT(""));
	t->y = TOP;
	t->margin = 0;
}

/* One line of the margin; gives the y of the next. */
static double
margin_line(struct fb_letter_flow *t, enum fb_role role, fb_colour colour, fb_str s,
    double y)
{
	struct fb_text_box box;

	if (!s.n)
		return y;
	box = fb_page_text(t->cv->page, &(struct fb_text){ .s = s, .role = role,
	    .align = FB_LEFT, .colour = colour, .width = W_MARGIN,
	    .max_lines = 3 }, t->cv->left, y);
	return y + box.lines * box.leading + 2.5;
}

static fb_str
kept(struct fb_canvas *cv, struct fb_buf *b)
{
	fb_str s = fb_keep(cv, b);

	fb_buf_release(b);
	return s;
}

static void
draw_margin(struct fb_letter_flow *t)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_quote *q = &t->l->quote;
	int rank = fb_letter_rank(q);
	struct fb_buf number = {0}, date = {0};
	double y = t->y + 40;

	fb_buf_printf(&number, "%zu", t->i + 1);
	fb_canvas_put(cv, FB_NUMERAL, cv->left, t->y + 11, FB_LEFT, 0,
	    kept(cv, &number));
	if (q->date.n)
		fb_show_date(&date, cv->words, q->date, FB_DATE_LONG);
	y = margin_line(t, FB_AXIS, 0, kept(cv, &date), y - 12);
	y = margin_line(t, FB_AXIS, 0, q->channel, y);
	for (size_t i = 0; i < q->nby; i++)
		y = margin_line(t, FB_AXIS, 0, fb_name_value(cv->report, q->by[i]), y);
	y = margin_line(t, FB_AXIS_BOLD, rank == 0 ? FB_RED : rank == 2 ? FB_BLUE :
	    FB_TEXT2, fb_letter_score(cv, q), y);
	fb_draw_ident(cv, FB_AXIS, q->id, cv->left, y, FB_LEFT);
	t->margin = y + 12;
}

static void
say_continued(struct fb_letter_flow *t)
{
	struct fb_buf number = {0};

	fb_buf_printf(&number, "%zu", t->i + 1);
	margin_line(t, FB_AXIS, FB_TEXT2, fb_phrase(t->cv, "continued",
	    (struct fb_slot[]){ { "n", kept(t->cv, &number) } }, 1), t->y);
}

/* A paragraph over as many pages as it needs: short ones stay together, and no
 * page begins or ends with less than KEEP lines of a longer one. */
static void
draw_paragraph(struct fb_letter_flow *t, fb_str s)
{
	const struct fb_quote *q = &t->l->quote;
	struct fb_text text = { .s = s, .role = FB_LETTER, .width = W_TEXT,
	    .lang = q->lang.n ? q->lang.p : NULL };
	struct fb_text_box box = fb_page_measure(t->cv->page, &text);

	while (text.from < box.lines) {
		int left = box.lines - text.from;
		int fit = (int)floor((t->cv->foot - 12 - t->y) / box.leading) + 1;

		if (fit < left && (left < SHORT_PARAGRAPH || fit < KEEP))
			fit = 0;
		if (fit < left && left - fit < KEEP && fit > KEEP)
			fit -= KEEP - (left - fit);
		if (fit <= 0 && t->y > TOP) {
			next_page(t);
			say_continued(t);
			continue;
		}
		text.count = fit < left ? fit > 0 ? fit : 1 : left;
		fb_page_text(t->cv->page, &text, t->cv->left + X_TEXT, t->y);
		t->y += text.count * box.leading;
		text.from += text.count;
	}
	t->y += box.leading * 0.38;
}

/* Blank lines and single line ends both part paragraphs: a customer who pressed
 * return meant it. */
static void
draw_words(struct fb_letter_flow *t, fb_str text)
{
	while (text.p) {
		fb_str line = fb_str_trim(fb_str_split(&text, '\n'));

		if (line.n)
			draw_paragraph(t, line);
	}
}

static void
draw_title(struct fb_letter_flow *t)
{
	struct fb_text_box box;

	if (!t->l->title.n)
		return;
	box = fb_page_text(t->cv->page, &(struct fb_text){ .s = t->l->title,
	    .role = FB_SECTION, .width = W_TEXT }, t->cv->left + X_TEXT, t->y);
	t->y += box.height + 8;
}

/* Does the numeral with the first lines still fit on this page? */
static bool
fits_here(struct fb_letter_flow *t)
{
	struct fb_text text = { .s = t->l->quote.text, .role = FB_LETTER,
	    .width = W_TEXT };
	struct fb_text_box box = fb_page_measure(t->cv->page, &text);
	double least = fmax(fmin(box.height, 6 * 21) + 24, 110);

	return t->y + least < t->cv->foot;
}

void
fb_draw_letter(struct fb_letter_flow *t, bool first)
{
	if (first || !fits_here(t)) {
		next_page(t);
	} else {
		fb_canvas_rule_part(t->cv, t->cv->left + X_TEXT, t->y, W_TEXT, 0.5,
		    FB_HAIR);
		t->y += 40;
	}
	t->begun = fb_page_count(t->cv->page);
	fb_page_dest(t->cv->page, fb_letter_dest(t->cv, t->i), 0, t->y - 24);
	fb_page_tag(t->cv->page, FB_TAG_SECT);
	draw_margin(t);
	draw_title(t);
	draw_words(t, t->l->quote.text);
	fb_page_untag(t->cv->page);
	t->y = fmax(t->y, t->margin) + 14;
	fb_printed_add(&t->cv->printed, t->l->quote.id);
	fb_map_put(&t->cv->everything, t->l->quote.id, NULL);
}
