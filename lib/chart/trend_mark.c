/* trend_mark.c - what is marked on a trend: dated events, changes of level, and
 * last points that noise alone does not explain. */
#include <math.h>

#include "chart/periods.h"
#include "chart/trend.h"

enum { ROW = 12, APART = 13, LEADING = 9, LIST = 15 }; /* ROW: of words */

/* What the list may take of the plot's height, and what it leaves at least; a
 * list of the last mark alone leaves less. */
#define LIST_MOST 0.4
enum { PLOT_LEAST = 32, PLOT_ONE = 22 };

/* Is the event about one of the lines that are drawn? */
static bool
concerns(const struct fb_trend *t, const struct fb_event *e)
{
	for (size_t s = 0; s < t->nseries; s++)
		if (fb_event_fits(e, t->points[s][t->n[s] - 1]))
			return true;
	return false;
}

static void
add(struct fb_trend *t, struct fb_trend_mark m)
{
	t->marks = fb_grow(t->marks, &t->marks_cap, t->nmarks + 1, sizeof m);
	t->marks[t->nmarks++] = m;
}

/* Before a period's index: the place of marks between two periods. */
static bool
on_plot(const struct fb_trend *t, int32_t index)
{
	return index > t->first && index <= t->last;
}

static void
add_events(struct fb_trend *t)
{
	const struct fb_cell *c = t->points[0][t->n[0] - 1];
	struct fb_report *r = t->cv->report;

	for (size_t i = 0; i < r->nevents; i++) {
		const struct fb_event *e = &r->events[i];
		struct fb_period p = fb_period_of(c->period.unit, e->day);

		if (on_plot(t, p.index) && concerns(t, e))
			add(t, (struct fb_trend_mark){ FB_TREND_EVENT, p.index, 0,
			    FB_INK, e->text, e->day });
	}
}

static void
add_shift(struct fb_trend *t, const struct fb_shift *shift, size_t s)
{
	bool wide = !fb_str_eq(shift->from, shift->until);
	struct fb_period p;

	if (fb_period_parse(shift->at, &p) || !on_plot(t, p.index))
		return;
	add(t, (struct fb_trend_mark){ FB_TREND_SHIFT, p.index, s,
	    fb_trend_inks[s], fb_phrase(t->cv, wide ? "shift_between" : "shift",
	    (struct fb_slot[]){
	    { "name", fb_name_group(t->cv->report, t->points[s][t->n[s] - 1]) },
	    { "at", fb_period_words(t->cv, shift->at, FB_PERIOD_AXIS_YEAR) },
	    { "from", fb_period_words(t->cv, shift->from, FB_PERIOD_AXIS) },
	    { "until", fb_period_words(t->cv, shift->until, FB_PERIOD_AXIS) } }, 4),
	    0 });
}

/* Which of the rules the last point of a line meets. */
static void
add_rules(struct fb_trend *t, const struct fb_shift *shift, size_t s)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];
	struct fb_buf key = {0};

	for (int i = 0; i < FB_SHIFT_RULES && fb_trend_shown(c); i++) {
		if (!shift->rules[i])
			continue;
		key.n = 0;
		fb_buf_printf(&key, "rule_%d", i + 1);
		add(t, (struct fb_trend_mark){ FB_TREND_RULE, c->period.index, s,
		    FB_INK, fb_phrase(t->cv, fb_buf_cstr(&key),
		    (struct fb_slot[]){
		    { "name", fb_name_group(t->cv->report, c) },
		    { "at", fb_period_words(t->cv, c->period_label,
		      FB_PERIOD_AXIS_YEAR) } }, 2), 0 });
	}
	fb_buf_release(&key);
}

double
fb_trend_mark_x(const struct fb_trend *t, const struct fb_trend_mark *m)
{
	double x = fb_trend_x(t, m->index);

	return m->kind == FB_TREND_RULE ? x :
	    (x + fb_trend_x(t, m->index - 1)) / 2;
}

/* Events by their days; the list and its numbers go from left to right. */
static void
sort_events(struct fb_trend *t, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k && t->marks[k - 1].day > t->marks[k].day; k--) {
			struct fb_trend_mark m = t->marks[k];

			t->marks[k] = t->marks[k - 1];
			t->marks[k - 1] = m;
		}
}

/* Rows of words above the lines where they have room there and fit beside their
 * marks, else numbers. */
static bool
wants_numbers(const struct fb_trend *t)
{
	double most = (t->pw - 4) / 2;

	if ((double)t->nmarks * ROW > t->ph / (t->alone ? 3 : 2))
		return true;
	for (size_t i = 0; i < t->nmarks && t->alone; i++) {
		struct fb_text words = { .s = t->marks[i].words,
		    .role = FB_AXIS_BOLD };
		double x = fb_trend_mark_x(t, &t->marks[i]) - t->px;

		if (fb_page_measure(t->cv->page, &words).width >
		    fmax(most, fmax(x, t->pw - x) - 4))
			return true;
	}
	return false;
}

