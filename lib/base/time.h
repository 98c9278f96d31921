/* time.h - dates, zones and periods; proleptic Gregorian, no leap seconds. */
#ifndef FB_BASE_TIME_H
#define FB_BASE_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Days since 1970-01-01 of a civil date, and back. Source: H. Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (2013). */
int32_t fb_days(int year, int month, int day);
void fb_civil(int32_t days, int *year, int *month, int *day);
int fb_month_days(int year, int month); /* 28 .. 31 */

/* A moment as it was written. Without a zone sec counts the writer's own wall
 * clock as if it were UTC; a day alone has sec at its midnight. */
struct fb_when {
	int64_t sec;
	bool has_time, has_zone;
};

/* RFC 3339: "2026-10-03", "2026-10-03T14:05:00Z", "…+02:00", and without a
 * zone; seconds and fractions may be absent, a space may stand for T. */
const char *fb_when_parse(fb_str, struct fb_when *);
/* The same way back: a day, or a time with Z or without a zone. */
void fb_put_when(struct fb_buf *, struct fb_when);

/* The zone in which periods are cut: an IANA name; NULL, or why not. */
const char *fb_tz_set(const char *name);
const char *fb_tz_name(void); /* "UTC" until set */
/* What the clock shows at a moment, in that zone or on its own wall: seconds
 * as if it were UTC; and the civil day. */
int64_t fb_when_clock(struct fb_when);
int32_t fb_when_day(struct fb_when);

enum fb_unit {
	FB_NONE,    /* "(none)": undated */
	FB_ALL,     /* "all" */
	FB_DAY,     /* "2026-10-03" */
	FB_WEEK,    /* "2026-W05", ISO 8601 */
	FB_MONTH,   /* "2026-10" */
	FB_QUARTER, /* "2026-Q4" */
	FB_YEAR,    /* "2026" */
};

/* Consecutive periods of a unit have consecutive indexes (days, weeks, months,
 * quarters or years since 1970); "all" and "(none)" have index 0. */
struct fb_period {
	enum fb_unit unit;
	int32_t index;
};

const char *fb_unit_parse(fb_str, enum fb_unit *); /* "day" … "year", "all" */
const char *fb_unit_name(enum fb_unit);
const char *fb_period_parse(fb_str, struct fb_period *);
void fb_put_period(struct fb_buf *, struct fb_period);
struct fb_period fb_period_of(enum fb_unit, int32_t day);
/* First day, and the day after the last one; all of time for "all". */
int32_t fb_period_first(struct fb_period);
int32_t fb_period_end(struct fb_period);
bool fb_period_has(struct fb_period, int32_t day);
/* The same period a year before; false for "all", for a year (it is the one
 * before) and for a week 53 whose year before has none. */
bool fb_period_year_before(struct fb_period, struct fb_period *);
/* By unit, then index. */
int fb_period_cmp(struct fb_period, struct fb_period);

#endif
