/* ledger.c - items that are followed up. */
#include <stdlib.h>

#include "base/time.h"
#include "record/json.h"
#include "record/names.h"
#include "sheet/ledger.h"

const char *const fb_follow_heads[FB_F_COLUMNS] = {
	[FB_F_RECORD] = "sheet_record", [FB_F_CONTACT] = "follow_contact",
	[FB_F_SEGMENT] = "follow_segment", [FB_F_SCORE] = "sheet_score",
	[FB_F_WORDS] = "follow_words", [FB_F_OWNER] = "follow_owner",
	[FB_F_STATUS] = "follow_status", [FB_F_DUE] = "follow_due",
	[FB_F_PROMISED] = "follow_promised", [FB_F_OUTCOME] = "follow_outcome",
	[FB_F_CLOSED] = "follow_closed", [FB_F_OPENED] = "follow_opened",
	[FB_F_AGE] = "follow_age", [FB_F_BACK] = "follow_back",
	[FB_F_THEMES] = "follow_themes", [FB_F_CUSTOMER] = "follow_customer",
	[FB_F_ID] = "sheet_id",
};

const char *const fb_follow_states[FB_STATES] = { "state_to_call",
	"state_called", "state_fixed", "state_cannot_fix", "state_no_answer" };

bool
fb_item_is_open(const struct fb_words *w, fb_str status)
{
	return !fb_str_eq(status, fb_word(w, "state_fixed")) &&
	    !fb_str_eq(status, fb_word(w, "state_cannot_fix"));
}

struct fb_item *
fb_ledger_find(const struct fb_ledger *l, fb_str id)
{
	size_t i = l->ids.n && id.n ? fb_map_get(&l->ids, id) : FB_MAP_NONE;

	return i == FB_MAP_NONE ? NULL : &l->items[l->at[i]];
}

void
fb_ledger_name(struct fb_ledger *l, size_t i, fb_str id)
{
	bool fresh;
	size_t k;

	l->items[i].is[FB_F_ID] = id;
	if (!id.n)
		return;
	k = fb_map_put(&l->ids, id, &fresh);
	l->at = fb_grow(l->at, &l->at_cap, k + 1, sizeof *l->at);
	if (fresh)
		l->at[k] = i;
}

struct fb_item *
fb_ledger_add(struct fb_ledger *l, fb_str id)
{
	struct fb_item *item;

	l->items = fb_grow(l->items, &l->cap, l->n + 1, sizeof *l->items);
	item = &l->items[l->n];
	*item = (struct fb_item){0};
	for (size_t i = 0; i < FB_F_COLUMNS; i++)
		item->is[i] = FB_LIT("");
	fb_ledger_name(l, l->n, id);
	l->n++;
	return item;
}

/* "a; b" out of the list that fb-tag wrote. */
static fb_str
themes_of(struct fb_report *r, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);
	struct fb_buf b = {0}, one = {0};
	fb_str s;

	while (fb_json_next(&it)) {
		fb_say_apart(&b, &r->words);
		fb_buf_add(&b, fb_json_text(it.val, &one));
	}
	s = fb_arena_copy(&r->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	fb_buf_release(&one);
	return s;
}

void
fb_ledger_settle(struct fb_ledger *l, struct fb_report *r,
    const struct fb_records *records, const struct fb_withhold *no,
    bool unredacted)
{
	for (size_t i = 0; i < l->n; i++) {
		struct fb_item *item = &l->items[i];
		const struct fb_behind *b = records ?
		    fb_records_get(records, item->is[FB_F_ID]) : NULL;

		item->open = fb_item_is_open(&r->words, item->is[FB_F_STATUS]);
		item->withheld = (l->bare && item->old && !unredacted) ||
		    fb_withheld(no, item->is[FB_F_ID]) != FB_NOT_WITHHELD;
		if (!b)
			continue;
		item->withheld |= b->consent == FB_SAID_NO ||
		    !fb_behind_may_print(b, unredacted);
		if (item->old && b->text.n)
			item->is[FB_F_WORDS] = b->text;
		if (b->customer.n && fb_behind_may_print(b, unredacted))
			item->is[FB_F_CUSTOMER] = b->customer;
		if (b->themes.n)
			item->is[FB_F_THEMES] = themes_of(r, b->themes);
	}
}

void
fb_seekers_init(struct fb_seekers *s, const struct fb_ledger *l)
{
	*s = (struct fb_seekers){ .next = fb_zalloc(l->n + 1, sizeof *s->next) };
	for (size_t i = 0; i < l->n; i++) {
		fb_str customer = l->items[i].is[FB_F_CUSTOMER];
		bool fresh;
		size_t k;

		if (!l->items[i].old || !customer.n)
			continue;
		k = fb_map_put(&s->customers, customer, &fresh);
		s->first = fb_grow(s->first, &s->first_cap, k + 1,
		    sizeof *s->first);
		s->next[i] = fresh ? 0 : s->first[k];
		s->first[k] = i + 1;
	}
}

/* Is the theme one of "a; b"? */
static bool
has_theme(fb_str list, fb_str theme)
{
	while (list.n)
		if (fb_str_eq(fb_str_trim(fb_str_split(&list, ';')), theme))
			return true;
	return false;
}

/* A later record of the item's customer: is one of its themes the same? Of
 * several records the latest day is told, of themes the first by bytes. */
static void
came_back(struct fb_item *item, struct fb_report *r, fb_str day, fb_str themes)
{
	struct fb_json it = fb_json_in(themes);
	struct fb_buf one = {0};

	item->back++;
	if (fb_str_cmp(day, item->back_day) > 0)
		item->back_day = fb_arena_copy(&r->mem, day);
	while (fb_json_next(&it)) {
		fb_str theme = fb_json_text(it.val, &one);

		if (has_theme(item->is[FB_F_THEMES], theme) &&
		    (!item->theme.n || fb_str_cmp(theme, item->theme) < 0))
			item->theme = fb_arena_copy(&r->mem, theme);
	}
	fb_buf_release(&one);
}

void
fb_seekers_meet(struct fb_seekers *s, struct fb_ledger *l, struct fb_report *r,
    const struct fb_rec *rec)
{
	struct fb_buf customer = {0}, id = {0}, b = {0};
	size_t k = fb_map_get(&s->customers,
	    fb_json_text(fb_rec_get(rec, FB_CUSTOMER), &customer));
	fb_str own = fb_json_text(fb_rec_get(rec, FB_ID), &id);
	int32_t day;

	l->saw_records = true;
	if (k != FB_MAP_NONE && fb_rec_day(rec, &day)) {
		fb_put_when(&b, (struct fb_when){ .sec = (int64_t)day * 86400 });
		for (size_t i = s->first[k]; i; i = s->next[i - 1]) {
			struct fb_item *item = &l->items[i - 1];

			if (fb_str_cmp(fb_buf_str(&b), item->is[FB_F_OPENED]) >= 0 &&
			    !fb_str_eq(item->is[FB_F_ID], own))
				came_back(item, r, fb_buf_str(&b),
				    fb_rec_get(rec, FB_LIT("themes")));
		}
	}
	fb_buf_release(&customer);
	fb_buf_release(&id);
	fb_buf_release(&b);
}

void
fb_seekers_release(struct fb_seekers *s)
{
	fb_map_release(&s->customers);
	free(s->first);
	free(s->next);
}

void
fb_ledger_release(struct fb_ledger *l)
{
	free(l->items);
	free(l->at);
	free(l->strange);
	fb_map_release(&l->ids);
}
