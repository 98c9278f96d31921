/* quotes.c - the sheet Quotes: every quote whole, a row each. */
#include <stdlib.h>

#include "base/map.h"
#include "present/verdict.h"
#include "present/voice.h"
#include "sheet/put.h"

enum { RECORD, DAY, CHANNEL, BY };

static const double words_width = 80;

/* The columns behind the `by` fields, of which there are nby. */
enum tail {
	LANG, SCORE, GROUP, MEASURE, PERIOD, WORDS, ROLE, SPEAKS, SCALE, MASKS,
	ID, DIGEST, TAIL,
};

static const struct {
	const char *key;
	double width;
} tail[TAIL] = {
	[LANG] = { "sheet_lang", 9 }, [SCORE] = { "sheet_score", 7 },
	[GROUP] = { "sheet_score_group", 12 }, [MEASURE] = { "sheet_measure", 22 },
	[PERIOD] = { "sheet_period", 13 }, [WORDS] = { "sheet_quote_whole", 80 },
	[ROLE] = { "sheet_role", 9 }, [SPEAKS] = { "sheet_speaks", 10 },
	[SCALE] = { "sheet_scale", 8 }, [MASKS] = { "sheet_masks", 9 },
	[ID] = { "sheet_id", 30 }, [DIGEST] = { "sheet_digest", 66 },
};

/* A quotes sheet in the making. */
struct page {
	struct fb_making *m;
	struct fb_sheet *s;
	struct fb_map by;   /* field names */
	size_t *order;      /* of them, by bytes */
	uint32_t row, tail; /* the next row; first column behind the fields */
	size_t withheld;
};

static bool
wanted(const struct fb_making *m)
{
	for (size_t i = 0; i < m->report->ncells; i++)
		if (m->report->cells[i].paired)
			return true;
	return false;
}

static void
find_fields(struct page *p)
{
	const struct fb_report *r = p->m->report;

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		for (size_t k = 0; c->paired && k < c->nby; k++)
			fb_map_put(&p->by, c->by[k].key, NULL);
		for (size_t q = 0; q < c->nquotes; q++)
			for (size_t k = 0; k < c->quotes[q].nby; k++)
				fb_map_put(&p->by, c->quotes[q].by[k].key, NULL);
	}
	p->order = fb_map_sorted(&p->by);
	p->tail = BY + (uint32_t)p->by.n;
}

/* What a label calls a field, else its own name. */
static fb_str
field_name(const struct fb_report *r, fb_str field)
{
	for (size_t i = 0; i < r->nlabels; i++)
		if (r->labels[i].name.n && fb_str_eq(r->labels[i].field, field))
			return r->labels[i].name;
	return field;
}

static void
put_head(struct page *p)
{
	static const char *const first[] = { "sheet_record", "sheet_date",
	    "sheet_channel" };
	static const double widths[] = { 13, 12.5, 14 };
	unsigned look = fb_look_of(p->m, FB_HEAD, 0, NULL);

	for (uint32_t i = 0; i < BY; i++) {
		fb_put_word(p->m, p->s, p->row, i, first[i], FB_HEAD);
		fb_sheet_col(p->s, i, i, widths[i], false);
	}
	for (uint32_t i = 0; i < p->by.n; i++) {
		fb_put_cell(p->m, p->s, p->row, BY + i, field_name(p->m->report,
		    fb_map_key(&p->by, p->order[i])), look);
		fb_sheet_col(p->s, BY + i, BY + i, 16, false);
	}
	for (uint32_t i = 0; i < TAIL; i++) {
		fb_put_word(p->m, p->s, p->row, p->tail + i, tail[i].key, FB_HEAD);
		fb_sheet_col(p->s, p->tail + i, p->tail + i, tail[i].width, false);
	}
	p->row++;
}

