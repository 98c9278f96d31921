/* heat.c - groups over time, the one that got worse, and its words. */
#include "chart/heat.h"
#include "chart/pages.h"
#include "chart/voices.h"

enum { VOICES_MAX = 6, EXTRA_MAX = 2, TERMS_MAX = 3 };

/* ---- words ---- */

static fb_str
quiet_title(struct fb_heat *t)
{
	size_t tested = 0, clear = 0;

	for (size_t i = 0; i < t->of->n; i++) {
		const struct fb_versus *vs = fb_heat_versus(t, t->of->rows[i]);

		tested += vs->tested;
		clear += fb_verdict(t->cv->report, t->of->rows[i], vs).clear;
	}
	return fb_phrase(t->cv, !tested ? "heat_untested" : clear ?
	    "heat_better" : "heat_quiet", (struct fb_slot[]){
	    { "measure", fb_name_metric(t->cv->report, t->of->rows[0]) },
	    { "group", fb_breakdown_name(t->cv->report, t->of) },
	    { "clear", fb_count_words(t->cv, clear) },
	    { "tested", fb_count_words(t->cv, tested) },
	    { "in_period", fb_in_period_words(t->cv,
	      t->rows[0]->period_label) },
	    { "period", fb_period_words(t->cv, t->rows[0]->period_label,
	      FB_PERIOD_FULL) } }, 6);
}

static fb_str
finding(struct fb_heat *t)
{
	struct fb_buf b = {0};
	fb_str s;

	if (!t->slide.cell)
		return quiet_title(t);
	fb_put_finding_on(&b, t->cv->report, t->slide.cell, t->slide.vs);
	s = fb_keep(t->cv, &b);
	fb_buf_release(&b);
	return s;
}

/* A number in the metric's own form. */
static fb_str
value_words(struct fb_heat *t, double value)
{
	struct fb_cell like = *t->rows[0];
	struct fb_buf b = {0};
	fb_str s;

	like.value = value;
	fb_show_value(&b, t->cv->words, &like);
	s = fb_keep(t->cv, &b);
	fb_buf_release(&b);
	return s;
}

/* Has a row no number for some of the periods? */
static bool
has_blanks(struct fb_heat *t)
{
	for (size_t i = 0; i < t->n; i++) {
		size_t n;

		fb_heat_points(t, t->rows[i], &n);
		if (n < (size_t)(t->last - t->first + 1))
			return true;
	}
	return false;
}

static fb_str
deck(struct fb_heat *t)
{
	fb_str note = fb_name_note(t->cv->report, t->rows[0]);
	struct fb_buf span = {0}, all = {0};
	fb_str s;

	fb_show_span(&span, t->cv->words, t->rows[0]->period.unit,
	    (size_t)(t->last - t->first + 1));
	s = fb_sentence(t->cv, "heat_deck", (struct fb_slot[]){
	    { "note", note.n ? note : fb_name_metric(t->cv->report, t->rows[0]) },
	    { "group", fb_breakdown_name(t->cv->report, t->of) },
	    { "mean", value_words(t, t->shade.middle) },
	    { "span", fb_buf_str(&span) } }, 4);
	fb_buf_add(&all, s);
	if (has_blanks(t)) {
		fb_say_next(&all, t->cv->words);
		fb_buf_add(&all, fb_word(t->cv->words, "heat_blank"));
	}
	s = fb_keep(t->cv, &all);
	fb_buf_release(&span);
	fb_buf_release(&all);
	return s;
}

static fb_str
source(struct fb_heat *t)
{
	const struct fb_cell *c = t->slide.cell ? t->slide.cell : t->rows[0];
	fb_str before = FB_LIT("");

	for (size_t i = 0; i < t->n && !before.n; i++)
		before = fb_heat_versus(t, t->rows[i])->period;
	return fb_phrase(t->cv, before.n ? "heat_source" : "heat_source_bare", (struct fb_slot[]){
	    { "source", fb_source_words(t->cv) },
	    { "period", fb_period_words(t->cv, c->period_label, FB_PERIOD_FULL) },
	    { "before", fb_period_words(t->cv, before, FB_PERIOD_FULL) } }, 3);
}

