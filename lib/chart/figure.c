/* figure.c - what charts that stand alone share. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"

#define MM (72 / 25.4)

enum { MARGIN = 14, WIDTH_MM = 160, HEIGHT_MM = 100, TICKS = 5 };

struct fb_ticks
fb_ticks_of(double lo, double hi)
{
	static const double steps[] = { 1, 2, 2.5, 5, 10 };
	struct fb_ticks t = { lo, hi > lo ? hi : lo + 1, 1 };
	double ten = pow(10, floor(log10((t.hi - t.lo) / (TICKS - 1))));

	for (size_t i = 5; i-- > 0; )
		if ((t.hi - t.lo) / (steps[i] * ten) <= TICKS)
			t.step = steps[i] * ten;
	t.lo = floor(t.lo / t.step + 1e-9) * t.step;
	t.hi = ceil(t.hi / t.step - 1e-9) * t.step;
	return t;
}

fb_str
fb_value_words(struct fb_figure *f, const struct fb_cell *c, double value)
{
	struct fb_cell copy = *c;
	struct fb_buf b = {0};
	fb_str s;

	copy.value = value;
	fb_show_value(&b, f->cv.words, &copy);
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

void
fb_draw_name(struct fb_figure *f, const struct fb_cell *c, double x, double y,
    double width, enum fb_align align)
{
	fb_page_text(f->cv.page, &(struct fb_text){
	    .s = fb_name_group(f->cv.report, c), .role = FB_LABEL,
	    .align = align, .width = width, .max_lines = 1 },
	    align == FB_RIGHT ? x - width : x, y);
}

bool
fb_row_shown(const struct fb_cell *c)
{
	return c->has_value && !fb_is_small(c);
}

static int
by_value(const void *a, const void *b)
{
	const struct fb_cell *x = *(const struct fb_cell *const *)a;
	const struct fb_cell *y = *(const struct fb_cell *const *)b;

	if (fb_row_shown(x) != fb_row_shown(y))
		return fb_row_shown(x) ? -1 : 1;
	if (fb_row_shown(x) && x->value != y->value)
		return x->value > y->value ? -1 : 1;
	return fb_str_cmp(x->by_json, y->by_json);
}

const struct fb_cell **
fb_rows_by_value(struct fb_figure *f)
{
	const struct fb_cell **v = fb_arena_zalloc(&f->cv.report->mem, f->n,
	    sizeof *v);

	if (f->n) {
		memcpy(v, f->rows, f->n * sizeof *v);
		qsort(v, f->n, sizeof *v, by_value);
	}
	return v;
}

/* The first cell of the first focus, in the order of the report. */
static const struct fb_cell *
first_cell(struct fb_report *r)
{
	struct fb_focus f;

	if (!fb_focus_count(r))
		return NULL;
	f = fb_focus_at(r, 0);
	for (size_t k = 0; k < r->norder; k++)
		for (size_t i = 0; i < f.nrows; i++)
			if (fb_str_eq(f.rows[i]->metric, r->order[k]))
				return f.rows[i];
	return f.nrows ? f.rows[0] : NULL;
}

static void
pick_rows(struct fb_figure *f)
{
	const struct fb_cell *c = first_cell(f->cv.report);

	if (!c)
		return;
	f->rows = fb_siblings(f->cv.report, c, &f->n);
	if (f->n && !f->rows[0]->nby) {
		f->total = f->rows[0];
		if (f->n > 1) {
			f->rows++;
			f->n--;
		}
	}
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
		fb_buf_add(&b, fb_name_metric(f->cv.report, c));
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

/* "gave 4 or 5 of 5. October 2025." */
static fb_str
what_is_shown(struct fb_figure *f)
{
	const struct fb_cell *c = f->n ? f->rows[0] : NULL;
	fb_str note = c ? fb_name_note(f->cv.report, c) : FB_LIT("");

	if (!c)
		return fb_word(f->cv.words, "empty_deck");
	return fb_phrase(&f->cv, "figure_sub", (struct fb_slot[]){
	    { "note", note.n ? note : fb_name_metric(f->cv.report, c) },
	    { "period", fb_period_words(&f->cv, c->period_label,
	      FB_PERIOD_FULL) } }, 2);
}

static void
frame(struct fb_figure *f, const char *title, double width, double height)
{
	fb_str source = f->cv.report->source;
	struct fb_text_box box;
	double x = MARGIN, y = MARGIN, w = width - 2 * MARGIN;

	fb_canvas_rule_part(&f->cv, x, y, w, 0.8, FB_INK);
	box = fb_page_text(f->cv.page, &(struct fb_text){
	    .s = title_of(f, title), .role = FB_PANEL, .align = FB_LEFT,
	    .width = w, .max_lines = 2, .balanced = true }, x, y + 16);
	y += 16 + (box.lines - 1) * box.leading;
	box = fb_page_text(f->cv.page, &(struct fb_text){ .s = what_is_shown(f),
	    .role = FB_NOTE, .align = FB_LEFT, .width = w, .max_lines = 2 },
	    x, y + 12);
	y += 12 + box.lines * box.leading;
	fb_page_text(f->cv.page, &(struct fb_text){ .role = FB_SOURCE,
	    .s = fb_phrase(&f->cv, "figure_source", (struct fb_slot[]){
	    { "source", source.n ? source : fb_word(f->cv.words,
	      "source_unnamed") } }, 1), .align = FB_LEFT, .width = w,
	    .max_lines = 1 }, x, height - MARGIN + 2);
	f->x = x;
	f->y = y + 6;
	f->w = w;
	f->h = height - MARGIN - 14 - f->y;
}

void
fb_figure_draw(const struct fb_chart_job *job, fb_plot *plot,
    struct fb_buf *bytes, const char **why)
{
	double width = job->width_mm ? job->width_mm * MM : WIDTH_MM * MM;
	double height = job->height_mm ? job->height_mm * MM : HEIGHT_MM * MM;
	struct fb_page_info info = { .author = job->report->org,
	    .creator = fb_cstr("fb-tools " FB_VERSION),
	    .made = fb_report_time(job->report) };
	struct fb_figure f = { .cv = { .report = job->report,
	    .words = &job->report->words, .left = MARGIN } };

	pick_rows(&f);
	info.title = title_of(&f, job->title);
	f.cv.page = fb_page_new(job->format, width, height, &info);
	fb_page_next(f.cv.page, NULL);
	fb_page_tag(f.cv.page, FB_TAG_FIGURE);
	frame(&f, job->title, width, height);
	if (f.n)
		plot(&f);
	fb_page_untag(f.cv.page);
	*why = fb_page_finish(f.cv.page, bytes);
	fb_page_free(f.cv.page);
}
