/* book_chart.c - native charts: the line in a cell, and the trend. */
#include "sheet/book_part.h"

/* What the library takes for the size of a chart at scale 1. */
static const double chart_w_px = 480, chart_h_px = 288;

static const uint32_t text2 = 0x565C66, grid = 0xE4E6E9;

static lxw_chart_series *
add(lxw_chart *c, const struct fb_sheet *from, struct fb_area a)
{
	lxw_chart_series *s = chart_add_series(c, NULL, NULL);

	if (s)
		chart_series_set_values(s, from->name, a.row, (lxw_col_t)a.col,
		                        a.last_row, (lxw_col_t)a.last_col);
	return s;
}

static void
bare(lxw_chart *c)
{
	lxw_chart_line no_line = { .none = LXW_TRUE };
	lxw_chart_fill no_fill = { .none = LXW_TRUE };

	chart_title_off(c);
	chart_legend_set_position(c, LXW_CHART_LEGEND_NONE);
	chart_axis_off(c->x_axis);
	chart_axis_off(c->y_axis);
	chart_axis_major_gridlines_set_visible(c->y_axis, LXW_FALSE);
	chart_chartarea_set_line(c, &no_line);
	chart_chartarea_set_fill(c, &no_fill);
	chart_plotarea_set_fill(c, &no_fill);
	chart_show_hidden_data(c);
}

static void
draw_mini(lxw_chart_series *line, lxw_chart_series *point, uint32_t ink)
{
	lxw_chart_line grey = { .color = text2, .width = 1.25f };
	lxw_chart_line none = { .none = LXW_TRUE };
	lxw_chart_fill dot = { .color = fb_book_ink(ink) };

	chart_series_set_line(line, &grey);
	chart_series_set_marker_type(line, LXW_CHART_MARKER_NONE);
	chart_series_set_line(point, &none);
	chart_series_set_marker_type(point, LXW_CHART_MARKER_CIRCLE);
	chart_series_set_marker_size(point, 5);
	chart_series_set_marker_line(point, &none);
	chart_series_set_marker_fill(point, &dot);
}

static lxw_chart *
begin(struct fb_sheet *s, const char *alt, enum fb_form form)
{
	static const uint8_t types[] = { LXW_CHART_LINE, LXW_CHART_COLUMN,
	    LXW_CHART_COLUMN_STACKED_PERCENT };
	lxw_chart *c;

	if (s->book->why.n || !fb_book_gated(s, fb_cstr(alt)))
		return NULL;
	c = workbook_add_chart(s->book->lxw, types[form]);
	if (!c)
		fb_book_fail(s->book, s, "out of memory");
	return c;
}

static void
place(struct fb_sheet *s, uint32_t row, uint32_t col, lxw_chart *c,
      const char *alt, double width_px, double height_px)
{
	lxw_chart_options o = {
		.x_offset = 2,
		.y_offset = 2,
		.x_scale = width_px / chart_w_px,
		.y_scale = height_px / chart_h_px,
		.object_position = LXW_OBJECT_MOVE_AND_SIZE,
		.description = (char *)(uintptr_t)alt,
	};

	if (fb_book_took(s, worksheet_insert_chart_opt(s->lxw, row,
	                 (lxw_col_t)col, c, &o)))
		s->book->charts++;
}

void
fb_sheet_mini(struct fb_sheet *s, uint32_t row, uint32_t col,
              const struct fb_mini *m)
{
	lxw_chart *c = begin(s, m->alt, FB_FORM_LINES);
	lxw_chart_series *line, *point;

	if (!c)
		return;
	line = add(c, m->from, m->line);
	point = add(c, m->from, m->point);
	if (!line || !point) {
		fb_book_fail(s->book, s, "out of memory");
		return;
	}
	draw_mini(line, point, m->ink);
	bare(c);
	chart_axis_set_min(c->y_axis, m->min);
	chart_axis_set_max(c->y_axis, m->max);
	place(s, row, col, c, m->alt, m->width_px, m->height_px);
}

static void
draw_line(lxw_chart_series *series, const struct fb_series *one)
{
	lxw_chart_line line = { .color = fb_book_ink(one->ink),
		.width = one->faint ? 0.75f : 2,
		.dash_type = one->faint ? LXW_CHART_LINE_DASH_DASH :
			LXW_CHART_LINE_DASH_SOLID };

	chart_series_set_line(series, &line);
	chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
}

