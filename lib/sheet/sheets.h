/* sheets.h - the report as a workbook: one row a sheet, one file a row.
 *
 * A sheet is wanted when the report has something for it; the summary is
 * filled last, because it links to rows that the others choose. Every text
 * goes through the gate here; book.h refuses what did not. */
#ifndef FB_SHEET_SHEETS_H
#define FB_SHEET_SHEETS_H

#include "present/palette.h"
#include "present/report.h"
#include "present/show.h"
#include "sheet/call.h"
#include "sheet/ledger.h"
#include "sheet/book.h"
#include "text/gate.h"

enum { FB_SHEETS_MAX = 32, FB_NO_ROW = 0 };

/* Where the values of a cell stand on the sheet Data. */
struct fb_place {
	uint32_t row, label_row;   /* row FB_NO_ROW: nowhere */
	uint32_t first_col, col;   /* of its series, and of the cell */
	uint32_t point_col;        /* hidden: the cell again as a last point */
	const struct fb_cell *const *series; /* from first_col on; NULL: no line */
};

/* A workbook in the making. */
struct fb_making {
	struct fb_report *report;
	struct fb_book *book;
	bool unredacted;           /* print words that were never redacted */
	bool letter_paper;
	const struct fb_records *records; /* behind the quotes; NULL: not read */
	struct fb_ledger *ledger;  /* planned; NULL: nothing is followed up */
	const struct fb_calls *calls; /* NULL: nobody is to be called */
	/* Set by fb_sheets_fill. */
	struct fb_sheet *sheet[FB_SHEETS_MAX]; /* NULL: not wanted */
	uint32_t top;              /* first row of a sheet below the warning */
	size_t digits;             /* of printed ids */
	struct fb_place *places;   /* by cell */
	const char **family_at;    /* by cell: where its number has its charts;
	                            * NULL: nowhere */
	size_t *quote_at;          /* by cell: its first quote in quote_rows */
	uint32_t *quote_rows;      /* by quote: row on the sheet Quotes */
	const char *footer;
	struct fb_gated gated;     /* what the gate changed, over all sheets */
	struct fb_buf scratch;
};

struct fb_sheet_kind {
	const char *name;          /* of the tab */
	bool (*wanted)(const struct fb_making *);
	void (*fill)(struct fb_making *, struct fb_sheet *);
};

#define SHEET(x) extern const struct fb_sheet_kind fb_sheet_##x;
#include "sheet/sheets.def"
#undef SHEET

enum fb_tab {
#define SHEET(x) FB_TAB_##x,
#include "sheet/sheets.def"
#undef SHEET
	FB_TABS,
};

/* All sheets of the report. m holds report, book and the choices. */
void fb_sheets_fill(struct fb_making *m);
void fb_making_release(struct fb_making *);
/* Distinct records whose words the workbook prints. */
uint64_t fb_sheets_printed(const struct fb_making *);
/* The row on Quotes of a record's first quote, or FB_NO_ROW. */
uint32_t fb_quotes_row_of(const struct fb_making *, fb_str id);
size_t fb_cell_index(const struct fb_making *, const struct fb_cell *);

#endif
