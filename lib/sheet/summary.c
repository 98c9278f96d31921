/* summary.c - the sheet Summary: each number beside one of its customers. */
#include "present/verdict.h"
#include "sheet/summary.h"
#include "text/icu.h"

const double fb_summary_widths[FB_SUM_COLUMNS] = { 24, 11.5, 11, 11, 15, 22, 62, 29,
	12 };

static bool
wanted(const struct fb_making *m)
{
	return m->report->ncells > 0 || m->report->nletters == 0;
}

static const struct fb_words *
words_of(const struct fb_summary *p)
{
	return &p->m->report->words;
}

static void
put_title(struct fb_summary *p, const struct fb_focus *f, const struct fb_title *t)
{
	struct fb_buf b = {0};

	if (t && t->text.n)
		fb_buf_add(&b, t->text);
	else
		fb_put_summary_title(&b, p->m->report, f);
	fb_put_merged(p->m, p->s, p->row, FB_SUM_RECORD, fb_buf_str(&b), FB_TITLE);
	fb_sheet_row(p->s, p->row++, fb_height_for(fb_buf_str(&b), 105, 26, 34));
	fb_buf_release(&b);
}

static bool
has_quotes(const struct fb_focus *f)
{
	for (size_t i = 0; i < f->nrows; i++)
		if (f->rows[i]->nquotes)
			return true;
	return false;
}

static void
put_deck(struct fb_summary *p, const struct fb_focus *f, const struct fb_title *t)
{
	struct fb_buf b = {0}, range = {0};
	struct fb_period period;

	if (!fb_period_parse(f->period, &period))
		fb_show_range(&range, words_of(p), period);
	if (t && t->deck.n)
		fb_buf_add(&b, t->deck);
	else
		fb_say(&b, words_of(p), range.n ? "sheet_deck_dated" :
		    "sheet_deck", (struct fb_slot[]){
		    { "range", fb_buf_str(&range) },
		    { "quotes", has_quotes(f) ? fb_word(words_of(p),
		    "sheet_deck_quotes") : FB_LIT("") } }, 2);
	fb_put_merged(p->m, p->s, p->row, FB_SUM_RECORD, fb_buf_str(&b), FB_DECK);
	fb_sheet_row(p->s, p->row++, fb_height_for(fb_buf_str(&b), 190, 13, 30));
	fb_buf_release(&b);
	fb_buf_release(&range);
}

static fb_str
put_vs(struct fb_summary *p, struct fb_buf *b, const struct fb_focus *f)
{
	struct fb_buf period = {0};

	for (size_t i = 0; i < f->nrows && !period.n; i++)
		if (f->rows[i]->prev.ok)
			fb_show_period(&period, words_of(p),
			    f->rows[i]->prev.period, FB_PERIOD_BARE);
	fb_say(b, words_of(p), period.n ? "sheet_vs" : "sheet_change",
	    (struct fb_slot[]){ { "period", fb_buf_str(&period) } }, 1);
	fb_buf_release(&period);
	return fb_buf_str(b);
}

static fb_str
put_span(struct fb_summary *p, struct fb_buf *b, const struct fb_focus *f)
{
	enum fb_unit unit = FB_NONE;
	size_t most = 1;

	for (size_t i = 0; i < f->nrows; i++) {
		size_t n = fb_mini_points(p->m, f->rows[i]);

		most = n > most ? n : most;
		if (f->rows[i]->has_period)
			unit = f->rows[i]->period.unit;
	}
	if (most >= FB_CHART_POINTS)
		fb_show_span(b, words_of(p), unit, most);
	else
		fb_buf_add(b, fb_word(words_of(p), "sheet_history"));
	return fb_buf_str(b);
}

