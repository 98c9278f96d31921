/* quotes.h - what the files of the sheet Quotes share; for quotes*.c only. */
#ifndef FB_SHEET_QUOTES_H
#define FB_SHEET_QUOTES_H

#include "base/map.h"
#include "sheet/put.h"

enum { FB_Q_RECORD, FB_Q_DAY, FB_Q_CHANNEL, FB_Q_BY };

/* The columns behind the `by` fields, of which there are nby. */
enum fb_quotes_column {
	FB_Q_LANG, FB_Q_SCORE, FB_Q_GROUP, FB_Q_MEASURE, FB_Q_OF, FB_Q_PERIOD,
	FB_Q_WORDS, FB_Q_TRANSLATION, /* hidden when no record has one */
	FB_Q_EXTENT, FB_Q_ROLE, FB_Q_SPEAKS, FB_Q_SCALE, FB_Q_MASKS,
	FB_Q_MARK, /* hidden: -1 worst group, 1 best, for the colour of the score */
	FB_Q_ID, FB_Q_DIGEST, FB_Q_TAIL,
};

/* A quotes sheet in the making. */
struct fb_quotes {
	struct fb_making *m;
	struct fb_sheet *s;
	struct fb_map by;   /* field names */
	size_t *order;      /* of them, by bytes; owned, as the map is */
	uint32_t row, tail; /* the next row; first column behind the fields */
	bool all_whole, translated; /* every row, some row */
};

/* The rows of one quote: one for each part of its words. */
void fb_quotes_add(struct fb_quotes *, const struct fb_cell *,
    const struct fb_quote *);
/* A sentence where words of a cell are missing. */
void fb_quotes_remark(struct fb_quotes *, const struct fb_cell *, fb_str);

#endif
