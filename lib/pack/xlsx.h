/* xlsx.h - read a workbook: its sheets, and the cells of a sheet one by one.
 *
 * Cells stream; only the shared strings are held (they cannot be otherwise),
 * up to FB_XLSX_STRINGS bytes. Formulas give the value stored beside them;
 * formats are looked at only to tell a date from a number. */
#ifndef FB_PACK_XLSX_H
#define FB_PACK_XLSX_H

#include <stdint.h>

#include "base/map.h"
#include "base/str.h"

enum {
	FB_XLSX_ROWS = 1048576,
	FB_XLSX_COLS = 16384,
	FB_XLSX_CELL = 1024 * 1024,         /* bytes in one cell */
	FB_XLSX_STRINGS = 512 * 1024 * 1024, /* bytes of shared strings */
	FB_XLSX_SHEETS = 4096,
};

enum fb_xlsx_type {
	FB_XLSX_EMPTY,  /* a cell that has only a format */
	FB_XLSX_STRING, /* text with _xHHHH_ resolved */
	FB_XLSX_NUMBER, /* text as stored: "0.5", "1E-3" */
	FB_XLSX_DATE,   /* a number shown as a date: see fb_xlsx_put_date() */
	FB_XLSX_BOOL,   /* "0" or "1" */
	FB_XLSX_ERROR,  /* "#N/A" */
};

struct fb_xlsx_cell {
	uint32_t row, col; /* from 0 */
	enum fb_xlsx_type type;
	fb_str text;       /* borrowed for the call */
};

struct fb_xlsx_sheet {
	char *name;
	char *id;   /* the relation that leads to its part */
	char *part; /* "xl/worksheets/sheet1.xml" */
	bool hidden;
};

struct fb_xlsx {
	char *path;
	struct fb_xlsx_sheet *sheets;
	size_t nsheets, cap_sheets;
	struct fb_map parts;  /* names of all parts */
	struct fb_map ids;    /* relations of the workbook … */
	char **targets;       /* … and the part each leads to */
	size_t cap_targets;
	struct fb_buf text;   /* shared strings, one behind the other */
	size_t *ends;         /* where each ends */
	size_t nstrings, cap_strings;
	bool *is_date;        /* by cell style */
	size_t nstyles, cap_styles;
	struct fb_map formats; /* numbers of the workbook's own date formats */
	bool from_1904;
	struct fb_buf why;
};

/* What fb_xlsx_read() calls, in the order of the file; each returns NULL, or a
 * reason to stop. Both may be NULL. */
struct fb_xlsx_sink {
	void *arg;
	const char *(*cell)(void *arg, const struct fb_xlsx_cell *);
	const char *(*row)(void *arg, uint32_t row); /* at the end of a row */
};

/* Whether the file looks like a workbook: a zip with "xl/workbook.xml". */
bool fb_xlsx_is(const char *path);
/* Each: NULL, or what is wrong, borrowed until fb_xlsx_close(), which is to be
 * called after a failure too. Errors name the part. */
const char *fb_xlsx_open(struct fb_xlsx *, const char *path);
const char *fb_xlsx_read(struct fb_xlsx *, size_t sheet,
                         const struct fb_xlsx_sink *);
/* Every other part, those that opening and fb_xlsx_read() do not look at: XML
 * to its last closing tag, and every checksum holds. */
const char *fb_xlsx_check(struct fb_xlsx *);
void fb_xlsx_close(struct fb_xlsx *);

/* Append s with each _xHHHH_ as the character it stands for (ECMA-376-1,
 * 22.9.2.19); a surrogate becomes U+FFFD. */
void fb_xlsx_unescape(struct fb_buf *, fb_str s);
/* Append the serial number of a date cell as "2026-10-03", or
 * "2026-10-03T14:05:00" when it has a time (rounded to the second). NULL, or
 * why it is not a date. */
const char *fb_xlsx_put_date(const struct fb_xlsx *, struct fb_buf *, fb_str);

#endif
