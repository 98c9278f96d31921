/* themes.c - what customers speak of: how often, how it scores, one of them. */
#include <math.h>
#include <stdlib.h>

#include "chart/pages.h"
#include "chart/themes.h"

enum { ROWS = 9, ROW = 66, HEAD = 22, OTHERS = 26,
	BEFORE = 34 /* the words, with their mark */ };

/* Apart from the head of the bars: it ends at x. */
static void
draw_legend(struct fb_themes *t, double x, double y)
{
	x -= 5 + fb_canvas_put(t->cv, FB_AXIS, x, y, FB_RIGHT, 0,
	    fb_word(t->cv->words, "theme_best"));
	for (int i = FB_THEME_CLASSES - 1; i >= 0; i--)
		fb_page_rect(t->cv->page, x -= 10, y - 6.5, 9, 8, fb_theme_inks[i]);
	fb_canvas_put(t->cv, FB_AXIS, x - 5, y, FB_RIGHT, 0,
	    fb_word(t->cv->words, "theme_worst"));
}

static void
draw_head(struct fb_themes *t, double y)
{
	struct fb_canvas *cv = t->cv;
	double x = cv->left + FB_THEME_X_BAR;

	fb_head_begin(cv);
	fb_canvas_put(cv, FB_COLUMN, cv->left, y, FB_LEFT, 0,
	    fb_word(cv->words, "theme_name"));
	fb_row_next(cv, true);
	fb_page_text(cv->page, &(struct fb_text){ .role = FB_COLUMN,
	    .s = fb_is_tally(t->volume->rows[0]) ?
	    fb_name_metric(cv->report, t->volume->rows[0]) :
	    fb_word(cv->words, "theme_answers"), .align = FB_LEFT, .width = 70,
	    .max_lines = 1 }, x, y);
	if (t->score)
		draw_legend(t, cv->left + FB_THEME_X_WORDS - BEFORE, y);
	fb_row_next(cv, true);
	fb_canvas_put(cv, FB_COLUMN, cv->left + FB_THEME_X_WORDS, y, FB_LEFT, 0,
	    fb_word(cv->words, "theme_quote"));
	fb_row_end(cv);
	fb_canvas_rule(cv, y + 6.5, 0.8, FB_INK);
}

/* "2 more: hard water 66, moving house 21" */
static void
draw_others(struct fb_themes *t, double y)
{
	struct fb_buf b = {0}, names = {0};

	for (size_t i = ROWS; i < t->volume->n; i++) {
		fb_say_more(&names, t->cv->words);
		fb_buf_add(&names, fb_name_group(t->cv->report, t->volume->rows[i]));
		fb_buf_addc(&names, ' ');
		fb_show_count(&names, t->cv->words, fb_theme_amount(t->volume->rows[i]));
	}
	fb_say(&b, t->cv->words, "theme_others", (struct fb_slot[]){
	    { "n", fb_count_words(t->cv, t->volume->n - ROWS) },
	    { "names", fb_buf_str(&names) } }, 2);
	fb_page_text(t->cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_NOTE, .align = FB_LEFT, .width = FB_PAGE_CONTENT,
	    .max_lines = 2 }, t->cv->left, y);
	fb_buf_release(&b);
	fb_buf_release(&names);
}

/* The theme that grew most clearly, else which ones come most often. */
static fb_str
finding(struct fb_themes *t)
{
	struct fb_report *r = t->cv->report;
	const struct fb_cell *up = NULL;
	struct fb_buf b = {0};
	fb_str s;

	for (size_t i = 0; i < t->volume->n; i++) {
		const struct fb_cell *c = t->volume->rows[i];
		struct fb_verdict v = fb_verdict(r, c, &c->prev);

		if (fb_is_tally(c) && v.clear && v.up && (!up || c->prev.q < up->prev.q))
			up = c;
	}
	if (up) {
		fb_put_finding(&b, r, up);
	} else {
		for (size_t i = 0; i < t->volume->n && i < 3; i++) {
			fb_say_more(&b, t->cv->words);
			fb_buf_add(&b, fb_name_group(r, t->volume->rows[i]));
		}
		s = fb_keep(t->cv, &b);
		fb_say(&b, t->cv->words, "theme_finding",
		    (struct fb_slot[]){ { "names", s } }, 1);
	}
	s = fb_keep(t->cv, &b);
	fb_buf_release(&b);
	return s;
}

