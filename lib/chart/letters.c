/* letters.c - the drawn records, whole, for reading at night. */
#include <math.h>

#include "chart/letter.h"
#include "chart/pages.h"

enum { X_TEXT = FB_LETTER_X, W_TEXT = FB_LETTER_TEXT };

/* Stratum values, or the channel, or the date: what tells letters apart. */
static fb_str
letter_name(struct fb_canvas *cv, const struct fb_quote *q)
{
	struct fb_buf b = {0};
	fb_str s;

	for (size_t i = 0; i < q->nby; i++) {
		if (i)
			fb_buf_adds(&b, " \xc2\xb7 ");
		fb_buf_add(&b, fb_name_value(cv->report, q->by[i]));
	}
	if (!b.n)
		fb_show_date(&b, cv->words, q->date, FB_DATE_YEAR);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

/* Letters that were drawn by lot and may be printed. */
static size_t
allowed(const struct fb_canvas *cv, const struct fb_letter **v)
{
	size_t n = 0;

	for (size_t i = 0; i < cv->report->nletters; i++)
		if (!cv->report->letters[i].must_read &&
		    fb_may_print(&cv->report->letters[i].quote, cv->unredacted) &&
		    fb_str_trim(cv->report->letters[i].quote.text).n)
			v[n++] = &cv->report->letters[i];
	return n;
}

/* ---- the opening page ---- */

static fb_str
how_many(struct fb_canvas *cv, size_t n, const char *key)
{
	fb_str word = fb_word_at(cv->words, "numbers", n);

	return fb_phrase(cv, key, (struct fb_slot[]){
	    { "n", word.n ? word : fb_count_words(cv, n) } }, 1);
}

static fb_str
intro(struct fb_canvas *cv, const struct fb_letter *const *v, size_t n)
{
	uint64_t all = 0;
	fb_str word = fb_word_at(cv->words, "numbers", n);

	/* Each stratum's N once: letters of one stratum say the same. */
	for (size_t i = 0; i < n; i++) {
		bool seen = false;

		for (size_t k = 0; k < i; k++)
			seen |= fb_str_eq(letter_name(cv, &v[i]->quote),
			    letter_name(cv, &v[k]->quote)) && v[i]->quote.nby;
		if (!seen && (v[i]->quote.nby || !i))
			all += v[i]->stratum_N;
	}
	return fb_phrase(cv, "letters_intro", (struct fb_slot[]){
	    { "n", word.n ? word : fb_count_words(cv, n) },
	    { "all", fb_count_words(cv, all) } }, 2);
}

/* What the name does not say: the channel, else the date. */
static fb_str
letter_way(struct fb_canvas *cv, const struct fb_quote *q)
{
	struct fb_buf b = {0};
	fb_str s;

	if (!fb_letter_names(q, q->channel))
		return q->channel;
	fb_show_date(&b, cv->words, q->date, FB_DATE_YEAR);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static void
list_row(struct fb_canvas *cv, const struct fb_quote *q, size_t i, int page,
    double y)
{
	double x = cv->left + X_TEXT, right = cv->left + FB_PAGE_CONTENT;
	struct fb_buf b = {0};

	fb_buf_printf(&b, "%zu", i + 1);
	fb_page_tag(cv->page, FB_TAG_P);
	fb_page_goto(cv->page, fb_letter_dest(cv, i));
	fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_INTRO, .size = 10.6, .align = FB_RIGHT,
	    .colour = FB_TEXT2 }, x + 13, y);
	fb_page_text(cv->page, &(struct fb_text){ .s = letter_name(cv, q),
	    .role = FB_INTRO, .size = 12, .align = FB_LEFT, .width = 172,
	    .max_lines = 1 }, x + 29, y);
	fb_page_untag(cv->page);
	fb_page_text(cv->page, &(struct fb_text){ .s = letter_way(cv, q),
	    .role = FB_LABEL, .align = FB_LEFT, .colour = FB_TEXT2, .width = 78,
	    .max_lines = 1 }, x + 208, y);
	if (fb_letter_rank(q) >= 0)
		fb_draw_dot(cv, fb_letter_rank(q), right - 84, y - 3);
	fb_canvas_put(cv, FB_LABEL, right - 74, y, FB_LEFT, 0, fb_letter_score(cv, q));
	b.n = 0;
	fb_buf_printf(&b, "%d", page);
	fb_canvas_put(cv, FB_LABEL, right, y, FB_RIGHT, FB_BLUE, fb_buf_str(&b));
	fb_page_untag(cv->page);
	fb_buf_release(&b);
}

