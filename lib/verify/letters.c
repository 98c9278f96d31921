/* letters.c - the letters of a part: each by itself, then drawn again. */
#include "record/json.h"
#include "record/names.h"
#include "sample/account.h"
#include "sample/cert.h"
#include "verify/chain.h"
#include "verify/letters.h"
#include "verify/rated.h"
#include "verify/way.h"

struct redraw {
	struct fb_case *c;
	const struct fb_part_of_case *part;
	const char *trail;
	struct fb_said said;
	struct fb_way way;
	struct fb_filter filter;
	struct fb_met met;
	struct fb_digest digest; /* of the letters, as they are here */
	struct fb_sample sample;
	struct fb_rated rated;  /* --rate */
	struct fb_buf where;    /* "letter #a1b2c3d4" */
};

/* A letter with what its bytes are without `draw`. */
struct letter {
	struct fb_rec rec;
	struct fb_buf id, body;
};

static fb_str
open_letter(struct redraw *d, size_t i, struct letter *l)
{
	fb_str head, tail, id;

	if (fb_scan(&l->rec, d->part->letters[i]))
		return FB_LIT("");
	fb_rec_body(&l->rec, &head, &tail);
	l->body.n = 0;
	fb_buf_add(&l->body, head);
	fb_buf_add(&l->body, tail);
	id = fb_json_text(fb_rec_get(&l->rec, FB_ID), &l->id);
	d->where.n = 0;
	fb_buf_adds(&d->where, "letter ");
	fb_put_short_id(&d->where, id);
	return id;
}

static void
close_letter(struct letter *l)
{
	fb_rec_release(&l->rec);
	fb_buf_release(&l->id);
	fb_buf_release(&l->body);
}

/* One of the records with this id has the same bytes. */
static void
check_record(struct redraw *d, fb_str id, fb_str body)
{
	struct fb_findings *f = &d->c->found;
	struct fb_buf line = {0};
	size_t i = 0, at = 0;
	bool same = false;

	for (; !same && fb_case_record(d->c, id, i, &line); i++) {
		same = fb_str_eq(fb_buf_str(&line), body);
		at = i ? at : fb_differ_at(fb_buf_str(&line), body);
	}
	if (!i)
		fb_finding_add(f, fb_buf_str(&d->where),
		    "its record is not there");
	else if (!same)
		fb_finding_add(f, fb_buf_str(&d->where), "byte %zu of the "
		    "record differs", at);
	fb_buf_release(&line);
}

/* What can be said of `draw` without drawing again. */
static void
check_draw(struct redraw *d, fb_str id, fb_str draw)
{
	struct fb_buf b = {0};
	struct fb_draw tickets;
	struct fb_ticket t;
	double n, all;
	fb_str where = fb_buf_str(&d->where);

	fb_draw_init(&tickets, "fb-sample/1", fb_cstr(d->c->seed));
	t = fb_draw_ticket(&tickets, id);
	fb_buf_addc(&b, '"');
	fb_put_hex(&b, t.d, sizeof t.d);
	fb_buf_addc(&b, '"');
	fb_findings_of_key(&d->c->found, where, "ticket",
	    fb_json_get(draw, "ticket"), fb_buf_str(&b));
	b.n = 0;
	if (fb_json_double(fb_json_get(draw, "n"), &n) &&
	    fb_json_double(fb_json_get(draw, "N"), &all) && all > 0)
		fb_put_double(&b, n / all);
	fb_findings_of_key(&d->c->found, where, "pi", fb_json_get(draw, "pi"),
	    fb_buf_str(&b));
	fb_buf_release(&b);
}

static void
check_each(struct redraw *d)
{
	struct letter l = {0};

	for (size_t i = 0; i < d->part->nletters; i++) {
		fb_str id = open_letter(d, i, &l);

		d->c->nletters++;
		fb_digest_add(&d->digest, fb_buf_str(&l.body), FB_LIT(""));
		check_record(d, id, fb_buf_str(&l.body));
		if (!d->trail && d->c->seed)
			check_draw(d, id, fb_rec_get(&l.rec, FB_DRAW));
	}
	close_letter(&l);
}

/* Options into a draw: NULL, or why it cannot be done again. */
static const char *
open_draw(struct redraw *d)
{
	const char *why = fb_way_of(d->c, &d->said, &d->way);

	if (!why)
		why = fb_said_filter(&d->c->mem, &d->said, true, &d->filter);
	if (!why)
		why = fb_sample_init(&d->sample, &d->way.conf);
	if (!why && d->way.totals.n)
		fb_totals_count(&d->way.totals, &d->sample);
	return why;
}

/* --rate: the letter just drawn again is one of those that are here. */
static void
meet_letter(struct redraw *d)
{
	if (fb_rated_meet(&d->rated, &d->sample))
		return;
	d->where.n = 0;
	fb_buf_adds(&d->where, "letter ");
	fb_put_short_id(&d->where,
	    fb_pick_record(fb_sample_now(&d->sample)->pick));
	fb_finding_add(&d->c->found, fb_buf_str(&d->where), "a draw from the "
	    "records gives it, with other bytes or not here");
}

