/* heat_grid.c - groups by periods: a number and a colour in each cell. */
#include <math.h>

#include "chart/heat.h"

enum {
	NAMES = 86, NAMES_MOST = 160, GRID = 429, /* names and cells together */
	CHANGE = 7, MARK = 41, COUNT = 70,        /* behind the last cell */
	ROW = 30, ROW_LEAST = 19, ROWS_HIGH = 300, CELL_MAX = 60, CELL_LEAST = 24,
	APART = 8, EVENT = 13, EVENTS_MAX = 4,
};

static int
columns(const struct fb_heat *t)
{
	return (int)(t->last - t->first + 1);
}

static struct fb_text
name_text(struct fb_heat *t, const struct fb_cell *row)
{
	return (struct fb_text){ .s = fb_group_name(t->cv, row),
	    .role = FB_LABEL, .align = FB_LEFT, .bold = row == t->slide.cell };
}

/* Names get what the cells leave them, as far as they need it. */
static void
share_width(struct fb_heat *t)
{
	double most = fmin(NAMES_MOST, GRID - CELL_LEAST * columns(t));

	t->names = NAMES;
	for (size_t i = 0; i < t->n; i++) {
		struct fb_text name = name_text(t, t->rows[i]);

		t->names = fmax(t->names, fmin(most,
		    fb_page_measure(t->cv->page, &name).width + 10));
	}
	t->cell = fmin(CELL_MAX, (GRID - t->names) / columns(t));
}

static double
cell_x(const struct fb_heat *t, int32_t index)
{
	return t->cv->left + t->names + t->cell * (index - t->first);
}

/* "Mar", "Q3", "W05"; the year stands above where it begins. */
static fb_str
column_name(struct fb_heat *t, fb_str label, enum fb_unit unit)
{
	if (unit == FB_QUARTER) {
		int n = label.p[label.n - 1] - '0';

		return fb_phrase(t->cv, "quarter", (struct fb_slot[]){
		    { "n", fb_count_words(t->cv, (uint64_t)n) } }, 1);
	}
	return fb_period_words(t->cv, label, FB_PERIOD_AXIS);
}

static fb_str
label_of(struct fb_heat *t, int32_t index)
{
	struct fb_buf b = {0};
	fb_str label;

	fb_put_period(&b, (struct fb_period){ t->rows[0]->period.unit, index });
	label = fb_keep(t->cv, &b);
	fb_buf_release(&b);
	return label;
}

/* Every column has its name, or every second where names are long. */
static int32_t
name_step(struct fb_heat *t)
{
	for (int32_t i = t->first; i <= t->last; i++) {
		struct fb_text name = { .role = FB_AXIS_BOLD, .align = FB_LEFT,
		    .s = column_name(t, label_of(t, i),
		    t->rows[0]->period.unit) };

		if (fb_page_measure(t->cv->page, &name).width > t->cell - 2)
			return 2;
	}
	return 1;
}

static void
draw_head(struct fb_heat *t, double y)
{
	enum fb_unit unit = t->rows[0]->period.unit;
	double w = t->cell, x;
	int32_t step = name_step(t);
	fb_str label, now, year = FB_LIT("");

	fb_head_begin(t->cv);
	for (int32_t i = t->first; i <= t->last; i++) {
		fb_row_next(t->cv, true);
		label = label_of(t, i);
		x = cell_x(t, i);
		if ((t->last - i) % step == 0)
			fb_canvas_put(t->cv, i == t->last ? FB_AXIS_BOLD : FB_AXIS,
			    x + w / 2, y, FB_CENTRE, 0,
			    column_name(t, label, unit));
		now = (fb_str){ label.p, 4 };
		if (unit != FB_YEAR && !fb_str_eq(year, now))
			fb_canvas_put(t->cv, FB_AXIS, x + 1, y - 11.5, FB_LEFT,
			    FB_TEXT3, now);
		year = now;
	}
	fb_row_next(t->cv, true);
	fb_canvas_put(t->cv, FB_AXIS, cell_x(t, t->last + 1) + CHANGE, y, FB_LEFT, 0,
	    fb_word(t->cv->words, t->yoy ? "heat_yoy" : "heat_change"));
	fb_row_next(t->cv, true);
	fb_canvas_put(t->cv, FB_AXIS, cell_x(t, t->last + 1) + COUNT, y, FB_RIGHT,
	    0, fb_word(t->cv->words, "heat_n"));
	fb_row_end(t->cv);
}

