/* follow.c - the sheet Follow-up: whom to answer, and what came of it. */
#include <stdlib.h>

#include "base/time.h"
#include "present/verdict.h"
#include "sheet/put.h"

static const double widths[FB_F_COLUMNS] = {
	[FB_F_RECORD] = 11, [FB_F_CONTACT] = 10, [FB_F_SEGMENT] = 13,
	[FB_F_SCORE] = 6, [FB_F_WORDS] = 46, [FB_F_OWNER] = 10,
	[FB_F_STATUS] = 10, [FB_F_DUE] = 11, [FB_F_PROMISED] = 15,
	[FB_F_OUTCOME] = 15, [FB_F_CLOSED] = 11, [FB_F_OPENED] = 12,
	[FB_F_AGE] = 9, [FB_F_BACK] = 24, [FB_F_THEMES] = 20,
	[FB_F_CUSTOMER] = 14, [FB_F_ID] = 30,
};

struct follow {
	struct fb_making *m;
	struct fb_sheet *s;
	uint32_t row;
};

static bool
wanted(const struct fb_making *m)
{
	return m->ledger && m->ledger->n > 0;
}

static bool
is_input(uint32_t col)
{
	return col >= FB_F_OWNER && col <= FB_F_CLOSED;
}

static void
put_head(struct follow *f)
{
	for (uint32_t i = 0; i < FB_F_COLUMNS; i++) {
		fb_put_word(f->m, f->s, f->row, i, fb_follow_heads[i], FB_HEAD);
		fb_sheet_col(f->s, i, i, widths[i], i == FB_F_CUSTOMER);
	}
	fb_sheet_row(f->s, f->row++, 26);
}

/* Days since it was opened, until it was closed. */
static void
put_age(struct follow *f, const struct fb_item *item)
{
	struct fb_when from, to;
	int64_t days = 0;

	if (fb_when_parse(item->is[FB_F_OPENED], &from)) {
		fb_put_cell(f->m, f->s, f->row, FB_F_AGE, item->is[FB_F_AGE],
		    fb_look_of(f->m, FB_TEXT_CELL, 0, NULL));
		return;
	}
	if (item->open || fb_when_parse(item->is[FB_F_CLOSED], &to))
		to = (struct fb_when){ .sec = fb_report_time(f->m->report) };
	days = fb_when_day(to) - fb_when_day(from);
	fb_sheet_number(f->s, f->row, FB_F_AGE, (double)(days > 0 ? days : 0),
	    fb_look_of(f->m, FB_COUNT, 0, NULL));
}

/* Did the customer come back, and with the same theme? */
static void
put_back(struct follow *f, const struct fb_item *item)
{
	const struct fb_words *w = &f->m->report->words;
	struct fb_buf b = {0}, n = {0}, day = {0};
	bool known = item->is[FB_F_CUSTOMER].n && f->m->ledger->saw_records;

	fb_show_count(&n, w, item->back);
	fb_show_date(&day, w, item->back_day, FB_DATE_YEAR);
	if (item->old)
		fb_say(&b, w, item->theme.n ? "follow_back_same" :
		    item->back ? "follow_back_other" : known ?
		    "follow_back_no" : "follow_back_unknown", (struct fb_slot[]){
		    { "theme", item->theme }, { "n", fb_buf_str(&n) },
		    { "day", fb_buf_str(&day) } }, 3);
	fb_put_cell(f->m, f->s, f->row, FB_F_BACK, fb_buf_str(&b),
	    fb_look_of(f->m, item->theme.n ? FB_BOLD_CELL : FB_TEXT_CELL, 0, NULL));
	fb_buf_release(&b);
	fb_buf_release(&n);
	fb_buf_release(&day);
}

static void
put_words(struct follow *f, const struct fb_item *item)
{
	fb_str *parts, words = item->is[FB_F_WORDS];

	if (item->withheld) {
		fb_put_word(f->m, f->s, f->row, FB_F_WORDS, "follow_withheld",
		    FB_REMARK);
		return;
	}
	fb_parts_of(f->m, words, 0, 0, &parts);
	fb_sheet_text(f->s, f->row, FB_F_WORDS, parts[0],
	    fb_look_words(f->m, FB_TEXT_CELL, words, FB_LIT("")));
	fb_sheet_row(f->s, f->row, fb_height_for(parts[0], widths[FB_F_WORDS],
	    14, 32));
}

