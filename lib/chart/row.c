/* row.c - a row of the summary. */
#include "chart/alt.h"
#include "chart/row.h"

enum { X_WORDS = 334, W_NAME = 104, W_WORDS = 165,
	WHOLE = 40, BESIDE = 6 };

/* Name, definition and n, one below the other. */
static void
draw_name(struct fb_rows *t, const struct fb_cell *c, double y)
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
	if (c->has_n && !fb_is_tally(c))
		fb_canvas_put(cv, FB_NOTE, cv->left, y, FB_LEFT, 0,
		    fb_phrase(cv, "n_equals", (struct fb_slot[]){
		    { "n", fb_count_words(cv, c->n) } }, 1));
}

/* Behind the value, or where that would meet the change below it; gives the y
 * of the line below. */
static double
draw_unit(struct fb_canvas *cv, const struct fb_cell *c, double x, double w,
    double y)
{
	struct fb_text t = { .s = fb_unit_words(cv->words, c), .role = FB_LABEL,
	    .align = FB_LEFT, .colour = FB_TEXT2 };
	double room = FB_ROW_CHANGE - FB_ROW_VALUE - w - 6;
	bool fits = fb_page_measure(cv->page, &t).width <= room;

	fb_page_text(cv->page, &t, fits ? x + w + 3 : x, fits ? y + 4.6 : y + 16);
	return fits ? y + 16 : y + 26;
}

static void
draw_value(struct fb_rows *t, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = t->cv;
	double x = cv->left + FB_ROW_VALUE, w;
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
	y = draw_unit(cv, c, x, w, y);
	fb_show_margin(&b, cv->words, c);
	fb_canvas_put(cv, FB_INTERVAL, x, y, FB_LEFT, 0, fb_keep(cv, &b));
	y += c->has_interval ? 10 : 0;
	if (fb_cell_flag(c, "partial"))
		fb_canvas_put(cv, FB_NOTE, x, y, FB_LEFT, 0,
		    fb_word(cv->words, "partial"));
	else if (fb_is_wide(c))
		fb_canvas_put(cv, FB_NOTE, x, y, FB_LEFT, 0,
		    fb_word(cv->words, "wide"));
	fb_buf_release(&b);
}

static void
draw_voice(struct fb_rows *t, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_quote *q = fb_voice_of(c, cv->unredacted, &cv->printed);
	struct fb_quote_style style = { t->role, W_WORDS, t->lines, true };

	if (q && !fb_printed_has(&cv->printed, q->id)) {
		fb_quote_fit(cv, c, q, &style, t->row - BESIDE);
		fb_draw_quote(cv, c, q, &style, cv->left + X_WORDS, y);
	} else {
		fb_page_text(cv->page, &(struct fb_text){ .s = fb_no_voice(cv, c, q),
		    .role = FB_NOTE, .align = FB_LEFT, .width = W_WORDS },
		    cv->left + X_WORDS, y);
	}
}

double
fb_row_height(struct fb_canvas *cv, const struct fb_cell *c, enum fb_role role)
{
	struct fb_quote_style style = { role, W_WORDS, WHOLE, true };
	const struct fb_quote *q = fb_voice_of(c, cv->unredacted, NULL);

	return q ? fb_quote_height(cv, c, q, &style) + BESIDE : 0;
}

static void
draw_spark(struct fb_rows *t, const struct fb_cell *c, double y)
{
	fb_page_tag(t->cv->page, FB_TAG_FIGURE);
	fb_alt_cells(t->cv, &c, 1, true);
	fb_draw_spark(t->cv, c, t->cv->left + FB_ROW_SPARK, y - 8,
	    FB_SPARK_WIDTH, FB_SPARK_HEIGHT);
	fb_page_untag(t->cv->page);
}

void
fb_draw_row(struct fb_rows *t, const struct fb_cell *c, double y)
{
	fb_row_begin(t->cv);
	draw_name(t, c, y);
	fb_row_next(t->cv, false);
	draw_value(t, c, y);
	fb_row_next(t->cv, false);
	if (c->prev.ok || c->has_period)
		fb_draw_change(t->cv, c, &c->prev, t->cv->left + FB_ROW_CHANGE, y);
	fb_row_next(t->cv, false);
	draw_spark(t, c, y);
	fb_row_next(t->cv, false);
	draw_voice(t, c, y);
	fb_row_end(t->cv);
}
