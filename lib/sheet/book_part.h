/* book_part.h - what the files behind the door share; for sheet/book*.c only. */
#ifndef FB_SHEET_BOOK_PART_H
#define FB_SHEET_BOOK_PART_H

#include <xlsxwriter.h>

#include "base/digest.h"
#include "base/map.h"
#include "base/out.h"
#include "sheet/book.h"

enum { FB_LINKS_MAX = 65530, FB_CELL_UNITS = 32767 };

struct fb_sheet {
	struct fb_book *book;
	lxw_worksheet *lxw;
	char *name;
	size_t rows, cells, links;
	unsigned char *seen; /* a bit for each row that has a cell */
	size_t cap_seen;
	struct fb_digest digest;
};

struct fb_face {
	struct fb_look look;
	lxw_format *lxw;
};

struct fb_book {
	lxw_workbook *lxw;
	struct fb_out out;   /* the target */
	struct fb_out spool; /* in TMPDIR, when the target is written through */
	struct fb_sheet **sheets;
	size_t nsheets, cap_sheets;
	struct fb_face *faces;
	size_t nfaces, cap_faces;
	size_t charts;
	struct fb_map names; /* of cells */
	struct fb_buf scratch;
	struct fb_buf why;
	bool streaming;
};

/* Keep the first error: "SHEET: why" when there is a sheet. */
void fb_book_fail(struct fb_book *, const struct fb_sheet *, const char *why);
/* False, and an error kept, when the library did not take it. */
bool fb_book_took(struct fb_sheet *, lxw_error);
/* Count a cell that holds value (as it will be read back). */
void fb_book_count(struct fb_sheet *, uint32_t row, uint32_t col, char type,
                   fb_str value);
/* One cell's line for the digest, in b: the sheet, row, column and type. */
void fb_book_where(struct fb_buf *, fb_str sheet, uint32_t row, uint32_t col,
                   char type);
lxw_format *fb_book_face(struct fb_book *, unsigned look);
/* 0 is the library's "unset", so black has its own number there. */
static inline lxw_color_t
fb_book_ink(uint32_t rgb)
{
	return rgb ? rgb : (lxw_color_t)LXW_COLOR_BLACK;
}
/* The text as the library wants it, checked; NULL when it was refused.
 * Borrowed until the next call. */
const char *fb_book_gated(struct fb_sheet *, fb_str);
/* Compare the file with what was written. */
const char *fb_book_verify(struct fb_book *, const char *path);

#endif
