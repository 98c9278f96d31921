/* figure.c - what charts that stand alone share. */
#include <math.h>

#include "chart/alt.h"
#include "chart/figure.h"

#define MM (72 / 25.4)

enum { MARGIN = 14, WIDTH_MM = 160, HEIGHT_MM = 100 };

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

static fb_str
title_of(struct fb_figure *f, const char *given)
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

/* Can the words of the kind be said of this cell? */
static bool
can_say(const struct fb_figure *f, const struct fb_cell *c)
{
	switch (f->kind->needs) {
	case FB_PLOT_BEFORE:
		return c->prev.ok;
	case FB_PLOT_INTERVAL:
		return c->has_interval;
	default:
		return true;
	}
}

/* How the marks are read; nothing when none of them is there. */
static fb_str
how_to_read(struct fb_figure *f)
{
	const struct fb_cell *c = NULL;
	struct fb_buf key = {0};
	fb_str how = FB_LIT("");

	for (size_t i = 0; i < f->n && !c; i++)
		if (can_say(f, f->rows[i]))
			c = f->rows[i];
	fb_buf_printf(&key, "how_%s%s", f->kind->name, f->kind->needs ==
	    FB_PLOT_JUDGED && !fb_figure_judged(f) ? "_plain" : "");
	if (c)
		how = fb_phrase(&f->cv, fb_buf_cstr(&key), (struct fb_slot[]){
		    { "period", fb_period_words(&f->cv, c->period_label,
		      FB_PERIOD_BARE) },
		    { "before", c->prev.ok ? fb_period_words(&f->cv,
		      c->prev.period, FB_PERIOD_BARE) : FB_LIT("") } }, 2);
	fb_buf_release(&key);
	return how;
}

/* "gave 4 or 5 of 5. October 2025. Band: 95% interval." */
static fb_str
what_is_shown(struct fb_figure *f)
{
	const struct fb_cell *c = f->n ? f->rows[0] : NULL;
	fb_str what = c ? what_of(f, c) : FB_LIT("");

	if (!c)
		return fb_word(f->cv.words, "empty_deck");
	return fb_sentence(&f->cv, what.n ? "figure_sub" : "figure_sub_bare",
	    (struct fb_slot[]){ { "note", what }, { "how", how_to_read(f) },
	    { "period", fb_period_words(&f->cv, c->period_label,
	      FB_PERIOD_FULL) } }, 3);
}

static fb_str
source_of(struct fb_figure *f)
{
	const struct fb_cell *c = f->total ? f->total : f->n == 1 ? f->rows[0] :
	    NULL;
	bool counted = c && c->has_n && !fb_is_tally(c);

	return fb_phrase(&f->cv, counted ? "figure_source_n" : "figure_source",
	    (struct fb_slot[]){ { "source", fb_source_words(&f->cv) },
	    { "n", counted ? fb_count_words(&f->cv, c->n) : FB_LIT("") } }, 2);
}

static void
frame(struct fb_figure *f, fb_str title, double width, double height)
{
	struct fb_text_box box;
	double x = MARGIN, y = MARGIN, w = width - 2 * MARGIN;

	fb_canvas_rule_part(&f->cv, x, y, w, 0.8, FB_INK);
	fb_page_tag(f->cv.page, FB_TAG_H1);
	box = fb_page_text(f->cv.page, &(struct fb_text){ .s = title,
	    .role = FB_PANEL, .align = FB_LEFT, .width = w, .max_lines = 2,
	    .balanced = true }, x, y + 16);
	fb_page_untag(f->cv.page);
	y += 16 + (box.lines - 1) * box.leading;
	box = fb_page_text(f->cv.page, &(struct fb_text){ .s = what_is_shown(f),
	    .role = FB_NOTE, .align = FB_LEFT, .width = w, .max_lines = 2 },
	    x, y + 12);
	y += 12 + box.lines * box.leading;
	fb_page_text(f->cv.page, &(struct fb_text){ .role = FB_SOURCE,
	    .s = source_of(f), .align = FB_LEFT, .width = w, .max_lines = 1 },
	    x, height - MARGIN + 2);
	f->x = x;
	f->y = y + 6;
	f->w = w;
	f->h = height - MARGIN - 14 - f->y;
}

void
fb_figure_draw(const struct fb_chart_job *job, const struct fb_plot_kind *kind,
    struct fb_buf *bytes, const char **why)
{
	double width = job->width_mm ? job->width_mm * MM : WIDTH_MM * MM;
	double height = job->height_mm ? job->height_mm * MM : HEIGHT_MM * MM;
	struct fb_page_info info = { .author = job->report->org,
	    .creator = fb_cstr("fb-tools " FB_VERSION),
	    .lang = fb_report_lang(job->report),
	    .made = fb_report_time(job->report) };
	struct fb_figure f = { .kind = kind, .said = job->said, .cv = {
	    .report = job->report, .words = &job->report->words,
	    .left = MARGIN } };

	f.repeated = fb_figure_lines(job);
	fb_figure_rows(&f);
	if (!f.n && f.said)
		fb_buf_adds(f.said, "there is no metric line, which has \"fb\":"
		    "\"metric\", a metric, a period and a value; \"fb\" comes by mlr put "
		    "'$fb = \"metric\"'\n");
	info.title = title_of(&f, job->title);
	f.cv.page = fb_page_new(job->format, width, height, &info);
	if (job->palette)
		fb_page_palette(f.cv.page, job->palette);
	fb_page_mirror(f.cv.page, fb_words_rtl(f.cv.words));
	fb_page_next(f.cv.page, NULL);
	frame(&f, info.title, width, height);
	fb_page_tag(f.cv.page, FB_TAG_FIGURE);
	if (f.n) {
		fb_alt_cells(&f.cv, f.rows, f.n, kind->over_time);
		fb_figure_left_out(&f);
		kind->plot(&f);
	}
	fb_page_untag(f.cv.page);
	*why = fb_page_finish(f.cv.page, bytes);
	fb_page_free(f.cv.page);
}
