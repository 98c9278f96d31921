/* call.c - the sheet Call list. */
#include "base/diag.h"
#include "base/time.h"
#include "present/verdict.h"
#include "record/json.h"
#include "sheet/call.h"
#include "sheet/put.h"

static const struct {
	const char *key;
	double width;
} columns[FB_C_COLUMNS] = {
	[FB_C_RECORD] = { "sheet_record", 12 },
	[FB_C_SEGMENT] = { "follow_segment", 20 },
	[FB_C_DECLINE] = { "call_decline", 30 },
	[FB_C_DATE] = { "sheet_date", 12 },
	[FB_C_CHANNEL] = { "sheet_channel", 13 },
	[FB_C_SCORE] = { "sheet_score", 7 },
	[FB_C_STAGE] = { "call_stage", 14 },
	[FB_C_WORDS] = { "follow_words", 54 },
	[FB_C_QUESTION] = { "call_question", 36 },
	[FB_C_CALLED] = { "call_called", 12 },
	[FB_C_HEARD] = { "call_heard", 40 },
	[FB_C_CUSTOMER] = { "follow_customer", 16 },
	[FB_C_ID] = { "sheet_id", 30 },
};

struct list {
	struct fb_making *m;
	struct fb_sheet *s;
	struct fb_questions questions;
	uint32_t row;
};

static bool
wanted(const struct fb_making *m)
{
	return m->calls && fb_calls_any(m->calls);
}

static void
put_head(struct list *p)
{
	for (uint32_t i = 0; i < FB_C_COLUMNS; i++) {
		fb_put_word(p->m, p->s, p->row, i, columns[i].key, FB_HEAD);
		fb_sheet_col(p->s, i, i, columns[i].width, false);
	}
	fb_sheet_row(p->s, p->row++, 26);
}

static void
put(struct list *p, uint32_t col, fb_str text, enum fb_style style)
{
	fb_put_cell(p->m, p->s, p->row, col, text,
	    fb_look_of(p->m, style, 0, NULL));
}

static void
put_group(struct list *p, const struct fb_call_group *g)
{
	struct fb_report *r = p->m->report;

	put(p, FB_C_SEGMENT, g->cell ? fb_name_group(r, g->cell) :
	    fb_word(&r->words, "everyone"), FB_TEXT_CELL);
	put(p, FB_C_DECLINE, g->said.n ? g->said :
	    fb_word(&r->words, "call_no_decline"), FB_TEXT_CELL);
}

static void
put_said(struct list *p, const struct fb_call *c, fb_str stage)
{
	fb_str *parts, words = c->record.text;

	fb_parts_of(p->m, words, 0, 0, &parts);
	fb_sheet_text(p->s, p->row, FB_C_WORDS, parts[0],
	    fb_look_words(p->m, FB_TEXT_CELL, words, c->record.lang));
	put(p, FB_C_QUESTION, fb_question_for(&p->questions, stage,
	    c->record.lang, &c->ticket), FB_ASK);
	fb_sheet_row(p->s, p->row, fb_height_for(parts[0],
	    columns[FB_C_WORDS].width, 14, 46));
}

static void
put_call(struct list *p, const struct fb_call_group *g, const struct fb_call *c)
{
	const struct fb_behind *b = &c->record;
	struct fb_buf scratch = {0};
	fb_str stage = fb_json_text(b->stage, &scratch);

	fb_put_record(p->m, p->s, p->row, FB_C_RECORD, b->id, 1, 1,
	    fb_quotes_row_of(p->m, b->id));
	put_group(p, g);
	fb_put_day(p->m, p->s, p->row, FB_C_DATE, b->date);
	put(p, FB_C_CHANNEL, b->channel, FB_TEXT_CELL);
	fb_put_number(p->m, p->s, p->row, FB_C_SCORE, b->score,
	    fb_look_of(p->m, FB_CENTRED, 0, NULL));
	put(p, FB_C_STAGE, stage, FB_TEXT_CELL);
	put_said(p, c, stage);
	put(p, FB_C_CALLED, FB_LIT(""), FB_INPUT_DAY);
	put(p, FB_C_HEARD, FB_LIT(""), FB_INPUT);
	put(p, FB_C_CUSTOMER, b->customer, FB_TEXT_CELL);
	put(p, FB_C_ID, b->id, FB_TEXT_CELL);
	p->row++;
	fb_buf_release(&scratch);
}

static void
put_deck(struct list *p)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_buf b = {0}, most = {0}, n = {0};

	fb_show_count(&most, w, FB_CALLS_A_GROUP);
	fb_show_count(&n, w, fb_calls_agreed(p->m->calls));
	fb_say(&b, w, "call_deck", (struct fb_slot[]){
	    { "most", fb_buf_str(&most) }, { "n", fb_buf_str(&n) } }, 2);
	put(p, 0, fb_buf_str(&b), FB_NAME_NOTE);
	fb_sheet_row(p->s, p->row++, 20);
	fb_buf_release(&b);
	fb_buf_release(&most);
	fb_buf_release(&n);
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	struct list p = { .m = m, .s = s, .row = m->top };
	struct fb_area filter, print, called;
	size_t line;
	const char *why = fb_questions_read(&p.questions, &line);

	if (why)
		fb_book_give_up(m->book, why);
	put_deck(&p);
	put_head(&p);
	for (size_t i = 0; i < m->calls->n; i++)
		for (size_t k = 0; k < m->calls->groups[i].n; k++)
			put_call(&p, &m->calls->groups[i],
			    &m->calls->groups[i].calls[k]);
	filter = (struct fb_area){ m->top + 1, 0, p.row - 1, FB_C_COLUMNS - 1 };
	print = (struct fb_area){ m->top, 0, p.row - 1, FB_C_HEARD };
	called = (struct fb_area){ m->top + 2, FB_C_CALLED, p.row - 1,
	    FB_C_CALLED };
	fb_sheet_dates_only(s, called, fb_days(2000, 1, 1));
	fb_plan_page(m, s, m->top + 2, 1, true, &filter, &print);
	fb_questions_release(&p.questions);
}

const struct fb_sheet_kind fb_sheet_call = {
	.name = "Call list", .wanted = wanted, .fill = fill,
};
