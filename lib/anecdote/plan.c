/* plan.c - report periods and cells from the metric lines. */
#include <stdlib.h>

#include "anecdote/plan.h"
#include "record/json.h"
#include "record/writer.h"

void
fb_plan_init(struct fb_plan *p)
{
	static const struct fb_list none;

	*p = (struct fb_plan){ .last_day = INT32_MIN };
	fb_tables_init(&p->tables, &none);
}

static void
later(struct fb_period *p, bool *any, struct fb_period new)
{
	if (!*any || fb_period_cmp(new, *p) > 0)
		*p = new;
	*any = true;
}

static bool
has_flag(fb_str flags, const char *flag)
{
	struct fb_json it = fb_json_in(flags);

	while (fb_json_next(&it))
		if (fb_json_is(it.val, flag))
			return true;
	return false;
}

static void
note_period(struct fb_plan *p, const struct fb_rec *r, struct fb_period period)
{
	struct fb_seen *s = &p->seen[period.unit];

	later(&s->last, &s->any, period);
	if (!has_flag(fb_rec_get(r, FB_LIT("flags")), "partial"))
		later(&s->last_full, &s->full, period);
	if (fb_rec_get(r, FB_LIT("prev")).p || fb_rec_get(r, FB_LIT("yoy")).p)
		later(&s->last_tested, &s->tested, period);
}

static bool
too_many_keys(fb_str by)
{
	struct fb_json it = fb_json_in(by);
	size_t n = 0;

	while (fb_json_next(&it))
		n++;
	return n > FB_BY_MAX_PAIRS;
}

/* A line that names no zone is cut in ours. */
static bool
other_zone(fb_str of, struct fb_buf *scratch)
{
	fb_str tz = fb_json_text(fb_json_get(of, "tz"), scratch);

	return tz.n && !fb_str_eq(tz, fb_cstr(fb_tz_name()));
}

static void
note_keys(struct fb_plan *p, fb_str by)
{
	struct fb_json it = fb_json_in(by);
	struct fb_buf key = {0};

	while (fb_json_next(&it)) {
		key.n = 0;
		fb_json_unescape(&key, it.key);
		fb_map_put(&p->keys, fb_buf_str(&key), NULL);
	}
	fb_buf_release(&key);
}

static const char *
note_metric(struct fb_plan *p, const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	struct fb_period period;
	fb_str label = fb_json_text(fb_rec_get(r, FB_LIT("period")), &scratch);
	const char *why = NULL;

	if (!fb_rec_get(r, FB_LIT("metric")).n)
		why = "a metric line without \"metric\" gets no quotes";
	else if (!label.n)
		why = "a metric line without \"period\" gets no quotes";
	else if (fb_period_parse(label, &period))
		why = "a metric line gets no quotes: its period is not like "
		    "2026-10, 2026-W05, 2026-Q4, 2026 or all";
	else if (too_many_keys(fb_rec_get(r, FB_LIT("by"))))
		why = "a metric line gets no quotes: it crosses too many "
		    "fields";
	else if (other_zone(fb_rec_get(r, FB_LIT("of")), &scratch))
		why = "a metric line gets no quotes: its periods are cut in "
		    "another zone; give that as --tz";
	if (!why) {
		note_period(p, r, period);
		note_keys(p, fb_rec_get(r, FB_LIT("by")));
	}
	fb_buf_release(&scratch);
	return why;
}

