/* themes.c - what customers speak of: how often, how it scores, one of them. */
#include <math.h>
#include <stdlib.h>

#include "chart/pages.h"
#include "present/breakdown.h"

enum {
	ROWS = 9, ROW = 66, ROW_LEAST = 42, HEAD = 22, OTHERS = 26,
	X_BAR = 118, W_BAR = 146, X_WORDS = 336, W_WORDS = 163, W_NAME = 108,
	CLASSES = 5,
};

struct themes {
	struct fb_canvas *cv;
	const struct fb_breakdown *volume; /* how often */
	const struct fb_breakdown *score;  /* how it scores; NULL without */
	double row;
};

/* Records that speak of a theme, else the answers among them. */
static uint64_t
amount(const struct fb_cell *c)
{
	return fb_is_tally(c) ? (uint64_t)llround(c->value) : c->n;
}

/* ---- classes of a score ---- */

static const fb_colour class_inks[CLASSES] = { FB_RED, FB_RED2, FB_MID2,
	FB_BLUE2, FB_BLUE };

/* As if from 0 to 10 and higher were better; NaN where that cannot be told. */
static double
ten_points(struct fb_canvas *cv, const struct fb_cell *c)
{
	double x = NAN;

	if (!c || fb_is_small(c))
		return NAN;
	if (fb_str_eq(c->unit, FB_LIT("%")))
		x = c->value / 10;
	else if (c->spec.kind && !strcmp(c->spec.kind->name, "nps"))
		x = (c->value + 100) / 20;
	else if (c->scale.known && c->scale.hi > c->scale.lo)
		x = 10 * (1000 * c->value - (double)c->scale.lo) /
		    (double)(c->scale.hi - c->scale.lo);
	return fb_str_eq(fb_name_better(cv->report, c), FB_LIT("down")) ?
	    10 - x : x;
}

/* -1 when there is no score. */
static int
class_of(struct fb_canvas *cv, const struct fb_cell *c)
{
	static const double limits[CLASSES - 1] = { 4, 5.5, 6.8, 8.2 };
	double x = ten_points(cv, c);
	int i = 0;

	if (isnan(x))
		return -1;
	while (i < CLASSES - 1 && x >= limits[i])
		i++;
	return i;
}

/* ---- a row ---- */

static fb_str
measure(struct themes *t, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	fb_str s;

	if (fb_is_small(c))
		return fb_word(t->cv->words, "few_answers");
	fb_buf_add(&b, fb_name_metric(t->cv->report, c));
	fb_buf_addc(&b, ' ');
	fb_show_value(&b, t->cv->words, c);
	s = fb_keep(t->cv, &b);
	fb_buf_release(&b);
	return s;
}

/* "+2% on February", "×5.1 on February"; "" without an earlier period. */
static fb_str
growth(struct themes *t, const struct fb_cell *c)
{
	double before = c->value - c->prev.diff, part = c->prev.diff / before;
	bool times = part >= 1;
	struct fb_buf b = {0};
	fb_str s;

	if (!fb_is_tally(c) || !c->prev.ok || before <= 0)
		return FB_LIT("");
	if (times)
		fb_show_number(&b, t->cv->words, part + 1, 1, false);
	else
		fb_show_number(&b, t->cv->words, 100 * part, 0, true);
	s = fb_phrase(t->cv, times ? "theme_times" : "theme_growth",
	    (struct fb_slot[]){ { "x", fb_buf_str(&b) },
	    { "period", fb_period_words(t->cv, c->prev.period, FB_PERIOD_BARE) } }, 2);
	fb_buf_release(&b);
	return s;
}