/* And the number of answers, in a cell of its own. */
static void
draw_change(struct fb_heat *t, const struct fb_cell *c, double y)
{
	const struct fb_versus *vs = fb_heat_versus(t, c);
	struct fb_verdict v = fb_verdict(t->cv->report, c, vs);
	fb_colour ink = v.clear ? v.colour : FB_INK;
	struct fb_buf b = {0};
	double x = cell_x(t, t->last + 1);

	if (v.mark != FB_MARK_NONE) {
		fb_show_diff(&b, t->cv->words, c, vs->diff);
		fb_page_text(t->cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
		    .role = FB_LABEL, .align = FB_LEFT, .bold = v.clear,
		    .colour = ink }, x + CHANGE, y);
	}
	if (v.mark == FB_MARK_FILLED || v.mark == FB_MARK_HOLLOW)
		fb_page_triangle(t->cv->page, x + MARK, y - 3, 7, v.up,
		    v.mark == FB_MARK_FILLED, v.clear ? ink : FB_TEXT2);
	fb_row_next(t->cv, false);
	fb_canvas_put(t->cv, FB_AXIS, x + COUNT, y, FB_RIGHT, 0,
	    fb_count_words(t->cv, c->n));
	fb_buf_release(&b);
}

static void
draw_row(struct fb_heat *t, const struct fb_cell *row, double y, double h)
{
	size_t n, k = 0;
	const struct fb_cell **p = fb_heat_points(t, row, &n);
	struct fb_text name = name_text(t, row);
	struct fb_text_box box;
	double middle = y + h / 2 + 2.5;

	name.width = t->names - 9;
	name.max_lines = h > 24 ? 2 : 1;
	box = fb_page_measure(t->cv->page, &name);
	fb_row_begin(t->cv);
	fb_page_text(t->cv->page, &name, t->cv->left,
	    middle - (box.lines - 1) * box.leading / 2);
	for (int32_t i = t->first; i <= t->last; i++) {
		fb_row_next(t->cv, false);
		if (k < n && p[k]->period.index == i)
			fb_draw_shade(t->cv, t->shade, p[k++], true,
			    cell_x(t, i), y, t->cell, h);
	}
	fb_row_next(t->cv, false);
	draw_change(t, row, middle);
	fb_row_end(t->cv);
}

/* Dated events of the boxed row, else of the total, below the column that the
 * day falls in. */
static double
draw_events(struct fb_heat *t, double y)
{
	const struct fb_report *r = t->cv->report;
	const struct fb_cell *about = t->slide.cell ? t->slide.cell :
	    t->of->total ? t->of->total : t->rows[0];
	double grid = t->cell * columns(t), top = y;
	double middle = cell_x(t, t->first) + grid / 2;
	size_t drawn = 0;

	for (size_t i = 0; i < r->nevents && drawn < EVENTS_MAX; i++) {
		struct fb_period p = fb_period_of(about->period.unit,
		    r->events[i].day);
		double x = cell_x(t, p.index) + t->cell / 2;
		bool left = x > middle;

		if (p.index < t->first || p.index > t->last ||
		    !fb_event_fits(&r->events[i], about))
			continue;
		fb_page_line(t->cv->page, (struct fb_pen){ FB_INK, 0.8, 0 }, x, top,
		    x, y + EVENT - 2);
		fb_page_text(t->cv->page, &(struct fb_text){
		    .s = r->events[i].text, .role = FB_AXIS_BOLD,
		    .max_lines = 1, .align = left ? FB_RIGHT : FB_LEFT,
		    .width = GRID / 2 }, left ? x - 5 - GRID / 2 : x + 5,
		    y + EVENT - 3);
		y += EVENT;
		drawn++;
	}
	return y;
}

double
fb_heat_draw(struct fb_heat *t, double y)
{
	double h = fmax(ROW_LEAST, fmin(ROW, ROWS_HIGH / (double)t->n));
	double w;

	share_width(t);
	w = t->cell * columns(t);
	fb_page_tag(t->cv->page, FB_TAG_TABLE);
	draw_head(t, y + 12);
	y += 19;
	for (size_t i = 0; i < t->n; i++, y += h) {
		if (t->rows[i] != t->slide.cell) {
			draw_row(t, t->rows[i], y, h);
			continue;
		}
		y += i ? APART : 2;
		draw_row(t, t->rows[i], y, h);
		fb_page_frame(t->cv->page, cell_x(t, t->first) - 2, y - 2, w + 3,
		    h + 3, (struct fb_pen){ FB_INK, 1.3, 0 });
	}
	fb_page_untag(t->cv->page);
	return draw_events(t, y + (t->slide.cell ? 1.5 : 0));
}
