/* behind.c - the records that quotes are parts of. */
#include <stdlib.h>

#include "record/json.h"
#include "record/names.h"
#include "sheet/behind.h"

void
fb_records_want(struct fb_records *r, fb_str id)
{
	bool fresh;
	size_t i = fb_map_put(&r->ids, id, &fresh);

	if (!fresh)
		return;
	r->found = fb_grow(r->found, &r->cap, i + 1, sizeof *r->found);
	r->found[i] = (struct fb_behind){0};
}

void
fb_records_want_quoted(struct fb_records *r, const struct fb_report *report)
{
	for (size_t i = 0; i < report->ncells; i++)
		for (size_t k = 0; k < report->cells[i].nquotes; k++)
			fb_records_want(r, report->cells[i].quotes[k].id);
	for (size_t i = 0; i < report->nletters; i++)
		fb_records_want(r, report->letters[i].quote.id);
}

static fb_str
kept_text(struct fb_report *r, fb_str raw)
{
	struct fb_buf scratch = {0};
	fb_str s = fb_arena_copy(&r->mem, fb_json_text(raw, &scratch));

	fb_buf_release(&scratch);
	return s;
}

static fb_str
text_of(struct fb_report *r, const struct fb_rec *rec, fb_str key)
{
	return kept_text(r, fb_rec_get(rec, key));
}

static bool
is_one_of(fb_str s, const char *const *words)
{
	for (; *words; words++)
		if (fb_str_eq(s, fb_cstr(*words)))
			return true;
	return false;
}

enum fb_said
fb_rec_said(const struct fb_rec *rec, fb_str key)
{
	static const char *const yes[] = { "true", "yes", "Yes", "y", "1", NULL };
	static const char *const no[] = { "false", "no", "No", "n", "0", NULL };
	struct fb_buf b = {0};
	fb_str s = fb_json_text(fb_rec_get(rec, key), &b);
	enum fb_said is = is_one_of(s, yes) ? FB_SAID_YES :
	    is_one_of(s, no) ? FB_SAID_NO : FB_SAID_NOTHING;

	fb_buf_release(&b);
	return is;
}

struct fb_behind
fb_behind_of(struct fb_report *r, const struct fb_rec *rec)
{
	fb_str masks = fb_rec_get(rec, FB_MASKS);
	fb_str themes = fb_rec_get(rec, FB_LIT("themes"));
	fb_str stage = fb_rec_get(rec, FB_LIT("stage"));

	return (struct fb_behind){ .id = text_of(r, rec, FB_ID),
	    .text = text_of(r, rec, FB_TEXT), .title = text_of(r, rec, FB_TITLE_),
	    .translation = kept_text(r, fb_translation_of(
	        fb_rec_get(rec, FB_TEXT), fb_rec_get(rec, FB_TRANSLATED))),
	    .customer = text_of(r, rec, FB_CUSTOMER),
	    .date = text_of(r, rec, FB_DATE),
	    .channel = text_of(r, rec, FB_CHANNEL),
	    .score = text_of(r, rec, FB_LIT("score")),
	    .scale = text_of(r, rec, FB_SCALE),
	    .lang = text_of(r, rec, FB_LANG),
	    .masks = masks.p ? fb_arena_copy(&r->mem, masks) : masks,
	    .themes = fb_arena_copy(&r->mem, themes),
	    .stage = fb_arena_copy(&r->mem, stage),
	    .consent = fb_rec_said(rec, FB_CONSENT),
	    .contact = fb_rec_said(rec, FB_LIT("contact")) };
}

static bool
is_later(const struct fb_behind *a, const struct fb_behind *b)
{
	int d = fb_str_cmp(a->date, b->date);

	if (!d)
		d = fb_str_cmp(a->text, b->text);
	return d > 0;
}

void
fb_records_meet(struct fb_records *r, struct fb_report *report,
    const struct fb_rec *rec)
{
	struct fb_buf scratch = {0};
	size_t i = fb_map_get(&r->ids,
	    fb_json_text(fb_rec_get(rec, FB_ID), &scratch));
	struct fb_behind one;

	fb_buf_release(&scratch);
	if (i == FB_MAP_NONE)
		return;
	one = fb_behind_of(report, rec);
	if (!r->found[i].id.p || is_later(&one, &r->found[i]))
		r->found[i] = one;
}

const struct fb_behind *
fb_records_get(const struct fb_records *r, fb_str id)
{
	size_t i = fb_map_get(&r->ids, id);

	return i == FB_MAP_NONE || !r->found[i].id.p ? NULL : &r->found[i];
}

void
fb_records_release(struct fb_records *r)
{
	fb_map_release(&r->ids);
	free(r->found);
	*r = (struct fb_records){0};
}

bool
fb_behind_may_print(const struct fb_behind *b, bool unredacted)
{
	return b->masks.p || unredacted;
}
