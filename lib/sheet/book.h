/* book.h - write a workbook, and know that what is in the file is what was meant.
 *
 * libxlsxwriter can return success for a workbook with missing rows (a full
 * temporary folder), writes ill-formed text and NaN without a word, and drops
 * a cell that is too long. Behind this door every return code is looked at,
 * every text is checked, and the finished file is opened again and compared
 * with what was written before it takes the target's place.
 *
 * The first error sticks: later calls do nothing and fb_book_close() tells it.
 * Rows and columns count from 0. Text is UTF-8 that has passed the gate (no
 * U+FFFE, U+FFFF or NUL, at most 32,767 UTF-16 units, a literal "_x0041_"
 * written "_x005F_x0041_"); strings are always strings, never formulas.
 * A cell is written once. The same calls give the same bytes. */
#ifndef FB_SHEET_BOOK_H
#define FB_SHEET_BOOK_H

#include <stdint.h>

#include "base/str.h"

struct fb_book;
struct fb_sheet; /* owned by the book */

/* The file's properties; each may be NULL. Gated text. */
struct fb_about {
	const char *title, *subject, *author, *company, *keywords, *comments;
	int64_t created; /* UTC seconds, >= 1: SOURCE_DATE_EPOCH or the records' */
	bool rows_in_order; /* constant memory for long tables: cells come row by
	                     * row, and there are no charts with stored values */
};

/* Begin a workbook at path ("-" is standard output; devices and pipes are
 * written through by way of a file in TMPDIR). *b is NULL after a failure.
 * NULL, or what went wrong with path (errno says why). */
const char *fb_book_open(struct fb_book **b, const char *path,
                         const struct fb_about *);
/* Write, read back, compare, and only then put the file in its place; frees
 * the book in any case and leaves no part of a file behind a failure. NULL, or
 * what is wrong, borrowed until the next fb_book_close(). */
const char *fb_book_close(struct fb_book *);
/* Drop it all. */
void fb_book_abandon(struct fb_book *);
/* The caller cannot go on: an error like any other. */
void fb_book_give_up(struct fb_book *, const char *why);
/* The first error so far; NULL when all is well. */
const char *fb_book_why(const struct fb_book *);

/* A new sheet; the name is ASCII, from the program and not from data. */
struct fb_sheet *fb_book_sheet(struct fb_book *, const char *name);
/* Columns of the sheet begin at the right. */
void fb_sheet_from_right(struct fb_sheet *);
/* Rows with at least one cell that holds something, and such cells. */
size_t fb_sheet_rows(const struct fb_sheet *);
size_t fb_sheet_cells(const struct fb_sheet *);

enum fb_align { FB_ALIGN_AUTO, FB_ALIGN_LEFT, FB_ALIGN_CENTRE, FB_ALIGN_RIGHT };
enum fb_valign { FB_VALIGN_BOTTOM, FB_VALIGN_TOP, FB_VALIGN_MIDDLE };
enum { FB_EDGE_TOP = 1, FB_EDGE_BOTTOM = 2, FB_EDGE_LEFT = 4, FB_EDGE_RIGHT = 8 };

/* How a cell looks. Colours are 0xRRGGBB. {0} is Calibri 10 in black. */
struct fb_look {
	const char *font;   /* NULL is Calibri */
	double size;        /* points; 0 is 10 */
	bool bold, italic, underline, wrap, unlocked;
	uint32_t ink, fill; /* fill 0 is none */
	const char *number; /* number format "0.0", NULL is General */
	enum fb_align align;
	enum fb_valign valign;
	int indent;         /* steps, 0 .. 15 */
	unsigned edges;     /* FB_EDGE_… as hair lines */
	unsigned rules;     /* FB_EDGE_… as thin lines */
	uint32_t edge_ink;
	int reading;        /* 0 by the text, 1 left to right, 2 right to left */
};

/* A number for the look, the same for equal looks; 0 is the book's default.
 * Strings in it are borrowed until the book is closed. */
unsigned fb_book_look(struct fb_book *, const struct fb_look *);

/* Cells. Empty text leaves a blank cell with its look. */
void fb_sheet_text(struct fb_sheet *, uint32_t row, uint32_t col, fb_str,
                   unsigned look);
/* NaN and infinities are refused. Stored with 16 digits. */
void fb_sheet_number(struct fb_sheet *, uint32_t row, uint32_t col, double,
                     unsigned look);
void fb_sheet_bool(struct fb_sheet *, uint32_t row, uint32_t col, bool,
                   unsigned look);
/* A day (since 1970-01-01) from 1900-03-01 on; the look needs a date format. */
void fb_sheet_date(struct fb_sheet *, uint32_t row, uint32_t col, int32_t day,
                   unsigned look);
