/* summary.c - the sheet Summary: each number beside one of its customers. */
#include <math.h>

#include "present/funnel.h"
#include "present/verdict.h"
#include "present/voice.h"
#include "sheet/put.h"

enum { MEASURE, VALUE, INTERVAL, CHANGE, READING, CHART, QUOTE, FROM, RECORD,
	COLUMNS };

enum { CHARTS_MAX = 60, CHART_POINTS = 3 };

static const double widths[COLUMNS] = { 24, 11.5, 11, 11, 15, 22, 62, 29, 12 };

/* A summary in the making. */
struct page {
	struct fb_making *m;
	struct fb_sheet *s;
	uint32_t row;
	size_t charts;
	struct fb_printed printed; /* records of this focus */
};

static bool
wanted(const struct fb_making *m)
{
	return m->report->ncells > 0 || m->report->nletters == 0;
}

static const struct fb_words *
words_of(const struct page *p)
{
	return &p->m->report->words;
}

static void
put_title(struct page *p, const struct fb_focus *f, const struct fb_title *t)
{
	struct fb_buf b = {0};

	if (t && t->text.n)
		fb_buf_add(&b, t->text);
	else
		fb_put_summary_title(&b, p->m->report, f);
	fb_put_merged(p->m, p->s, p->row, RECORD, fb_buf_str(&b), FB_TITLE);
	fb_sheet_row(p->s, p->row++, fb_height_for(fb_buf_str(&b), 105, 26, 34));
	fb_buf_release(&b);
}

static void
put_deck(struct page *p, const struct fb_focus *f, const struct fb_title *t)
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
		    { "range", fb_buf_str(&range) } }, 1);
	fb_put_merged(p->m, p->s, p->row, RECORD, fb_buf_str(&b), FB_DECK);
	fb_sheet_row(p->s, p->row++, fb_height_for(fb_buf_str(&b), 190, 13, 30));
	fb_buf_release(&b);
	fb_buf_release(&range);
}

static fb_str
put_vs(struct page *p, struct fb_buf *b, const struct fb_focus *f)
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
put_span(struct page *p, struct fb_buf *b, const struct fb_focus *f)
{
	enum fb_unit unit = FB_NONE;
	size_t most = 1;

	for (size_t i = 0; i < f->nrows; i++) {
		size_t n = fb_mini_points(p->m, f->rows[i]);

		most = n > most ? n : most;
		if (f->rows[i]->has_period)
			unit = f->rows[i]->period.unit;
	}
	if (most >= CHART_POINTS)
		fb_show_span(b, words_of(p), unit, most);
	else
		fb_buf_add(b, fb_word(words_of(p), "sheet_history"));
	return fb_buf_str(b);
}

static void
put_head(struct page *p, const struct fb_focus *f)
{
	static const struct { int col; const char *key; } fixed[] = {
		{ MEASURE, "sheet_measure" }, { INTERVAL, "sheet_interval" },
		{ READING, "sheet_reading" }, { QUOTE, "sheet_one_customer" },
		{ FROM, "sheet_from" }, { RECORD, "sheet_record" } };
	unsigned look = fb_look_of(p->m, FB_HEAD, 0, NULL);
	struct fb_buf period = {0}, vs = {0}, span = {0};

	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		fb_put_word(p->m, p->s, p->row, (uint32_t)fixed[i].col,
		    fixed[i].key, FB_HEAD);
	fb_show_period(&period, words_of(p), f->period, FB_PERIOD_BARE);
	fb_put_cell(p->m, p->s, p->row, VALUE, fb_buf_str(&period), look);
	fb_put_cell(p->m, p->s, p->row, CHANGE, put_vs(p, &vs, f), look);
	fb_put_cell(p->m, p->s, p->row, CHART, put_span(p, &span, f), look);
	fb_sheet_row(p->s, p->row++, 26);
	fb_buf_release(&period);
	fb_buf_release(&vs);
	fb_buf_release(&span);
}

