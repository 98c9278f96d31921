/* table.c - the rows of tables, for readers that cannot see. */
#include "chart/canvas.h"

static void
begin(struct fb_canvas *cv, bool row, int columns)
{
	fb_page_tag(cv->page, FB_TAG_TR);
	fb_page_tag(cv->page, FB_TAG_TH);
	fb_page_heads(cv->page, row, columns);
}

void
fb_head_begin(struct fb_canvas *cv)
{
	begin(cv, false, 1);
}

void
fb_row_begin(struct fb_canvas *cv)
{
	begin(cv, true, 1);
}

void
fb_row_over(struct fb_canvas *cv, int columns)
{
	begin(cv, true, columns);
}

void
fb_row_next(struct fb_canvas *cv, bool head)
{
	fb_page_untag(cv->page);
	fb_page_tag(cv->page, head ? FB_TAG_TH : FB_TAG_TD);
	if (head)
		fb_page_heads(cv->page, false, 1);
}

void
fb_row_end(struct fb_canvas *cv)
{
	fb_page_untag(cv->page);
	fb_page_untag(cv->page);
}
