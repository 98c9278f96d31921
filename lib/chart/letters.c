/* letters.c - the drawn records, whole, for reading at night. */
#include <math.h>

#include "base/num.h"
#include "chart/pages.h"

enum {
	X_TEXT = 118, W_TEXT = 381, W_MARGIN = 100,
	TOP = 84, KEEP = 3, SHORT_PARAGRAPH = 4,
};

/* Detractor, passive and promoter where the scale is one of an NPS, else the
 * thirds of the scale, as for a mean; -1 without score or scale. */
static int
rank_of(const struct fb_quote *q)
{
	struct fb_spec spec = { .kind = fb_kind_find(FB_LIT("nps")) };
	struct fb_scale scale;
	int64_t milli;

	if (fb_scale_parse(q->scale, &scale) || !scale.known ||
	    fb_parse_milli(q->score, &milli, NULL))
		return -1;
	if (spec.kind->refuse(&spec, scale))
		spec.kind = fb_kind_find(FB_LIT("mean"));
	return (int)fb_group_of(&spec, scale, milli);
}

static fb_str
score_words(struct fb_canvas *cv, const struct fb_quote *q)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_put_score(&b, cv->report, NULL, q);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

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

/* Letters that may be printed. */
static size_t
allowed(const struct fb_canvas *cv, const struct fb_letter **v)
{
	size_t n = 0;

	for (size_t i = 0; i < cv->report->nletters; i++)
		if (fb_may_print(&cv->report->letters[i].quote, cv->unredacted) &&
		    fb_str_trim(cv->report->letters[i].quote.text).n)
			v[n++] = &cv->report->letters[i];
	return n;
}

static fb_str
letter_dest(struct fb_canvas *cv, size_t i)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_buf_printf(&b, "letter-%zu", i + 1);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

/* ---- the letters themselves ---- */

struct letter {
	struct fb_canvas *cv;
	const struct fb_letter *l;
	size_t i;
	fb_str source, running, period;
	double y;
	int begun;     /* page on which the letter begins */
	double margin; /* foot of what stands in the margin on this page */
};

static void
next_page(struct letter *t)
{
	fb_canvas_page(t->cv, t->running, t->period, t->source, FB_LIT(""));
	t->y = TOP;
	t->margin = 0;
}

/* One line of the margin; gives the y of the next. */
static double
margin_line(struct letter *t, enum fb_role role, fb_colour colour, fb_str s,
    double y)
{
	struct fb_text_box box;

	if (!s.n)
		return y;
	box = fb_page_text(t->cv->page, &(struct fb_text){ .s = s, .role = role,
	    .align = FB_LEFT, .colour = colour, .width = W_MARGIN,
	    .max_lines = 3 }, t->cv->left, y);
	return y + box.lines * box.leading + 2.5;
}

static fb_str
kept(struct fb_canvas *cv, struct fb_buf *b)
{
	fb_str s = fb_keep(cv, b);

	fb_buf_release(b);
	return s;
}

static void
draw_margin(struct letter *t)
{
	struct fb_canvas *cv = t->cv;
	const struct fb_quote *q = &t->l->quote;
	int rank = rank_of(q);
	struct fb_buf number = {0}, date = {0}, id = {0};
	double y = t->y + 40;

	fb_buf_printf(&number, "%zu", t->i + 1);
	fb_canvas_put(cv, FB_NUMERAL, cv->left, t->y + 11, FB_LEFT, 0,
	    kept(cv, &number));
	if (q->date.n)
		fb_show_date(&date, cv->words, q->date, FB_DATE_LONG);
	y = margin_line(t, FB_AXIS, 0, kept(cv, &date), y - 12);
	y = margin_line(t, FB_AXIS, 0, q->channel, y);
	for (size_t i = 0; i < q->nby; i++)
		y = margin_line(t, FB_AXIS, 0, fb_name_value(cv->report, q->by[i]), y);
	y = margin_line(t, FB_AXIS_BOLD, rank == 0 ? FB_RED : rank == 2 ? FB_BLUE :
	    FB_TEXT2, score_words(cv, q), y);
	fb_put_ident(&id, q->id, cv->digits);
	t->margin = margin_line(t, FB_AXIS, FB_BLUE, kept(cv, &id), y);
}

static void
say_continued(struct letter *t)
{
	struct fb_buf number = {0};

	fb_buf_printf(&number, "%zu", t->i + 1);
	margin_line(t, FB_AXIS, FB_TEXT2, fb_phrase(t->cv, "continued",
	    (struct fb_slot[]){ { "n", kept(t->cv, &number) } }, 1), t->y);
}

/* A paragraph over as many pages as it needs: short ones stay together, and no
 * page begins or ends with less than KEEP lines of a longer one. */
static void
draw_paragraph(struct letter *t, fb_str s)
{
	const struct fb_quote *q = &t->l->quote;
	struct fb_text text = { .s = s, .role = FB_LETTER, .width = W_TEXT,
	    .lang = q->lang.n ? q->lang.p : NULL };
	struct fb_text_box box = fb_page_measure(t->cv->page, &text);

	while (text.from < box.lines) {
		int left = box.lines - text.from;
		int fit = (int)((t->cv->foot - 12 - t->y) / box.leading) + 1;

		if (fit < left && (left < SHORT_PARAGRAPH || fit < KEEP))
			fit = 0;
		if (fit < left && left - fit < KEEP && fit > KEEP)
			fit -= KEEP - (left - fit);
		if (fit <= 0 && t->y > TOP) {
			next_page(t);
			say_continued(t);
			continue;
		}
		text.count = fit < left ? fit > 0 ? fit : 1 : left;
		fb_page_text(t->cv->page, &text, t->cv->left + X_TEXT, t->y);
		t->y += text.count * box.leading;
		text.from += text.count;
	}
	t->y += box.leading * 0.38;
}

