/* summary.c - the page that is read first: measures and their customers. */
#include <math.h>

#include "chart/pages.h"

enum {
	X_VALUE = 110, X_CHANGE = 178, X_SPARK = 236, X_QUOTE = 310, X_WORDS = 334,
	W_NAME = 104, W_WORDS = 165,
	ROW_MAX = 62, ROW_MAX_FEW = 104, FEW = 5, ROW_MIN = 46,
	GROUP_HEAD = 21, TABLE_HEAD = 10, NOTES_COLUMN = 238,
};

/* One page of rows. */
struct table {
	struct fb_canvas *cv;
	const struct fb_focus *f;
	size_t from, to;   /* rows of this page */
	double top, row;   /* of the first row, and a row's height */
	int lines;         /* of a quote */
};

static fb_str
column_of_periods(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct fb_buf b = {0};
	size_t most = 0, n;
	fb_str s;

	for (size_t i = 0; i < f->nrows; i++) {
		fb_history(cv->report, f->rows[i], &n);
		most = n > most ? n : most;
	}
	if (most >= 3)
		fb_show_span(&b, cv->words, f->rows[0]->period.unit,
		    most > 13 ? 13 : most);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static void
table_head(struct table *t)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_cell *first = t->f->rows[0];
	double y = t->top - TABLE_HEAD, x = cv->left;
	fb_str before = FB_LIT("");

	for (size_t i = 0; i < t->f->nrows && !before.n; i++)
		before = t->f->rows[i]->prev.ok ? fb_period_words(cv,
		    t->f->rows[i]->prev.period, FB_PERIOD_BARE) : before;
	fb_canvas_put(cv, FB_COLUMN, x, y, FB_LEFT, 0, fb_word(cv->words, "col_measure"));
	fb_canvas_put(cv, FB_COLUMN, x + X_VALUE, y, FB_LEFT, 0,
	    fb_period_words(cv, first->period_label, FB_PERIOD_BARE));
	if (before.n)
		fb_canvas_put(cv, FB_COLUMN, x + X_CHANGE, y, FB_LEFT, 0,
		    fb_phrase(cv, "col_change", (struct fb_slot[]){
		    { "period", before } }, 1));
	fb_canvas_put(cv, FB_COLUMN, x + X_SPARK, y, FB_LEFT, 0,
	    column_of_periods(cv, t->f));
	fb_canvas_put(cv, FB_COLUMN, x + X_QUOTE, y, FB_LEFT, 0,
	    fb_word(cv->words, "col_quote"));
	fb_canvas_rule(cv, y + 6.5, 0.8, FB_INK);
}

/* Name, definition and n, one below the other. */
static void
draw_name(struct table *t, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = t->cv;
	struct fb_text_box box = fb_page_text(cv->page, &(struct fb_text){
	    .s = fb_name_metric(cv->report, c), .role = FB_NAME,
	    .align = FB_LEFT, .width = W_NAME, .max_lines = 2 }, cv->left, y);
	fb_str note = fb_name_note(cv->report, c);

	y += (box.lines - 1) * box.leading + 12;
	if (note.n) {
		box = fb_page_text(cv->page, &(struct fb_text){ .s = note,
		    .role = FB_NOTE, .align = FB_LEFT, .width = W_NAME,
		    .max_lines = box.lines > 1 ? 1 : 2 }, cv->left, y);
		y += box.lines * box.leading;
	}
	if (c->has_n && !fb_str_eq(c->unit, FB_LIT("records")))
		fb_canvas_put(cv, FB_NOTE, cv->left, y, FB_LEFT, 0,
		    fb_phrase(cv, "n_equals", (struct fb_slot[]){
		    { "n", fb_count_words(cv, c->n) } }, 1));
}

