/* quotes.c - the quotes of a part: each by itself, then drawn again. */
#include <stdlib.h>

#include "record/json.h"
#include "record/writer.h"
#include "verify/quotes.h"
#include "verify/redraw.h"

static const char *const known[] = { "count", "seed", "max-chars", "withhold",
    NULL };

static bool
any_quotes(const struct fb_part_of_case *p)
{
	for (size_t i = 0; i < p->nmetrics; i++)
		if (fb_json_get(p->metrics[i], "quotes").p)
			return true;
	return false;
}

/* Every line as fb-anecdote met it, in the order of the part. */
static void
plan_lines(struct fb_redraw *d)
{
	struct fb_buf b = {0};
	struct fb_rec r = {0}, bare = {0};

	fb_plan_init(&d->plan);
	for (size_t i = 0; i < d->part->nmetrics; i++) {
		b.n = 0;
		if (fb_scan(&r, d->part->metrics[i]))
			continue;
		fb_put_unpaired(&b, &r);
		if (!fb_scan(&bare, fb_buf_str(&b)))
			fb_plan_add(&d->plan, &bare);
	}
	for (size_t i = 0; i < d->part->nothers; i++)
		if (!fb_scan(&r, d->part->others[i]))
			fb_plan_add(&d->plan, &r);
	fb_plan_settle(&d->plan, fb_said_text(&d->said, "period"));
	fb_rec_release(&r);
	fb_rec_release(&bare);
	fb_buf_release(&b);
}

static void
check_each(struct fb_redraw *d, bool *bad)
{
	for (size_t i = 0; i < d->part->nmetrics; i++) {
		struct fb_json it = fb_json_in(
		    fb_json_get(d->part->metrics[i], "quotes"));

		while (fb_json_next(&it)) {
			d->c->nquotes++;
			bad[i] |= fb_verify_quote(d, i, it.val) > 0;
		}
	}
}

/* Can this draw be done again? NULL, or why not. */
static const char *
cannot(struct fb_redraw *d, struct fb_buf *why)
{
	const char *other = fb_said_unknown(&d->said, known), *bad;

	if (other)
		fb_buf_printf(why, "its quotes cannot be drawn again: --%s is "
		    "not known here", other);
	else if (fb_said_text(&d->said, "withhold") && !d->c->has_withhold)
		fb_buf_adds(why, "its quotes cannot be drawn again without the "
		    "withheld ids: give --withhold FILE");
	else if ((bad = fb_said_filter(&d->c->mem, &d->said, false, &d->filter)))
		fb_buf_printf(why, "its quotes cannot be drawn again: %s", bad);
	return why->n ? fb_buf_cstr(why) : NULL;
}

static void
gather(struct fb_redraw *d)
{
	struct fb_rec r = {0};

	fb_gather_init(&d->gather, &d->plan, d->c->in, &d->c->withhold,
	    fb_cstr(d->seed));
	fb_reader_again(d->c->in);
	while (fb_case_meet(d->c, &d->filter, &d->met, &r))
		fb_gather_add(&d->gather, &r);
	fb_rec_release(&r);
	fb_plan_close(&d->plan);
	fb_cast_init(&d->cast, &d->plan, d->c->in, &d->c->withhold,
	    fb_said_count(&d->said, "count", 5),
	    fb_said_count(&d->said, "max-chars", 280));
}

/* Another quote than was drawn, or one too many or too few. */
static bool
other_picks(struct fb_redraw *d, fb_str where, fb_str claimed, fb_str again)
{
	struct fb_json a = fb_json_in(claimed), b = fb_json_in(again);

	for (size_t i = 1; ; i++) {
		bool has_a = fb_json_next(&a), has_b = fb_json_next(&b);

		if (!has_a && !has_b)
			return false;
		if (has_a && has_b && fb_str_eq(fb_json_get(a.val, "id"),
		    fb_json_get(b.val, "id")))
			continue;
		fb_finding_add(&d->c->found, where, !has_a ?
		    "quote %zu is missing: a draw from the records gives it" :
		    "quote %zu is not what a draw from the records gives", i);
		return true;
	}
}

