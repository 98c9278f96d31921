/* letter.c - a letter: its title, its paragraphs. */
#include <math.h>

#include "base/num.h"
#include "chart/letter.h"

enum {
	X_TEXT = FB_LETTER_X, W_TEXT = FB_LETTER_TEXT,
	TOP = 84, KEEP = 3, SHORT_PARAGRAPH = 4, SHORT_LETTER = 6,
	ABOVE_TRANSLATION = 4, BETWEEN = 40, FOOT_GAP = 12,
};

#define PARAGRAPH_GAP 0.38 /* of a line */

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

bool
fb_letter_names(const struct fb_quote *q, fb_str value)
{
	for (size_t i = 0; i < q->nby; i++)
		if (fb_str_eq(q->by[i].val, value))
			return true;
	return false;
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

static struct fb_text
paragraph_text(const struct fb_letter_flow *t, fb_str s, enum fb_role role)
{
	const fb_str lang = t->l->quote.lang;

	return (struct fb_text){ .s = s, .role = role, .width = W_TEXT,
	    .lang = lang.n && role == FB_LETTER ? lang.p : NULL };
}

/* The customer's own words, in their language. */
static struct fb_text_box
draw_said(struct fb_letter_flow *t, enum fb_page_tag tag,
    const struct fb_text *text)
{
	struct fb_text_box box;

	fb_page_tag(t->cv->page, tag);
	fb_page_told(t->cv->page, FB_LIT(""), t->l->quote.lang);
	box = fb_page_text(t->cv->page, text, t->cv->left + X_TEXT, t->y);
	fb_page_untag(t->cv->page);
	return box;
}

/* A paragraph over as many pages as it needs: short ones stay together, and no
 * page begins or ends with less than KEEP lines of a longer one. */
static void
draw_paragraph(struct fb_letter_flow *t, fb_str s, enum fb_role role)
{
	struct fb_text text = paragraph_text(t, s, role);
	struct fb_text_box box = fb_page_measure(t->cv->page, &text);

	while (text.from < box.lines) {
		int left = box.lines - text.from;
		int fit = (int)floor((t->cv->foot - FOOT_GAP - t->y) / box.leading) + 1;

		if (fit < left && (left < SHORT_PARAGRAPH || fit < KEEP))
			fit = 0;
		if (fit < left && left - fit < KEEP && fit > KEEP)
			fit -= KEEP - (left - fit);
		if (fit <= 0 && t->y > TOP) {
			next_page(t);
			fb_margin_continued(t);
			continue;
		}
		text.count = fit < left ? fit > 0 ? fit : 1 : left;
		draw_said(t, FB_TAG_P, &text);
		t->y += text.count * box.leading;
		text.from += text.count;
	}
	t->y += box.leading * PARAGRAPH_GAP;
}

/* Blank lines and single line ends both part paragraphs: a customer who pressed
 * return meant it. */
static void
draw_words(struct fb_letter_flow *t, fb_str text, enum fb_role role)
{
	while (text.p) {
		fb_str line = fb_str_trim(fb_str_split(&text, '\n'));

		if (line.n)
			draw_paragraph(t, line, role);
	}
}

static struct fb_text
title_text(const struct fb_letter_flow *t)
{
	return (struct fb_text){ .s = t->l->title, .role = FB_SECTION,
	    .width = W_TEXT };
}

static void
draw_title(struct fb_letter_flow *t)
{
	struct fb_text text = title_text(t);

	if (text.s.n)
		t->y += draw_said(t, FB_TAG_H3, &text).height + 8;
}

static double
title_height(struct fb_letter_flow *t)
{
	struct fb_text text = title_text(t);

	return text.s.n ? fb_page_measure(t->cv->page, &text).height + 8 : 0;
}

/* Of all paragraphs, on a page without an end. */
static double
words_height(struct fb_letter_flow *t, fb_str rest, enum fb_role role,
    double *leading)
{
	double h = 0;

	while (rest.p) {
		struct fb_text text = paragraph_text(t,
		    fb_str_trim(fb_str_split(&rest, '\n')), role);
		struct fb_text_box box = fb_page_measure(t->cv->page, &text);

		if (!text.s.n)
			continue;
		*leading = box.leading;
		h += box.height + box.leading * PARAGRAPH_GAP;
	}
	return h;
}

/* May a letter begin at y? The numeral with what stands below it and the first
 * lines are to fit; and it does not go on for a line or two on a page of
 * their own where a fresh page holds it whole. */
static bool
fits_here(struct fb_letter_flow *t, double y)
{
	const struct fb_quote *q = &t->l->quote;
	double leading = 0, small;
	double words = words_height(t, q->text, FB_LETTER, &leading);
	double behind = !q->translation.n ? 0 : ABOVE_TRANSLATION +
	    words_height(t, fb_translation_words(t->cv, q->translation),
	    FB_TRANSLATION_LETTER, &small);
	double title = title_height(t), end = t->cv->foot - FOOT_GAP;
	double least = fmax(title + fmin(words, SHORT_LETTER * leading),
	    fb_margin_height(t));
	double over = y + title + words + behind -
	    leading * (1 + PARAGRAPH_GAP) - end;

	if (y + least > end)
		return false;
	return over <= 0 || over > KEEP * leading ||
	    over + (TOP - y) > 0;
}

void
fb_draw_letter(struct fb_letter_flow *t, bool first)
{
	const struct fb_quote *q = &t->l->quote;

	if (first || !fits_here(t, t->y + BETWEEN)) {
		next_page(t);
	} else {
		fb_canvas_rule_part(t->cv, t->cv->left + X_TEXT, t->y, W_TEXT, 0.5,
		    FB_HAIR);
		t->y += BETWEEN;
	}
	t->begun = fb_page_count(t->cv->page);
	fb_page_dest(t->cv->page, fb_letter_dest(t->cv, t->i), 0, t->y - 24);
	fb_page_tag(t->cv->page, FB_TAG_SECT);
	fb_margin_draw(t);
	draw_title(t);
	draw_words(t, q->text, FB_LETTER);
	if (q->translation.n) {
		t->y += ABOVE_TRANSLATION;
		draw_words(t, fb_translation_words(t->cv, q->translation),
		    FB_TRANSLATION_LETTER);
	}
	fb_page_untag(t->cv->page);
	t->y = fmax(t->y, t->margin) + 14;
	fb_printed_add(&t->cv->printed, q->id);
}
