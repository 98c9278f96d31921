/* book_name.c - names of cells, for links from other files. */
#include "sheet/book_part.h"

void
fb_sheet_name(struct fb_sheet *s, uint32_t row, uint32_t col, const char *name)
{
	struct fb_buf place = {0};
	bool fresh;

	fb_map_put(&s->book->names, fb_cstr(name), &fresh);
	if (!fresh)
		return;
	fb_buf_printf(&place, "='%s'!$%c$%u", s->name, (char)('A' + col), row + 1);
	fb_book_took(s, workbook_define_name(s->book->lxw, name,
	    fb_buf_cstr(&place)));
	fb_buf_release(&place);
}