static void
draw_value(struct table *t, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = t->cv;
	double x = cv->left + X_VALUE, w;
	struct fb_buf b = {0};

	if (fb_is_small(c)) {
		fb_page_text(cv->page, &(struct fb_text){
		    .s = fb_word(cv->words, "few_answers"), .role = FB_NOTE,
		    .align = FB_LEFT, .width = 60 }, x, y);
		return;
	}
	fb_show_value(&b, cv->words, c);
	w = fb_canvas_put(cv, FB_VALUE, x, y + 4.6, FB_LEFT,
	    fb_is_wide(c) ? FB_TEXT3 : FB_INK, fb_keep(cv, &b));
	fb_canvas_put(cv, FB_LABEL, x + w + 3, y + 4.6, FB_LEFT, FB_TEXT2,
	    fb_show_unit(c));
	fb_show_margin(&b, cv->words, c);
	fb_canvas_put(cv, FB_INTERVAL, x, y + 16, FB_LEFT, 0, fb_keep(cv, &b));
	if (fb_cell_flag(c, "partial"))
		fb_canvas_put(cv, FB_NOTE, x, y + 26, FB_LEFT, 0,
		    fb_word(cv->words, "partial"));
	else if (fb_is_wide(c))
		fb_canvas_put(cv, FB_NOTE, x, y + 26, FB_LEFT, 0,
		    fb_word(cv->words, "wide"));
	fb_buf_release(&b);
}

