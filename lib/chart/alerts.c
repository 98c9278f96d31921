/* alerts.c - records that a person should see soon, in front of all else. */
#include <math.h>
#include <stdlib.h>

#include "chart/pages.h"
#include "text/icu.h"

enum {
	W_LEFT = 142, X_RIGHT = 172, W_RIGHT = 327, MARK = 24,
	GAP = 4, HEAD = 20, MOST = 40, LINES = 40, LEAST = 14,
};

struct alerts {
	struct fb_canvas *cv;
	const struct fb_letter **v;
	size_t n, shown;
	struct fb_quote_style style;
	double y;
};

/* By reason, then by date and id. */
static int
by_reason(const void *a, const void *b)
{
	const struct fb_letter *x = *(const struct fb_letter *const *)a;
	const struct fb_letter *y = *(const struct fb_letter *const *)b;
	int d = fb_str_cmp(x->alert, y->alert);

	if (!d)
		d = fb_str_cmp(x->quote.date, y->quote.date);
	return d ? d : fb_str_cmp(x->quote.id, y->quote.id);
}

static void
collect(struct alerts *t)
{
	const struct fb_report *r = t->cv->report;

	t->v = fb_arena_zalloc(&t->cv->report->mem, r->nletters, sizeof *t->v);
	for (size_t i = 0; i < r->nletters; i++)
		if (r->letters[i].alert.n &&
		    fb_may_print(&r->letters[i].quote, t->cv->unredacted))
			t->v[t->n++] = &r->letters[i];
	if (t->n)
		qsort(t->v, t->n, sizeof *t->v, by_reason);
	t->shown = t->n < MOST ? t->n : MOST;
}

/* ---- a record ---- */

static bool
same_reason(const struct alerts *t, size_t i)
{
	return i && fb_str_eq(t->v[i]->alert, t->v[i - 1]->alert);
}

static size_t
count_reason(const struct alerts *t, size_t i)
{
	size_t n = 0;

	for (size_t k = 0; k < t->n; k++)
		n += fb_str_eq(t->v[k]->alert, t->v[i]->alert);
	return n;
}

static fb_str
reason_words(struct alerts *t, size_t i)
{
	struct fb_buf list = {0}, b = {0};
	fb_str s;

	fb_put_listed(&list, t->cv->report, t->v[i]->alert);
	fb_put_sentence(&b, fb_buf_str(&list));
	s = fb_keep(t->cv, &b);
	fb_buf_release(&list);
	fb_buf_release(&b);
	return s;
}

static struct fb_text
left_text(fb_str s, enum fb_role role, fb_colour colour)
{
	return (struct fb_text){ .s = s, .role = role, .align = FB_LEFT,
	    .colour = colour, .width = W_LEFT, .max_lines = 2 };
}

/* The reason and how many there are of it, where it begins or a page does; the
 * record's own title. Gives the height. */
static double
left_side(struct alerts *t, size_t i, bool fresh, double y, bool draw)
{
	struct fb_page *p = t->cv->page;
	struct fb_text v[] = {
	    left_text(reason_words(t, i), FB_HEAD, FB_RED),
	    left_text(fb_phrase(t->cv, "alerts_of_reason", (struct fb_slot[]){
	      { "n", fb_count_words(t->cv, count_reason(t, i)) } }, 1), FB_NOTE, 0),
	    left_text(t->v[i]->title, FB_LABEL, 0) };
	double top = y;

	for (size_t k = fresh ? 0 : 2; k < 3; k++) {
		if (!v[k].s.n || (k == 1 && count_reason(t, i) < 2))
			continue;
		if (draw)
			fb_page_tag(p, k ? FB_TAG_P : FB_TAG_H2);
		y += draw ? fb_page_text(p, &v[k], t->cv->left, y).height :
		    fb_page_measure(p, &v[k]).height;
		if (draw)
			fb_page_untag(p);
	}
	return y - top;
}

static double
block_height(struct alerts *t, size_t i, bool fresh)
{
	return fmax(left_side(t, i, fresh, 0, false), fb_quote_height(t->cv, NULL,
	    &t->v[i]->quote, &t->style)) + HEAD + GAP;
}

static void
draw_block(struct alerts *t, size_t i, bool fresh, double y)
{
	struct fb_canvas *cv = t->cv;

	if (fresh)
		fb_canvas_rule(cv, y, 0.8, FB_INK);
	else
		fb_canvas_rule_part(cv, cv->left + X_RIGHT, y, W_RIGHT, 0.5,
		    FB_HAIR);
	y += HEAD;
	left_side(t, i, fresh, y, true);
	fb_draw_quote(cv, NULL, &t->v[i]->quote, &t->style,
	    cv->left + X_RIGHT + MARK, y);
}

/* ---- pages ---- */

static fb_str
counted(struct alerts *t, const char *one, const char *many, size_t n)
{
	return fb_phrase(t->cv, n == 1 ? one : many, (struct fb_slot[]){
	    { "n", fb_count_words(t->cv, n) } }, 1);
}

/* Of the report, else the only one that it is about. */
static fb_str
period_words(struct fb_canvas *cv)
{
	fb_str period = cv->report->period;

	if (!period.n && fb_focus_count(cv->report) == 1)
		period = fb_focus_at(cv->report, 0).period;
	return period.n ? fb_period_words(cv, period, FB_PERIOD_FULL) : FB_LIT("");
}

static void
begin_page(struct alerts *t, bool first)
{
	struct fb_canvas *cv = t->cv;
	fb_str title = counted(t, "alerts_title_one", "alerts_title", t->n);

	fb_canvas_page(cv, cv->report->name, period_words(cv),
	    fb_word(cv->words, "alerts_source"), first ? title : FB_LIT(""));
	t->y = fb_canvas_title(cv, FB_TITLE_PAGE, title, first ?
	    fb_word(cv->words, "alerts_deck") : FB_LIT("")) + 18;
}

static bool
fits(struct alerts *t)
{
	double y = t->y;

	for (size_t i = 0; i < t->shown; i++)
		y += block_height(t, i, !same_reason(t, i));
	return y <= t->cv->foot && t->shown == t->n;
}

/* Large where all of them fit on the page that was begun; else as much of each
 * as lets them fit, or a few lines on as many pages as it takes. */
static void
choose_style(struct alerts *t)
{
	t->style = (struct fb_quote_style){ FB_QUOTE_BIG, W_RIGHT - MARK, LINES,
	    false };
	if (fits(t))
		return;
	t->style.role = FB_QUOTE;
	while (t->style.max_lines > LEAST && !fits(t))
		t->style.max_lines--;
}

void
fb_page_alerts(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct alerts t = { .cv = cv };

	(void)f;
	collect(&t);
	if (!t.n)
		return;
	begin_page(&t, true);
	choose_style(&t);
	for (size_t i = 0; i < t.shown; i++) {
		bool fresh = !same_reason(&t, i);

		if (i && t.y + block_height(&t, i, fresh) > cv->foot) {
			begin_page(&t, false);
			fresh = true;
		}
		draw_block(&t, i, fresh, t.y);
		t.y += block_height(&t, i, fresh);
	}
	if (t.n > MOST && t.y + 10 < cv->foot)
		fb_canvas_put(cv, FB_NOTE, cv->left, t.y, FB_LEFT, FB_RED,
		    counted(&t, "alerts_more", "alerts_more", t.n - MOST));
}
