/* put.h - how the sheets of a report look, and text into their cells. */
#ifndef FB_SHEET_PUT_H
#define FB_SHEET_PUT_H

#include "present/verdict.h"
#include "sheet/sheets.h"

enum fb_style {
	FB_TITLE, FB_DECK, FB_HEAD, FB_HEAD_APART, FB_HEAD_RIGHT, FB_SECTION,
	FB_GROUP_HEAD,
	FB_NAME, FB_NAME_BOLD, FB_NAME_NOTE, FB_VALUE, FB_SMALL, FB_CHANGE,
	FB_READING, FB_READING_CLEAR, FB_WORDS, FB_TRANSLATED_WORDS,
	FB_LETTER, FB_LETTER_TITLE, FB_LETTER_TRANSLATED,
	FB_NUMERAL, FB_RECORD_ID, FB_TEXT_CELL, FB_CENTRED, FB_DAY_CELL,
	FB_DATUM, FB_REMARK, FB_WARNING, FB_BOLD_CELL, FB_COUNT, FB_COUNT_BOLD,
	FB_MONO, FB_PLAIN_NAME, FB_ABOUT_LETTER, FB_INPUT, FB_INPUT_DAY, FB_LINK_CELL, FB_ASK,
};

/* The look of a style; ink 0 and number NULL leave its own. */
unsigned fb_look_of(struct fb_making *, enum fb_style, fb_colour ink,
    const char *number);
/* The same for customers' words: right to left and right aligned by their
 * first strong character. */
unsigned fb_look_words(struct fb_making *, enum fb_style, fb_str words,
    fb_str lang);

/* Gated text into a cell; what is longer than a cell is cut (use fb_part_of
 * for words that must stay whole). */
void fb_put_cell(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, fb_str, unsigned look);
/* What a word key says. */
void fb_put_word(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, const char *key, enum fb_style);
void fb_put_merged(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t last_col, fb_str, enum fb_style);
/* Two texts in one cell, a line each: a name in the style given, its note. */
void fb_put_named(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, fb_str name, fb_str note, enum fb_style, unsigned look);
/* A printed id, with "(2 of 3)" when a text has several parts; a link to row
 * on the sheet Quotes unless row is FB_NO_ROW. */
void fb_put_record(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, fb_str id, size_t part, size_t parts, uint32_t to);
/* Text that leads to a place such as "NPS!A3"; "" leads nowhere. */
void fb_put_link(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, fb_str text, const char *place, unsigned look);
/* The day of an RFC 3339 date as a real date; other text as it is. */
void fb_put_day(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, fb_str date);
/* The same in the looks of a day and of text given. */
void fb_put_day_as(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, fb_str date, enum fb_style day, enum fb_style other);
/* A number where the text is one, else the text. */
void fb_put_number(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, fb_str, unsigned look);

/* The words of a quote as the workbook has them: those of its whole record when
 * that is in the stream, redacted and unchanged since, else those that came. */
struct fb_shown {
	fb_str text;
	fb_str translation; /* of all the record's text, or "" */
	bool whole; /* all that the record has */
	bool more;  /* more than the quote */
};
struct fb_shown fb_shown_of(const struct fb_making *, const struct fb_quote *);

/* Customers' words as gated parts that each fit a cell; joined they are the
 * whole text. lines > 0: a part also has at most so many lines of width
 * characters, cut behind a line end or a blank. Owned by the report's arena. */
size_t fb_parts_of(struct fb_making *, fb_str words, size_t lines,
    double width, fb_str **parts);

/* Append "$AB": a column in a formula of a rule. */
void fb_put_column(struct fb_buf *, uint32_t col);

/* Lines that text takes in a column of width characters, and the height of a
 * row for it, at least least_pt. An estimate: the reader's fonts decide. */
size_t fb_lines_in(fb_str, double width);
double fb_height_for(fb_str, double width, double line_pt, double least_pt);

/* How a value of this cell is stored ("%" as a fraction) and shown, without its
 * unit, which stands beside it so that numbers fit their columns. Formats
 * are owned by the report's arena. */
double fb_stored(const struct fb_cell *, double value);
const char *fb_number_format(struct fb_making *, const struct fb_cell *);
const char *fb_change_format(struct fb_making *, const struct fb_cell *,
    bool zero);

/* "▲ ": the sign of a change, in front of its words. */
const char *fb_mark_sign(struct fb_verdict);
/* Text that a chart takes, of 250 bytes at most; the given title of a cell's
 * page, else its finding. Owned by the report's arena. */
const char *fb_chart_text(struct fb_making *, fb_str);
const char *fb_chart_finding(struct fb_making *, const struct fb_cell *);
/* Charts of values on the sheet Data, which is filled before. The trend says
 * its finding; false when no series has two periods. A mini chart wants three
 * points at least. */
bool fb_put_trend(struct fb_making *, struct fb_sheet *, uint32_t row,
    double width_px);
size_t fb_mini_points(struct fb_making *, const struct fb_cell *);
void fb_put_mini(struct fb_making *, struct fb_sheet *, uint32_t row,
    uint32_t col, const struct fb_cell *);

/* The sheet's page: frozen rows and columns, printed area (NULL is all). */
void fb_plan_page(struct fb_making *, struct fb_sheet *, uint32_t freeze_rows,
    uint32_t freeze_cols, bool landscape, const struct fb_area *filter,
    const struct fb_area *print);

#endif
