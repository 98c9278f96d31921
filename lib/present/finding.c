/* finding.c - neutral sentences from the numbers alone. */
#include <math.h>
#include <stdio.h>

#include "present/breakdown.h"
#include "present/show.h"
#include "present/verdict.h"
#include "text/icu.h"

/* "Would recommend" of everyone, "Dashen Bank, would recommend" of a group. */
static void
put_subject(struct fb_buf *b, struct fb_report *r, const struct fb_cell *c)
{
	struct fb_slot slots[] = { { "group", fb_name_group(r, c) },
	    { "metric", fb_name_metric(r, c) } };

	if (c->nby)
		fb_say(b, &r->words, "subject_group", slots, 2);
	else
		fb_buf_add(b, fb_name_metric(r, c));
}

static void
put_move(struct fb_buf *b, struct fb_report *r, const struct fb_cell *c,
    const struct fb_versus *vs)
{
	struct fb_verdict v = fb_verdict(r, c, vs);
	struct fb_buf diff = {0}, period = {0};
	struct fb_slot slots[3];

	fb_show_number(&diff, &r->words, fabs(vs->diff), fb_decimals(c), false);
	fb_show_period(&period, &r->words, vs->period, vs == &c->prev ?
	    FB_PERIOD_BARE : FB_PERIOD_FULL);
	slots[0] = (struct fb_slot){ "diff", fb_buf_str(&diff) };
	slots[1] = (struct fb_slot){ "period", fb_buf_str(&period) };
	slots[2] = (struct fb_slot){ "verdict", v.words };
	fb_say(b, &r->words, v.mark == FB_MARK_BAR ? "move_none" :
	    v.up ? "move_up" : "move_down", slots, 3);
	fb_buf_release(&diff);
	fb_buf_release(&period);
}

/* "31, down 6 on February, clearly worse". */
static void
put_news(struct fb_buf *b, struct fb_report *r, const struct fb_cell *c,
    const struct fb_versus *vs)
{
	struct fb_buf value = {0};

	if (fb_is_small(c)) {
		fb_buf_add(b, fb_word(&r->words, "few_answers"));
		return;
	}
	fb_show_value(&value, &r->words, c);
	fb_say_unit(b, &r->words, fb_buf_str(&value), fb_unit_words(&r->words, c));
	if (vs->ok)
		put_move(b, r, c, vs);
	fb_buf_release(&value);
}

void
fb_put_finding_on(struct fb_buf *b, struct fb_report *r, const struct fb_cell *c,
    const struct fb_versus *vs)
{
	struct fb_buf subject = {0}, news = {0}, start = {0};

	put_subject(&subject, r, c);
	put_news(&news, r, c, vs);
	if (fb_is_by_rules(c))
		fb_put_sentence(&start, fb_buf_str(&subject));
	else
		fb_buf_add(&start, fb_buf_str(&subject));
	fb_say(b, &r->words, "finding", (struct fb_slot[]){
	    { "subject", fb_buf_str(&start) },
	    { "news", fb_buf_str(&news) } }, 2);
	fb_buf_release(&subject);
	fb_buf_release(&news);
	fb_buf_release(&start);
}

void
fb_put_finding(struct fb_buf *b, struct fb_report *r, const struct fb_cell *c)
{
	fb_put_finding_on(b, r, c, &c->prev);
}

/* Tested cells of the summary, and how many of them moved clearly. */
static size_t
count_clear(const struct fb_report *r, const struct fb_focus *f, size_t *tested,
    const struct fb_cell **first)
{
	size_t clear = 0;

	*tested = 0;
	for (size_t i = 0; i < f->nrows; i++) {
		struct fb_verdict v = fb_verdict(r, f->rows[i], &f->rows[i]->prev);

		*tested += f->rows[i]->prev.tested;
		if (v.clear && !clear++)
			*first = f->rows[i];
	}
	return clear;
}

/* The first total that moved clearly, where the rows are groups and do not show
 * it; NULL when there is none. */
static const struct fb_cell *
clear_total(const struct fb_report *r, const struct fb_focus *f)
{
	for (size_t i = 0; f->grouped && i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (!c->nby && fb_str_eq(c->period_label, f->period) &&
		    fb_verdict(r, c, &c->prev).clear)
			return c;
	}
	return NULL;
}

static bool
is_all(fb_str label)
{
	struct fb_period p;

	return !fb_period_parse(label, &p) && p.unit == FB_ALL;
}

static const char *
summary_key(const struct fb_focus *f, size_t tested, size_t clear)
{
	if (!tested)
		return is_all(f->period) ? "summary_untested_all" :
		    "summary_untested";
	if (clear)
		return "summary_clear";
	return tested < f->nrows ? "summary_noise_some" : "summary_noise";
}

void
fb_put_summary_title(struct fb_buf *b, struct fb_report *r,
    const struct fb_focus *f)
{
	const struct fb_cell *first = NULL;
	struct fb_buf part[4] = {{0}};
	size_t tested, clear = count_clear(r, f, &tested, &first);

	if (!clear)
		first = clear_total(r, f);
	if (clear < 2 && first) {
		fb_put_finding(b, r, first);
		return;
	}
	fb_show_count(&part[0], &r->words, clear);
	fb_show_count(&part[1], &r->words, tested);
	fb_show_period(&part[2], &r->words, f->period, FB_PERIOD_FULL);
	fb_show_in_period(&part[3], &r->words, f->period);
	fb_say(b, &r->words, summary_key(f, tested, clear), (struct fb_slot[]){
	    { "clear", fb_buf_str(&part[0]) }, { "tested", fb_buf_str(&part[1]) },
	    { "period", fb_buf_str(&part[2]) },
	    { "in_period", fb_buf_str(&part[3]) } }, 4);
	for (size_t i = 0; i < 4; i++)
		fb_buf_release(&part[i]);
}
