/* quote.c - a customer's words with their mark and marks of quotation. */
#include "chart/letter.h"
#include "chart/provenance.h"
#include "text/icu.h"

enum { PROVENANCE_GAP = 2, BIG_NEARER = 6 };

/* Are the words in letters that the page's language is not written in? Told of
 * pages in Arabic and in languages without blanks. */
static bool
is_foreign(struct fb_canvas *cv, fb_str words)
{
	struct fb_letters l = fb_letters(words);

	if (fb_words_rtl(cv->words))
		return 2 * l.arabic < l.all;
	return fb_str_eq(fb_word(cv->words, "between_sentences"),
	    FB_LIT("none")) && 2 * (l.han + l.kana) < l.all;
}

void
fb_quote_marks(struct fb_canvas *cv, fb_str lang, const char **open,
    const char **close)
{
	fb_str marks[2];

	fb_word_quotes(cv->words, lang, marks);
	*open = fb_arena_copy(&cv->report->mem, marks[0]).p;
	*close = fb_arena_copy(&cv->report->mem, marks[1]).p;
}

/* What goes on in the record behind the quote is marked like a cut for space. */
static fb_str
marked(struct fb_canvas *cv, const struct fb_quote *q)
{
	struct fb_buf b = {0};
	fb_str s;

	if (q->end >= q->bytes)
		return q->text;
	fb_buf_add(&b, q->text);
	fb_buf_adds(&b, " [\xe2\x80\xa6]");
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static struct fb_text
words_of(struct fb_canvas *cv, const struct fb_quote *q,
    const struct fb_quote_style *style)
{
	struct fb_text t = { .s = marked(cv, q), .role = style->role,
	    .width = style->width, .max_lines = style->max_lines,
	    .as_quote = true,
	    .lang = q->lang.n ? q->lang.p : NULL };

	fb_quote_marks(cv, q->lang.n || !is_foreign(cv, q->text) ? q->lang :
	    FB_LIT("en"), &t.open, &t.close);
	return t;
}

fb_str
fb_translation_words(struct fb_canvas *cv, fb_str translation)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_say_of(&b, cv->words, fb_word(cv->words, "translation"), translation);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

/* Without text where the words have no translation, or no room for one. */
static struct fb_text
translation_of(struct fb_canvas *cv, const struct fb_quote *q,
    const struct fb_quote_style *style)
{
	struct fb_text t = { .role = FB_TRANSLATION, .width = style->width,
	    .max_lines = style->max_lines, .as_quote = true };

	if (q->translation.n && !style->brief)
		t.s = fb_translation_words(cv, q->translation);
	return t;
}

static double
translation_height(struct fb_canvas *cv, const struct fb_quote *q,
    const struct fb_quote_style *style)
{
	struct fb_text t = translation_of(cv, q, style);

	return t.s.n ? fb_page_measure(cv->page, &t).height : 0;
}

/* From the first line of the words to the provenance, which stands as near to
 * big words as to others. */
static double
below_words(const struct fb_text_box *words, const struct fb_quote_style *style)
{
	return words->height + PROVENANCE_GAP -
	    (style->role == FB_QUOTE_BIG ? BIG_NEARER : 0);
}

double
fb_quote_height(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, const struct fb_quote_style *style)
{
	struct fb_text t = words_of(cv, q, style);
	struct fb_text_box words = fb_page_measure(cv->page, &t);

	return below_words(&words, style) + translation_height(cv, q, style) +
	    fb_provenance_height(cv, c, q, style);
}

void
fb_quote_fit(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, struct fb_quote_style *style, double room)
{
	while (style->max_lines > 1 && fb_quote_height(cv, c, q, style) > room)
		style->max_lines--;
}

/* Between the words and the provenance; gives its height. */
static double
draw_translation(struct fb_canvas *cv, const struct fb_quote *q,
    const struct fb_quote_style *style, double x, double y)
{
	struct fb_text t = translation_of(cv, q, style);
	double h;

	if (!t.s.n)
		return 0;
	fb_page_tag(cv->page, FB_TAG_P);
	h = fb_page_text(cv->page, &t, x, y).height;
	fb_page_untag(cv->page);
	return h;
}

/* The words behind a quote say its score; where they are brief, the mark does. */
static void
draw_mark(struct fb_canvas *cv, const struct fb_cell *c, const struct fb_quote *q,
    const struct fb_quote_style *style, double x, double y)
{
	struct fb_buf score = {0};

	if (style->brief)
		fb_put_score(&score, cv->report, c, q);
	if (score.n) {
		fb_page_tag(cv->page, FB_TAG_FIGURE);
		fb_page_told(cv->page, fb_buf_str(&score), FB_LIT(""));
	}
	fb_page_aside(cv->page, true);
	if (c)
		fb_draw_score(cv, c, q->group, q->score, x, y);
	else
		fb_draw_mark(cv, fb_letter_rank(q), q->score, x, y);
	fb_page_aside(cv->page, false);
	if (score.n)
		fb_page_untag(cv->page);
	fb_buf_release(&score);
}

double
fb_draw_quote(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, const struct fb_quote_style *style, double x, double y)
{
	struct fb_text t = words_of(cv, q, style);
	struct fb_text_box box;
	double h, below;

	draw_mark(cv, c, q, style, x - 16, y - 3.6);
	fb_page_tag(cv->page, FB_TAG_QUOTE);
	fb_page_told(cv->page, FB_LIT(""), q->lang);
	box = fb_page_text(cv->page, &t, x, y);
	fb_page_spoken(cv->page);
	fb_page_untag(cv->page);
	below = below_words(&box, style) - PROVENANCE_GAP;
	below += draw_translation(cv, q, style, x, y + below);
	h = fb_draw_provenance(cv, c, q, style, x, y + below);
	fb_printed_add(&cv->printed, q->id);
	if (c)
		fb_map_put(&cv->everything, q->id, NULL);
	return below + PROVENANCE_GAP + h;
}

/* The worst group of a metric that is better when it is lower stands last. */
static int
rank_of(struct fb_canvas *cv, const struct fb_cell *c, const struct fb_quote *q)
{
	int rank = fb_group_rank(c, q->group);

	return rank >= 0 && fb_groups_turned(cv->report, c) ? 2 - rank : rank;
}

void
fb_draw_quote_line(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, double x, double y, double width)
{
	struct fb_quote_style style = { FB_QUOTE_ROW, width, 1, true };
	struct fb_text t;

	fb_draw_dot(cv, rank_of(cv, c, q), x + 3, y - 3);
	style.width = width - fb_ident_width(cv, FB_SOURCE, q->id) - 16;
	t = words_of(cv, q, &style);
	t.size = 8.6;
	fb_page_tag(cv->page, FB_TAG_QUOTE);
	fb_page_told(cv->page, FB_LIT(""), q->lang);
	fb_page_text(cv->page, &t, x + 11, y);
	fb_page_spoken(cv->page);
	fb_page_untag(cv->page);
	fb_page_tag(cv->page, FB_TAG_P);
	fb_draw_ident(cv, FB_SOURCE, q->id, x + width, y, FB_RIGHT);
	fb_page_untag(cv->page);
	fb_printed_add(&cv->printed, q->id);
	fb_map_put(&cv->everything, q->id, NULL);
}

fb_str
fb_no_voice(struct fb_canvas *cv, const struct fb_cell *c, const struct fb_quote *q)
{
	struct fb_buf b = {0};
	fb_str s;

	if (q)
		return fb_word(cv->words, "voice_elsewhere");
	if (c->nquotes)
		return fb_word(cv->words, "voice_unmasked");
	if (!c->voice.nsilent)
		return fb_word(cv->words, c->paired ? "voice_none" : "voice_unpaired");
	fb_put_silent(&b, cv->report, c, &c->voice.silent[0]);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}