/* Keep what fb-metric says of a group that declines; see fb_plan_shadows(). */
static void
note_decline(struct fb_plan *p, const struct fb_rec *r)
{
	struct fb_pair pairs[FB_BY_MAX_PAIRS];
	struct fb_json verdict = fb_json_in(fb_rec_get(r, FB_LIT("verdict")));
	struct fb_buf key = {0}, scratch = {0}, by = {0}, place = {0};
	struct fb_period period;

	if (fb_json_is(fb_rec_get(r, FB_LIT("fb")), "decline") &&
	    fb_json_next(&verdict) && !fb_period_parse(fb_json_text(
	    fb_rec_get(r, FB_LIT("period")), &scratch), &period)) {
		fb_put_pairs(&by, pairs, fb_pairs_read(&p->mem,
		    fb_rec_get(r, FB_LIT("by")), pairs));
		fb_place_key(&place, period, fb_buf_str(&by));
		fb_buf_add(&key, fb_json_text(fb_rec_get(r, FB_LIT("metric")),
		    &scratch));
		fb_buf_addc(&key, '\n');
		fb_buf_add(&key, fb_buf_str(&place));
		fb_map_put(&p->declines, fb_buf_str(&key), NULL);
	}
	fb_buf_release(&key);
	fb_buf_release(&scratch);
	fb_buf_release(&by);
	fb_buf_release(&place);
}

void
fb_put_unpaired(struct fb_buf *b, const struct fb_rec *r)
{
	struct fb_edit none[] = { { .key = FB_LIT("quotes") },
	    { .key = FB_LIT("voice") } };

	fb_put_edited(b, r, none, 2);
}

static void
digest(struct fb_plan *p, const struct fb_rec *r)
{
	struct fb_buf b = {0};

	fb_put_unpaired(&b, r);
	fb_digest_add(&p->metrics, fb_buf_str(&b), FB_LIT(""));
	fb_buf_release(&b);
}

const char *
fb_plan_add(struct fb_plan *p, const struct fb_rec *r)
{
	const char *why = r->kind == FB_METRIC ? note_metric(p, r) : NULL;

	if (r->kind == FB_OTHER)
		note_decline(p, r);
	if (r->kind == FB_METRIC)
		digest(p, r);
	p->items = fb_grow(p->items, &p->items_cap, p->nitems + 1,
	    sizeof *p->items);
	p->items[p->nitems++] = (struct fb_item){ fb_str_dup(r->line),
	    r->line.n, FB_NO_CELL, r->kind == FB_METRIC && !why };
	return why;
}

static void
choose_periods(struct fb_plan *p)
{
	for (size_t u = FB_DAY; u < FB_UNITS; u++) {
		const struct fb_seen *s = &p->seen[u];

		if (s->any)
			p->periods[p->nperiods++] = s->tested ? s->last_tested :
			    s->full ? s->last_full : s->last;
	}
	if (!p->nperiods && p->seen[FB_ALL].any)
		p->periods[p->nperiods++] = p->seen[FB_ALL].last;
}

const char *
fb_plan_settle(struct fb_plan *p, const char *label)
{
	const char *why = NULL;

	if (label)
		why = fb_period_parse(fb_cstr(label),
		    &p->periods[p->nperiods++]);
	else
		choose_periods(p);
	if (!why)
		fb_plan_cells(p);
	return why;
}

void
fb_put_report_periods(struct fb_buf *b, const struct fb_plan *p)
{
	for (size_t i = 0; i < p->nperiods; i++) {
		if (i)
			fb_buf_addc(b, ' ');
		fb_put_period(b, p->periods[i]);
	}
}

void
fb_plan_release(struct fb_plan *p)
{
	for (size_t i = 0; i < p->nitems; i++)
		free(p->items[i].line);
	for (size_t i = 0; i < p->ncells; i++) {
		for (size_t g = 0; g < FB_GROUPS; g++)
			fb_pool_release(&p->cells[i].pool[g]);
		fb_leavers_release(&p->cells[i].leavers);
		free(p->cells[i].reasons);
	}
	fb_map_release(&p->keys);
	fb_map_release(&p->declines);
	fb_map_release(&p->places);
	fb_tables_release(&p->tables);
	fb_arena_release(&p->mem);
	free(p->items);
	free(p->first);
	free(p->questions);
	free(p->visits);
	free(p->cells);
	*p = (struct fb_plan){0};
}