/* Blank lines and single line ends both part paragraphs: a customer who pressed
 * return meant it. */
static void
draw_words(struct letter *t, fb_str text)
{
	while (text.p) {
		fb_str line = fb_str_trim(fb_str_split(&text, '\n'));

		if (line.n)
			draw_paragraph(t, line);
	}
}

static void
draw_title(struct letter *t)
{
	struct fb_text_box box;

	if (!t->l->title.n)
		return;
	box = fb_page_text(t->cv->page, &(struct fb_text){ .s = t->l->title,
	    .role = FB_SECTION, .width = W_TEXT }, t->cv->left + X_TEXT, t->y);
	t->y += box.height + 8;
}

/* Does the numeral with the first lines still fit on this page? */
static bool
fits_here(struct letter *t)
{
	struct fb_text text = { .s = t->l->quote.text, .role = FB_LETTER,
	    .width = W_TEXT };
	struct fb_text_box box = fb_page_measure(t->cv->page, &text);
	double least = fmax(fmin(box.height, 6 * 21) + 24, 110);

	return t->y + least < t->cv->foot;
}

static void
draw_letter(struct letter *t, bool first)
{
	if (first || !fits_here(t)) {
		next_page(t);
	} else {
		fb_canvas_rule_part(t->cv, t->cv->left + X_TEXT, t->y, W_TEXT, 0.5,
		    FB_HAIR);
		t->y += 40;
	}
	t->begun = fb_page_count(t->cv->page);
	fb_page_dest(t->cv->page, letter_dest(t->cv, t->i), 0, t->y - 24);
	fb_page_tag(t->cv->page, FB_TAG_SECT);
	draw_margin(t);
	draw_title(t);
	draw_words(t, t->l->quote.text);
	fb_page_untag(t->cv->page);
	t->y = fmax(t->y, t->margin) + 14;
	fb_printed_add(&t->cv->printed, t->l->quote.id);
	fb_map_put(&t->cv->everything, t->l->quote.id, NULL);
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

static void
list_row(struct fb_canvas *cv, const struct fb_quote *q, size_t i, int page,
    double y)
{
	double x = cv->left + X_TEXT, right = cv->left + FB_PAGE_CONTENT;
	struct fb_buf b = {0};

	fb_buf_printf(&b, "%zu", i + 1);
	fb_page_goto(cv->page, letter_dest(cv, i));
	fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_INTRO, .size = 10.6, .align = FB_RIGHT,
	    .colour = FB_TEXT2 }, x + 13, y);
	fb_page_text(cv->page, &(struct fb_text){ .s = letter_name(cv, q),
	    .role = FB_INTRO, .size = 12, .align = FB_LEFT, .width = 172,
	    .max_lines = 1 }, x + 29, y);
	fb_page_untag(cv->page);
	fb_page_text(cv->page, &(struct fb_text){ .s = q->channel,
	    .role = FB_LABEL, .align = FB_LEFT, .colour = FB_TEXT2, .width = 78,
	    .max_lines = 1 }, x + 208, y);
	if (rank_of(q) >= 0)
		fb_draw_dot(cv, rank_of(q), right - 84, y - 3);
	fb_canvas_put(cv, FB_LABEL, right - 74, y, FB_LEFT, 0, score_words(cv, q));
	b.n = 0;
	fb_buf_printf(&b, "%d", page);
	fb_canvas_put(cv, FB_LABEL, right, y, FB_RIGHT, FB_BLUE, fb_buf_str(&b));
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
draw_letters(struct letter *t, const struct fb_letter *const *v, size_t n, int *page)
{
	for (t->i = 0; t->i < n; t->i++) {
		t->l = v[t->i];
		draw_letter(t, t->i == 0);
		page[t->i] = t->begun;
	}
}

/* On which page each letter will begin, found by drawing them on paper that is
 * thrown away. */
static int *
find_pages(const struct letter *t, const struct fb_letter *const *v, size_t n)
{
	struct fb_canvas *real = t->cv, trial = *real;
	struct letter copy = *t;
	int *page = fb_arena_zalloc(&real->report->mem, n, sizeof *page);

	trial.printed = (struct fb_printed){0};
	trial.everything = (struct fb_map){0};
	trial.page = fb_page_new(FB_PDF, fb_page_width(real->page),
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
fb_page_letters(struct fb_canvas *cv)
{
	const struct fb_letter **v = fb_arena_zalloc(&cv->report->mem,
	    cv->report->nletters, sizeof *v);
	size_t n = allowed(cv, v);
	struct letter t = { .cv = cv, .period = letters_period(cv) };
	int *page;

	t.running = how_many(cv, n, n == 1 ? "letters_title_one" : "letters_title");
	t.source = fb_word(cv->words, "source_letters");
	fb_canvas_page(cv, t.running, t.period, fb_word(cv->words, "source_opening"),
	    t.running);
	if (!n) {
		fb_canvas_title(cv, FB_TITLE_PAGE, fb_word(cv->words, "letters_none"),
		    cv->report->nletters ? fb_word(cv->words, "voice_unmasked") :
		    FB_LIT(""));
		return;
	}
	page = find_pages(&t, v, n);
	opening(cv, v, n, page);
	draw_letters(&t, v, n, page);
}
