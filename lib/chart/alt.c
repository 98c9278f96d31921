/* alt.c - the numbers of a chart as text. */
#include "chart/alt.h"

void
fb_alt_value(struct fb_buf *b, struct fb_canvas *cv, const struct fb_cell *c)
{
	size_t was;

	if (!c->has_value || fb_is_small(c)) {
		fb_buf_add(b, fb_word(cv->words, "few_answers"));
		return;
	}
	fb_show_value(b, cv->words, c);
	fb_buf_addc(b, ' ');
	was = b->n;
	fb_show_margin(b, cv->words, c);
	b->n -= b->n == was;
}

static void
put_points(struct fb_buf *b, struct fb_canvas *cv, const struct fb_cell *c)
{
	size_t n;
	const struct fb_cell **points = fb_history(cv->report, c, &n);

	for (size_t i = 0; i < n; i++) {
		fb_say_more(b, cv->words);
		fb_show_period(b, cv->words, points[i]->period_label,
		    FB_PERIOD_AXIS_YEAR);
		fb_buf_addc(b, ' ');
		fb_alt_value(b, cv, points[i]);
	}
}

static void
put_shares(struct fb_buf *b, struct fb_canvas *cv, const struct fb_cell *c)
{
	uint64_t all = 0;

	for (size_t i = 0; i < c->ngroups; i++)
		all += c->group_n[i];
	for (size_t i = 0; i < c->ngroups && all; i++) {
		fb_say_more(b, cv->words);
		fb_buf_add(b, fb_group_words(cv->report, c, i));
		fb_buf_addc(b, ' ');
		fb_show_share(b, cv->words, (double)c->group_n[i] / (double)all);
	}
}

void
fb_alt_now(struct fb_buf *b, struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_cell before = *c;

	fb_alt_value(b, cv, c);
	if (fb_is_small(c))
		return;
	if (c->has_n && !fb_is_tally(c)) {
		fb_say_more(b, cv->words);
		fb_say(b, cv->words, "n_equals", (struct fb_slot[]){
		    { "n", fb_count_words(cv, c->n) } }, 1);
	}
	if (c->prev.ok) {
		before.value = c->prev.value;
		fb_say_more(b, cv->words);
		fb_show_period(b, cv->words, c->prev.period, FB_PERIOD_AXIS_YEAR);
		fb_buf_addc(b, ' ');
		fb_show_value(b, cv->words, &before);
	}
	put_shares(b, cv, c);
}

fb_str
fb_alt_name(struct fb_canvas *cv, const struct fb_cell *const *cells, size_t i)
{
	return fb_str_eq(cells[i]->metric, cells[0]->metric) ?
	    fb_name_group(cv->report, cells[i]) :
	    fb_name_metric(cv->report, cells[i]);
}

void
fb_alt_cells(struct fb_canvas *cv, const struct fb_cell *const *cells, size_t n,
    bool over_time)
{
	struct fb_buf b = {0}, list = {0}, numbers = {0};

	for (size_t i = 0; i < n; i++) {
		numbers.n = 0;
		if (over_time)
			put_points(&numbers, cv, cells[i]);
		else
			fb_alt_now(&numbers, cv, cells[i]);
		fb_say_apart(&list, cv->words);
		fb_say_of(&list, cv->words, fb_alt_name(cv, cells, i),
		    fb_buf_str(&numbers));
	}
	if (n)
		fb_say_sentence(&b, cv->words, fb_name_metric(cv->report, cells[0]));
	fb_say_next(&b, cv->words);
	fb_buf_add(&b, fb_buf_str(&list));
	fb_page_told(cv->page, fb_buf_str(&b), FB_LIT(""));
	fb_buf_release(&b);
	fb_buf_release(&list);
	fb_buf_release(&numbers);
}

void
fb_alt_shares(struct fb_canvas *cv, const struct fb_cell *c, fb_str mix)
{
	struct fb_buf b = {0}, all = {0};

	fb_say(&all, cv->words, "strip_all", (struct fb_slot[]){
	    { "n", fb_count_words(cv, c->n) } }, 1);
	put_shares(&all, cv, c);
	fb_say_sentence(&b, cv->words, fb_buf_str(&all));
	fb_say_next(&b, cv->words);
	fb_say(&b, cv->words, "strip_quotes", (struct fb_slot[]){
	    { "mix", mix } }, 1);
	fb_buf_release(&all);
	fb_page_told(cv->page, fb_buf_str(&b), FB_LIT(""));
	fb_buf_release(&b);
}