/* "1 new phone line (5 Dec 2025). 2 …" of the last n marks. */
static struct fb_text
list_text(const struct fb_trend *t)
{
	struct fb_buf b = {0}, day = {0};
	struct fb_text text = { .role = FB_NOTE, .align = FB_LEFT,
	    .width = t->list_w };

	for (size_t i = t->hidden; i < t->nmarks; i++) {
		const struct fb_trend_mark *m = &t->marks[i];

		day.n = 0;
		if (m->kind == FB_TREND_EVENT)
			fb_buf_add(&day, fb_period_at(t->cv, FB_DAY, m->day,
			    FB_PERIOD_AXIS_YEAR));
		fb_buf_adds(&b, b.n ? " \xc2\xa0 " : "");
		fb_say(&b, t->cv->words, day.n ? "mark_dated" : "mark",
		    (struct fb_slot[]){
		    { "n", fb_count_words(t->cv, i - t->hidden + 1) },
		    { "text", m->words }, { "day", fb_buf_str(&day) } }, 3);
	}
	if (t->hidden) {
		fb_buf_adds(&b, b.n ? " \xc2\xa0 " : "");
		fb_say(&b, t->cv->words, "marks_hidden", (struct fb_slot[]){
		    { "n", fb_count_words(t->cv, t->hidden) } }, 1);
	}
	text.s = fb_keep(t->cv, &b);
	fb_buf_release(&b);
	fb_buf_release(&day);
	return text;
}

static bool
is_long(const struct fb_trend *t, double h)
{
	double left = t->ph - h - LIST + LEADING;

	if (t->hidden + 1 == t->nmarks)
		return left < PLOT_ONE;
	return h > t->ph * LIST_MOST || left < PLOT_LEAST;
}

/* The earliest marks go where the list is too long. */
static void
make_list(struct fb_trend *t)
{
	struct fb_text text;
	double h;

	t->list_w = t->pw + t->px - t->list_x + (t->alone ? t->label : 0);
	do {
		text = list_text(t);
		h = fb_page_measure(t->cv->page, &text).height;
	} while (is_long(t, h) && t->hidden++ < t->nmarks);
	t->list = text.s;
	t->ph -= h + LIST - LEADING;
}

void
fb_trend_collect(struct fb_trend *t)
{
	const struct fb_beside *b = &t->cv->report->beside;

	add_events(t);
	sort_events(t, t->nmarks);
	for (size_t s = 0; s < t->nseries; s++)
		for (size_t i = 0; i < b->nshifts; i++) {
			if (!fb_beside_fits(&b->shifts[i].about,
			    t->points[s][t->n[s] - 1]))
				continue;
			if (b->shifts[i].signal)
				add_shift(t, &b->shifts[i], s);
			add_rules(t, &b->shifts[i], s);
		}
	t->numbered = t->nmarks && wants_numbers(t);
	if (t->numbered)
		make_list(t);
}

double
fb_trend_marks_height(const struct fb_trend *t)
{
	return t->numbered ? ROW : ROW * (double)t->nmarks;
}

/* Left of its line, or right of it where there is more room; across it when they
 * are longer. */
static void
put_words(struct fb_trend *t, const struct fb_trend_mark *m, double y)
{
	struct fb_text text = { .s = m->words, .role = FB_AXIS_BOLD,
	    .max_lines = 1, .align = FB_LEFT, .width = t->pw };
	double w = fb_page_measure(t->cv->page, &text).width;
	double x = fb_trend_mark_x(t, m);
	double at = x - t->px > t->pw / 2 ? fmax(x - 4 - w, t->px) :
	    fmin(x + 4, t->px + t->pw - w);

	fb_page_halo(t->cv->page, at - 2, y - 8, w + 4, 11);
	text.width = w + 1;
	fb_page_text(t->cv->page, &text, at, y);
}

/* "3", or "3–5" of marks that stand too near for a number each. */
static size_t
put_number(struct fb_trend *t, size_t i, double y)
{
	double x = fb_trend_mark_x(t, &t->marks[i]), last = x, w;
	struct fb_text text = { .role = FB_AXIS_BOLD, .align = FB_CENTRE };
	fb_str from, to;
	struct fb_buf b = {0};
	size_t k = i + 1;

	while (k < t->nmarks &&
	    fabs(fb_trend_mark_x(t, &t->marks[k]) - last) < APART)
		last = fb_trend_mark_x(t, &t->marks[k++]);
	from = fb_count_words(t->cv, i - t->hidden + 1);
	to = fb_count_words(t->cv, k - t->hidden);
	if (k > i + 2) {
		fb_say_range(&b, t->cv->words, from, to);
	} else {
		fb_buf_add(&b, from);
		if (k > i + 1)
			fb_say_more(&b, t->cv->words);
		fb_buf_add(&b, k > i + 1 ? to : FB_LIT(""));
	}
	text.s = fb_buf_str(&b);
	w = fb_page_measure(t->cv->page, &text).width;
	fb_page_halo(t->cv->page, (x + last - w) / 2 - 1, y - 7, w + 2, 9);
	fb_page_text(t->cv->page, &text, (x + last) / 2, y);
	fb_buf_release(&b);
	return k;
}

void
fb_trend_mark_words(struct fb_trend *t)
{
	double y = t->words;

	for (size_t i = t->hidden; i < t->nmarks; ) {
		if (t->numbered) {
			i = put_number(t, i, y);
			continue;
		}
		put_words(t, &t->marks[i++], y);
		y += ROW;
	}
	if (t->numbered)
		fb_page_text(t->cv->page, &(struct fb_text){ .s = t->list,
		    .role = FB_NOTE, .align = FB_LEFT, .width = t->list_w },
		    t->list_x, t->py + t->ph + 13 + LIST);
}
