/* show.h - numbers, dates and periods as people read them. */
#ifndef FB_PRESENT_SHOW_H
#define FB_PRESENT_SHOW_H

#include "cell/line.h"
#include "present/words.h"

/* Whole numbers with separators: "4,812"; "1.2 M", "620 M", "4.8 bn". */
void fb_show_count(struct fb_buf *, const struct fb_words *, uint64_t);
/* A number with so many decimals, U+2212 as minus, separators. plus: a sign
 * also in front of what is above 0. */
void fb_show_number(struct fb_buf *, const struct fb_words *, double,
    int decimals, bool plus);

/* In ones, millions or billions (power 0, 6 or 9), however large it is: so that
 * the ticks of an axis are alike. And the power that a number is shown in. */
void fb_show_thousands(struct fb_buf *, const struct fb_words *, double,
    int power, int decimals);
int fb_thousands_of(double);

/* The same with the sign of percent, as the language has it: "84%", "84 %". */
void fb_show_percent(struct fb_buf *, const struct fb_words *, double,
    int decimals);

/* Is the value a number of records or customers, and so its own n? */
bool fb_is_tally(const struct fb_cell *);
/* How a unit is shown. "%" without decimals unless the interval is within half
 * a point, or it would look like 0 or 100; points of an NPS, records and
 * customers without, means with one, other units with one at most, below 1 with
 * two figures. */
int fb_decimals(const struct fb_cell *);
/* The value with its sign of percent: "84%", "31", "4.1". */
void fb_show_value(struct fb_buf *, const struct fb_words *, const struct fb_cell *);
/* The unit that stands small behind the value, "" for none. */
fb_str fb_show_unit(const struct fb_cell *);
/* The same in the language of the page, where the unit is one of ours. */
fb_str fb_unit_words(const struct fb_words *, const struct fb_cell *);
/* "±3", rounded up to the value's decimals; "15–23" when its two sides differ
 * there; nothing without an interval. */
void fb_show_margin(struct fb_buf *, const struct fb_words *, const struct fb_cell *);
/* A difference in the value's decimals, always with its sign: "−6", "+0.2". */
void fb_show_diff(struct fb_buf *, const struct fb_words *, const struct fb_cell *,
    double diff);
/* A share 0..1 as whole percent: "24%". */
void fb_show_share(struct fb_buf *, const struct fb_words *, double);

/* Dates of a record, RFC 3339 text: "12 Mar 2025", "12 Mar", and with the day
 * of the week "Wednesday 12 March 2025". Other text is shown as it is. */
enum fb_date_form { FB_DATE_SHORT, FB_DATE_YEAR, FB_DATE_LONG };
void fb_show_date(struct fb_buf *, const struct fb_words *, fb_str date,
    enum fb_date_form);
/* A day of the calendar: "1 March 2025". */
void fb_show_day(struct fb_buf *, const struct fb_words *, int32_t day);

/* Periods: "March 2025"; without the year "March"; for an axis "Mar", with the
 * year "Mar 2025". A label that is none of ours is shown as it is. */
enum fb_period_form { FB_PERIOD_FULL, FB_PERIOD_BARE, FB_PERIOD_AXIS,
	FB_PERIOD_AXIS_YEAR };
void fb_show_period(struct fb_buf *, const struct fb_words *, fb_str label,
    enum fb_period_form);
/* In a sentence: "in March 2025", "on 1 March 2025". */
void fb_show_in_period(struct fb_buf *, const struct fb_words *, fb_str label);
/* First and last day of a period: "1–31 March 2025"; "" for all dates. */
void fb_show_range(struct fb_buf *, const struct fb_words *, struct fb_period);
/* "12 months", "8 quarters". */
void fb_show_span(struct fb_buf *, const struct fb_words *, enum fb_unit, size_t n);

#endif
