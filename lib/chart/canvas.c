/* canvas.c - the grid of a page: head, title, foot. */
#include "chart/canvas.h"
#include "present/funnel.h"
#include "text/icu.h"
#include "text/sentences.h"

enum { HEAD_BASE = 40, FOOT = 51, SIDE_LINES = 2, DECK_LINES = 3, DECK_WIDTH = 470 };

fb_str
fb_keep(struct fb_canvas *cv, struct fb_buf *b)
{
	fb_str s = fb_arena_copy(&cv->report->mem, fb_buf_str(b));

	b->n = 0;
	return s;
}

fb_str
fb_phrase(struct fb_canvas *cv, const char *key, const struct fb_slot *slots,
    size_t n)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_say(&b, cv->words, key, slots, n);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_sentence(struct fb_canvas *cv, const char *key, const struct fb_slot *slots,
    size_t n)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_put_sentence(&b, fb_phrase(cv, key, slots, n));
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_period_words(struct fb_canvas *cv, fb_str label, enum fb_period_form form)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_show_period(&b, cv->words, label, form);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static fb_str
begun(struct fb_canvas *cv, fb_str words)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_put_sentence(&b, words);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_period_head(struct fb_canvas *cv, fb_str label, enum fb_period_form form)
{
	return begun(cv, fb_period_words(cv, label, form));
}

fb_str
fb_in_period_words(struct fb_canvas *cv, fb_str label)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_show_in_period(&b, cv->words, label);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_count_words(struct fb_canvas *cv, uint64_t n)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_show_count(&b, cv->words, n);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_source_words(struct fb_canvas *cv)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_put_source(&b, cv->report);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

double
fb_canvas_put(struct fb_canvas *cv, enum fb_role role, double x, double y,
    enum fb_align align, fb_colour colour, fb_str s)
{
	return fb_page_text(cv->page, &(struct fb_text){ .s = s, .role = role,
	    .align = align, .colour = colour, .max_lines = 1 }, x, y).width;
}

void
fb_canvas_head(struct fb_canvas *cv, enum fb_page_tag tag, enum fb_role role,
    double x, double y, fb_str s)
{
	fb_page_tag(cv->page, tag);
	fb_canvas_put(cv, role, x, y, FB_LEFT, 0, s);
	fb_page_untag(cv->page);
}

void
fb_canvas_rule_part(struct fb_canvas *cv, double x, double y, double length,
    double width, fb_colour colour)
{
	fb_page_line(cv->page, (struct fb_pen){ colour, width, 0 }, x, y,
	    x + length, y);
}

void
fb_canvas_rule(struct fb_canvas *cv, double y, double width, fb_colour colour)
{
	fb_canvas_rule_part(cv, cv->left, y, FB_PAGE_CONTENT, width, colour);
}

static void
head(struct fb_canvas *cv, fb_str running, fb_str period)
{
	fb_str org = cv->report->org.n ? cv->report->org :
	    fb_word(cv->words, "no_org");
	double right = cv->left + FB_PAGE_CONTENT;
	double w, room;

	if (cv->unredacted && cv->report->nunmasked)
		running = fb_phrase(cv, "running_unredacted",
		    (struct fb_slot[]){ { "running", running } }, 1);
	fb_page_aside(cv->page, true);
	room = FB_PAGE_CONTENT - fb_canvas_put(cv, FB_RUNNING, right, HEAD_BASE,
	    FB_RIGHT, 0, period) - 12;
	w = fb_page_text(cv->page, &(struct fb_text){ .s = org,
	    .role = FB_RUNNING_BOLD, .align = FB_LEFT, .width = room / 2,
	    .max_lines = 1 }, cv->left, HEAD_BASE).width + 7;
	fb_page_text(cv->page, &(struct fb_text){ .s = running,
	    .role = FB_RUNNING, .align = FB_LEFT, .width = room - w,
	    .max_lines = 1 }, cv->left + w, HEAD_BASE);
	fb_page_aside(cv->page, false);
	fb_canvas_rule(cv, HEAD_BASE + 6, 0.8, FB_INK);
}

/* What is too long for two lines loses whole sentences at its end. */
static void
draw_source(struct fb_canvas *cv, double y)
{
	struct fb_cuts ends = {0};
	struct fb_text t = { .s = cv->source, .role = FB_SOURCE,
	    .align = FB_LEFT, .width = 462, .max_lines = SIDE_LINES };

	fb_sentences_find(&ends, t.s, 0);
	for (size_t i = ends.n; i-- > 1 && fb_page_measure(cv->page, &t).cut; )
		t.s.n = ends.at[i - 1];
	if (fb_page_measure(cv->page, &t).cut)
		t.s = cv->source;
	fb_page_aside(cv->page, fb_str_eq(cv->source, cv->told));
	fb_page_text(cv->page, &t, cv->left, y);
	cv->told = cv->source;
	fb_cuts_release(&ends);
}

