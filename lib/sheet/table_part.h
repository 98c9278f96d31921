/* table_part.h - what the files of the table share; for sheet/table*.c only. */
#ifndef FB_SHEET_TABLE_PART_H
#define FB_SHEET_TABLE_PART_H

#include "sheet/put.h"
#include "sheet/table.h"

enum {
	FB_TABLE_KEYS = 16383,     /* with the column of parts: what Excel has */
	FB_TABLE_ROWS = 1048575,   /* of a sheet below its header */
	FB_SURELY_FITS = 508,      /* bytes of JSON that never exceed a cell */
};

/* The next line that becomes a row; passes over the others. again: the second
 * pass, which counts nothing. */
bool fb_listing_next(struct fb_listing *, struct fb_rec *, bool again);
/* The column of field i of a line, which is added on request; FB_MAP_NONE when
 * there are too many keys. */
size_t fb_listing_column(struct fb_listing *, const struct fb_rec *, size_t i,
    bool add);
/* May this value of the row be shown? */
bool fb_listing_shows(const struct fb_listing *, const struct fb_column *,
    bool masked);
/* What a raw value says as text; in *scratch, or borrowed from raw. */
fb_str fb_listing_text(fb_str raw, struct fb_buf *scratch);
/* Gated text; borrowed from s where nothing changes, else put into *b. */
fb_str fb_listing_gated(struct fb_buf *b, fb_str s, struct fb_gated *);
/* Is raw a number that a cell keeps with all its digits? */
bool fb_listing_number(fb_str raw, double *v);
/* Is text a day or time that a sheet can show? *serial as Excel counts. */
bool fb_listing_when(fb_str text, double *serial, bool *has_time);
/* Cells that a gated text takes. */
size_t fb_listing_parts(fb_str gated);

/* The sheet that says how the table was made. */
void fb_listing_method(struct fb_listing *, struct fb_sheet *);

#endif
