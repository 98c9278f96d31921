/* summary.c - the page that is read first: measures and their customers. */
#include <math.h>

#include "chart/one.h"
#include "chart/row.h"

enum {
	ROW_MAX = 104, ROW_MIN = 46,
	GROUP_HEAD = 21, TABLE_HEAD = 10, HEAD_GAP = 5, ROWS_MAX = 10, COLUMNS = 5,
};

static fb_str
periods_head(struct fb_canvas *cv, const struct fb_focus *f)
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

void
fb_history_heads(struct fb_canvas *cv, const struct fb_focus *f, fb_str before,
    double change, double spark, double y)
{
	if (before.n)
		change += HEAD_GAP + fb_canvas_put(cv, FB_COLUMN, change, y, FB_LEFT,
		    0, fb_phrase(cv, "col_change", (struct fb_slot[]){
		    { "period", before } }, 1));
	fb_row_next(cv, true);
	fb_canvas_put(cv, FB_COLUMN, fmax(spark, change), y, FB_LEFT, 0,
	    periods_head(cv, f));
}

static void
table_head(struct fb_rows *t)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_cell *first = t->f->rows[0];
	double y = t->top - TABLE_HEAD, x = cv->left;
	fb_str before = FB_LIT("");

	for (size_t i = 0; i < t->f->nrows && !before.n; i++)
		before = t->f->rows[i]->prev.ok ? fb_period_words(cv,
		    t->f->rows[i]->prev.period, FB_PERIOD_BARE) : before;
	fb_head_begin(cv);
	fb_canvas_put(cv, FB_COLUMN, x, y, FB_LEFT, 0, fb_word(cv->words, "col_measure"));
	fb_row_next(cv, true);
	fb_canvas_put(cv, FB_COLUMN, x + FB_ROW_VALUE, y, FB_LEFT, 0,
	    fb_period_head(cv, first->period_label, FB_PERIOD_BARE));
	fb_row_next(cv, true);
	fb_history_heads(cv, t->f, before, x + FB_ROW_CHANGE, x + FB_ROW_SPARK, y);
	fb_row_next(cv, true);
	fb_canvas_put(cv, FB_COLUMN, x + FB_ROW_QUOTE, y, FB_LEFT, 0,
	    fb_word(cv->words, "col_quote"));
	fb_row_end(cv);
	fb_canvas_rule(cv, y + 6.5, 0.8, FB_INK);
}

/* Does row i begin a group on this page? */
static bool
begins_group(const struct fb_rows *t, size_t i)
{
	return t->f->grouped && (i == t->from ||
	    !fb_str_eq(t->f->rows[i]->by_json, t->f->rows[i - 1]->by_json));
}

