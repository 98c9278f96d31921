/* journey_words.c - what the page of a journey says. */
#include "chart/journey.h"
#include "present/verdict.h"
#include "text/icu.h"

const struct fb_cell *
fb_journey_cell(const struct fb_journey *j, size_t stage)
{
	return j->curve.stages.v[stage].cell;
}

const struct fb_cell *
fb_journey_first(const struct fb_journey *j)
{
	size_t i = 0;

	while (!fb_stage_drawn(&j->curve.stages.v[i]))
		i++;
	return fb_journey_cell(j, i);
}

fb_str
fb_journey_stage(struct fb_journey *j, const struct fb_cell *c)
{
	struct fb_buf b = {0}, name = {0}, value = {0};
	fb_str s;

	fb_put_sentence(&name, fb_name_group(j->cv->report, c));
	fb_show_value(&value, j->cv->words, c);
	fb_say_of(&b, j->cv->words, fb_buf_str(&name), fb_buf_str(&value));
	s = fb_keep(j->cv, &b);
	fb_buf_release(&b);
	fb_buf_release(&name);
	fb_buf_release(&value);
	return s;
}

fb_str
fb_journey_change(struct fb_journey *j, const struct fb_cell *c)
{
	struct fb_verdict v = fb_verdict(j->cv->report, c, &c->prev);
	struct fb_buf diff = {0};
	fb_str s;

	if (v.mark == FB_MARK_NONE)
		return fb_phrase(j->cv, "n_equals", (struct fb_slot[]){
		    { "n", fb_count_words(j->cv, c->n) } }, 1);
	fb_show_diff(&diff, j->cv->words, c, c->prev.diff);
	s = fb_phrase(j->cv, "journey_change", (struct fb_slot[]){
	    { "diff", fb_buf_str(&diff) }, { "verdict", v.words },
	    { "period", fb_period_words(j->cv, c->prev.period,
	      FB_PERIOD_BARE) } }, 3);
	fb_buf_release(&diff);
	return s;
}

fb_str
fb_journey_finding(struct fb_journey *j)
{
	const struct fb_cell *c = j->nlows ? fb_journey_cell(j, j->lows[0]) :
	    fb_journey_first(j);
	struct fb_buf b = {0};
	fb_str s;

	fb_put_finding(&b, j->cv->report, c);
	s = fb_keep(j->cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_journey_deck(struct fb_journey *j)
{
	const struct fb_cell *c = fb_journey_first(j);
	fb_str note = fb_name_note(j->cv->report, c), before = FB_LIT("");

	for (size_t i = 0; i < j->curve.stages.n && !before.n; i++)
		if (fb_stage_drawn(&j->curve.stages.v[i]))
			before = fb_journey_cell(j, i)->prev.period;
	return fb_sentence(j->cv, before.n ? "journey_deck" : "journey_deck_bare",
	    (struct fb_slot[]){
	    { "note", note.n ? note : fb_name_metric(j->cv->report, c) },
	    { "period", fb_period_words(j->cv, c->period_label, FB_PERIOD_FULL) },
	    { "before", fb_period_words(j->cv, before, FB_PERIOD_FULL) } }, 3);
}

fb_str
fb_journey_source(struct fb_journey *j)
{
	const struct fb_cell *outside = j->curve.stages.outside;
	bool some = outside && outside->n;

	return fb_phrase(j->cv, some ? "journey_source_outside" :
	    "journey_source", (struct fb_slot[]){
	    { "source", fb_source_words(j->cv) },
	    { "n", some ? fb_count_words(j->cv, outside->n) : FB_LIT("") } }, 2);
}
