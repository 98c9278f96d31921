/* balance_rows.c - rows of two dots, and what they stand for. */
#include <math.h>

#include "chart/balance.h"

enum { X_DOTS = 372, COLUMNS = 3,
	AXIS_END = 13, /* half of "100%" stands right of the last line */
};

static double
dot_x(const struct fb_balance *b, double share)
{
	return b->cv->left + X_DOTS + share * (FB_PAGE_CONTENT - X_DOTS - AXIS_END);
}

void
fb_balance_head(struct fb_balance *b, fb_str words)
{
	if (b->drawn) {
		fb_row_over(b->cv, COLUMNS);
		fb_page_text(b->cv->page, &(struct fb_text){ .s = words,
		    .role = FB_COLUMN, .align = FB_LEFT, .width = FB_BALANCE_WIDTH,
		    .max_lines = 1 }, b->cv->left + FB_BALANCE_X, b->y);
		fb_row_end(b->cv);
	}
	b->y += 14;
}

/* A dot with its share as the words of its cell. */
static void
tell_share(struct fb_balance *b, double share)
{
	struct fb_buf words = {0};

	fb_row_next(b->cv, false);
	fb_show_share(&words, b->cv->words, share);
	fb_page_unseen(b->cv->page, fb_buf_str(&words), dot_x(b, share) - 4,
	    b->y - 7, 8, 8);
	fb_buf_release(&words);
}

static void
draw_row(struct fb_balance *b, fb_str name, double all, double drawn)
{
	fb_row_begin(b->cv);
	fb_page_text(b->cv->page, &(struct fb_text){ .s = name, .role = FB_LABEL,
	    .align = FB_LEFT, .width = X_DOTS - FB_BALANCE_X - 14, .max_lines = 1 },
	    b->cv->left + FB_BALANCE_X + 7, b->y);
	tell_share(b, all);
	fb_page_ring(b->cv->page, dot_x(b, all), b->y - 3, 3.6,
	    (struct fb_pen){ FB_INK, 1.2, 0 });
	tell_share(b, drawn);
	fb_page_disc(b->cv->page, dot_x(b, drawn), b->y - 3, 2.2, FB_BLUE);
	fb_row_end(b->cv);
}

void
fb_balance_row(struct fb_balance *b, fb_str name, double all, double drawn)
{
	double gap = fabs(all - drawn);

	if (b->drawn)
		draw_row(b, name, all, drawn);
	if (gap > b->worst) {
		b->worst = gap;
		b->worst_name = name;
	}
	b->y += FB_BALANCE_ROW;
}

void
fb_balance_heads(struct fb_balance *b)
{
	static const char *const keys[COLUMNS] = { "method_balance",
	    "balance_all", "balance_quoted" };

	for (int i = 0; i < COLUMNS; i++) {
		if (i)
			fb_row_next(b->cv, true);
		else
			fb_head_begin(b->cv);
		fb_page_unseen(b->cv->page, fb_word(b->cv->words, keys[i]),
		    b->cv->left + FB_BALANCE_X + i * FB_BALANCE_WIDTH / COLUMNS,
		    b->top, (double)FB_BALANCE_WIDTH / COLUMNS, 8);
	}
	fb_row_end(b->cv);
}

void
fb_balance_axis(struct fb_balance *b)
{
	fb_page_tag(b->cv->page, FB_TAG_P);
	for (int percent = 0; percent <= 100; percent += 25) {
		double x = dot_x(b, percent / 100.0);
		struct fb_buf text = {0};


		fb_page_line(b->cv->page, (struct fb_pen){ FB_GRID, 0.5, 0 }, x,
		    b->top + 4, x, b->y - 8);
		fb_show_share(&text, b->cv->words, percent / 100.0);
		fb_canvas_put(b->cv, FB_AXIS, x, b->top, FB_CENTRE, 0,
		    fb_buf_str(&text));
		fb_buf_release(&text);
	}
	fb_page_untag(b->cv->page);
}