/* The value of the quote's own record, else of the cell it stands in. */
static void
put_fields(struct page *p, const struct fb_cell *c, const struct fb_quote *q)
{
	unsigned look = fb_look_of(p->m, FB_TEXT_CELL, 0, NULL);

	for (uint32_t i = 0; i < p->by.n; i++) {
		fb_str key = fb_map_key(&p->by, p->order[i]);
		fb_str name = FB_LIT("");

		for (size_t k = 0; k < c->nby; k++)
			if (fb_str_eq(c->by[k].key, key))
				name = fb_name_value(p->m->report, c->by[k]);
		for (size_t k = 0; q && k < q->nby; k++)
			if (fb_str_eq(q->by[k].key, key))
				name = fb_name_value(p->m->report, q->by[k]);
		fb_put_cell(p->m, p->s, p->row, BY + i, name, look);
	}
}

static void
put_cell(struct page *p, enum tail col, fb_str text, enum fb_style style)
{
	fb_put_cell(p->m, p->s, p->row, p->tail + col, text,
	    fb_look_of(p->m, style, 0, NULL));
}

/* The score under the mark of its group: red, blue, or plain. */
static void
put_score(struct page *p, const struct fb_cell *c, const struct fb_quote *q)
{
	int rank = fb_group_rank(c, q->group);
	fb_colour ink = fb_group_colour(p->m->report, c, rank);
	bool marked = q->score.n && (ink == FB_RED || ink == FB_BLUE);

	fb_put_number(p->m, p->s, p->row, p->tail + SCORE, q->score, marked ?
	    fb_look_of(p->m, FB_SCORE, ink, NULL) :
	    fb_look_of(p->m, FB_CENTRED, 0, NULL));
}

static fb_str
group_words(struct fb_making *m, const struct fb_cell *c, fb_str group)
{
	for (size_t i = 0; i < c->ngroups; i++)
		if (fb_str_eq(group, fb_cstr(c->group_names[i])))
			return fb_group_words(m->report, c, i);
	return group;
}

/* Of the number that the row belongs to. */
static void
put_number_of(struct page *p, const struct fb_cell *c)
{
	struct fb_buf b = {0};

	put_cell(p, MEASURE, fb_name_metric(p->m->report, c), FB_TEXT_CELL);
	fb_show_period(&b, &p->m->report->words, c->period_label, FB_PERIOD_FULL);
	put_cell(p, PERIOD, fb_buf_str(&b), FB_TEXT_CELL);
	fb_buf_release(&b);
}

static void
put_masks(struct page *p, const struct fb_quote *q)
{
	if (q->masks.p)
		fb_sheet_number(p->s, p->row, p->tail + MASKS,
		    (double)fb_mask_count(q), fb_look_of(p->m, FB_CENTRED, 0, NULL));
	else
		put_cell(p, MASKS, fb_word(&p->m->report->words,
		    "sheet_not_redacted"), FB_TEXT_CELL);
}

static void
put_about(struct page *p, const struct fb_cell *c, const struct fb_quote *q)
{
	fb_put_day(p->m, p->s, p->row, DAY, q->date);
	put_fields(p, c, q);
	fb_put_cell(p->m, p->s, p->row, CHANNEL, q->channel,
	    fb_look_of(p->m, FB_TEXT_CELL, 0, NULL));
	put_cell(p, LANG, q->lang, FB_TEXT_CELL);
	put_score(p, c, q);
	put_cell(p, GROUP, group_words(p->m, c, q->group), FB_TEXT_CELL);
	put_number_of(p, c);
	put_cell(p, ROLE, q->role, FB_TEXT_CELL);
	if (q->speaks_est == q->speaks_est)
		fb_sheet_number(p->s, p->row, p->tail + SPEAKS, q->speaks_est,
		    fb_look_of(p->m, FB_COUNT, 0, NULL));
	put_cell(p, SCALE, q->scale, FB_TEXT_CELL);
	put_masks(p, q);
	put_cell(p, ID, q->id, FB_TEXT_CELL);
	put_cell(p, DIGEST, q->sha256, FB_MONO);
}

