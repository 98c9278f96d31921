/* journey.c - a journey's curve, with words at its lows and a high point. */
#include <math.h>

#include "chart/alt.h"
#include "chart/journey.h"
#include "chart/pages.h"
#include "present/breakdown.h"

enum {
	QUOTES = 2, X_PLOT = 26, TOP = 14, H_PLOT = 218,
	LEADER = 26, GUTTER = 17, COLUMN_MAX = 238, HIGH = 84, W_HIGH = 142,
	LINES_MAX = 9, GAP = 11, HEAD = 34, MARK = 24,
};

/* ---- the low points ---- */

static double
column_width(const struct fb_journey *j)
{
	double w = (FB_PAGE_CONTENT - GUTTER * (double)(j->nlows - 1)) /
	    (double)j->nlows;

	return fmin(COLUMN_MAX, w);
}

/* A column alone stands below its stage. */
static double
column_x(const struct fb_journey *j, size_t i)
{
	double w = column_width(j), most = j->cv->left + FB_PAGE_CONTENT - w;

	if (j->nlows == 1)
		return fmax(j->cv->left, fmin(most,
		    fb_curve_x(&j->curve, j->lows[0]) - w / 2));
	return j->cv->left + (double)i * (w + GUTTER);
}

/* In the order of the journey, so that the leaders do not cross. */
static void
sort_lows(struct fb_journey *j)
{
	for (size_t i = 1; i < j->nlows; i++)
		for (size_t k = i; k && j->lows[k - 1] > j->lows[k]; k--) {
			size_t low = j->lows[k];

			j->lows[k] = j->lows[k - 1];
			j->lows[k - 1] = low;
		}
}

/* From the stage's name down to its column, each on a level of its own. */
static void
draw_leader(struct fb_journey *j, size_t i)
{
	const struct fb_pen pen = { FB_RED, 0.8, 0 };
	double from = fb_curve_x(&j->curve, j->lows[i]), to = column_x(j, i) + 8;
	size_t step = to < from ? i : j->nlows - 1 - i;
	double level = j->y + 8 + 4 * (double)step;

	fb_page_polyline(j->cv->page, pen, (struct fb_point[]){
	    { from, j->y }, { from, level }, { to, level },
	    { to, j->y + LEADER } }, 4);
}

/* How the stage moved, in words that are never cut. */
static struct fb_text
change_of(struct fb_journey *j, const struct fb_cell *c)
{
	struct fb_verdict v = fb_verdict(j->cv->report, c, &c->prev);

	return (struct fb_text){ .s = fb_journey_change(j, c), .role = FB_LABEL,
	    .align = FB_LEFT, .width = column_width(j), .max_lines = 3,
	    .colour = v.clear ? v.colour : FB_TEXT2 };
}

/* Of its lines below the first. */
static double
change_height(struct fb_journey *j, const struct fb_cell *c)
{
	struct fb_text t = change_of(j, c);
	struct fb_text_box box = fb_page_measure(j->cv->page, &t);

	return box.lines > 1 ? (box.lines - 1) * box.leading : 0;
}

static double
height_of(struct fb_journey *j, const struct fb_quote_style *style)
{
	double most = 0;

	for (size_t i = 0; i < j->nlows; i++) {
		const struct fb_cell *c = fb_journey_cell(j, j->lows[i]);
		const struct fb_quote *q[QUOTES];
		size_t n = fb_voices_by_ticket(c, j->cv->unredacted, q, QUOTES);
		double h = change_height(j, c);

		for (size_t k = 0; k < n; k++)
			h += fb_quote_height(j->cv, c, q[k], style) + GAP;
		most = fmax(most, h);
	}
	return most;
}

static void
draw_low(struct fb_journey *j, size_t i, const struct fb_quote_style *style,
    double y)
{
	const struct fb_cell *c = fb_journey_cell(j, j->lows[i]);
	struct fb_text change = change_of(j, c);
	const struct fb_quote *q[QUOTES];
	size_t n = fb_voices_by_ticket(c, j->cv->unredacted, q, QUOTES);
	double x = column_x(j, i), w = column_width(j);

	fb_page_tag(j->cv->page, FB_TAG_H2);
	fb_page_text(j->cv->page, &(struct fb_text){ .s = fb_journey_stage(j, c),
	    .role = FB_HEAD, .align = FB_LEFT, .width = w, .max_lines = 1 }, x, y);
	fb_page_untag(j->cv->page);
	fb_page_text(j->cv->page, &change, x, y + 12.5);
	y += HEAD + change_height(j, c);
	if (!n)
		fb_page_text(j->cv->page, &(struct fb_text){ .role = FB_NOTE,
		    .s = fb_no_voice(j->cv, c, NULL), .align = FB_LEFT,
		    .width = w }, x, y);
	for (size_t k = 0; k < n; k++)
		y += fb_draw_quote(j->cv, c, q[k], style, x + MARK, y) + GAP;
}

static void
draw_lows(struct fb_journey *j, double foot)
{
	struct fb_quote_style style = { FB_QUOTE, 0, LINES_MAX, true };
	double y = j->y + LEADER + 16;

	if (!j->nlows)
		return;
	style.width = column_width(j) - MARK;
	while (height_of(j, &style) > foot - y - HEAD && style.max_lines > 1)
		style.max_lines--;
	for (size_t i = 0; i < j->nlows; i++) {
		draw_leader(j, i);
		draw_low(j, i, &style, y);
	}
}

/* ---- and a high one ---- */

