/* alt_words.c - a picture in a few words. */
#include "chart/alt.h"

enum { SERIES_MAX = 4 }; /* of which each is told; of more the extremes */

static bool
is_shown(const struct fb_cell *c)
{
	return c->has_value && !fb_is_small(c);
}

/* The first, last, lowest and highest that are shown; false without any. */
struct ends {
	const struct fb_cell *first, *last, *low, *high;
};

static bool
find_ends(struct ends *e, const struct fb_cell *const *v, size_t n)
{
	*e = (struct ends){0};
	for (size_t i = 0; i < n; i++) {
		if (!is_shown(v[i]))
			continue;
		e->last = v[i];
		if (!e->first)
			e->first = e->low = e->high = v[i];
		if (v[i]->value < e->low->value)
			e->low = v[i];
		if (v[i]->value > e->high->value)
			e->high = v[i];
	}
	return e->first;
}

static fb_str
value_words(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_alt_value(&b, cv, c);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static fb_str
when(struct fb_canvas *cv, const struct fb_cell *c)
{
	return fb_period_words(cv, c->period_label, FB_PERIOD_AXIS_YEAR);
}

/* "36 ±3 at first, 31 ±3 at last (−5); lowest 31 ±3 (Oct 2026), …" */
static void
put_series(struct fb_buf *b, struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf diff = {0};
	struct ends e;
	size_t n;
	const struct fb_cell **v = fb_history(cv->report, c, &n);

	if (!find_ends(&e, v, n) || e.first == e.last) {
		fb_alt_value(b, cv, e.first ? e.first : c);
		return;
	}
	fb_show_diff(&diff, cv->words, c, e.last->value - e.first->value);
	fb_say(b, cv->words, "alt_series", (struct fb_slot[]){
	    { "first", value_words(cv, e.first) },
	    { "last", value_words(cv, e.last) }, { "diff", fb_buf_str(&diff) },
	    { "low", value_words(cv, e.low) }, { "low_when", when(cv, e.low) },
	    { "high", value_words(cv, e.high) },
	    { "high_when", when(cv, e.high) } }, 7);
	fb_buf_release(&diff);
}

/* "Highest 52 ±7 (Care homes), lowest 12 ±7 (Farms)" */
static void
put_extremes(struct fb_buf *b, struct fb_canvas *cv, const struct fb_picture *p)
{
	struct ends e;
	fb_str low = FB_LIT(""), high = FB_LIT("");

	if (!find_ends(&e, p->cells, p->n)) {
		fb_buf_add(b, fb_word(cv->words, "few_answers"));
		return;
	}
	for (size_t i = 0; i < p->n; i++) {
		low = p->cells[i] == e.low ? fb_alt_name(cv, p->cells, i) : low;
		high = p->cells[i] == e.high ? fb_alt_name(cv, p->cells, i) : high;
	}
	fb_buf_add(b, fb_sentence(cv, "alt_extremes", (struct fb_slot[]){
	    { "high", value_words(cv, e.high) }, { "high_name", high },
	    { "low", value_words(cv, e.low) }, { "low_name", low } }, 4));
}

/* "13 months, Oct 2025 – Oct 2026", or the period. */
static void
put_when(struct fb_buf *b, struct fb_canvas *cv, const struct fb_picture *p)
{
	const struct fb_cell *c = p->cells[0], *first = c;
	size_t most = 1, n;

	for (size_t i = 0; p->over_time && i < p->n; i++) {
		const struct fb_cell **v = fb_history(cv->report, p->cells[i], &n);

		if (n && v[0]->period.index < first->period.index)
			first = v[0];
		most = n > most ? n : most;
	}
	if (most < 2 || !c->has_period) {
		fb_buf_add(b, when(cv, c));
		return;
	}
	fb_show_span(b, cv->words, c->period.unit, most);
	fb_say_more(b, cv->words);
	fb_say_range(b, cv->words, when(cv, first), when(cv, c));
}

static fb_str
head(struct fb_canvas *cv, const struct fb_picture *p)
{
	struct fb_buf b = {0};
	fb_str s;

	put_when(&b, cv, p);
	s = fb_phrase(cv, "alt_picture", (struct fb_slot[]){
	    { "kind", fb_word_at(cv->words, "alt_kinds", p->kind) },
	    { "measure", fb_name_metric(cv->report, p->cells[0]) },
	    { "when", fb_buf_str(&b) } }, 3);
	fb_buf_release(&b);
	return s;
}

static void
put_cells(struct fb_buf *b, struct fb_canvas *cv, const struct fb_picture *p)
{
	struct fb_buf one = {0};

	if (p->n > 1 && (!p->over_time || p->n > SERIES_MAX)) {
		put_extremes(&one, cv, p);
		fb_say_sentence(b, cv->words, fb_buf_str(&one));
		fb_buf_release(&one);
		return;
	}
	for (size_t i = 0; i < p->n; i++) {
		struct fb_buf of = {0};

		one.n = 0;
		if (p->over_time)
			put_series(&one, cv, p->cells[i]);
		else
			fb_alt_now(&one, cv, p->cells[i]);
		fb_say_of(&of, cv->words, fb_alt_name(cv, p->cells, i),
		    fb_buf_str(&one));
		fb_say_sentence(b, cv->words, fb_buf_str(&of));
		fb_buf_release(&of);
	}
	fb_buf_release(&one);
}

static bool
has_table(const struct fb_picture *p)
{
	return p->over_time || p->n > 1;
}

static void
tell(struct fb_canvas *cv, const struct fb_picture *p)
{
	struct fb_buf b = {0};

	fb_say_sentence(&b, cv->words, head(cv, p));
	put_cells(&b, cv, p);
	if (p->also.n) {
		fb_say_next(&b, cv->words);
		fb_buf_add(&b, p->also);
	}
	if (has_table(p)) {
		fb_say_next(&b, cv->words);
		fb_buf_add(&b, fb_word(cv->words, "alt_table"));
	}
	fb_page_told(cv->page, fb_buf_str(&b), FB_LIT(""));
	fb_buf_release(&b);
}

void
fb_picture_end(struct fb_canvas *cv, const struct fb_picture *p)
{
	if (fb_page_has_tree(cv->page))
		tell(cv, p);
	else
		fb_alt_cells(cv, p->cells, p->n, p->over_time);
	fb_page_untag(cv->page);
	if (fb_page_has_tree(cv->page) && has_table(p))
		fb_picture_table(cv, p);
}