static void
put_head(struct fb_summary *p, const struct fb_focus *f)
{
	static const struct { int col; const char *key; } fixed[] = {
		{ FB_SUM_MEASURE, "sheet_measure" }, { FB_SUM_INTERVAL, "sheet_interval" },
		{ FB_SUM_READING, "sheet_reading" }, { FB_SUM_QUOTE, "sheet_one_customer" },
		{ FB_SUM_FROM, "sheet_from" }, { FB_SUM_RECORD, "sheet_record" } };
	unsigned look = fb_look_of(p->m, FB_HEAD, 0, NULL);
	struct fb_buf period = {0}, head = {0}, vs = {0}, span = {0};

	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		fb_put_word(p->m, p->s, p->row, (uint32_t)fixed[i].col,
		    fixed[i].key, fixed[i].col == FB_SUM_READING ?
		    FB_HEAD_APART : FB_HEAD);
	fb_show_period(&period, words_of(p), f->period, FB_PERIOD_BARE);
	fb_put_sentence(&head, fb_buf_str(&period));
	fb_put_cell(p->m, p->s, p->row, FB_SUM_VALUE, fb_buf_str(&head), look);
	fb_put_cell(p->m, p->s, p->row, FB_SUM_CHANGE, put_vs(p, &vs, f), look);
	fb_put_cell(p->m, p->s, p->row, FB_SUM_CHART, put_span(p, &span, f), look);
	fb_sheet_row(p->s, p->row++, 26);
	fb_buf_release(&period);
	fb_buf_release(&head);
	fb_buf_release(&vs);
	fb_buf_release(&span);
}

static void
put_group_head(struct fb_summary *p, const struct fb_cell *c)
{
	fb_put_merged(p->m, p->s, p->row, FB_SUM_RECORD, fb_name_group(p->m->report, c),
	    FB_GROUP_HEAD);
	fb_sheet_row(p->s, p->row++, 24);
}

static void
put_focus(struct fb_summary *p, const struct fb_focus *f)
{
	const struct fb_title *t = fb_title_for(p->m->report, NULL, f->period);

	put_title(p, f, t);
	put_deck(p, f, t);
	put_head(p, f);
	for (size_t i = 0; i < f->nrows; i++) {
		if (f->grouped && (!i || !fb_str_eq(f->rows[i]->by_json,
		    f->rows[i - 1]->by_json)))
			put_group_head(p, f->rows[i]);
		fb_summary_row(p, f->rows[i]);
	}
	if (!f->nrows)
		fb_put_word(p->m, p->s, p->row++, 0, "sheet_no_rows", FB_DECK);
	p->row++;
	fb_printed_release(&p->printed);
}

static void
put_note(struct fb_summary *p, const char *key, fb_str text)
{
	struct fb_buf b = {0};

	fb_say(&b, words_of(p), key, (struct fb_slot[]){ { "text", text } }, 1);
	fb_put_merged(p->m, p->s, p->row, FB_SUM_RECORD, fb_buf_str(&b), FB_DECK);
	fb_sheet_row(p->s, p->row++, fb_height_for(fb_buf_str(&b), 190, 13, 15));
	fb_buf_release(&b);
}

static void
put_notes(struct fb_summary *p)
{
	const struct fb_report *r = p->m->report;

	for (size_t i = 0; i < r->nnotes; i++)
		put_note(p, "sheet_note", r->notes[i]);
	if (r->source.n)
		put_note(p, "sheet_source", r->source);
	if (r->nunmasked && !p->m->unredacted)
		put_note(p, "sheet_note", fb_word(&r->words, "sheet_not_masked"));
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	struct fb_summary p = { .m = m, .s = s, .row = m->top };
	size_t n = fb_focus_count(m->report);

	for (uint32_t i = 0; i < FB_SUM_COLUMNS; i++)
		fb_sheet_col(s, i, i, fb_summary_widths[i], false);
	for (size_t i = 0; i < n; i++) {
		struct fb_focus f = fb_focus_at(m->report, i);

		put_focus(&p, &f);
	}
	if (!n) {
		fb_put_word(m, s, p.row, 0, "sheet_no_records", FB_TITLE);
		fb_sheet_row(s, p.row, 34);
		p.row += 2;
	}
	put_notes(&p);
	fb_plan_page(m, s, n ? m->top + 3 : 0, n ? 1 : 0, true, NULL, NULL);
}

const struct fb_sheet_kind fb_sheet_summary = {
	.name = "Summary", .wanted = wanted, .fill = fill,
};