/* "34% Detractors 0–6, 20% Passives 7–8, 46% Promoters 9–10" */
static fb_str
all_words(struct fb_heat *t, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	uint64_t all = 0;
	fb_str s;

	for (size_t i = 0; i < c->ngroups; i++)
		all += c->group_n[i];
	for (size_t i = 0; i < c->ngroups && all; i++) {
		fb_say_more(&b, t->cv->words);
		fb_show_share(&b, t->cv->words, (double)c->group_n[i] / (double)all);
		fb_buf_addc(&b, ' ');
		fb_buf_add(&b, fb_group_words(t->cv->report, c, i));
	}
	s = fb_keep(t->cv, &b);
	fb_buf_release(&b);
	return s;
}

/* ---- what is below the grid ---- */

static double
put_note(struct fb_canvas *cv, fb_str s, double y)
{
	if (!s.n)
		return y;
	return y + fb_page_text(cv->page, &(struct fb_text){ .s = s,
	    .role = FB_NOTE, .align = FB_LEFT, .width = FB_PAGE_CONTENT },
	    cv->left, y).height + 2;
}

static double
draw_head(struct fb_canvas *cv, fb_str head, double y)
{
	fb_canvas_rule(cv, y, 0.5, FB_HAIR);
	fb_page_tag(cv->page, FB_TAG_H2);
	fb_page_text(cv->page, &(struct fb_text){ .s = head, .role = FB_SECTION,
	    .align = FB_LEFT, .width = FB_PAGE_CONTENT, .max_lines = 1 },
	    cv->left, y + 16);
	fb_page_untag(cv->page);
	return y + 30;
}

/* How the quotes stand to all who answered, in words. */
static fb_str
mix_note(struct fb_heat *t, const struct fb_columns *k)
{
	const struct fb_cell *c = t->slide.cell;
	fb_str mix = fb_columns_mix(k, c);

	if (!k->n)
		return fb_word(t->cv->words, c->paired ? "voice_none" :
		    "voice_unpaired");
	return fb_phrase(t->cv, c->ngroups < 2 || !mix.n ? "heat_mix_plain" :
	    "heat_mix", (struct fb_slot[]){
	    { "mix", mix }, { "n", fb_count_words(t->cv, c->n) },
	    { "eligible", fb_count_words(t->cv, c->voice.eligible) },
	    { "all", all_words(t, c) } }, 4);
}

/* What its customers say more often than those of the other groups. */
static fb_str
terms_note(struct fb_heat *t)
{
	struct fb_buf b = {0};
	fb_str s = FB_LIT("");

	fb_put_terms(&b, t->cv->report, t->slide.cell, TERMS_MAX);
	if (b.n)
		s = fb_phrase(t->cv, "heat_terms", (struct fb_slot[]){
		    { "terms", fb_buf_str(&b) } }, 1);
	fb_buf_release(&b);
	return s;
}

/* The group that got worse: its voices, and what they say now that they did
 * not say before. */
static double
draw_slide(struct fb_heat *t, double y)
{
	double h;

	struct fb_columns k = { .cv = t->cv };
	const struct fb_cell *c = t->slide.cell;

	fb_columns_add_role(&k, c, "voice", VOICES_MAX);
	fb_columns_add_role(&k, c, "changed_up", EXTRA_MAX);
	fb_columns_add_role(&k, c, "changed_down", 1);
	fb_columns_add_role(&k, c, "last_words", EXTRA_MAX);
	y = draw_head(t->cv, fb_phrase(t->cv, "heat_voices", (struct fb_slot[]){
	    { "group", fb_name_group(t->cv->report, c) } }, 1), y);
	h = fb_columns_fit(&k, t->cv->foot - y - 66);
	y = put_note(t->cv, mix_note(t, &k), y);
	y = put_note(t->cv, fb_silent_words(t->cv, c), y);
	y = put_note(t->cv, terms_note(t), y);
	fb_columns_draw(&k, y + 2);
	return y + h;
}