static void
opening(struct fb_canvas *cv, const struct fb_letter *const *v, size_t n,
    const int *page)
{
	double x = cv->left + X_TEXT, y = 132;
	struct fb_text_box box;

	fb_page_tag(cv->page, FB_TAG_H1);
	fb_canvas_put(cv, FB_TITLE_OPENING, x, y, FB_LEFT, 0,
	    how_many(cv, n, n == 1 ? "letters_title_one" : "letters_title"));
	fb_page_untag(cv->page);
	fb_page_tag(cv->page, FB_TAG_P);
	box = fb_page_text(cv->page, &(struct fb_text){ .s = intro(cv, v, n),
	    .role = FB_INTRO, .align = FB_LEFT, .width = W_TEXT }, x, y + 37);
	fb_page_untag(cv->page);
	y += 37 + box.height + 12;
	fb_canvas_rule_part(cv, x, y, W_TEXT, 0.5, FB_HAIR);
	for (size_t i = 0; i < n && y + 42 < cv->foot; i++)
		list_row(cv, &v[i]->quote, i, page[i], y += 24);
}

/* The period of the report, else from the first to the last letter's date. */
static fb_str
letters_period(struct fb_canvas *cv)
{
	if (cv->report->period.n)
		return fb_period_words(cv, cv->report->period, FB_PERIOD_FULL);
	return FB_LIT("");
}

/* All of them from the next page on; page gets where each begins. */
static void
draw_letters(struct fb_letter_flow *t, const struct fb_letter *const *v,
    size_t n, int *page)
{
	for (t->i = 0; t->i < n; t->i++) {
		t->l = v[t->i];
		fb_draw_letter(t, t->i == 0);
		page[t->i] = t->begun;
	}
}

/* On which page each letter will begin, found by drawing them on paper that is
 * thrown away. */
static int *
find_pages(const struct fb_letter_flow *t, const struct fb_letter *const *v,
    size_t n)
{
	struct fb_canvas *real = t->cv, trial = *real;
	struct fb_letter_flow copy = *t;
	int *page = fb_arena_zalloc(&real->report->mem, n, sizeof *page);

	trial.printed = (struct fb_printed){0};
	trial.everything = (struct fb_map){0};
	trial.page = fb_page_new(FB_TRIAL, fb_page_width(real->page),
	    fb_page_height(real->page), &(struct fb_page_info){0});
	copy.cv = &trial;
	draw_letters(&copy, v, n, page);
	for (size_t i = 0; i < n; i++)
		page[i] += fb_page_count(real->page);
	fb_printed_release(&trial.printed);
	fb_map_release(&trial.everything);
	fb_page_free(trial.page);
	return page;
}

void
fb_letter_pages(struct fb_canvas *cv)
{
	const struct fb_letter **v = fb_arena_zalloc(&cv->report->mem,
	    cv->report->nletters, sizeof *v);
	size_t n = allowed(cv, v);
	struct fb_letter_flow t = { .cv = cv, .period = letters_period(cv) };
	int *page;

	t.running = how_many(cv, n, n == 1 ? "letters_title_one" : "letters_title");
	t.source = fb_word(cv->words, "source_letters");
	fb_canvas_page(cv, t.running, t.period, fb_word(cv->words, "source_opening"),
	    t.running);
	if (!n) {
		fb_canvas_title(cv, FB_TITLE_PAGE, fb_word(cv->words, "letters_none"),
		    fb_word(cv->words, cv->report->nletters ? "voice_unmasked" :
		    "letters_undrawn"));
		return;
	}
	page = find_pages(&t, v, n);
	opening(cv, v, n, page);
	draw_letters(&t, v, n, page);
}

void
fb_page_letters(struct fb_canvas *cv, const struct fb_focus *f)
{
	bool any = false;

	(void)f;
	for (size_t i = 0; i < cv->report->nletters; i++)
		any |= !cv->report->letters[i].must_read;
	if (any)
		fb_letter_pages(cv);
}