/* What the score would be without these records, where that shows. */
static fb_str
lift(struct themes *t, const struct fb_cell *c)
{
	const struct fb_beside *b = &t->cv->report->beside;
	struct fb_buf diff = {0};
	fb_str s = FB_LIT("");

	for (size_t i = 0; c && i < b->ndrivers && !s.n; i++) {
		const struct fb_driver *d = &b->drivers[i];

		if (!fb_str_eq(d->field, FB_BY_THEME) ||
		    !fb_str_eq(d->about.metric, c->metric) ||
		    !fb_str_eq(d->about.period, c->period_label) ||
		    !fb_str_eq(d->value, c->by[0].val) || isnan(d->lift))
			continue;
		fb_show_number(&diff, &t->cv->report->words, d->lift,
		    fb_decimals(c) + 1, true);
		s = fb_phrase(t->cv, "theme_lift", (struct fb_slot[]){
		    { "diff", fb_buf_str(&diff) } }, 1);
	}
	fb_buf_release(&diff);
	return s;
}

static bool
is_hot(struct themes *t, const struct fb_cell *c, const struct fb_cell *score)
{
	struct fb_verdict v = fb_verdict(t->cv->report, c, &c->prev);
	int class = class_of(t->cv, score);

	return fb_is_tally(c) && v.clear && v.up && class >= 0 && class < 2;
}

static void
draw_bar(struct themes *t, const struct fb_cell *c, const struct fb_cell *score,
    double y)
{
	struct fb_canvas *cv = t->cv;
	int class = class_of(cv, score);
	double x = cv->left + X_BAR, w, most = (double)amount(t->volume->rows[0]);
	fb_str grown = growth(t, c), lifted = lift(t, score);
	bool clear = fb_is_tally(c) && fb_verdict(cv->report, c, &c->prev).clear;

	w = most > 0 ? fmax(0.5, W_BAR * (double)amount(c) / most) : 0.5;
	fb_page_rect(cv->page, x, y - 9, w, 12, class < 0 ? FB_MID2 :
	    class_inks[class]);
	fb_canvas_put(cv, FB_LABEL_BOLD, x + w + 4.5, y, FB_LEFT, 0,
	    fb_count_words(cv, amount(c)));
	y += 14.5;
	w = score ? fb_page_text(cv->page, &(struct fb_text){ .role = FB_AXIS,
	    .s = measure(t, score), .align = FB_LEFT, .bold = class == 0,
	    .colour = class == 0 ? FB_RED : 0, .width = 112, .max_lines = 1 },
	    x, y).width + 10 : 0;
	if (w > 10 && w < 49)
		w = 49;
	fb_page_text(cv->page, &(struct fb_text){ .s = grown, .role = FB_AXIS,
	    .align = FB_LEFT, .bold = clear, .colour = clear ? FB_INK : 0 },
	    x + w, y);
	if (lifted.n && t->row > 44)
		fb_canvas_put(cv, FB_NOTE, x, y + 11, FB_LEFT, 0, lifted);
}

static void
draw_words(struct themes *t, const struct fb_cell *c, const struct fb_cell *score,
    double y)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_cell *from = score && score->paired ? score : c;
	const struct fb_quote *q = fb_voice_of(from, cv->unredacted, &cv->printed);
	struct fb_quote_style style = { FB_QUOTE_ROW, W_WORDS,
	    (int)fmax(1, fmin(5, (t->row - 24) / 12.2)), true };

	if (q && !fb_printed_has(&cv->printed, q->id))
		fb_draw_quote(cv, from, q, &style, cv->left + X_WORDS, y);
	else
		fb_page_text(cv->page, &(struct fb_text){ .role = FB_NOTE,
		    .s = fb_no_voice(cv, from, q), .align = FB_LEFT,
		    .width = W_WORDS }, cv->left + X_WORDS, y);
}

static void
draw_row(struct themes *t, const struct fb_cell *c, double y)
{
	const struct fb_cell *score = t->score ? fb_breakdown_row(t->score, c) : NULL;

	fb_page_tag(t->cv->page, FB_TAG_TR);
	fb_page_text(t->cv->page, &(struct fb_text){ .role = FB_LABEL,
	    .s = fb_name_group(t->cv->report, c), .align = FB_LEFT, .size = 9.6,
	    .width = W_NAME, .max_lines = 2, .bold = is_hot(t, c, score) },
	    t->cv->left, y);
	draw_bar(t, c, score, y);
	draw_words(t, c, score, y);
	fb_page_untag(t->cv->page);
}