enum { COLUMNS_MAX = 64 };

/* Each column in its own ink, or all in that of the series. */
static void
draw_columns(lxw_chart_series *series, const struct fb_trend *t,
             const struct fb_series *one)
{
	lxw_chart_fill fills[COLUMNS_MAX], fill = { .color = fb_book_ink(one->ink) };
	lxw_chart_point points[COLUMNS_MAX], *list[COLUMNS_MAX + 1] = {0};
	size_t n = one->values.last_row - one->values.row + 1;

	chart_series_set_fill(series, &fill);
	if (!t->inks || n > COLUMNS_MAX)
		return;
	for (size_t i = 0; i < n; i++) {
		fills[i] = (lxw_chart_fill){ .color = fb_book_ink(t->inks[i]) };
		points[i] = (lxw_chart_point){ .fill = &fills[i] };
		list[i] = &points[i];
	}
	chart_series_set_points(series, list);
}

static void
draw_series(struct fb_sheet *s, lxw_chart *c, const struct fb_trend *t,
            const struct fb_series *one)
{
	lxw_chart_series *series = add(c, t->from, one->values);

	if (!series || !fb_book_gated(s, fb_cstr(one->name))) {
		fb_book_fail(s->book, s, "out of memory");
		return;
	}
	chart_series_set_categories(series, t->from->name, t->labels.row,
	        (lxw_col_t)t->labels.col, t->labels.last_row,
	        (lxw_col_t)t->labels.last_col);
	chart_series_set_name(series, one->name);
	if (t->form == FB_FORM_LINES)
		draw_line(series, one);
	else
		draw_columns(series, t, one);
}

/* A name that begins with '=' would be taken for a formula. */
static bool
plain(struct fb_sheet *s, const char *text)
{
	if (text && *text == '=')
		fb_book_fail(s->book, s, "a chart's text begins with '='");
	return !s->book->why.n && fb_book_gated(s, fb_cstr(text));
}

static void
dress(lxw_chart *c, const struct fb_trend *t)
{
	lxw_chart_font title = { .name = "Calibri", .size = 12,
	                         .bold = LXW_TRUE, .color = 0x1A1D21 };
	lxw_chart_font small = { .name = "Calibri", .size = 9,
	                         .bold = LXW_EXPLICIT_FALSE, .color = text2 };
	lxw_chart_line hair = { .color = grid, .width = 0.75f };
	lxw_chart_line none = { .none = LXW_TRUE };

	chart_title_set_name(c, t->title);
	chart_title_set_name_font(c, &title);
	chart_legend_set_position(c, t->form == FB_FORM_COLUMNS ?
	                          LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_TOP);
	chart_legend_set_font(c, &small);
	chart_axis_set_num_font(c->x_axis, &small);
	chart_axis_set_num_font(c->y_axis, &small);
	chart_axis_set_line(c->y_axis, &none);
	chart_axis_major_gridlines_set_line(c->y_axis, &hair);
	chart_axis_set_label_position(c->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
	if (t->number)
		chart_axis_set_num_format(c->y_axis, t->number);
	if (t->ranged) {
		chart_axis_set_min(c->y_axis, t->min);
		chart_axis_set_max(c->y_axis, t->max);
	}
	if (t->y_name) {
		chart_axis_set_name(c->y_axis, t->y_name);
		chart_axis_set_name_font(c->y_axis, &small);
	}
	chart_chartarea_set_line(c, &none);
}

void
fb_sheet_trend(struct fb_sheet *s, uint32_t row, uint32_t col,
               const struct fb_trend *t)
{
	lxw_chart *c;

	for (size_t i = 0; i < t->n; i++)
		if (!plain(s, t->series[i].name))
			return;
	if (!plain(s, t->title) || !plain(s, t->y_name))
		return;
	c = begin(s, t->alt, t->form);
	if (!c)
		return;
	for (size_t i = 0; i < t->n; i++)
		draw_series(s, c, t, &t->series[i]);
	dress(c, t);
	place(s, row, col, c, t->alt, t->width_px, t->height_px);
}