static void
draw_number(struct fb_canvas *cv, double y)
{
	struct fb_buf number = {0};

	fb_buf_printf(&number, "%d", fb_page_count(cv->page));
	fb_page_aside(cv->page, true);
	fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&number),
	    .role = FB_RUNNING_BOLD, .align = FB_RIGHT }, cv->left +
	    FB_PAGE_CONTENT, y);
	fb_page_aside(cv->page, false);
	fb_buf_release(&number);
}

/* What the first page says of the whole report. */
static struct fb_text
front_text(struct fb_canvas *cv)
{
	struct fb_buf b = {0};
	struct fb_text t = { .role = FB_NOTE, .align = FB_LEFT,
	    .width = FB_PAGE_CONTENT };

	if (cv->front && fb_page_count(cv->page) == 1)
		fb_put_front(&b, cv->report);
	t.s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return t;
}

static double
front_height(struct fb_canvas *cv)
{
	struct fb_text t = front_text(cv);

	return t.s.n ? fb_page_measure(cv->page, &t).height + 6 : 0;
}

/* The source is a paragraph, as it says where these numbers come from and how
 * these quotes were drawn; where it only repeats that of the page before, it
 * stands in no element, like the head and the number of the page. */
void
fb_canvas_end(struct fb_canvas *cv)
{
	double y = fb_page_height(cv->page) - FOOT;
	struct fb_text t = front_text(cv);

	if (!cv->source.n)
		return;
	fb_notes_draw(cv);
	if (t.s.n)
		fb_page_text(cv->page, &t, cv->left, y - front_height(cv) + 11);
	fb_canvas_rule(cv, y, 0.5, FB_HAIR);
	draw_source(cv, y + 11);
	draw_number(cv, y + 11);
	cv->source = FB_LIT("");
}

void
fb_canvas_page(struct fb_canvas *cv, fb_str running, fb_str period,
    fb_str source, fb_str entry)
{
	struct fb_buf label = {0};

	fb_canvas_end(cv);
	fb_buf_printf(&label, "%d", fb_page_count(cv->page) + 1);
	fb_page_next(cv->page, fb_buf_cstr(&label));
	cv->below = 0;
	fb_buf_adds(&label, "-page");
	fb_page_dest(cv->page, fb_buf_str(&label), 0, 0);
	if (entry.n)
		fb_page_outline(cv->page, cv->section, entry, fb_buf_str(&label));
	fb_buf_release(&label);
	fb_printed_release(&cv->printed);
	cv->left = (fb_page_width(cv->page) - FB_PAGE_CONTENT) / 2;
	cv->foot = fb_page_height(cv->page) - FOOT - front_height(cv);
	cv->source = source;
	head(cv, running, begun(cv, period));
}

/* A last line of a word or two makes all of them shorter. */
static struct fb_text_box
draw_deck(struct fb_canvas *cv, fb_str deck, double y)
{
	struct fb_text t = { .s = deck, .role = FB_DECK, .align = FB_LEFT,
	    .width = DECK_WIDTH, .max_lines = DECK_LINES };
	struct fb_text_box box = fb_page_measure(cv->page, &t);

	t.balanced = box.lines > 1 && box.last < DECK_WIDTH / 5.0;
	return fb_page_text(cv->page, &t, cv->left, y);
}

double
fb_canvas_title(struct fb_canvas *cv, enum fb_role role, fb_str title,
    fb_str deck)
{
	struct fb_text_box box;
	double y;

	fb_page_tag(cv->page, FB_TAG_H1);
	box = fb_page_text(cv->page, &(struct fb_text){ .s = title, .role = role,
	    .align = FB_LEFT, .width = FB_PAGE_CONTENT, .balanced = true,
	    .max_lines = 3 }, cv->left, FB_TITLE_BASE);
	fb_page_untag(cv->page);
	y = FB_TITLE_BASE + (box.lines - 1) * box.leading;
	if (!deck.n)
		return y + 10;
	fb_page_tag(cv->page, FB_TAG_P);
	box = draw_deck(cv, deck, y + 20);
	fb_page_untag(cv->page);
	return y + 20 + (box.lines - 1) * box.leading + 5;
}