/* Of the best group that has words, whom chance puts first of those that are
 * not on the page; NULL when there is none. */
static const struct fb_quote *
high_voice(struct fb_journey *j)
{
	struct fb_canvas *cv = j->cv;
	const struct fb_quote *v[FB_HALVES_MAX], *best = NULL;
	bool turned = fb_groups_turned(cv->report, j->high);
	size_t n = fb_voices_by_ticket(j->high, cv->unredacted, v, FB_HALVES_MAX);

	for (size_t i = 0; i < n; i++) {
		int rank = fb_group_rank(j->high, v[i]->group);

		if (!fb_printed_has(&cv->printed, v[i]->id) && (!best ||
		    (turned ? -rank : rank) > (turned ? -1 : 1) *
		    fb_group_rank(j->high, best->group)))
			best = v[i];
	}
	return best ? best : n ? v[0] : NULL;
}

static void
draw_high(struct fb_journey *j, double y)
{
	struct fb_canvas *cv = j->cv;
	const struct fb_quote *q = high_voice(j);
	struct fb_quote_style style = { FB_QUOTE, FB_PAGE_CONTENT - W_HIGH - 54, 2,
	    false };
	double x = cv->left + W_HIGH + 30 + MARK;

	fb_canvas_rule(cv, y, 0.5, FB_HAIR);
	fb_canvas_head(cv, FB_TAG_H2, FB_SECTION, cv->left, y + 17,
	    fb_word(cv->words, "journey_high"));
	fb_page_text(cv->page, &(struct fb_text){ .role = FB_LABEL, .align = FB_LEFT,
	    .s = fb_journey_stage(j, j->high), .colour = FB_TEXT2, .width = W_HIGH,
	    .max_lines = 2 }, cv->left, y + 31);
	if (q && !fb_printed_has(&cv->printed, q->id))
		fb_draw_quote(cv, j->high, q, &style, x, y + 17);
	else
		fb_page_text(cv->page, &(struct fb_text){ .role = FB_NOTE,
		    .s = fb_no_voice(cv, j->high, q), .align = FB_LEFT,
		    .width = style.width }, x, y + 17);
}

static void
find_high(struct fb_journey *j)
{
	bool down = fb_str_eq(fb_name_better(j->cv->report, fb_journey_first(j)),
	    FB_LIT("down"));

	for (size_t i = 0; i < j->curve.stages.n; i++) {
		const struct fb_cell *c = fb_journey_cell(j, i);

		if (fb_stage_drawn(&j->curve.stages.v[i]) && (!j->high ||
		    (down ? c->value < j->high->value : c->value > j->high->value)))
			j->high = c;
	}
	for (size_t i = 0; i < j->nlows; i++)
		if (fb_journey_cell(j, j->lows[i]) == j->high)
			j->high = NULL;
}

/* ---- the page ---- */

static void
end_picture(struct fb_journey *j)
{
	const struct fb_cell **v = fb_arena_zalloc(&j->cv->report->mem,
	    j->curve.stages.n, sizeof *v);
	size_t n = 0;

	for (size_t i = 0; i < j->curve.stages.n; i++)
		if (j->curve.stages.v[i].cell)
			v[n++] = j->curve.stages.v[i].cell;
	fb_picture_end(j->cv, &(struct fb_picture){ .kind = FB_PICTURE_journey,
	    .cells = v, .n = n, .x = j->curve.x, .y = j->curve.y,
	    .w = j->curve.w, .h = j->curve.h });
}

static void
draw_page(struct fb_journey *j)
{
	struct fb_canvas *cv = j->cv;
	const struct fb_cell *any = fb_journey_first(j);
	const struct fb_title *given = fb_title_of_page(cv->report, "journey", any);
	fb_str title = given ? given->text : fb_journey_finding(j);
	double foot;

	fb_canvas_page(cv, cv->report->name, fb_period_words(cv, any->period_label,
	    FB_PERIOD_FULL), fb_journey_source(j), title);
	j->curve.y = fb_canvas_title(cv, FB_TITLE_PAGE, title,
	    given && given->deck.n ? given->deck : fb_journey_deck(j)) + TOP + 8;
	j->curve.x = cv->left + X_PLOT;
	fb_page_tag(cv->page, FB_TAG_FIGURE);
	fb_curve_draw(&j->curve);
	end_picture(j);
	j->y = j->curve.y + j->curve.h + fb_curve_foot(&j->curve) + 5;
	foot = cv->foot - (j->high ? HIGH : 0);
	sort_lows(j);
	draw_lows(j, foot - 6);
	if (j->high)
		draw_high(j, foot);
}

/* The curve of the first score that stands by stage. */
void
fb_page_journey(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct fb_journey j = { .cv = cv, .curve = { .cv = cv, .h = H_PLOT,
	    .w = FB_PAGE_CONTENT - X_PLOT } };
	size_t n, i = 0;
	struct fb_breakdown *v = fb_breakdowns(cv->report, f->period, &n);

	while (i < n && (!fb_breakdown_by(&v[i], FB_BY_STAGE) ||
	    fb_is_tally(v[i].rows[0])))
		i++;
	if (i == n)
		return;
	j.curve.stages = fb_stages_of(cv->report, v[i].rows[0]);
	if (fb_curve_knots(&j.curve.stages) < 2)
		return;
	fb_curve_setup(&j.curve);
	j.nlows = fb_curve_lows(&j.curve, j.lows, FB_JOURNEY_LOWS);
	find_high(&j);
	draw_page(&j);
}