/* A row for each part of the words; only the first says all about them. */
static void
put_quote(struct page *p, const struct fb_cell *c, const struct fb_quote *q)
{
	fb_str *parts;
	size_t n = fb_parts_of(p->m, q->text, 0, 0, &parts);

	for (size_t i = 0; i < n; i++) {
		fb_put_record(p->m, p->s, p->row, RECORD, q->id, i + 1, n,
		    FB_NO_ROW);
		put_about(p, c, q);
		fb_sheet_text(p->s, p->row, p->tail + WORDS, parts[i],
		    fb_look_words(p->m, FB_WORDS, q->text));
		fb_sheet_row(p->s, p->row, fb_height_for(parts[i], words_width,
		    15, 30));
		p->row++;
	}
}

/* A sentence where words are missing. */
static void
put_remark(struct page *p, const struct fb_cell *c, fb_str text)
{
	put_fields(p, c, NULL);
	put_number_of(p, c);
	put_cell(p, WORDS, text, FB_REMARK);
	p->row++;
}

static void
put_silent(struct page *p, const struct fb_cell *c)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < c->voice.nsilent; i++) {
		b.n = 0;
		fb_put_silent(&b, p->m->report, &c->voice.silent[i]);
		put_remark(p, c, fb_buf_str(&b));
	}
	if (!c->nquotes && !c->voice.nsilent)
		put_remark(p, c, fb_word(&p->m->report->words, "sheet_no_words"));
	fb_buf_release(&b);
}

/* The row of an earlier quote of the cell with the same words. */
static uint32_t
row_before(const struct page *p, const struct fb_cell *c, size_t k)
{
	size_t at = p->m->quote_at[fb_cell_index(p->m, c)];

	for (size_t i = 0; i < k; i++)
		if (fb_str_eq(c->quotes[i].id, c->quotes[k].id) &&
		    fb_str_eq(c->quotes[i].text, c->quotes[k].text))
			return p->m->quote_rows[at + i];
	return FB_NO_ROW;
}

static void
put_quotes_of(struct page *p, const struct fb_cell *c)
{
	uint32_t *rows = p->m->quote_rows +
	    p->m->quote_at[fb_cell_index(p->m, c)];
	size_t withheld = 0;

	for (size_t k = 0; k < c->nquotes; k++) {
		if (!fb_may_print(&c->quotes[k], p->m->unredacted)) {
			withheld++;
			continue;
		}
		rows[k] = row_before(p, c, k);
		if (rows[k] != FB_NO_ROW)
			continue;
		rows[k] = p->row;
		put_quote(p, c, &c->quotes[k]);
	}
	if (withheld) {
		struct fb_buf b = {0}, n = {0};

		fb_show_count(&n, &p->m->report->words, withheld);
		fb_say(&b, &p->m->report->words, "sheet_left_unmasked",
		    (struct fb_slot[]){ { "n", fb_buf_str(&n) } }, 1);
		put_remark(p, c, fb_buf_str(&b));
		fb_buf_release(&b);
		fb_buf_release(&n);
	}
	put_silent(p, c);
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	struct page p = { .m = m, .s = s, .row = m->top };
	struct fb_area filter = { m->top, 0, 0, 0 }, print = {0};

	find_fields(&p);
	put_head(&p);
	for (size_t i = 0; i < m->report->ncells; i++)
		if (m->report->cells[i].paired)
			put_quotes_of(&p, &m->report->cells[i]);
	filter.last_row = print.last_row = p.row - 1;
	filter.last_col = p.tail + TAIL - 1;
	print.last_col = p.tail + WORDS;
	fb_plan_page(m, s, m->top + 1, 1, true, &filter, &print);
	free(p.order);
	fb_map_release(&p.by);
}

const struct fb_sheet_kind fb_sheet_quotes = {
	.name = "Quotes", .wanted = wanted, .fill = fill,
};
