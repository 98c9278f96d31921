/* disagree.c - where what customers write and the number point apart. */
#include <math.h>

#include "chart/pages.h"
#include "present/breakdown.h"

enum {
	W_LEFT = 142, X_RIGHT = 172, W_RIGHT = 327, MARK = 24, QUOTES = 2, SEEN = 12,
	LINES = 5, GAP = 13, HEAD = 20, LEFT_HIGH = 66, MOST = 12, ALIKE = 4,
	NEXT = 16, LEFT = 12, PAGES = 2,
};

/* Numbers of which the same is said about the same group: its answers counted in
 * several ways. */
struct block {
	const struct fb_cell *v[ALIKE];
	size_t n;
	fb_str said;
};

struct disagree {
	struct fb_canvas *cv;
	fb_str period;
	struct block blocks[MOST];
	size_t n, left; /* left: those beyond the most that are drawn */
};

static bool
is_flagged(const struct fb_cell *c)
{
	return fb_voice_flag(c, "text_score_disagree") ||
	    fb_voice_flag(c, "voices_differ");
}

static fb_str
sentences(struct disagree *d, const struct fb_cell *c)
{
	struct fb_canvas *cv = d->cv;
	bool down = fb_str_eq(fb_name_better(cv->report, c), FB_LIT("down"));
	struct fb_buf b = {0};
	fb_str s;

	if (fb_voice_flag(c, "text_score_disagree"))
		fb_say(&b, cv->words, !c->prev.ok ? "disagree_text" :
		    (c->prev.diff > 0) != down ? "disagree_better" :
		    "disagree_worse", (struct fb_slot[]){ { "period",
		    fb_period_words(cv, c->prev.period, FB_PERIOD_FULL) } }, 1);
	if (fb_voice_flag(c, "voices_differ")) {
		fb_say_next(&b, cv->words);
		fb_say(&b, cv->words, "disagree_voices", (struct fb_slot[]){
		    { "eligible", fb_count_words(cv, c->voice.eligible) },
		    { "n", fb_count_words(cv, c->n) } }, 2);
	}
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static void
take(struct disagree *d, const struct fb_cell *c)
{
	fb_str said = sentences(d, c);

	for (size_t i = 0; i < d->n; i++) {
		struct block *b = &d->blocks[i];

		if (b->n < ALIKE && fb_str_eq(b->said, said) &&
		    fb_str_eq(b->v[0]->by_json, c->by_json)) {
			b->v[b->n++] = c;
			return;
		}
	}
	if (d->n < MOST)
		d->blocks[d->n++] = (struct block){ { c }, 1, said };
	else
		d->left++;
}

/* Totals in the order of the report, then groups of customers. */
static void
collect(struct disagree *d)
{
	const struct fb_report *r = d->cv->report;

	for (int groups = 0; groups < 2; groups++)
		for (size_t place = 0; place <= r->norder; place++)
			for (size_t i = 0; i < r->ncells; i++) {
				const struct fb_cell *c = &r->cells[i];

				if ((c->nby > 0) == groups && is_flagged(c) &&
				    !fb_is_by_rules(c) &&
				    fb_str_eq(c->period_label, d->period) &&
				    fb_metric_place(r, c->metric) == place)
					take(d, c);
			}
}

/* ---- a block: the number at the left, what speaks against it at the right ---- */

static struct fb_text
sentence_text(fb_str s)
{
	return (struct fb_text){ .s = s, .role = FB_BODY, .align = FB_LEFT,
	    .width = W_RIGHT };
}

static const struct fb_quote_style style = { FB_QUOTE, W_RIGHT - MARK, LINES, false };

/* Those with the smallest tickets that do not stand on this page yet. */
static size_t
fresh(struct disagree *d, const struct fb_cell *c, const struct fb_quote **q)
{
	const struct fb_quote *all[SEEN];
	size_t n = fb_voices_by_ticket(c, d->cv->unredacted, all, SEEN), k = 0;

	for (size_t i = 0; i < n && k < QUOTES; i++)
		if (!fb_printed_has(&d->cv->printed, all[i]->id))
			q[k++] = all[i];
	return k;
}

/* Instead of quotes that all stand above. */
static struct fb_text
same_text(struct disagree *d)
{
	return (struct fb_text){ .s = fb_word(d->cv->words, "disagree_same"),
	    .role = FB_NOTE, .align = FB_LEFT, .width = W_RIGHT };
}

static double
right_height(struct disagree *d, const struct block *b)
{
	const struct fb_cell *c = b->v[0];
	const struct fb_quote *q[QUOTES];
	size_t n = fresh(d, c, q);
	struct fb_text t = sentence_text(b->said), same = same_text(d);
	double h = fb_page_measure(d->cv->page, &t).height + 8;

	for (size_t i = 0; i < n; i++)
		h += fb_quote_height(d->cv, c, q[i], &style) + GAP;
	if (!n && c->nquotes)
		h += fb_page_measure(d->cv->page, &same).height + GAP;
	return h;
}

/* A number, its interval and its change. */
static void
draw_number(struct fb_canvas *cv, const struct fb_cell *c, double y)
{
	struct fb_buf value = {0}, margin = {0};
	double w;

	fb_show_value(&value, cv->words, c);
	fb_show_margin(&margin, cv->words, c);
	fb_page_tag(cv->page, FB_TAG_P);
	w = fb_canvas_put(cv, FB_VALUE, cv->left, y, FB_LEFT, 0,
	    fb_keep(cv, &value));
	fb_canvas_put(cv, FB_INTERVAL, cv->left + w + 5, y, FB_LEFT, 0,
	    fb_keep(cv, &margin));
	fb_draw_change(cv, c, &c->prev, cv->left, y + 19);
	fb_page_untag(cv->page);
	fb_buf_release(&value);
	fb_buf_release(&margin);
}

/* The numbers one below the other. Gives the height. */
static double
left_side(struct disagree *d, const struct block *b, double y, bool draw)
{
	struct fb_canvas *cv = d->cv;
	double top = y;

	for (size_t i = 0; i < b->n; i++) {
		const struct fb_cell *c = b->v[i];
		struct fb_text name = { .s = fb_cell_name(cv, c),
		    .role = FB_NAME, .align = FB_LEFT, .width = W_LEFT,
		    .max_lines = 2 };

		y += i ? NEXT : 0;
		if (draw)
			fb_page_tag(cv->page, FB_TAG_H2);
		y += (draw ? fb_page_text(cv->page, &name, cv->left, y) :
		    fb_page_measure(cv->page, &name)).height + 10;
		if (draw)
			fb_page_untag(cv->page);
		if (fb_is_small(c))
			continue;
		if (draw)
			draw_number(cv, c, y);
		y += 19 + 16;
	}
	return y - top;
}

static void
draw_right(struct disagree *d, const struct block *b, double y)
{
	const struct fb_cell *c = b->v[0];
	const struct fb_quote *q[QUOTES];
	size_t n = fresh(d, c, q);
	struct fb_text t = sentence_text(b->said), same = same_text(d);
	double x = d->cv->left + X_RIGHT;

	y += fb_page_text(d->cv->page, &t, x, y).height + 8;
	for (size_t i = 0; i < n; i++)
		y += fb_draw_quote(d->cv, c, q[i], &style, x + MARK, y) + GAP;
	if (!n && c->nquotes)
		fb_page_text(d->cv->page, &same, x, y);
}

static double
block_height(struct disagree *d, const struct block *b)
{
	return fmax(fmax(LEFT_HIGH, left_side(d, b, 0, false)),
	    right_height(d, b)) + HEAD;
}

/* ---- the pages ---- */

static struct fb_section
section(struct disagree *d)
{
	struct fb_canvas *cv = d->cv;
	const struct fb_title *given = fb_title_of_page(cv->report, "disagree",
	    d->blocks[0].v[0]);
	struct fb_section s = { .running = cv->report->name, .gap = 18,
	    .period = fb_period_words(cv, d->period, FB_PERIOD_FULL),
	    .source = fb_phrase(cv, "disagree_source", (struct fb_slot[]){
	    { "source", fb_source_words(cv) } }, 1),
	    .title = given ? given->text : fb_word(cv->words, "disagree_title"),
	    .deck = given && given->deck.n ? given->deck :
	    fb_word(cv->words, "disagree_deck"), .height = d->left ? LEFT : 0 };

	for (size_t i = 0; i < d->n; i++)
		s.height += block_height(d, &d->blocks[i]);
	return s;
}

/* Another page of it. */
static double
next_page(struct fb_canvas *cv, const struct fb_section *s)
{
	fb_canvas_page(cv, s->running, s->period, s->source, FB_LIT(""));
	return fb_canvas_title(cv, FB_TITLE_PAGE, s->title, FB_LIT("")) + s->gap;
}

void
fb_page_disagree(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct disagree d = { .cv = cv, .period = f->period };
	struct fb_section s;
	int pages = 1;
	double y, h;

	collect(&d);
	if (!d.n)
		return;
	s = section(&d);
	y = fb_section_begin(cv, &s);
	for (size_t i = 0; i < d.n; i++, y += h) {
		const struct block *b = &d.blocks[i];

		h = block_height(&d, b);
		if (i && y + h > cv->foot - LEFT) {
			if (pages++ == PAGES) {
				d.left += d.n - i;
				break;
			}
			y = next_page(cv, &s);
			h = block_height(&d, b);
		}
		fb_canvas_rule(cv, y, i ? 0.5 : 0.8, i ? FB_HAIR : FB_INK);
		left_side(&d, b, y + HEAD, true);
		draw_right(&d, b, y + HEAD);
	}
	if (d.left)
		fb_canvas_put(cv, FB_NOTE, cv->left, y, FB_LEFT, 0,
		    fb_phrase(cv, "happy_left", (struct fb_slot[]){
		    { "n", fb_count_words(cv, d.left) } }, 1));
	fb_section_end(cv, y + (d.left ? LEFT : 0), s.period);
}