static void
put_name(struct page *p, const struct fb_cell *c)
{
	fb_str note = fb_name_note(p->m->report, c);
	struct fb_buf b = {0}, n = {0};

	fb_buf_add(&b, note);
	if (c->has_n) {
		fb_show_count(&n, words_of(p), c->n);
		fb_buf_adds(&b, note.n ? "\n" : "");
		fb_say(&b, words_of(p), "sheet_n_is", (struct fb_slot[]){
		    { "n", fb_buf_str(&n) } }, 1);
	}
	fb_put_named(p->m, p->s, p->row, MEASURE, fb_name_metric(p->m->report, c),
	    fb_buf_str(&b), fb_look_of(p->m, FB_NAME, 0, NULL));
	fb_buf_release(&b);
	fb_buf_release(&n);
}

static void
put_value(struct page *p, const struct fb_cell *c)
{
	fb_colour ink = fb_is_wide(c) ? FB_TEXT2 : 0;
	struct fb_buf b = {0};

	if (fb_is_small(c)) {
		fb_put_word(p->m, p->s, p->row, VALUE, c->has_value ?
		    "few_answers" : "sheet_no_value", FB_SMALL);
		fb_sheet_blank(p->s, p->row, INTERVAL,
		    fb_look_of(p->m, FB_SMALL, 0, NULL));
		return;
	}
	fb_sheet_number(p->s, p->row, VALUE, fb_stored(c, c->value),
	    fb_look_of(p->m, FB_VALUE, ink, fb_number_format(p->m, c)));
	fb_show_margin(&b, words_of(p), c);
	fb_put_cell(p->m, p->s, p->row, INTERVAL, fb_buf_str(&b),
	    fb_look_of(p->m, FB_SMALL, 0, NULL));
	fb_buf_release(&b);
}

static const char *
mark_of(struct fb_verdict v)
{
	if (v.mark == FB_MARK_FILLED)
		return v.up ? "\xe2\x96\xb2 " : "\xe2\x96\xbc ";
	if (v.mark == FB_MARK_HOLLOW)
		return v.up ? "\xe2\x96\xb3 " : "\xe2\x96\xbd ";
	return "\xe2\x80\x94 ";
}

static void
put_change(struct page *p, const struct fb_cell *c)
{
	struct fb_verdict v = fb_verdict(p->m->report, c, &c->prev);
	bool number = c->prev.ok && !fb_is_small(c);
	struct fb_buf b = {0};

	if (number)
		fb_sheet_number(p->s, p->row, CHANGE, c->prev.diff,
		    fb_look_of(p->m, FB_CHANGE, v.colour,
		    fb_change_format(p->m, c, v.mark == FB_MARK_BAR)));
	else
		fb_sheet_blank(p->s, p->row, CHANGE,
		    fb_look_of(p->m, FB_CHANGE, 0, NULL));
	fb_buf_adds(&b, mark_of(v));
	if (number || !c->prev.ok)
		fb_buf_add(&b, v.words);
	else
		fb_buf_add(&b, fb_word(words_of(p), "not_tested"));
	fb_put_cell(p->m, p->s, p->row, READING, fb_buf_str(&b), fb_look_of(p->m,
	    v.clear ? FB_READING_CLEAR : FB_READING, v.colour, NULL));
	fb_buf_release(&b);
}

static void
put_chart(struct page *p, const struct fb_cell *c)
{
	size_t n = fb_mini_points(p->m, c);
	struct fb_buf b = {0};

	if (n >= CHART_POINTS && p->charts < CHARTS_MAX && !fb_is_small(c)) {
		fb_sheet_blank(p->s, p->row, CHART,
		    fb_look_of(p->m, FB_SMALL, 0, NULL));
		fb_put_mini(p->m, p->s, p->row, CHART, c);
		p->charts++;
		return;
	}
	if (n)
		fb_show_span(&b, words_of(p),
		    c->has_period ? c->period.unit : FB_NONE, n);
	fb_put_cell(p->m, p->s, p->row, CHART, fb_buf_str(&b),
	    fb_look_of(p->m, FB_SMALL, 0, NULL));
	fb_buf_release(&b);
}

/* Why there are no words beside this number. */
static void
put_absence(struct page *p, const struct fb_cell *c)
{
	struct fb_buf b = {0};

	for (size_t i = 0; !c->nquotes && i < c->voice.nsilent; i++) {
		fb_buf_adds(&b, i ? "\n" : "");
		fb_put_silent(&b, p->m->report, &c->voice.silent[i]);
	}
	if (!b.n)
		fb_buf_add(&b, fb_word(words_of(p), c->nquotes ?
		    "sheet_not_masked" : c->paired ? "sheet_no_words" :
		    "sheet_unpaired"));
	fb_put_cell(p->m, p->s, p->row, QUOTE, fb_buf_str(&b),
	    fb_look_of(p->m, FB_REMARK, 0, NULL));
	fb_buf_release(&b);
}

