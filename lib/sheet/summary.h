/* summary.h - what the files of the sheet Summary share; for summary*.c only. */
#ifndef FB_SHEET_SUMMARY_H
#define FB_SHEET_SUMMARY_H

#include "present/voice.h"
#include "sheet/put.h"

enum fb_summary_column { FB_SUM_MEASURE, FB_SUM_VALUE, FB_SUM_INTERVAL,
	FB_SUM_CHANGE, FB_SUM_READING, FB_SUM_CHART, FB_SUM_QUOTE, FB_SUM_FROM,
	FB_SUM_RECORD, FB_SUM_COLUMNS };

/* Points that a mini chart needs, and charts that a sheet holds. */
enum { FB_CHART_POINTS = 3, FB_CHARTS_MAX = 60 };

/* A record of so many lines stands whole beside its number. */
enum { FB_WHOLE_LINES = 12 };
/* Where a record goes on behind, or began before, what is printed. */
#define FB_GOES_ON "[\xe2\x80\xa6]"

extern const double fb_summary_widths[FB_SUM_COLUMNS];

/* A summary in the making. */
struct fb_summary {
	struct fb_making *m;
	struct fb_sheet *s;
	uint32_t row;              /* the next one */
	size_t charts;
	struct fb_printed printed; /* records of this focus */
};

/* The row of one number; row moves on. */
void fb_summary_row(struct fb_summary *, const struct fb_cell *);

#endif
