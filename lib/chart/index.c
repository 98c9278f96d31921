/* index.c - every number of a period on a line, the clearest changes first. */
#include "chart/alt.h"
#include "chart/row.h"

enum {
	X_VALUE = 163, X_CHANGE = 210, X_SPARK = 252, W_SPARK = 45, X_QUOTE = 306,
	W_NAME = 130, W_MARGIN = 40, GROUP = 5, SUMMARY = 10, BESIDES = 10, MOST = 200,
	LEFT = 13, HEAD = 19, INDENT = 8,
};
#define ROW 13.4

struct index {
	struct fb_canvas *cv;
	const struct fb_focus *f;
	const struct fb_cell **rows;
	fb_str *names, *groups; /* of the rows: whole, and of the group alone */
	size_t n, left;      /* left: those beyond the most that are listed */
	size_t from, to;     /* of the page at hand */
};

static void
draw_value(struct index *t, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = t->cv;
	struct fb_buf b = {0}, value = {0};
	fb_str unit = fb_show_unit(c);

	if (fb_is_small(c)) {
		fb_canvas_put(cv, FB_NOTE, cv->left + X_VALUE + 30, y, FB_RIGHT, 0,
		    fb_word(cv->words, "index_few"));
		return;
	}
	fb_show_value(&value, cv->words, c);
	fb_say_unit(&b, cv->words, fb_buf_str(&value), unit.n <= 3 ? unit :
	    FB_LIT(""));
	fb_buf_release(&value);
	fb_canvas_put(cv, FB_LABEL_BOLD, cv->left + X_VALUE, y, FB_RIGHT,
	    fb_is_wide(c) ? FB_TEXT3 : FB_INK, fb_keep(cv, &b));
	fb_show_margin(&b, cv->words, c);
	fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_NOTE, .align = FB_LEFT, .width = W_MARGIN,
	    .max_lines = 1 }, cv->left + X_VALUE + 4, y);
	fb_buf_release(&b);
}

static void
draw_change(struct index *t, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = t->cv;
	struct fb_verdict v = fb_verdict(cv->report, c, &c->prev);
	fb_colour ink = v.clear ? v.colour : FB_TEXT2;
	double x = cv->left + X_CHANGE;
	struct fb_buf b = {0};

	if (v.mark == FB_MARK_NONE)
		return;
	if (v.mark == FB_MARK_BAR)
		fb_page_line(cv->page, (struct fb_pen){ FB_INK, 1.2, 0 }, x, y - 3,
		    x + 6.5, y - 3);
	else
		fb_page_triangle(cv->page, x + 3.3, y - 3, 6.5, v.up,
		    v.mark == FB_MARK_FILLED, ink);
	fb_show_diff(&b, cv->words, c, c->prev.diff);
	fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_LABEL, .align = FB_LEFT, .bold = v.clear, .size = 8.2,
	    .colour = v.clear ? ink : FB_INK }, x + 10, y);
	fb_buf_release(&b);
}

static void
draw_quote(struct index *t, const struct fb_cell *c, double y)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_quote *q = fb_voice_of(c, cv->unredacted, &cv->printed);
	double x = cv->left + X_QUOTE, w = FB_PAGE_CONTENT - X_QUOTE;

	if (q && !fb_printed_has(&cv->printed, q->id))
		fb_draw_quote_line(cv, c, q, x, y, w);
	else if (c->paired)
		fb_page_text(cv->page, &(struct fb_text){ .role = FB_NOTE,
		    .s = q ? fb_word(cv->words, "index_elsewhere") :
		    fb_no_voice(cv, c, q), .align = FB_LEFT,
		    .width = w - 11, .max_lines = 1 }, x + 11, y);
}

/* Of groups of one metric, one below the other, the metric is named once. */
static bool
goes_on(const struct index *t, size_t i)
{
	return i > t->from && t->rows[i]->nby &&
	    fb_str_eq(t->rows[i]->metric, t->rows[i - 1]->metric);
}

static void
draw_name(struct index *t, size_t i, double y)
{
	struct fb_canvas *cv = t->cv;
	bool short_form = goes_on(t, i);
	double indent = short_form ? INDENT : 0;
	struct fb_text text = { .s = short_form ?
	    fb_group_name(cv, t->rows[i]) : fb_cell_name(cv, t->rows[i]),
	    .role = FB_LABEL, .align = FB_LEFT, .size = 8.2,
	    .bold = fb_verdict(cv->report, t->rows[i],
	    &t->rows[i]->prev).clear, .width = W_NAME - indent, .max_lines = 1 };

	text.s = fb_fit_name(cv, &text, short_form ? t->groups : t->names, t->n);
	fb_page_text(cv->page, &text, cv->left + indent, y);
}

static void
draw_row(struct index *t, size_t i, double y)
{
	const struct fb_cell *c = t->rows[i];

	fb_row_begin(t->cv);
	draw_name(t, i, y);
	fb_row_next(t->cv, false);
	draw_value(t, c, y);
	fb_row_next(t->cv, false);
	draw_change(t, c, y);
	fb_row_next(t->cv, false);
	fb_page_tag(t->cv->page, FB_TAG_FIGURE);
	fb_alt_cells(t->cv, &c, 1, true);
	fb_draw_spark(t->cv, c, t->cv->left + X_SPARK, y - 8, W_SPARK, 10);
	fb_page_untag(t->cv->page);
	fb_row_next(t->cv, false);
	draw_quote(t, c, y);
	fb_row_end(t->cv);
}