/* Gives the y below. */
static double
draw_rows(struct fb_rows *t)
{
	struct fb_canvas *cv = t->cv;
	double y = t->top;

	for (size_t i = t->from; i < t->to; i++) {
		bool head = begins_group(t, i);

		if (i > t->from)
			fb_canvas_rule(cv, y - 3.5, head ? 0.8 : 0.5,
			    head ? FB_INK : FB_HAIR);
		if (head) {
			fb_row_over(cv, COLUMNS);
			fb_page_text(cv->page, &(struct fb_text){
			    .s = fb_name_group(cv->report, t->f->rows[i]),
			    .role = FB_PANEL, .align = FB_LEFT,
			    .width = FB_PAGE_CONTENT, .max_lines = 1 },
			    cv->left, y + 10);
			fb_row_end(cv);
			y += GROUP_HEAD;
		}
		fb_draw_row(t, t->f->rows[i], y + 9);
		y += t->row;
	}
	return y;
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
	if (f->nrows > ROWS_MAX)
		return fb_phrase(cv, "deck_ten", (struct fb_slot[]){
		    { "tested", fb_count_words(cv, tested) },
		    { "n", fb_count_words(cv, f->nrows) } }, 2);
	return fb_phrase(cv, !quotes ? "deck_no_voices" : !tested ? "deck_untested" :
	    tested == 1 ? "deck_one_test" : clear ? "deck_summary" : "deck_noise", (struct fb_slot[]){
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
	slots[0] = (struct fb_slot){ "source", fb_source_words(cv) };
	slots[1] = (struct fb_slot){ "range", range.n ? fb_buf_str(&range) :
	    fb_word(cv->words, "all_dates") };
	s = fb_phrase(cv, "source_summary", slots, 2);
	fb_buf_release(&range);
	return s;
}

static size_t
groups_in(const struct fb_rows *t)
{
	size_t n = 0;

	for (size_t i = t->from; i < t->to; i++)
		n += begins_group(t, i);
	return n;
}

/* How high a row must be for the whole quote of each in a role. */
static double
whole_height(const struct fb_rows *t, enum fb_role role)
{
	double most = ROW_MAX;

	for (size_t i = t->from; i < t->to; i++)
		most = fmax(most, fb_row_height(t->cv, t->f->rows[i], role));
	return most;
}

/* Where each row may be so high: large and whole quotes, whole ones, or as many
 * lines as there is room for. */
static void
share_out(struct fb_rows *t, double each)
{
	double large = whole_height(t, FB_QUOTE);

	t->role = each >= large ? FB_QUOTE : FB_QUOTE_ROW;
	t->row = fmin(each, t->role == FB_QUOTE ? large :
	    whole_height(t, FB_QUOTE_ROW));
	t->lines = (int)((t->row - 19) / (t->role == FB_QUOTE ? 14.4 : 12.2));
	t->lines = t->lines < 1 ? 1 : t->lines;
}

/* As many rows as fit at their least height; then share out what is left, which
 * the index may stand in. */
static void
fit_rows(struct fb_rows *t, double room)
{
	double heads, each;

	t->to = t->f->nrows;
	while (t->to > t->from + 1 && (double)groups_in(t) * GROUP_HEAD +
	    (double)(t->to - t->from) * ROW_MIN > room)
		t->to--;
	heads = (double)groups_in(t) * GROUP_HEAD;
	each = (room - heads) / (double)(t->to - t->from);
	fb_section_end(t->cv, t->top + heads + (double)(t->to - t->from) *
	    fmin(each, ROW_MAX), fb_period_words(t->cv, t->f->period,
	    FB_PERIOD_FULL));
	if (t->to < t->f->nrows || !fb_index_fits(t->cv, t->f))
		share_out(t, each);
	else
		share_out(t, fmin(each, ROW_MAX));
}

/* The rows of the page: of more than ten the clearest. */
static struct fb_focus
top_rows(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct fb_focus top = *f;

	if (f->nrows <= ROWS_MAX)
		return top;
	top.rows = fb_arena_zalloc(&cv->report->mem, f->nrows, sizeof *top.rows);
	memcpy(top.rows, f->rows, f->nrows * sizeof *top.rows);
	fb_clearest_first(cv->report, top.rows, f->nrows);
	top.nrows = ROWS_MAX;
	return top;
}

void
fb_page_summary(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct fb_focus top = top_rows(cv, f);
	struct fb_rows t = { .cv = cv, .f = &top };
	fb_str period = fb_period_words(cv, f->period, FB_PERIOD_FULL);

	if (fb_is_alone(cv->report, f) || !f->nrows)
		return;
	for (; t.from < top.nrows; t.from = t.to) {
		fb_canvas_page(cv, cv->report->name, period, source(cv, f),
		    t.from ? FB_LIT("") : title(cv, f));
		t.top = fb_canvas_title(cv, FB_TITLE, title(cv, f), deck(cv, f)) + 34;
		fb_notes_keep_room(cv);
		fit_rows(&t, cv->foot - 4 - t.top);
		fb_page_tag(cv->page, FB_TAG_TABLE);
		table_head(&t);
		fb_section_end(cv, draw_rows(&t), period);
		fb_page_untag(cv->page);
	}
}