/* Why there is no quote: one sentence. */
static fb_str
no_voice(struct table *t, const struct fb_cell *c, const struct fb_quote *q)
{
	struct fb_canvas *cv = t->cv;
	struct fb_buf b = {0};
	fb_str s;

	if (q)
		return fb_word(cv->words, "voice_elsewhere");
	if (c->nquotes)
		return fb_word(cv->words, "voice_unmasked");
	if (!c->voice.nsilent)
		return fb_word(cv->words, c->paired ? "voice_none" : "voice_unpaired");
	fb_put_silent(&b, cv->report, &c->voice.silent[0]);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static void
draw_voice(struct table *t, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_quote *q = fb_voice_of(c, cv->unredacted, &cv->printed);
	struct fb_quote_style style = { FB_QUOTE_ROW, W_WORDS, t->lines, true };

	if (q && !fb_printed_has(&cv->printed, q->id))
		fb_draw_quote(cv, c, q, &style, cv->left + X_WORDS, y);
	else
		fb_page_text(cv->page, &(struct fb_text){ .s = no_voice(t, c, q),
		    .role = FB_NOTE, .align = FB_LEFT, .width = W_WORDS },
		    cv->left + X_WORDS, y);
}

static void
draw_row(struct table *t, const struct fb_cell *c, double y)
{
	fb_page_tag(t->cv->page, FB_TAG_TR);
	draw_name(t, c, y);
	draw_value(t, c, y);
	if (c->prev.ok || c->has_period)
		fb_draw_change(t->cv, c, &c->prev, t->cv->left + X_CHANGE, y);
	fb_draw_spark(t->cv, c, t->cv->left + X_SPARK, y - 8);
	draw_voice(t, c, y);
	fb_page_untag(t->cv->page);
}

/* Does row i begin a group on this page? */
static bool
begins_group(const struct table *t, size_t i)
{
	return t->f->grouped && (i == t->from ||
	    !fb_str_eq(t->f->rows[i]->by_json, t->f->rows[i - 1]->by_json));
}

static void
draw_rows(struct table *t)
{
	struct fb_canvas *cv = t->cv;
	double y = t->top;

	for (size_t i = t->from; i < t->to; i++) {
		bool head = begins_group(t, i);

		if (i > t->from)
			fb_canvas_rule(cv, y - 3.5, head ? 0.8 : 0.5,
			    head ? FB_INK : FB_HAIR);
		if (head) {
			fb_canvas_put(cv, FB_PANEL, cv->left, y + 10, FB_LEFT, 0,
			    fb_name_group(cv->report, t->f->rows[i]));
			y += GROUP_HEAD;
		}
		draw_row(t, t->f->rows[i], y + 9);
		y += t->row;
	}
}

/* ---- the notes at the foot ---- */

static fb_str
notes_text(struct fb_canvas *cv)
{
	struct fb_buf b = {0};
	fb_str s;

	for (size_t i = 0; i < cv->report->nnotes; i++) {
		if (i)
			fb_buf_addc(&b, ' ');
		fb_buf_add(&b, cv->report->notes[i]);
	}
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static struct fb_text
notes_block(fb_str s)
{
	return (struct fb_text){ .s = s, .role = FB_NOTE, .align = FB_LEFT,
	    .width = FB_PAGE_CONTENT };
}

static double
notes_height(struct fb_canvas *cv)
{
	struct fb_text t = notes_block(notes_text(cv));

	return t.s.n ? fb_page_measure(cv->page, &t).height + 24 : 0;
}

static void
draw_notes(struct fb_canvas *cv, double height)
{
	struct fb_text t = notes_block(notes_text(cv));
	double y = cv->foot - height;

	if (!t.s.n)
		return;
	fb_canvas_rule(cv, y, 0.8, FB_INK);
	fb_canvas_put(cv, FB_COLUMN, cv->left, y + 10, FB_LEFT, FB_INK,
	    fb_word(cv->words, "about_data"));
	fb_page_text(cv->page, &t, cv->left, y + 20);
}

/* ---- the page ---- */

static fb_str
deck(struct fb_canvas *cv, const struct fb_focus *f)
{
	const struct fb_title *given = fb_title_for(cv->report, NULL, f->period);
	size_t tested = 0, clear = 0, quotes = 0;

	if (given && given->deck.n)
		return given->deck;
	for (size_t i = 0; i < f->nrows; i++) {
		tested += f->rows[i]->prev.tested;
		clear += f->rows[i]->prev.signal;
		quotes += f->rows[i]->nquotes > 0;
	}
	return fb_phrase(cv, !quotes ? "deck_no_voices" : !tested ? "deck_untested" :
	    clear ? "deck_summary" : tested == 1 ? "deck_noise_one" : "deck_noise", (struct fb_slot[]){
	    { "tested", fb_count_words(cv, tested) },
	    { "clear", fb_count_words(cv, clear) } }, 2);
}

static fb_str
title(struct fb_canvas *cv, const struct fb_focus *f)
{
	const struct fb_title *given = fb_title_for(cv->report, NULL, f->period);
	struct fb_buf b = {0};
	fb_str s;

	if (given)
		return given->text;
	fb_put_summary_title(&b, cv->report, f);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static fb_str
source(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct fb_buf range = {0};
	struct fb_slot slots[2];
	fb_str s;

	if (f->rows[0]->has_period)
		fb_show_range(&range, cv->words, f->rows[0]->period);
	slots[0] = (struct fb_slot){ "source", cv->report->source.n ?
	    cv->report->source : fb_word(cv->words, "source_unnamed") };
	slots[1] = (struct fb_slot){ "range", range.n ? fb_buf_str(&range) :
	    fb_word(cv->words, "all_dates") };
	s = fb_phrase(cv, "source_summary", slots, 2);
	fb_buf_release(&range);
	return s;
}

static size_t
groups_in(const struct table *t)
{
	size_t n = 0;

	for (size_t i = t->from; i < t->to; i++)
		n += begins_group(t, i);
	return n;
}

/* As many rows as fit at their least height; then share out what is left. */
static void
fit_rows(struct table *t, double room)
{
	double most = t->f->nrows <= FEW ? ROW_MAX_FEW : ROW_MAX;

	t->to = t->f->nrows;
	while (t->to > t->from + 1 && (double)groups_in(t) * GROUP_HEAD +
	    (double)(t->to - t->from) * ROW_MIN > room)
		t->to--;
	t->row = (room - (double)groups_in(t) * GROUP_HEAD) /
	    (double)(t->to - t->from);
	t->row = fmin(t->row, most);
	t->lines = (int)((t->row - 19) / 12.2);
	t->lines = t->lines < 1 ? 1 : t->lines > 5 ? 5 : t->lines;
}

void
fb_page_summary(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct table t = { .cv = cv, .f = f };
	fb_str period = fb_period_words(cv, f->period, FB_PERIOD_FULL);
	double notes;

	for (; t.from < f->nrows; t.from = t.to) {
		fb_canvas_page(cv, cv->report->name, period, source(cv, f),
		    t.from ? FB_LIT("") : title(cv, f));
		t.top = fb_canvas_title(cv, FB_TITLE, title(cv, f), deck(cv, f)) + 34;
		notes = notes_height(cv);
		fit_rows(&t, cv->foot - 4 - t.top - notes);
		fb_page_tag(cv->page, FB_TAG_TABLE);
		table_head(&t);
		draw_rows(&t);
		fb_page_untag(cv->page);
		draw_notes(cv, notes);
	}
}
