/* pages.h - the pages of a report; each kind of page is a file. */
#ifndef FB_CHART_PAGES_H
#define FB_CHART_PAGES_H

#include "chart/columns.h"

/* A page of each kind has a row in pages.def. It draws as many pages as there
 * is something to say, or none; the focus is empty for those drawn once.
 *
 * alerts    records that a person should see soon
 * summary   rows of measures, each with one customer
 * index     every number on a line, where the summary leaves some out
 * one       the summary of a report of one number
 * metrics   a metric's trend, everyone who answered, and 4 to 6 of them
 * heat      groups over time, with the words of the one that got worse
 * watch     which groups of customers fall silent, and their last words
 * themes    what customers speak of: how often, how it scores, one of them
 * journey   its curve, with words at its low points and a high one
 * disagree  where what customers write and the number point apart
 * happy     where satisfied customers sound dissatisfied
 * letters   an opening page with a list, then the letters whole
 * method    how all this was chosen, from the trails */
#define PAGE(name, once) \
	void fb_page_##name(struct fb_canvas *, const struct fb_focus *);
#include "chart/pages.def"
#undef PAGE
/* The letters, also when there are none: a page that says so. */
void fb_letter_pages(struct fb_canvas *);

/* Lines over time with their interval bands, in w x h points from the top left
 * (x, y), the series labelled at their right end: FB_TREND_APART from it and so
 * wide. */
enum { FB_TREND_SERIES = 3, FB_TREND_LABEL = 84, FB_TREND_APART = 9 };
struct fb_trend_room {
	double x, y, w, h, label;
	struct fb_buf *marked;    /* of a chart alone, which tells its picture
	                           * itself: gets what is marked; else NULL */
};
/* grey more of them behind the n are lines without a name. */
void fb_draw_trend(struct fb_canvas *, const struct fb_cell *const *series,
    size_t n, size_t grey, struct fb_trend_room);
/* The line of one cell, with nothing at its end. */
void fb_draw_trend_alone(struct fb_canvas *, const struct fb_cell *, double x,
    double y, double w, double h);
/* Shares of the groups of a cell as one bar with words; and one cell a quote of
 * the columns, silent slots hollow. */
void fb_draw_population(struct fb_canvas *, const struct fb_cell *, double x,
    double y, double w, double h);
void fb_draw_slots(struct fb_canvas *, const struct fb_cell *,
    const struct fb_columns *, double x, double y, double w, double h);

/* The right half of the method page from y on: shares of everyone beside those
 * of the quotes, down to end where that leaves room for some. Gives the y
 * below. */
double fb_draw_balance(struct fb_canvas *, double y, double end);
/* Words of the report in plain words, in two columns below a rule at y; under a
 * head of their own unless the page is titled so. And the height of that, 0 when
 * there are none. */
void fb_draw_meanings(struct fb_canvas *, double y, bool titled);
double fb_meanings_height(struct fb_canvas *);
/* The total of a period that it is about, the first with groups and quotes; NULL
 * without. */
const struct fb_cell *fb_balanced_cell(struct fb_report *, fb_str period);

#endif
