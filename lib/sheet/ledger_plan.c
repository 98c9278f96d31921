/* ledger_plan.c - whom the words of this report ask to be answered. */
#include "base/time.h"
#include "present/verdict.h"
#include "present/voice.h"
#include "sheet/put.h"

enum { DUE_DAYS = 7 };

static fb_str
day_text(struct fb_report *r, int32_t day)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_put_when(&b, (struct fb_when){ .sec = (int64_t)day * 86400 });
	s = fb_arena_copy(&r->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	return s;
}

/* The values of the record's own fields, else of the number it stands behind. */
static fb_str
segment_of(struct fb_report *r, const struct fb_cell *c,
    const struct fb_quote *q)
{
	const struct fb_pair *by = q->nby ? q->by : c ? c->by : NULL;
	size_t n = q->nby ? q->nby : c ? c->nby : 0;
	struct fb_buf b = {0};
	fb_str s;

	for (size_t i = 0; i < n; i++) {
		fb_buf_adds(&b, i ? " \xc2\xb7 " : "");
		fb_buf_add(&b, fb_name_value(r, by[i]));
	}
	s = fb_arena_copy(&r->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	return s;
}

static void
open_item(struct fb_report *r, struct fb_item *item)
{
	int32_t today = (int32_t)(fb_report_time(r) / 86400);

	item->open = true;
	item->is[FB_F_STATUS] = fb_word(&r->words, "state_to_call");
	item->is[FB_F_OPENED] = day_text(r, today);
	item->is[FB_F_DUE] = day_text(r, today + DUE_DAYS);
}

static void
know(struct fb_making *m, struct fb_item *item, const struct fb_cell *c,
    const struct fb_quote *q)
{
	static const char *const contact[] = { "follow_not_asked", "follow_no",
	    "follow_yes" };
	const struct fb_behind *b = m->records ?
	    fb_records_get(m->records, q->id) : NULL;
	fb_str segment = segment_of(m->report, c, q);

	item->is[FB_F_WORDS] = fb_shown_of(m, q).text;
	item->is[FB_F_SCORE] = q->score;
	item->is[FB_F_CONTACT] = fb_word(&m->report->words,
	    contact[b ? b->contact : FB_SAID_NOTHING]);
	if (segment.n || !item->is[FB_F_SEGMENT].n)
		item->is[FB_F_SEGMENT] = segment;
}

/* An item that came without its full id, by the id that was printed. */
static struct fb_item *
find_by_mark(struct fb_ledger *l, fb_str id)
{
	struct fb_buf b = {0};
	struct fb_item *found = NULL;

	fb_put_ident(&b, id, 64);
	for (size_t i = 0; i < l->n && !found; i++) {
		fb_str mark = l->items[i].is[FB_F_RECORD];

		if (l->items[i].is[FB_F_ID].n || mark.n < 9 ||
		    !fb_str_starts(fb_buf_str(&b), mark))
			continue;
		found = &l->items[i];
		fb_ledger_name(l, i, id);
	}
	fb_buf_release(&b);
	return found;
}

static void
plan(struct fb_making *m, struct fb_ledger *l, const struct fb_cell *c,
    const struct fb_quote *q)
{
	struct fb_item *item = fb_ledger_find(l, q->id);

	if (!fb_may_print(q, m->unredacted) || !q->id.n || item ||
	    find_by_mark(l, q->id))
		return;
	item = fb_ledger_add(l, q->id);
	open_item(m->report, item);
	know(m, item, c, q);
}

void
fb_ledger_plan(struct fb_making *m, struct fb_ledger *l)
{
	const struct fb_report *r = m->report;

	for (size_t i = 0; i < r->ncells; i++)
		for (size_t k = 0; k < r->cells[i].nquotes; k++)
			plan(m, l, &r->cells[i], &r->cells[i].quotes[k]);
	for (size_t i = 0; i < r->nletters; i++)
		plan(m, l, NULL, &r->letters[i].quote);
	m->ledger = l;
}