static uint32_t
row_of(const struct fb_making *m, const struct fb_cell *c,
    const struct fb_quote *q)
{
	return m->quote_rows[m->quote_at[fb_cell_index(m, c)] +
	    (size_t)(q - c->quotes)];
}

/* The height that the row needs for these words. */
static double
put_voice(struct page *p, const struct fb_cell *c, const struct fb_quote *q)
{
	bool above = fb_printed_has(&p->printed, q->id);
	struct fb_buf from = {0};
	fb_str *parts;
	size_t n = fb_parts_of(p->m, q->text, 0, 0, &parts);
	double height;

	if (above)
		fb_put_word(p->m, p->s, p->row, QUOTE, "sheet_above", FB_REMARK);
	else
		fb_sheet_text(p->s, p->row, QUOTE, parts[0],
		    fb_look_words(p->m, FB_WORDS, q->text));
	fb_put_from(&from, p->m->report, c, q, FB_DATE_SHORT, " \xc2\xb7 ");
	fb_put_cell(p->m, p->s, p->row, FROM, fb_buf_str(&from),
	    fb_look_of(p->m, FB_SMALL, 0, NULL));
	fb_put_record(p->m, p->s, p->row, RECORD, q->id, 1, n,
	    row_of(p->m, c, q));
	height = above ? 0 : fb_height_for(parts[0], widths[QUOTE], 15, 58);
	fb_printed_add(&p->printed, q->id);
	fb_buf_release(&from);
	return height;
}

static void
put_row(struct page *p, const struct fb_cell *c)
{
	const struct fb_quote *q = fb_voice_of(c, p->m->unredacted, &p->printed);
	unsigned look = fb_look_of(p->m, FB_SMALL, 0, NULL);
	double height = 58;

	put_name(p, c);
	put_value(p, c);
	put_change(p, c);
	put_chart(p, c);
	if (q) {
		height = fmax(height, put_voice(p, c, q));
	} else {
		put_absence(p, c);
		fb_sheet_blank(p->s, p->row, FROM, look);
		fb_sheet_blank(p->s, p->row, RECORD, look);
	}
	fb_sheet_row(p->s, p->row++, height);
}

static void
put_group_head(struct page *p, const struct fb_cell *c)
{
	fb_put_merged(p->m, p->s, p->row, RECORD, fb_name_group(p->m->report, c),
	    FB_GROUP_HEAD);
	fb_sheet_row(p->s, p->row++, 24);
}

static void
put_focus(struct page *p, const struct fb_focus *f)
{
	const struct fb_title *t = fb_title_for(p->m->report, NULL, f->period);

	put_title(p, f, t);
	put_deck(p, f, t);
	put_head(p, f);
	for (size_t i = 0; i < f->nrows; i++) {
		if (f->grouped && (!i || !fb_str_eq(f->rows[i]->by_json,
		    f->rows[i - 1]->by_json)))
			put_group_head(p, f->rows[i]);
		put_row(p, f->rows[i]);
	}
	if (!f->nrows)
		fb_put_word(p->m, p->s, p->row++, 0, "sheet_no_rows", FB_DECK);
	p->row++;
	fb_printed_release(&p->printed);
}

static void
put_note(struct page *p, const char *key, fb_str text)
{
	struct fb_buf b = {0};

	fb_say(&b, words_of(p), key, (struct fb_slot[]){ { "text", text } }, 1);
	fb_put_merged(p->m, p->s, p->row, RECORD, fb_buf_str(&b), FB_DECK);
	fb_sheet_row(p->s, p->row++, fb_height_for(fb_buf_str(&b), 190, 13, 15));
	fb_buf_release(&b);
}

static void
put_notes(struct page *p)
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
	struct page p = { .m = m, .s = s, .row = m->top };
	size_t n = fb_focus_count(m->report);

	for (uint32_t i = 0; i < COLUMNS; i++)
		fb_sheet_col(s, i, i, widths[i], false);
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
