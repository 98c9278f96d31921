/* letters.c - the sheet Letters: the drawn records, whole. */
#include "present/verdict.h"
#include "present/voice.h"
#include "sheet/put.h"

enum { NUMERAL, ABOUT, WORDS };

/* What follows is read from the left. */
#define LRM "\xe2\x80\x8e"

/* A row is at most 409 pt high: 21 lines of a letter. */
enum { LINES = 21 };

/* Characters of Georgia 13 in a line of the column. */
static const double words_width = 84, line_chars = 76, line_pt = 18;

static bool
wanted(const struct fb_making *m)
{
	return m->report->nletters > 0;
}

/* "(2 of 3)" beside a part that goes on. */
static void
put_part_mark(struct fb_making *m, struct fb_buf *b, size_t i, size_t n)
{
	struct fb_buf a = {0}, of = {0};

	fb_show_count(&a, &m->report->words, i);
	fb_show_count(&of, &m->report->words, n);
	fb_say(b, &m->report->words, "sheet_part", (struct fb_slot[]){
	    { "i", fb_buf_str(&a) }, { "n", fb_buf_str(&of) } }, 2);
	fb_buf_release(&a);
	fb_buf_release(&of);
}

/* What stands beside a part of the words, or of their translation. */
static void
put_about(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    const struct fb_quote *q, size_t i, size_t n, bool translated)
{
	struct fb_buf b = {0}, name = {0};

	fb_put_ident_name(&name, q->id, m->digits);
	if (!i && !translated)
		fb_sheet_name(s, row, ABOUT, fb_buf_cstr(&name));
	fb_buf_release(&name);
	if (translated)
		fb_buf_add(&b, fb_word(&m->report->words, "translation"));
	else if (!i)
		fb_put_from(&b, m->report, NULL, q, FB_DATE_LONG, "\n");
	fb_buf_adds(&b, b.n ? "\n" : "");
	if (fb_words_rtl(&m->report->words))
		fb_buf_adds(&b, LRM);
	fb_put_ident(&b, q->id, m->digits);
	if (n > 1) {
		fb_buf_addc(&b, ' ');
		put_part_mark(m, &b, i + 1, n);
	}
	fb_put_cell(m, s, row, ABOUT, fb_buf_str(&b),
	    fb_look_of(m, FB_ABOUT_LETTER, 0, NULL));
	fb_buf_release(&b);
}

/* A line under a letter. */
static void
put_rule(struct fb_making *m, struct fb_sheet *s, uint32_t row)
{
	for (uint32_t col = NUMERAL; col <= WORDS; col++)
		fb_sheet_blank(s, row, col, fb_look_of(m, FB_SMALL, 0, NULL));
	fb_sheet_row(s, row, 9);
}

static uint32_t
put_parts(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    const struct fb_quote *q, bool translated)
{
	fb_str words = translated ? q->translation : q->text, *parts;
	size_t n = fb_parts_of(m, words, LINES, line_chars, &parts);
	unsigned look = fb_look_words(m, translated ? FB_LETTER_TRANSLATED :
	    FB_LETTER, words, translated ? FB_LIT("") : q->lang);

	for (size_t i = 0; i < n; i++) {
		put_about(m, s, row, q, i, n, translated);
		fb_sheet_text(s, row, WORDS, parts[i], look);
		fb_sheet_row(s, row++, fb_height_for(parts[i], line_chars,
		    line_pt, i ? 24 : translated ? 40 : 76));
	}
	return row;
}

/* A title is the customer's too, but not part of the words. */
static uint32_t
put_letter(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    const struct fb_letter *l, size_t number)
{
	fb_sheet_number(s, row, NUMERAL, (double)number,
	    fb_look_of(m, FB_NUMERAL, 0, "0"));
	if (l->title.n) {
		fb_put_cell(m, s, row, WORDS, l->title,
		    fb_look_words(m, FB_LETTER_TITLE, l->title, l->quote.lang));
		fb_sheet_row(s, row++, 34);
	}
	row = put_parts(m, s, row, &l->quote, false);
	if (l->quote.translation.n)
		row = put_parts(m, s, row, &l->quote, true);
	put_rule(m, s, row);
	return row + 1;
}

/* n letters (or the ones left out) in a sentence of its own row. */
static uint32_t
put_counted(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    const char *key, uint64_t n, enum fb_style style)
{
	struct fb_buf b = {0}, count = {0};

	fb_show_count(&count, &m->report->words, n);
	fb_say(&b, &m->report->words, key, (struct fb_slot[]){
	    { "n", fb_buf_str(&count) } }, 1);
	fb_put_merged(m, s, row, WORDS, fb_buf_str(&b), style);
	fb_sheet_row(s, row, style == FB_TITLE ? 36 : 30);
	fb_buf_release(&b);
	fb_buf_release(&count);
	return row + 1;
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	const struct fb_report *r = m->report;
	uint32_t row = m->top;
	size_t number = 0, printed = 0;

	fb_sheet_col(s, NUMERAL, NUMERAL, 5, false);
	fb_sheet_col(s, ABOUT, ABOUT, 24, false);
	fb_sheet_col(s, WORDS, WORDS, words_width, false);
	for (size_t i = 0; i < r->nletters; i++)
		printed += fb_may_print(&r->letters[i].quote, m->unredacted);
	row = put_counted(m, s, row, printed == 1 ? "sheet_one_letter" :
	    "sheet_letters", printed, FB_TITLE);
	row = put_counted(m, s, row, "sheet_letters_deck", printed, FB_DECK);
	if (printed < r->nletters)
		row = put_counted(m, s, row, "sheet_left_unmasked",
		    r->nletters - printed, FB_DECK);
	for (size_t i = 0; i < r->nletters; i++)
		if (fb_may_print(&r->letters[i].quote, m->unredacted))
			row = put_letter(m, s, row, &r->letters[i], ++number);
	fb_plan_page(m, s, 0, 0, false, NULL, NULL);
}

const struct fb_sheet_kind fb_sheet_letters = {
	.name = "Letters", .wanted = wanted, .fill = fill,
};
