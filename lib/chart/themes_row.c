/* themes_row.c - a theme: how often, how it scores, one customer. */
#include <math.h>

#include "chart/themes.h"

enum { W_BAR = 146, W_WORDS = 163, W_NAME = 108 };

uint64_t
fb_theme_amount(const struct fb_cell *c)
{
	return fb_is_tally(c) ? (uint64_t)llround(c->value) : c->n;
}

/* ---- classes of a score ---- */

const fb_colour fb_theme_inks[FB_THEME_CLASSES] = { FB_RED, FB_RED2, FB_MID2,
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
	static const double limits[FB_THEME_CLASSES - 1] = { 4, 5.5, 6.8, 8.2 };
	double x = ten_points(cv, c);
	int i = 0;

	if (isnan(x))
		return -1;
	while (i < FB_THEME_CLASSES - 1 && x >= limits[i])
		i++;
	return i;
}

/* ---- a row ---- */

static fb_str
measure(struct fb_themes *t, const struct fb_cell *c)
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
growth(struct fb_themes *t, const struct fb_cell *c)
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
lift(struct fb_themes *t, const struct fb_cell *c)
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
is_hot(struct fb_themes *t, const struct fb_cell *c, const struct fb_cell *score)
{
	struct fb_verdict v = fb_verdict(t->cv->report, c, &c->prev);
	int class = class_of(t->cv, score);

	return fb_is_tally(c) && v.clear && v.up && class >= 0 && class < 2;
}

static void
draw_bar(struct fb_themes *t, const struct fb_cell *c, const struct fb_cell *score,
    double y)
{
	struct fb_canvas *cv = t->cv;
	int class = class_of(cv, score);
	double most = (double)fb_theme_amount(t->volume->rows[0]), w;
	double x = cv->left + FB_THEME_X_BAR;
	fb_str grown = growth(t, c), lifted = lift(t, score);
	bool clear = fb_is_tally(c) && fb_verdict(cv->report, c, &c->prev).clear;

	w = most > 0 ? fmax(0.5, W_BAR * (double)fb_theme_amount(c) / most) : 0.5;
	fb_page_rect(cv->page, x, y - 9, w, 12, class < 0 ? FB_MID2 :
	    fb_theme_inks[class]);
	fb_canvas_put(cv, FB_LABEL_BOLD, x + w + 4.5, y, FB_LEFT, 0,
	    fb_count_words(cv, fb_theme_amount(c)));
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
draw_words(struct fb_themes *t, const struct fb_cell *c,
    const struct fb_cell *score, double y)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_cell *from = score && score->paired ? score : c;
	const struct fb_quote *q = fb_voice_of(from, cv->unredacted, &cv->printed);
	struct fb_quote_style style = { FB_QUOTE_ROW, W_WORDS,
	    (int)fmax(1, fmin(5, (t->row - 24) / 12.2)), true };

	if (q && !fb_printed_has(&cv->printed, q->id)) {
		fb_quote_fit(cv, from, q, &style, t->row - 8);
		fb_draw_quote(cv, from, q, &style, cv->left + FB_THEME_X_WORDS, y);
	} else {
		fb_page_text(cv->page, &(struct fb_text){ .role = FB_NOTE,
		    .s = fb_no_voice(cv, from, q), .align = FB_LEFT,
		    .width = W_WORDS }, cv->left + FB_THEME_X_WORDS, y);
	}
}

void
fb_draw_theme(struct fb_themes *t, const struct fb_cell *c, double y)
{
	const struct fb_cell *score = t->score ? fb_breakdown_row(t->score, c) : NULL;

	fb_row_begin(t->cv);
	fb_page_text(t->cv->page, &(struct fb_text){ .role = FB_LABEL,
	    .s = fb_name_group(t->cv->report, c), .align = FB_LEFT, .size = 9.6,
	    .width = W_NAME, .max_lines = 2, .bold = is_hot(t, c, score) },
	    t->cv->left, y);
	fb_row_next(t->cv, false);
	draw_bar(t, c, score, y);
	fb_row_next(t->cv, false);
	draw_words(t, c, score, y);
	fb_row_end(t->cv);
}