/* The first so many voices of a group by their tickets, under its name. */
static void
add_voices(struct fb_heat *t, struct fb_columns *k, const struct fb_cell *c,
    size_t most)
{
	const struct fb_quote *q[VOICES_MAX];
	size_t n = fb_voices_by_ticket(c, t->cv->unredacted, q, most);

	for (size_t i = 0; i < n; i++)
		fb_columns_add(k, c, q[i], i ? FB_LIT("") :
		    fb_name_group(t->cv->report, c));
}

/* No group got worse: one customer of each, so that all are heard. */
static double
draw_each(struct fb_heat *t, double y)
{
	struct fb_columns k = { .cv = t->cv };
	double h;

	for (size_t i = 0; i < t->n && k.n < VOICES_MAX; i++)
		add_voices(t, &k, t->rows[i], t->n > VOICES_MAX / 2 ? 1 :
		    VOICES_MAX / t->n);
	if (!k.n)
		return y;
	y = draw_head(t->cv, fb_word(t->cv->words, t->n > VOICES_MAX / 2 ?
	    "heat_each" : "heat_each_more"), y);
	y = put_note(t->cv, fb_word(t->cv->words, "heat_each_note"), y);
	h = fb_columns_fit(&k, t->cv->foot - y - 12);
	fb_columns_draw(&k, y + 2);
	return y + h;
}

static void
draw_page(struct fb_heat *t)
{
	const struct fb_cell *about = t->slide.cell ? t->slide.cell :
	    t->of->total ? t->of->total : t->rows[0];
	const struct fb_title *given = fb_title_of_page(t->cv->report, "heat", about);
	fb_str title = given ? given->text : finding(t);
	double y;

	fb_canvas_page(t->cv, t->cv->report->name, fb_period_words(t->cv,
	    about->period_label, FB_PERIOD_FULL), source(t), title);
	y = fb_canvas_title(t->cv, FB_TITLE_PAGE, title,
	    given && given->deck.n ? given->deck : deck(t)) + 18;
	y = fb_heat_draw(t, y) + 14;
	if (t->of->n > t->n)
		y = put_note(t->cv, fb_phrase(t->cv, "heat_more",
		    (struct fb_slot[]){ { "n", fb_count_words(t->cv,
		    t->of->n - t->n) } }, 1), y - 4) + 6;
	y = t->slide.cell ? draw_slide(t, y) : draw_each(t, y);
	fb_section_end(t->cv, y, fb_period_words(t->cv, about->period_label,
	    FB_PERIOD_FULL));
}

/* ---- which pages ---- */

/* Groups of customers; what they speak of has pages of its own. */
static bool
is_segment(const struct fb_breakdown *b)
{
	return !fb_breakdown_by(b, FB_BY_THEME) && !fb_breakdown_by(b, FB_BY_STAGE);
}

/* For each way of grouping its first metric, and any in which a group slid. */
void
fb_page_heat(struct fb_canvas *cv, const struct fb_focus *f)
{
	size_t n;
	struct fb_breakdown *v = fb_breakdowns(cv->report, f->period, &n);
	bool *drawn = fb_arena_zalloc(&cv->report->mem, n, sizeof *drawn);

	for (size_t i = 0; i < n; i++) {
		struct fb_heat t;
		bool again = false;

		for (size_t k = 0; k < i; k++)
			again |= drawn[k] && fb_breakdown_alike(&v[i], &v[k]);
		if (!is_segment(&v[i]) || !fb_heat_setup(&t, cv, &v[i]) ||
		    (again && !t.slide.cell))
			continue;
		drawn[i] = true;
		draw_page(&t);
	}
}