static const char *
draw(struct redraw *d)
{
	struct fb_rec r = {0};
	const char *why;

	for (size_t i = 0; i < d->part->nletters; i++)
		fb_rated_add(&d->rated, d->part->letters[i]);
	fb_reader_again(d->c->in);
	while (fb_case_meet(d->c, &d->filter, &d->met, &r))
		if (fb_sample_offer(&d->sample, &r, fb_reader_ref(d->c->in,
		    &r)) == FB_DRAWN)
			meet_letter(d);
	fb_rec_release(&r);
	why = fb_sample_draw(&d->sample, d->c->in);
	if (!why && d->way.totals.n)
		why = fb_totals_weigh(&d->way.totals, &d->sample);
	return why;
}

static void
compare_rated(struct redraw *d, size_t i)
{
	struct letter l = {0};

	if (fb_rated_left(&d->rated, d->part->letters[i])) {
		open_letter(d, i, &l);
		fb_finding_add(&d->c->found, fb_buf_str(&d->where), "letter "
		    "%zu is not what a draw from the records gives", i + 1);
	}
	close_letter(&l);
}

/* Letter i is the one drawn in that place. */
static void
compare_letter(struct redraw *d, size_t i)
{
	struct letter l = {0};
	struct fb_buf b = {0};
	fb_str id = open_letter(d, i, &l);

	if (i >= d->sample.ndrawn ||
	    !fb_str_eq(fb_buf_str(&l.body), d->sample.drawn[i].pick->line)) {
		if (i >= d->sample.ndrawn ||
		    !fb_str_eq(id, fb_pick_record(d->sample.drawn[i].pick)))
			fb_finding_add(&d->c->found, fb_buf_str(&d->where),
			    "letter %zu is not what a draw from the records "
			    "gives", i + 1);
	} else {
		fb_put_draw(&b, &d->sample, &d->sample.drawn[i]);
		fb_findings_of_keys(&d->c->found, fb_buf_str(&d->where),
		    fb_rec_get(&l.rec, FB_DRAW), fb_buf_str(&b));
	}
	fb_buf_release(&b);
	close_letter(&l);
}

/* What fb-sample says of itself in its trail. */
static void
put_facts(struct fb_buf *b, struct redraw *d, const struct fb_trail_counts *c)
{
	struct fb_buf period = {0};

	if (d->filter.has_period)
		fb_put_period(&period, d->filter.period);
	fb_buf_adds(b, "{\"fb\":\"trail\"");
	fb_put_account(b, &d->sample, c, false);
	fb_put_certificate(b, &d->sample, fb_buf_str(&period));
	if (d->way.totals.n)
		fb_put_totals(b, &d->way.totals);
	fb_buf_addc(b, '}');
	fb_buf_release(&period);
}

static void
check_trail(struct redraw *d)
{
	fb_str where = FB_LIT("trail of fb-sample"), claimed = fb_cstr(d->trail);
	size_t drawn = d->sample.ndrawn + d->rated.ndrawn;
	struct fb_trail_counts c = { .out = drawn }, merged = {0};
	struct fb_tally_of_run run;
	struct fb_buf b = {0};
	struct fb_json it;

	fb_account(&c, &d->sample, &merged);
	run = (struct fb_tally_of_run){ .nfiltered = d->met.nfiltered,
	    .out = c.out, .duplicates = c.duplicates, .refused = c.rejected,
	    .digest_out = d->digest };
	put_facts(&b, d, &c);
	for (it = fb_json_in(fb_buf_str(&b)); fb_json_next(&it); ) {
		const char *key = fb_arena_copy(&d->c->mem, it.key).p;

		fb_findings_of_key(&d->c->found, where, key,
		    fb_json_get(claimed, key), it.val);
	}
	fb_verify_counts(d->c, where, d->trail, &run);
	if (d->part->nletters < drawn)
		fb_finding_add(&d->c->found, where, "%zu letters were drawn, "
		    "%zu are here", drawn, d->part->nletters);
	fb_buf_release(&b);
}

static void
draw_again(struct redraw *d)
{
	const char *no = open_draw(d);

	if (!no)
		no = draw(d);
	if (no)
		fb_finding_add(&d->c->found, FB_LIT("trail of fb-sample"),
		    "the letters cannot be drawn again: %s", no);
	for (size_t i = 0; !no && i < d->part->nletters; i++) {
		if (d->way.conf.method == FB_RATE)
			compare_rated(d, i);
		else
			compare_letter(d, i);
	}
	if (!no)
		check_trail(d);
	fb_sample_release(&d->sample);
	fb_filter_release(&d->filter);
	fb_way_release(&d->way);
	fb_rated_release(&d->rated);
}

void
fb_verify_letters(struct fb_case *c, const struct fb_part_of_case *p)
{
	struct redraw d = { .c = c, .part = p };

	d.trail = fb_trail_of_tool(&p->trails, "fb-sample", 0);
	if (!d.trail && !p->nletters)
		return;
	if (d.trail)
		fb_said_read(&c->mem, d.trail, &d.said);
	check_each(&d);
	if (d.trail)
		draw_again(&d);
	else if (!c->seed)
		fb_finding_add(&c->found, FB_LIT("trail of fb-sample"),
		    "nothing says how the letters were drawn; give their seed "
		    "as -s SEED");
	fb_buf_release(&d.where);
}