void fb_sheet_blank(struct fb_sheet *, uint32_t row, uint32_t col,
                    unsigned look);
/* Pieces with a look each (font, size, weight and colour count); empty pieces
 * are left out. look is the cell's. */
struct fb_piece {
	fb_str text;
	unsigned look;
};
void fb_sheet_rich(struct fb_sheet *, uint32_t row, uint32_t col,
                   const struct fb_piece *, size_t n, unsigned look);
/* A link to a cell of this book: place is "Quotes!A2"; tip may be NULL. From
 * the 65,531st link of a sheet on, only the text is written. */
void fb_sheet_link(struct fb_sheet *, uint32_t row, uint32_t col,
                   const char *place, fb_str text, const char *tip,
                   unsigned look);
/* Name a cell for links from other files, "report.xlsx#id_aa49d40c"; of equal
 * names the first stays. Columns A to Z. */
void fb_sheet_name(struct fb_sheet *, uint32_t row, uint32_t col,
                   const char *name);
/* Text over the cells of one row. */
void fb_sheet_merge(struct fb_sheet *, uint32_t row, uint32_t col,
                    uint32_t last_col, fb_str, unsigned look);

void fb_sheet_row(struct fb_sheet *, uint32_t row, double height_pt);
/* Width in characters of the default font, at most 255. */
void fb_sheet_col(struct fb_sheet *, uint32_t first, uint32_t last,
                  double width, bool hidden);

/* On paper a page begins with each of these rows, of which there are n. */
void fb_sheet_breaks(struct fb_sheet *, const uint32_t *rows, size_t n);

/* Cells from the first to the last, both included. */
struct fb_area {
	uint32_t row, col, last_row, last_col;
};

/* The sheet on screen and on paper; call once, when its extent is known. */
struct fb_plan {
	uint32_t freeze_rows, freeze_cols;
	const struct fb_area *filter; /* NULL is none */
	const struct fb_area *print;  /* NULL is all */
	uint32_t repeat_rows;         /* the first n rows on each page */
	bool landscape, letter;       /* else portrait, A4 */
	bool gridlines, protect;
	const char *footer;           /* gated; NULL is none */
};
void fb_sheet_plan(struct fb_sheet *, const struct fb_plan *);

/* What cells of an area look like while a condition holds. */
struct fb_rule {
	enum { FB_RULE_BELOW, FB_RULE_ABOVE, FB_RULE_FORMULA } kind;
	double limit;        /* of BELOW and ABOVE */
	const char *formula; /* a constant of the program: "=$G2=\"Fixed\"" */
	uint32_t ink, fill;  /* fill 0 is none */
	bool bold;
};
void fb_sheet_rule(struct fb_sheet *, struct fb_area, const struct fb_rule *);

/* Entries a person may choose from, ended by NULL: gated text without commas,
 * 255 bytes in all. */
void fb_sheet_choices(struct fb_sheet *, struct fb_area,
                      const char *const *choices);
/* Only dates from first (a day since 1970-01-01) on may be typed. */
void fb_sheet_dates_only(struct fb_sheet *, struct fb_area, int32_t first);

/* The line of one row of numbers, small enough for a cell. The area lies on
 * one row or column of `from`. */
struct fb_mini {
	const struct fb_sheet *from;
	struct fb_area line;  /* the values */
	struct fb_area point; /* the same extent, holding only the last value */
	double min, max;
	uint32_t ink;         /* of the point, by its meaning */
	const char *alt;      /* gated, in words */
	double width_px, height_px;
};
void fb_sheet_mini(struct fb_sheet *, uint32_t row, uint32_t col,
                   const struct fb_mini *);

struct fb_series {
	const char *name; /* gated */
	struct fb_area values;
	uint32_t ink;
	bool faint; /* a thin, dashed line: the end of an interval */
};
enum fb_form { FB_FORM_LINES, FB_FORM_COLUMNS, FB_FORM_STACK };
struct fb_trend {
	enum fb_form form; /* columns beside each other, or parts of 100 % */
	const struct fb_sheet *from;
	const char *title, *y_name, *alt; /* gated; title says the finding */
	struct fb_area labels;            /* the periods */
	const struct fb_series *series;
	size_t n;
	const uint32_t *inks;             /* of the columns of a sole series */
	const char *number;               /* format of the axis; NULL as stored */
	bool ranged;                      /* the axis goes from min to max */
	double min, max;
	double width_px, height_px;
};
void fb_sheet_trend(struct fb_sheet *, uint32_t row, uint32_t col,
                    const struct fb_trend *);

#endif