static void
draw_head(struct index *t, double y)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_cell *first = t->rows[0];
	fb_str before = FB_LIT("");

	for (size_t i = 0; i < t->n && !before.n; i++)
		before = t->rows[i]->prev.ok ? fb_period_words(cv,
		    t->rows[i]->prev.period, FB_PERIOD_AXIS) : before;
	fb_head_begin(cv);
	fb_canvas_put(cv, FB_COLUMN, cv->left, y, FB_LEFT, 0,
	    fb_word(cv->words, "col_measure"));
	fb_row_next(cv, true);
	fb_canvas_put(cv, FB_COLUMN, cv->left + X_VALUE, y, FB_RIGHT, 0,
	    fb_period_words(cv, first->period_label, FB_PERIOD_BARE));
	fb_canvas_put(cv, FB_COLUMN, cv->left + X_VALUE + 4, y, FB_LEFT, 0,
	    FB_LIT("\xc2\xb1"));
	fb_row_next(cv, true);
	fb_history_heads(cv, t->f, before, cv->left + X_CHANGE,
	    cv->left + X_SPARK, y);
	fb_row_next(cv, true);
	fb_canvas_put(cv, FB_COLUMN, cv->left + X_QUOTE + 11, y, FB_LEFT, 0,
	    fb_word(cv->words, "index_quote"));
	fb_row_end(cv);
	fb_canvas_rule(cv, y + 6.5, 0.8, FB_INK);
}

static void
draw_rows(struct index *t, double y)
{
	for (size_t i = t->from; i < t->to; i++, y += ROW) {
		if (i > t->from && (i - t->from) % GROUP == 0)
			fb_canvas_rule(t->cv, y - 9.6, 0.5, FB_HAIR);
		draw_row(t, i, y);
	}
	fb_page_untag(t->cv->page);
	if (t->left && t->to == t->n)
		fb_canvas_put(t->cv, FB_NOTE, t->cv->left, y - 2.5, FB_LEFT, 0,
		    fb_phrase(t->cv, "index_more", (struct fb_slot[]){
		    { "n", fb_count_words(t->cv, t->left) } }, 1));
}

static struct fb_section
section(struct index *t)
{
	struct fb_canvas *cv = t->cv;
	size_t tests = 0;

	for (size_t i = 0; i < t->n; i++)
		tests += t->rows[i]->prev.tested;
	return (struct fb_section){ .title = fb_word(cv->words, "index_title"),
	    .running = fb_word(cv->words, "index_running"), .gap = 12,
	    .period = fb_period_words(cv, t->f->period, FB_PERIOD_FULL),
	    .source = fb_phrase(cv, "index_source", (struct fb_slot[]){
	    { "tests", fb_count_words(cv, tests) },
	    { "source", fb_source_words(cv) } }, 2),
	    .height = HEAD + ROW * (double)t->n + (t->left ? LEFT : 0) };
}

static void
draw_pages(struct index *t)
{
	struct fb_canvas *cv = t->cv;
	struct fb_section s = section(t);
	double y, room;

	for (; t->from < t->n; t->from = t->to) {
		y = fb_section_begin(cv, &s);
		fb_page_tag(cv->page, FB_TAG_TABLE);
		draw_head(t, y);
		y += HEAD;
		room = cv->foot - y;
		t->to = t->from + (size_t)(room / ROW) + 1;
		if (t->left && t->to >= t->n)
			t->to = t->from + (size_t)((room - LEFT) / ROW) + 1;
		t->to = t->to < t->n ? t->to : t->n;
		draw_rows(t, y);
	}
}

/* Groups of too few answers stand behind those with a number. */
static const struct fb_cell **
numbers_first(struct fb_canvas *cv, fb_str period, size_t *n)
{
	const struct fb_cell **all = fb_numbers_of(cv->report, period, n);
	const struct fb_cell **v = fb_arena_zalloc(&cv->report->mem, *n, sizeof *v);
	size_t k = 0;

	for (int few = 0; few < 2; few++)
		for (size_t i = 0; i < *n; i++)
			if (fb_is_small(all[i]) == few)
				v[k++] = all[i];
	return v;
}

/* False where the summary leaves no more than a few numbers out. */
static bool
set_up(struct index *t, struct fb_canvas *cv, const struct fb_focus *f)
{
	*t = (struct index){ .cv = cv, .f = f };
	t->rows = numbers_first(cv, f->period, &t->n);
	if (f->nrows <= SUMMARY && t->n <= f->nrows + BESIDES)
		return false;
	if (t->n > MOST) {
		t->left = t->n - MOST;
		t->n = MOST;
	}
	t->names = fb_arena_zalloc(&cv->report->mem, t->n, sizeof *t->names);
	t->groups = fb_arena_zalloc(&cv->report->mem, t->n, sizeof *t->groups);
	for (size_t i = 0; i < t->n; i++) {
		t->names[i] = fb_cell_name(cv, t->rows[i]);
		t->groups[i] = fb_group_name(cv, t->rows[i]);
	}
	return true;
}

bool
fb_index_fits(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct index t;
	struct fb_section s;

	if (!set_up(&t, cv, f))
		return false;
	s = section(&t);
	return fb_section_fits(cv, &s);
}

void
fb_page_index(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct index t;

	if (set_up(&t, cv, f))
		draw_pages(&t);
}
