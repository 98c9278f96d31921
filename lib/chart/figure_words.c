/* figure_words.c - title, deck and source of a chart alone. */
#include "chart/figure.h"
#include "text/icu.h"

/* "Would recommend by region". */
static void
put_table_name(struct fb_buf *b, struct fb_report *r, const struct fb_cell *c)
{
	struct fb_buf fields = {0};

	for (size_t i = 0; i < c->nby; i++) {
		fb_say_more(&fields, &r->words);
		fb_buf_add(&fields, fb_name_field(r, c->by[i].key));
	}
	fb_say(b, &r->words, "figure_title", (struct fb_slot[]){
	    { "metric", fb_name_metric(r, c) },
	    { "fields", fb_buf_str(&fields) } }, 2);
	fb_buf_release(&fields);
}

/* The summary's title, which counts clear changes. */
static fb_str
metrics_title(struct fb_figure *f)
{
	struct fb_focus focus = fb_focus_at(f->cv.report, 0);
	struct fb_buf b = {0};
	fb_str s;

	focus.rows = f->rows;
	focus.nrows = f->n;
	fb_put_summary_title(&b, f->cv.report, &focus);
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_figure_title(struct fb_figure *f, const char *given)
{
	const struct fb_cell *c = f->total ? f->total : f->n ? f->rows[0] : NULL;
	const struct fb_title *line = c ? fb_title_for(f->cv.report, c,
	    c->period_label) : NULL;
	struct fb_buf b = {0};
	fb_str s;

	if (given)
		return fb_cstr(given);
	if (line)
		return line->text;
	if (!c)
		return fb_word(f->cv.words, "empty_report");
	if (f->by_metric && f->n > 1)
		return metrics_title(f);
	if (f->total)
		fb_put_finding(&b, f->cv.report, c);
	else
		put_table_name(&b, f->cv.report, c);
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

/* The label's note, else the unit, else the scale; "" when none is known. */
static fb_str
what_of(struct fb_figure *f, const struct fb_cell *c)
{
	fb_str note = fb_name_note(f->cv.report, c);
	struct fb_buf b = {0};

	if (note.n)
		return note;
	if (fb_str_eq(c->unit, FB_LIT("%")))
		return fb_word(f->cv.words, "in_percent");
	if (fb_str_eq(c->unit, FB_LIT("points")))
		return fb_word(f->cv.words, "in_points");
	if (fb_is_tally(c))
		return fb_word(f->cv.words, fb_str_eq(c->unit,
		    FB_LIT("customers")) ? "in_customers" : "in_records");
	if (c->unit.n)
		return fb_phrase(&f->cv, "in_unit", (struct fb_slot[]){
		    { "unit", fb_unit_words(f->cv.words, c) } }, 1);
	if (!c->scale.known)
		return note;
	fb_put_scale(&b, c->scale);
	note = fb_phrase(&f->cv, "on_scale", (struct fb_slot[]){
	    { "scale", fb_buf_str(&b) } }, 1);
	fb_buf_release(&b);
	return note;
}

bool
fb_figure_judged(struct fb_figure *f)
{
	fb_str better = fb_name_better(f->cv.report, f->rows[0]);

	return fb_str_eq(better, FB_LIT("up")) ||
	    fb_str_eq(better, FB_LIT("down"));
}

/* Is there a point, of the row or before, of fewer than 10 answers? */
static bool
has_few(const struct fb_figure *f, const struct fb_cell *c)
{
	size_t n;
	const struct fb_cell **v = fb_history(f->cv.report, c, &n);

	for (size_t i = 0; i < n; i++)
		if (fb_row_few(v[i]))
			return true;
	return false;
}

/* Can the words be said of this cell? */
static bool
can_say(const struct fb_figure *f, const struct fb_cell *c,
    enum fb_plot_needs needs)
{
	size_t n;

	switch (needs) {
	case FB_PLOT_BEFORE:
		return c->prev.ok;
	case FB_PLOT_INTERVAL:
		return c->has_interval;
	case FB_PLOT_HISTORY:
		fb_history(f->cv.report, c, &n);
		return n >= 3;
	case FB_PLOT_FEW:
		return has_few(f, c);
	default:
		return needs != FB_PLOT_NEVER;
	}
}

/* How the marks are read; nothing when none of them is there. */
static fb_str
how_part(struct fb_figure *f, enum fb_plot_needs needs, const char *tail)
{
	const struct fb_cell *c = NULL;
	struct fb_buf key = {0};
	fb_str how = FB_LIT("");

	for (size_t i = 0; i < f->n && !c; i++)
		if (can_say(f, f->rows[i], needs))
			c = f->rows[i];
	fb_buf_printf(&key, "how_%s%s", f->kind->name, tail);
	if (c)
		how = fb_phrase(&f->cv, fb_buf_cstr(&key), (struct fb_slot[]){
		    { "period", fb_period_words(&f->cv, c->period_label,
		      FB_PERIOD_BARE) },
		    { "before", c->prev.ok ? fb_period_words(&f->cv,
		      c->prev.period, FB_PERIOD_BARE) : FB_LIT("") } }, 2);
	fb_buf_release(&key);
	return how;
}

static fb_str
how_to_read(struct fb_figure *f)
{
	fb_str how = how_part(f, f->kind->needs, f->kind->needs ==
	    FB_PLOT_JUDGED && !fb_figure_judged(f) ? "_plain" : "");
	fb_str also = how_part(f, f->kind->also, "_also");
	struct fb_buf b = {0};

	fb_buf_add(&b, how);
	if (also.n)
		fb_say_next(&b, f->cv.words);
	fb_buf_add(&b, also);
	how = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return how;
}

/* "October 2026"; over time "November 2025 â October 2026". */
static fb_str
when_of(struct fb_figure *f, const struct fb_cell *c)
{
	const struct fb_cell *first = c;
	struct fb_buf b = {0}, from = {0};
	fb_str s;

	for (size_t i = 0, n; i < f->n && f->kind->over; i++) {
		const struct fb_cell *p = fb_history(f->cv.report, f->rows[i],
		    &n)[0];

		if (p->has_period && p->period.index < first->period.index)
			first = p;
	}
	fb_put_sentence(&from, fb_period_words(&f->cv, first->period_label,
	    FB_PERIOD_FULL));
	if (first != c)
		fb_say_range(&b, f->cv.words, fb_buf_str(&from),
		    fb_period_words(&f->cv, c->period_label, FB_PERIOD_FULL));
	else
		fb_buf_add(&b, fb_buf_str(&from));
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	fb_buf_release(&from);
	return s;
}

fb_str
fb_figure_deck(struct fb_figure *f, enum fb_deck most)
{
	const struct fb_cell *c = f->n ? f->rows[0] : NULL;
	fb_str what = c && !(f->by_metric && f->n > 1) &&
	    most >= FB_DECK_WHAT ? what_of(f, c) : FB_LIT("");

	if (!c)
		return fb_word(f->cv.words, "empty_deck");
	return fb_sentence(&f->cv, what.n ? "figure_sub" : "figure_sub_bare",
	    (struct fb_slot[]){ { "note", what }, { "period", when_of(f, c) },
	    { "how", most >= FB_DECK_HOW ? how_to_read(f) : FB_LIT("") } }, 3);
}

/* "4,812"; of groups without a total "200â800"; "" when it is not known. */
static fb_str
n_of(struct fb_figure *f)
{
	const struct fb_cell *c = f->by_metric ? NULL : f->total ? f->total :
	    f->n == 1 ? f->rows[0] : NULL;
	uint64_t lo = UINT64_MAX, hi = 0;
	struct fb_buf b = {0};
	fb_str s;

	for (size_t i = 0; i < (c ? 1 : f->n); i++) {
		const struct fb_cell *row = c ? c : f->rows[i];

		if (!row->has_n || fb_is_tally(row))
			return FB_LIT("");
		lo = row->n < lo ? row->n : lo;
		hi = row->n > hi ? row->n : hi;
	}
	if (lo < hi)
		fb_say_range(&b, f->cv.words, fb_count_words(&f->cv, lo),
		    fb_count_words(&f->cv, hi));
	else if (lo == hi)
		fb_show_count(&b, f->cv.words, hi);
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_figure_source(struct fb_figure *f)
{
	fb_str n = n_of(f);
	bool each = n.n && f->n > 1 && (!f->total || f->by_metric);

	return fb_phrase(&f->cv, each ? "figure_source_each" :
	    n.n ? "figure_source_n" : "figure_source",
	    (struct fb_slot[]){ { "source", fb_source_words(&f->cv) },
	    { "n", n } }, 2);
}