static void
put_other(struct follow *f, const struct fb_item *item, uint32_t col)
{
	unsigned look = fb_look_of(f->m, is_input(col) ? FB_INPUT :
	    FB_TEXT_CELL, 0, NULL);

	if (col == FB_F_SCORE)
		fb_put_number(f->m, f->s, f->row, col, item->is[col],
		    fb_look_of(f->m, FB_CENTRED, 0, NULL));
	else if (col == FB_F_DUE || col == FB_F_CLOSED)
		fb_put_day_as(f->m, f->s, f->row, col, item->is[col],
		    FB_INPUT_DAY, FB_INPUT_DAY);
	else if (col == FB_F_OPENED)
		fb_put_day(f->m, f->s, f->row, col, item->is[col]);
	else
		fb_put_cell(f->m, f->s, f->row, col, item->is[col], look);
}

static void
put_item(struct follow *f, const struct fb_item *item)
{
	fb_str id = item->is[FB_F_ID];

	if (id.n)
		fb_put_record(f->m, f->s, f->row, FB_F_RECORD, id, 1, 1,
		    fb_quotes_row_of(f->m, id));
	else
		fb_put_cell(f->m, f->s, f->row, FB_F_RECORD,
		    item->is[FB_F_RECORD], fb_look_of(f->m, FB_TEXT_CELL, 0, NULL));
	for (uint32_t i = FB_F_CONTACT; i < FB_F_COLUMNS; i++) {
		if (i == FB_F_WORDS)
			put_words(f, item);
		else if (i == FB_F_AGE)
			put_age(f, item);
		else if (i == FB_F_BACK)
			put_back(f, item);
		else
			put_other(f, item, i);
	}
	f->row++;
}

/* Red while a call is due and nobody called, grey when it is fixed. */
static void
put_rules(struct follow *f, uint32_t first)
{
	const struct fb_words *w = &f->m->report->words;
	fb_str call = fb_word(w, "state_to_call"), fixed = fb_word(w, "state_fixed");
	struct fb_area due = { first, FB_F_DUE, f->row - 1, FB_F_DUE };
	struct fb_area all = { first, FB_F_RECORD, f->row - 1, FB_F_BACK };
	struct fb_buf b = {0};

	fb_buf_printf(&b, "=AND($G%u=\"%.*s\",ISNUMBER($H%u),$H%u<TODAY())",
	    first + 1, (int)call.n, call.p, first + 1, first + 1);
	fb_sheet_rule(f->s, due, &(struct fb_rule){ .kind = FB_RULE_FORMULA,
	    .formula = fb_buf_cstr(&b), .ink = FB_RED, .bold = true });
	b.n = 0;
	fb_buf_printf(&b, "=$G%u=\"%.*s\"", first + 1, (int)fixed.n, fixed.p);
	fb_sheet_rule(f->s, all, &(struct fb_rule){ .kind = FB_RULE_FORMULA,
	    .formula = fb_buf_cstr(&b), .ink = FB_MID });
	fb_buf_release(&b);
}

/* What may be typed where. */
static void
put_choices(struct follow *f, uint32_t first)
{
	const char *states[FB_STATES + 1] = {0};
	struct fb_area a = { first, FB_F_STATUS, f->row - 1, FB_F_STATUS };

	for (size_t i = 0; i < FB_STATES; i++)
		states[i] = fb_arena_copy(&f->m->report->mem,
		    fb_word(&f->m->report->words, fb_follow_states[i])).p;
	fb_sheet_choices(f->s, a, states);
	a.col = a.last_col = FB_F_DUE;
	fb_sheet_dates_only(f->s, a, fb_days(2000, 1, 1));
	a.col = a.last_col = FB_F_CLOSED;
	fb_sheet_dates_only(f->s, a, fb_days(2000, 1, 1));
}

static void
put_items(struct follow *f)
{
	const struct fb_ledger *l = f->m->ledger;

	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < l->n; i++) {
			const struct fb_item *item = &l->items[i];

			if ((item->open ? !item->old : 2) == pass)
				put_item(f, item);
		}
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	struct follow f = { m, s, m->top };
	struct fb_area filter, print;
	uint32_t first;

	fb_put_word(m, s, f.row, 0, "follow_deck", FB_NAME_NOTE);
	fb_sheet_row(s, f.row++, 20);
	put_head(&f);
	first = f.row;
	put_items(&f);
	filter = (struct fb_area){ first - 1, 0, f.row - 1, FB_F_COLUMNS - 1 };
	print = (struct fb_area){ m->top, 0, f.row - 1, FB_F_CLOSED };
	put_rules(&f, first);
	put_choices(&f, first);
	fb_plan_page(m, s, first, 1, true, &filter, &print);
}

const struct fb_sheet_kind fb_sheet_follow = {
	.name = "Follow-up", .wanted = wanted, .fill = fill,
};