static fb_str
deck(struct fb_themes *t)
{
	const struct fb_cell *c = t->score ? t->score->rows[0] : NULL;
	fb_str note = c ? fb_name_note(t->cv->report, c) : FB_LIT("");

	return fb_phrase(t->cv, c ? "theme_deck" : "theme_deck_plain",
	    (struct fb_slot[]){
	    { "measure", c ? fb_name_metric(t->cv->report, c) : FB_LIT("") },
	    { "note", note.n ? note : c ? c->metric : FB_LIT("") },
	    { "period", fb_period_words(t->cv,
	      t->volume->rows[0]->period_label, FB_PERIOD_FULL) } }, 3);
}

static fb_str
source(struct fb_themes *t)
{
	fb_str from = fb_source_words(t->cv);
	bool lifts = t->cv->report->beside.ndrivers;

	return fb_phrase(t->cv, lifts ? "theme_source_lift" : "theme_source",
	    (struct fb_slot[]){ { "source", from } }, 1);
}

static void
draw_page(struct fb_themes *t)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_cell *first = t->volume->rows[0];
	const struct fb_title *given = fb_title_of_page(cv->report, "themes", first);
	fb_str title = given ? given->text : finding(t);
	size_t n = t->volume->n < ROWS ? t->volume->n : ROWS;
	double y;

	fb_canvas_page(cv, cv->report->name, fb_period_words(cv,
	    first->period_label, FB_PERIOD_FULL), source(t), title);
	y = fb_canvas_title(cv, FB_TITLE_PAGE, title,
	    given && given->deck.n ? given->deck : deck(t)) + 22;
	fb_page_tag(cv->page, FB_TAG_TABLE);
	draw_head(t, y);
	y += HEAD;
	t->row = fmin(ROW, (cv->foot - y - (t->volume->n > n ? OTHERS : 0)) /
	    (double)n);
	for (size_t i = 0; i < n; i++, y += t->row) {
		if (i)
			fb_canvas_rule(cv, y - 15.5, 0.5, FB_HAIR);
		fb_draw_theme(t, t->volume->rows[i], y);
	}
	fb_page_untag(cv->page);
	if (t->volume->n > n) {
		fb_canvas_rule(cv, y - 15.5, 0.5, FB_HAIR);
		draw_others(t, y - 4);
	}
}

static int
most_first(const void *a, const void *b)
{
	const struct fb_cell *x = *(const struct fb_cell *const *)a;
	const struct fb_cell *y = *(const struct fb_cell *const *)b;

	if (fb_theme_amount(x) != fb_theme_amount(y))
		return fb_theme_amount(x) > fb_theme_amount(y) ? -1 : 1;
	return fb_str_cmp(x->by_json, y->by_json);
}

/* Without what nobody speaks of, and records without a theme. */
static void
put_in_order(struct fb_breakdown *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		if (b->rows[i]->by[0].val.n && fb_theme_amount(b->rows[i]))
			b->rows[n++] = b->rows[i];
	b->n = n;
	if (n)
		qsort(b->rows, n, sizeof *b->rows, most_first);
}

void
fb_page_themes(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct fb_themes t = { .cv = cv };
	size_t n;
	struct fb_breakdown *v = fb_breakdowns(cv->report, f->period, &n);

	for (size_t i = 0; i < n; i++) {
		bool tally = fb_is_tally(v[i].rows[0]);

		if (!fb_breakdown_by(&v[i], FB_BY_THEME))
			continue;
		if (tally && !t.volume)
			t.volume = &v[i];
		if (!tally && !t.score)
			t.score = &v[i];
		put_in_order(&v[i]);
	}
	t.volume = t.volume ? t.volume : t.score;
	if (t.volume && t.volume->n)
		draw_page(&t);
}
