/* table.h - any lines as a table: a row a line, a typed column a key.
 *
 * Rows are the feedback records; where there are none, the lines of every
 * other kind but the trails. They come in the order of the input, columns in
 * the order in which their keys are first seen. Two passes: the first looks at
 * the keys and what they hold, the second writes; memory grows with the number
 * of keys alone. Cells:
 *   JSON numbers             numbers; integers of more than 15 digits, and all
 *                            that a key of an id holds, are text
 *   days, times of RFC 3339  dates, where all values of the key are; a time
 *                            with a zone as the clock of --tz shows it
 *   true, false              booleans
 *   strings                  text, never a formula
 *   lists of plain values    their texts with "; " between
 *   other lists, objects     as written
 *   null, "", absent         nothing
 * Rows beyond what a sheet holds go on to further sheets, texts longer than a
 * cell to further rows with "(2 of 3)" in a column of their own. */
#ifndef FB_SHEET_TABLE_H
#define FB_SHEET_TABLE_H

#include "sheet/sheets.h"

enum fb_column_kind { FB_COLUMN_TEXT, FB_COLUMN_NUMBER, FB_COLUMN_DAY,
	FB_COLUMN_TIME };

/* One key. The first pass counts the values that say something. */
struct fb_column {
	size_t filled, numbers, days, times, bools;
	size_t long_texts;         /* that do not fit one cell */
	size_t width;              /* characters of the widest value, to a limit */
	bool is_id, is_words;      /* of an id; words that leave only masked */
	bool big;                  /* holds integers of twelve digits or more */
	enum fb_column_kind kind;  /* by what was counted */
	unsigned look;
};

struct fb_listing {
	/* Set by the caller. */
	struct fb_reader *in;      /* open, kept, not read yet */
	bool unredacted;           /* words of records without masks as well */
	bool letter_paper;
	/* Set by fb_listing_look. */
	struct fb_report report;   /* words and trails alone */
	struct fb_map keys;
	struct fb_column *columns; /* by the number of the key */
	size_t cap;
	size_t *guess, guess_cap;  /* the column of a field, as in the last line */
	bool records;              /* rows are records, or else other lines */
	size_t nrows, nother;      /* lines that become rows, and that do not */
	size_t long_texts;
	size_t hidden, bare;       /* words without masks: left out, printed */
	size_t left_cells;         /* of keys that no sheet has a column for */
	int64_t latest;            /* date of a row; 1 without one */
	/* Set by fb_listing_fill. */
	struct fb_making m;
	size_t nsheets;
};

/* The first pass. NULL, or why there cannot be a table. */
const char *fb_listing_look(struct fb_listing *);
/* What the file is stamped with. */
int64_t fb_listing_time(const struct fb_listing *);
/* The second pass, into a book with rows in order. */
void fb_listing_fill(struct fb_listing *, struct fb_book *);
/* Say on stderr what did not fit, or was left out. */
void fb_listing_warn(const struct fb_listing *);
void fb_listing_release(struct fb_listing *);

#endif
