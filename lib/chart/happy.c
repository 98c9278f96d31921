/* happy.c - where satisfied customers sound dissatisfied. */
#include <math.h>

#include "chart/pages.h"
#include "present/breakdown.h"

enum { BIG_MAX = 5, NOTE = 11, TOP = 22 };

struct happy {
	struct fb_canvas *cv;
	struct fb_columns quotes;
	size_t omitted, left; /* cells that have none; quotes without room */
	bool several;         /* periods, so each quote says its own */
};

/* "Would recommend", "Would recommend · Farms", behind them perhaps "· 2014" */
static fb_str
head_of(struct happy *h, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_buf_add(&b, fb_name_metric(h->cv->report, c));
	if (c->nby) {
		fb_buf_adds(&b, " \xc2\xb7 ");
		fb_buf_add(&b, fb_name_group(h->cv->report, c));
	}
	if (h->several) {
		fb_buf_adds(&b, " \xc2\xb7 ");
		fb_buf_add(&b, fb_period_words(h->cv, c->period_label,
		    FB_PERIOD_FULL));
	}
	s = fb_keep(h->cv, &b);
	fb_buf_release(&b);
	return s;
}

static bool
is_quoted(const struct happy *h, const struct fb_quote *q)
{
	for (size_t i = 0; i < h->quotes.n; i++)
		if (fb_str_eq(h->quotes.v[i].quote->id, q->id))
			return true;
	return false;
}

static void
take(struct happy *h, const struct fb_cell *c)
{
	const struct fb_quote *q[FB_HALVES_MAX];
	size_t n = fb_quotes_of(c, "happy_but", h->cv->unredacted, q, FB_HALVES_MAX);

	h->omitted += fb_voice_omits(c, "happy_but");
	for (size_t i = 0; i < n; i++)
		if (!is_quoted(h, q[i]) &&
		    !fb_columns_add(&h->quotes, c, q[i], head_of(h, c)))
			h->left++;
}

/* The totals in the report's order, then the groups. */
static void
take_all(struct happy *h, fb_str period)
{
	struct fb_report *r = h->cv->report;

	for (int groups = 0; groups < 2; groups++)
		for (size_t place = 0; place <= r->norder; place++)
			for (size_t i = 0; i < r->ncells; i++) {
				const struct fb_cell *c = &r->cells[i];

				if ((c->nby > 0) == groups &&
				    fb_str_eq(c->period_label, period) &&
				    fb_metric_place(r, c->metric) == place)
					take(h, c);
			}
}

static void
draw_note(struct happy *h, const char *key, size_t n, double y)
{
	if (n)
		fb_page_text(h->cv->page, &(struct fb_text){ .role = FB_NOTE,
		    .s = fb_phrase(h->cv, key, (struct fb_slot[]){
		    { "n", fb_count_words(h->cv, n) } }, 1), .align = FB_LEFT,
		    .width = FB_PAGE_CONTENT, .max_lines = 1 }, h->cv->left, y);
}

/* The period of all of them, "" of several. */
static fb_str
period_of(struct happy *h)
{
	return h->several ? FB_LIT("") : fb_period_words(h->cv,
	    h->quotes.v[0].cell->period_label, FB_PERIOD_FULL);
}

/* Of quotes that may stand on the last page already, which then has no room for
 * them again. */
static void
gather(struct happy *h, size_t n)
{
	struct fb_canvas *cv = h->cv;
	struct fb_printed page = cv->printed;

	cv->printed = (struct fb_printed){0};
	h->quotes.cv = cv;
	h->quotes.top = true;
	for (size_t i = 0; i < n; i++)
		take_all(h, fb_focus_at(cv->report, i).period);
	cv->printed = page;
	for (size_t i = 0; i < h->quotes.n; i++)
		if (fb_printed_has(&page, h->quotes.v[i].quote->id))
			cv->below = 0;
}

static double
notes_height(const struct happy *h)
{
	return NOTE * ((h->omitted > 0) + (h->left > 0));
}

static struct fb_section
section(struct happy *h)
{
	struct fb_canvas *cv = h->cv;
	const struct fb_title *given = fb_title_of_page(cv->report, "happy",
	    h->quotes.v[0].cell);
	struct fb_columns small = h->quotes;

	return (struct fb_section){ .running = cv->report->name,
	    .period = period_of(h), .source = fb_phrase(cv, "happy_source",
	    (struct fb_slot[]){ { "source", fb_source_words(cv) } }, 1),
	    .title = given ? given->text : fb_word(cv->words, "happy_title"),
	    .deck = given && given->deck.n ? given->deck :
	    fb_word(cv->words, "happy_deck"), .gap = 20,
	    .height = fb_columns_fit(&small, INFINITY) + TOP + notes_height(h) };
}

void
fb_page_happy(struct fb_canvas *cv, const struct fb_focus *f)
{
	size_t n = fb_focus_count(cv->report);
	struct happy h = { .cv = cv, .several = n > 1 };
	struct fb_section s;
	double y, notes;

	(void)f;
	gather(&h, n);
	if (!h.quotes.n)
		return;
	s = section(&h);
	h.quotes.big = h.quotes.n <= BIG_MAX && !fb_section_fits(cv, &s);
	y = fb_section_begin(cv, &s);
	fb_canvas_rule(cv, y - 6, 0.5, FB_HAIR);
	notes = cv->foot - notes_height(&h) + 4;
	fb_columns_fit(&h.quotes, notes - y - TOP);
	fb_columns_draw(&h.quotes, y + 2);
	draw_note(&h, "happy_omitted", h.omitted, notes);
	draw_note(&h, "happy_left", h.left, notes + (h.omitted ? NOTE : 0));
}