/* ---- the page ---- */

static void
draw_legend(struct themes *t, double x, double y)
{
	x += 6 + fb_canvas_put(t->cv, FB_AXIS, x, y, FB_LEFT, 0,
	    fb_word(t->cv->words, "theme_worst"));
	for (int i = 0; i < CLASSES; i++)
		fb_page_rect(t->cv->page, x + 14 * i, y - 6.5, 13, 8, class_inks[i]);
	fb_canvas_put(t->cv, FB_AXIS, x + 14 * CLASSES + 5, y, FB_LEFT, 0,
	    fb_word(t->cv->words, "theme_best"));
}

static void
draw_head(struct themes *t, double y)
{
	struct fb_canvas *cv = t->cv;
	double x = cv->left + X_BAR, w;

	fb_canvas_put(cv, FB_COLUMN, cv->left, y, FB_LEFT, 0,
	    fb_word(cv->words, "theme_name"));
	w = fb_page_text(cv->page, &(struct fb_text){ .role = FB_COLUMN,
	    .s = fb_is_tally(t->volume->rows[0]) ?
	    fb_name_metric(cv->report, t->volume->rows[0]) :
	    fb_word(cv->words, "theme_answers"), .align = FB_LEFT, .width = 76,
	    .max_lines = 1 }, x, y).width;
	if (t->score)
		draw_legend(t, x + w + 10, y);
	fb_canvas_put(cv, FB_COLUMN, cv->left + X_WORDS, y, FB_LEFT, 0,
	    fb_word(cv->words, "theme_quote"));
	fb_canvas_rule(cv, y + 6.5, 0.8, FB_INK);
}

/* "2 more: hard water 66, moving house 21" */
static void
draw_others(struct themes *t, double y)
{
	struct fb_buf b = {0}, names = {0};

	for (size_t i = ROWS; i < t->volume->n; i++) {
		fb_buf_adds(&names, names.n ? ", " : "");
		fb_buf_add(&names, fb_name_group(t->cv->report, t->volume->rows[i]));
		fb_buf_addc(&names, ' ');
		fb_show_count(&names, t->cv->words, amount(t->volume->rows[i]));
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
finding(struct themes *t)
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
			fb_buf_adds(&b, i ? ", " : "");
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
deck(struct themes *t)
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
source(struct themes *t)
{
	fb_str from = fb_source_words(t->cv);
	bool lifts = t->cv->report->beside.ndrivers;

	return fb_phrase(t->cv, lifts ? "theme_source_lift" : "theme_source",
	    (struct fb_slot[]){ { "source", from } }, 1);
}

static void
draw_page(struct themes *t)
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
	draw_head(t, y);
	y += HEAD;
	t->row = fmin(ROW, (cv->foot - y - (t->volume->n > n ? OTHERS : 0)) /
	    (double)n);
	fb_page_tag(cv->page, FB_TAG_TABLE);
	for (size_t i = 0; i < n; i++, y += t->row) {
		if (i)
			fb_canvas_rule(cv, y - 15.5, 0.5, FB_HAIR);
		draw_row(t, t->volume->rows[i], y);
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

	if (amount(x) != amount(y))
		return amount(x) > amount(y) ? -1 : 1;
	return fb_str_cmp(x->by_json, y->by_json);
}

/* Without what nobody speaks of, and records without a theme. */
static void
put_in_order(struct fb_breakdown *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		if (b->rows[i]->by[0].val.n && amount(b->rows[i]))
			b->rows[n++] = b->rows[i];
	b->n = n;
	if (n)
		qsort(b->rows, n, sizeof *b->rows, most_first);
}

void
fb_page_themes(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct themes t = { .cv = cv };
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
