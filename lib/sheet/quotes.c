/* quotes.c - the sheet Quotes: every quote whole, a row each. */
#include <stdlib.h>

#include "present/voice.h"
#include "sheet/quotes.h"

static const struct {
	const char *key;
	double width;
} tail[FB_Q_TAIL] = {
	[FB_Q_LANG] = { "sheet_lang", 9 },
	[FB_Q_SCORE] = { "sheet_score", 7 },
	[FB_Q_GROUP] = { "sheet_score_group", 14 },
	[FB_Q_MEASURE] = { "sheet_measure", 22 },
	[FB_Q_OF] = { "sheet_number_of", 16 },
	[FB_Q_PERIOD] = { "sheet_period", 13 },
	[FB_Q_WORDS] = { "sheet_quote_whole", 80 },
	[FB_Q_TRANSLATION] = { "sheet_translation", 44 },
	[FB_Q_EXTENT] = { "sheet_extent", 22 },
	[FB_Q_ROLE] = { "sheet_role", 14 }, [FB_Q_SPEAKS] = { "sheet_speaks", 10 },
	[FB_Q_SCALE] = { "sheet_scale", 8 }, [FB_Q_MASKS] = { "sheet_masks", 9 },
	[FB_Q_MARK] = { "sheet_mark", 6 },
	[FB_Q_ID] = { "sheet_id", 30 }, [FB_Q_DIGEST] = { "sheet_digest", 66 },
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
find_fields(struct fb_quotes *p)
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
	p->tail = FB_Q_BY + (uint32_t)p->by.n;
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

/* Are all words on the sheet all that their records have, and has any of these
 * a translation? */
static void
look_at_words(struct fb_quotes *p)
{
	const struct fb_report *r = p->m->report;

	p->all_whole = true;
	for (size_t i = 0; i < r->ncells; i++)
		for (size_t k = 0; k < r->cells[i].nquotes; k++) {
			struct fb_shown s = fb_shown_of(p->m,
			    &r->cells[i].quotes[k]);

			p->all_whole &= s.whole;
			p->translated |= s.translation.n > 0;
		}
}

static void
put_head(struct fb_quotes *p)
{
	static const char *const first[] = { "sheet_record", "sheet_date",
	    "sheet_channel" };
	static const double widths[] = { 13, 12.5, 14 };
	unsigned look = fb_look_of(p->m, FB_HEAD, 0, NULL);

	for (uint32_t i = 0; i < FB_Q_BY; i++) {
		fb_put_word(p->m, p->s, p->row, i, first[i], FB_HEAD);
		fb_sheet_col(p->s, i, i, widths[i], false);
	}
	for (uint32_t i = 0; i < p->by.n; i++) {
		fb_put_cell(p->m, p->s, p->row, FB_Q_BY + i, field_name(p->m->report,
		    fb_map_key(&p->by, p->order[i])), look);
		fb_sheet_col(p->s, FB_Q_BY + i, FB_Q_BY + i, 16, false);
	}
	for (uint32_t i = 0; i < FB_Q_TAIL; i++) {
		fb_put_word(p->m, p->s, p->row, p->tail + i, i == FB_Q_WORDS &&
		    !p->all_whole ? "sheet_quote" : tail[i].key, FB_HEAD);
		fb_sheet_col(p->s, p->tail + i, p->tail + i, tail[i].width,
		    i == FB_Q_MARK || (i == FB_Q_TRANSLATION && !p->translated));
	}
	p->row++;
}

static void
put_silent(struct fb_quotes *p, const struct fb_cell *c)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < c->voice.nsilent; i++) {
		b.n = 0;
		fb_put_silent(&b, p->m->report, c, &c->voice.silent[i]);
		fb_quotes_remark(p, c, fb_buf_str(&b));
	}
	if (!c->nquotes && !c->voice.nsilent)
		fb_quotes_remark(p, c, fb_word(&p->m->report->words, "sheet_no_words"));
	fb_buf_release(&b);
}

/* The row of an earlier quote of the cell with the same words and role. */
static uint32_t
row_before(const struct fb_quotes *p, const struct fb_cell *c, size_t k)
{
	size_t at = p->m->quote_at[fb_cell_index(p->m, c)];

	for (size_t i = 0; i < k; i++)
		if (fb_str_eq(c->quotes[i].id, c->quotes[k].id) &&
		    fb_str_eq(c->quotes[i].role, c->quotes[k].role) &&
		    fb_str_eq(c->quotes[i].text, c->quotes[k].text))
			return p->m->quote_rows[at + i];
	return FB_NO_ROW;
}

static void
put_quotes_of(struct fb_quotes *p, const struct fb_cell *c)
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
		fb_quotes_add(p, c, &c->quotes[k]);
	}
	if (withheld) {
		struct fb_buf b = {0}, n = {0};

		fb_show_count(&n, &p->m->report->words, withheld);
		fb_say(&b, &p->m->report->words, "sheet_left_unmasked",
		    (struct fb_slot[]){ { "n", fb_buf_str(&n) } }, 1);
		fb_quotes_remark(p, c, fb_buf_str(&b));
		fb_buf_release(&b);
		fb_buf_release(&n);
	}
	put_silent(p, c);
}

/* A score is red in the worst group of its number, blue in the best. */
static void
put_rules(struct fb_quotes *p)
{
	static const struct { const char *test; uint32_t ink; } rules[] = {
		{ "<0", FB_RED }, { ">0", FB_BLUE } };
	uint32_t col = p->tail + FB_Q_SCORE, first = p->m->top + 1;
	struct fb_area a = { first, col, p->row - 1, col };
	struct fb_buf b = {0};

	for (size_t i = 0; i < 2 && a.last_row >= first; i++) {
		b.n = 0;
		fb_buf_addc(&b, '=');
		fb_put_column(&b, p->tail + FB_Q_MARK);
		fb_buf_printf(&b, "%u%s", first + 1, rules[i].test);
		fb_sheet_rule(p->s, a, &(struct fb_rule){
		    .kind = FB_RULE_FORMULA, .formula = fb_buf_cstr(&b),
		    .ink = FB_WHITE, .fill = rules[i].ink, .bold = true });
	}
	fb_buf_release(&b);
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	struct fb_quotes p = { .m = m, .s = s, .row = m->top };
	struct fb_area filter = { m->top, 0, 0, 0 }, print = {0};

	find_fields(&p);
	look_at_words(&p);
	put_head(&p);
	for (size_t i = 0; i < m->report->ncells; i++)
		if (m->report->cells[i].paired)
			put_quotes_of(&p, &m->report->cells[i]);
	filter.last_row = print.last_row = p.row - 1;
	filter.last_col = p.tail + FB_Q_TAIL - 1;
	print.last_col = p.tail + (p.translated ? FB_Q_TRANSLATION : FB_Q_WORDS);
	put_rules(&p);
	fb_plan_page(m, s, m->top + 1, 1, true, &filter, &print);
	free(p.order);
	fb_map_release(&p.by);
}

uint32_t
fb_quotes_row_of(const struct fb_making *m, fb_str id)
{
	const struct fb_report *r = m->report;

	for (size_t i = 0; i < r->ncells; i++)
		for (size_t k = 0; k < r->cells[i].nquotes; k++)
			if (fb_str_eq(r->cells[i].quotes[k].id, id) &&
			    m->quote_rows[m->quote_at[i] + k] != FB_NO_ROW)
				return m->quote_rows[m->quote_at[i] + k];
	return FB_NO_ROW;
}

const struct fb_sheet_kind fb_sheet_quotes = {
	.name = "Quotes", .wanted = wanted, .fill = fill,
};
