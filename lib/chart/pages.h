/* pages.h - the pages of a report; each kind of page is a file. */
#ifndef FB_CHART_PAGES_H
#define FB_CHART_PAGES_H

#include "chart/canvas.h"

/* Rows of measures, each with one customer; as many pages as the rows need. */
void fb_page_summary(struct fb_canvas *, const struct fb_focus *);
/* One metric: its trend, everyone who answered, and 4 to 6 of them. cell is
 * the one of the report period. */
void fb_page_metric(struct fb_canvas *, const struct fb_cell *);
/* An opening page with a list, then the letters whole. */
void fb_page_letters(struct fb_canvas *);
/* How all this was chosen, from the trails. */
void fb_page_method(struct fb_canvas *);

/* Lines over time with their interval bands, in w x h points from the top left
 * (x, y), the series labelled at their right end. */
enum { FB_TREND_SERIES = 3 };
void fb_draw_trend(struct fb_canvas *, const struct fb_cell *const *series,
    size_t n, double x, double y, double w, double h);
/* Shares of the groups of a cell as one bar with words; and one cell a quote,
 * silent slots hollow. */
void fb_draw_population(struct fb_canvas *, const struct fb_cell *, double x,
    double y, double w, double h);
void fb_draw_slots(struct fb_canvas *, const struct fb_cell *, double x,
    double y, double w, double h);

/* The right half of the method page from y on: shares of everyone beside those
 * of the quotes. Gives the y below. */
double fb_draw_balance(struct fb_canvas *, double y);
/* The total that it is about, the first with groups and quotes; NULL without. */
const struct fb_cell *fb_balanced_cell(struct fb_report *);

#endif
