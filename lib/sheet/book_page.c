/* book_page.c - rows, columns, the view, the print and what may be typed. */
#include "base/time.h"
#include "sheet/book_part.h"

static bool
fits(struct fb_sheet *s, struct fb_area a)
{
	if (s->book->why.n)
		return false;
	if (a.row <= a.last_row && a.col <= a.last_col &&
	    a.last_row < LXW_ROW_MAX && a.last_col < LXW_COL_MAX)
		return true;
	fb_book_fail(s->book, s, "an area is outside the sheet");
	return false;
}

void
fb_sheet_row(struct fb_sheet *s, uint32_t row, double height_pt)
{
	if (!s->book->why.n)
		fb_book_took(s, worksheet_set_row(s->lxw, row,
		             height_pt > 409 ? 409 : height_pt, NULL));
}

void
fb_sheet_col(struct fb_sheet *s, uint32_t first, uint32_t last, double width,
             bool hidden)
{
	lxw_row_col_options o = { .hidden = hidden };

	if (fits(s, (struct fb_area){ 0, first, 0, last }))
		fb_book_took(s, worksheet_set_column_opt(s->lxw,
		             (lxw_col_t)first, (lxw_col_t)last,
		             width > 255 ? 255 : width, NULL, &o));
}

static void
set_print(struct fb_sheet *s, const struct fb_plan *p)
{
	const struct fb_area *a = p->print;

	worksheet_set_paper(s->lxw, p->letter ? 1 : 9);
	if (p->landscape)
		worksheet_set_landscape(s->lxw);
	worksheet_fit_to_pages(s->lxw, 1, 0);
	worksheet_set_margins(s->lxw, 0.5, 0.5, 0.6, 0.6);
	if (p->repeat_rows)
		fb_book_took(s, worksheet_repeat_rows(s->lxw, 0,
		             p->repeat_rows - 1));
	if (a && fits(s, *a))
		fb_book_took(s, worksheet_print_area(s->lxw, a->row,
		             (lxw_col_t)a->col, a->last_row,
		             (lxw_col_t)a->last_col));
	if (p->footer && fb_book_gated(s, fb_cstr(p->footer)))
		fb_book_took(s, worksheet_set_footer(s->lxw, p->footer));
}

void
fb_sheet_from_right(struct fb_sheet *s)
{
	if (!s->book->why.n)
		worksheet_right_to_left(s->lxw);
}

void
fb_sheet_plan(struct fb_sheet *s, const struct fb_plan *p)
{
	const struct fb_area *a = p->filter;

	if (s->book->why.n)
		return;
	if (p->freeze_rows || p->freeze_cols)
		worksheet_freeze_panes(s->lxw, p->freeze_rows,
		                       (lxw_col_t)p->freeze_cols);
	worksheet_gridlines(s->lxw, p->gridlines ? LXW_SHOW_SCREEN_GRIDLINES :
	                                           LXW_HIDE_ALL_GRIDLINES);
	if (p->protect)
		worksheet_protect(s->lxw, NULL, NULL);
	if (a && fits(s, *a))
		fb_book_took(s, worksheet_autofilter(s->lxw, a->row,
		             (lxw_col_t)a->col, a->last_row,
		             (lxw_col_t)a->last_col));
	set_print(s, p);
}

enum { BREAKS_MAX = 1000 }; /* the library's; it reads up to a 0 */

void
fb_sheet_breaks(struct fb_sheet *s, const uint32_t *rows, size_t n)
{
	lxw_row_t list[BREAKS_MAX + 1] = {0};
	size_t used = 0;

	for (size_t i = 0; i < n && used < BREAKS_MAX; i++)
		if (rows[i])
			list[used++] = rows[i];
	if (used && !s->book->why.n)
		fb_book_took(s, worksheet_set_h_pagebreaks(s->lxw, list));
}

/* Only what differs: a font or a size has no place in a conditional format. */
static lxw_format *
rule_format(struct fb_book *b, const struct fb_rule *r)
{
	lxw_format *f = workbook_add_format(b->lxw);

	if (!f)
		return NULL;
	format_set_font_color(f, fb_book_ink(r->ink));
	if (r->fill)
		format_set_bg_color(f, r->fill);
	if (r->bold)
		format_set_bold(f);
	return f;
}

void
fb_sheet_rule(struct fb_sheet *s, struct fb_area a, const struct fb_rule *r)
{
	lxw_conditional_format c = {
		.type = r->kind == FB_RULE_FORMULA ?
			LXW_CONDITIONAL_TYPE_FORMULA :
			LXW_CONDITIONAL_TYPE_CELL,
		.criteria = r->kind == FB_RULE_BELOW ?
			LXW_CONDITIONAL_CRITERIA_LESS_THAN :
			LXW_CONDITIONAL_CRITERIA_GREATER_THAN,
		.value = r->limit,
	};

	if (!fits(s, a))
		return;
	if (r->kind == FB_RULE_FORMULA)
		c.value_string = (char *)(uintptr_t)r->formula;
	c.format = rule_format(s->book, r);
	fb_book_took(s, worksheet_conditional_format_range(s->lxw, a.row,
	             (lxw_col_t)a.col, a.last_row, (lxw_col_t)a.last_col, &c));
}

/* The library copies lists by bytes into 255 of them, where it counts
 * characters. */
static bool
is_short(const char *const *list)
{
	size_t n = 0;

	for (; *list; list++)
		for (const char *p = *list; ; p++) {
			if (*p == ',' || ++n > 255)
				return false;
			if (!*p)
				break;
		}
	return n > 0;
}

static void
validate(struct fb_sheet *s, struct fb_area a, lxw_data_validation *v)
{
	if (fits(s, a))
		fb_book_took(s, worksheet_data_validation_range(s->lxw, a.row,
		             (lxw_col_t)a.col, a.last_row,
		             (lxw_col_t)a.last_col, v));
}

void
fb_sheet_choices(struct fb_sheet *s, struct fb_area a,
                 const char *const *choices)
{
	lxw_data_validation v = {
		.validate = LXW_VALIDATION_TYPE_LIST,
		.value_list = (char **)(uintptr_t)choices,
	};

	if (is_short(choices))
		validate(s, a, &v);
	else
		fb_book_fail(s->book, s, "a list of choices is too long");
}

void
fb_sheet_dates_only(struct fb_sheet *s, struct fb_area a, int32_t first)
{
	lxw_data_validation v = {
		.validate = LXW_VALIDATION_TYPE_DATE_NUMBER,
		.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
		.value_number = first - fb_days(1899, 12, 30),
	};

	validate(s, a, &v);
}