static void
compare_cell(struct fb_redraw *d, size_t i, bool bad, fb_str quotes,
    fb_str voice)
{
	fb_str line = d->part->metrics[i], claimed = fb_json_get(line, "quotes");
	struct fb_findings *f = &d->c->found;
	struct fb_buf where = {0};
	struct fb_json a = fb_json_in(claimed), b = fb_json_in(quotes);
	fb_str at;

	fb_put_where(&where, line);
	at = fb_buf_str(&where);
	if (!claimed.p)
		fb_finding_add(f, at, "its quotes are missing");
	else if (!fb_str_eq(claimed, quotes) && !bad &&
	    !other_picks(d, at, claimed, quotes)) {
		size_t before = f->n;

		while (fb_json_next(&a) && fb_json_next(&b))
			fb_findings_of_keys(f, at, a.val, b.val);
		if (f->n == before)
			fb_finding_add(f, at, "its quotes have other bytes "
			    "from byte %zu on", fb_differ_at(claimed, quotes));
	}
	fb_findings_of_key(f, at, "voice", fb_json_get(line, "voice"), voice);
	fb_buf_release(&where);
}

static void
draw_cell(struct fb_redraw *d, size_t i, bool bad)
{
	struct fb_buf voice = {0};

	fb_cast_cell(&d->cast, &d->plan.cells[d->plan.items[i].cell]);
	fb_put_voice(&voice, &d->cast);
	d->nempty += !d->cast.ntaken;
	compare_cell(d, i, bad, fb_buf_str(&d->cast.quotes),
	    fb_buf_str(&voice));
	fb_buf_release(&voice);
}

static void
unasked(struct fb_redraw *d, size_t i)
{
	struct fb_buf where = {0};

	if (!fb_json_get(d->part->metrics[i], "quotes").p)
		return;
	fb_put_where(&where, d->part->metrics[i]);
	fb_finding_add(&d->c->found, fb_buf_str(&where), "it has quotes, but "
	    "its period is not reported on");
	fb_buf_release(&where);
}

static void
draw_again(struct fb_redraw *d, const bool *bad)
{
	gather(d);
	for (size_t i = 0; i < d->part->nmetrics; i++)
		if (d->plan.items[i].cell == FB_NO_CELL)
			unasked(d, i);
		else
			draw_cell(d, i, bad[i]);
	fb_verify_quote_facts(d);
	fb_cast_release(&d->cast);
	fb_gather_release(&d->gather);
}

static void
read_trail(struct fb_redraw *d)
{
	const char *seed;

	d->trail = fb_trail_of_tool(&d->part->trails, "fb-anecdote", 0);
	if (d->trail)
		fb_said_read(&d->c->mem, d->trail, &d->said);
	seed = fb_said_text(&d->said, "seed");
	d->seed = seed ? seed : d->trail || !d->c->seed ? "" : d->c->seed;
}

void
fb_verify_quotes(struct fb_case *c, const struct fb_part_of_case *p)
{
	struct fb_redraw d = { .c = c, .part = p };
	struct fb_buf why = {0};
	const char *no;
	bool *bad;

	read_trail(&d);
	if (!d.trail && !any_quotes(p))
		return;
	no = cannot(&d, &why);
	bad = fb_zalloc(p->nmetrics, sizeof *bad);
	plan_lines(&d);
	check_each(&d, bad);
	if (!d.trail && !c->seed)
		no = "nothing says how the quotes were drawn; give their seed "
		    "as -s SEED";
	if (no)
		fb_finding_add(&c->found, FB_LIT("trail of fb-anecdote"), "%s",
		    no);
	else if (d.trail)
		draw_again(&d, bad);
	free(bad);
	fb_plan_release(&d.plan);
	fb_filter_release(&d.filter);
	fb_buf_release(&why);
}
