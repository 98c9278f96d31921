/* time.c - dates, zones and periods. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/num.h"
#include "base/time.h"

enum { DAY = 86400 };

static const char *zone = "UTC";

static int
floor_div(int64_t a, int b)
{
	return (int)(a / b - (a % b < 0));
}

int32_t
fb_days(int y, int m, int d)
{
	int era, yoe, doy;

	y -= m <= 2;
	era = floor_div(y, 400);
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void
fb_civil(int32_t days, int *y, int *m, int *d)
{
	int z = days + 719468, era = floor_div(z, 146097);
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;

	*d = doy - (153 * mp + 2) / 5 + 1;
	*m = mp + (mp < 10 ? 3 : -9);
	*y = yoe + era * 400 + (*m <= 2);
}

int
fb_month_days(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (y % 4 == 0 && y % 100) || y % 400 == 0;

	return m == 2 && leap ? 29 : days[m - 1];
}

/* Exactly n digits off the front of s. */
static bool
digits(fb_str *s, size_t n, int *out)
{
	int v = 0;

	if (s->n < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return false;
		v = v * 10 + (s->p[i] - '0');
	}
	*s = (fb_str){ s->p + n, s->n - n };
	*out = v;
	return true;
}

static bool
skip(fb_str *s, char c)
{
	if (!s->n || *s->p != c)
		return false;
	*s = (fb_str){ s->p + 1, s->n - 1 };
	return true;
}

static bool
day_part(fb_str *s, int32_t *day)
{
	int y, m, d;

	if (!digits(s, 4, &y) || !skip(s, '-') || !digits(s, 2, &m) ||
	    !skip(s, '-') || !digits(s, 2, &d))
		return false;
	if (m < 1 || m > 12 || d < 1 || d > fb_month_days(y, m))
		return false;
	*day = fb_days(y, m, d);
	return true;
}

static bool
clock_part(fb_str *s, int *sec)
{
	int h, m, c = 0, ignored;

	if (!digits(s, 2, &h) || !skip(s, ':') || !digits(s, 2, &m))
		return false;
	if (skip(s, ':') && !digits(s, 2, &c))
		return false;
	if (skip(s, '.')) {
		if (!digits(s, 1, &ignored))
			return false;
		while (digits(s, 1, &ignored))
			;
	}
	*sec = h * 3600 + m * 60 + (c == 60 ? 59 : c);
	return h < 24 && m < 60 && c <= 60;
}

static bool
zone_part(fb_str *s, int *east)
{
	int sign = s->n && *s->p == '-' ? -1 : 1, h, m;

	*east = 0;
	if (skip(s, 'Z') || skip(s, 'z'))
		return true;
	if (!skip(s, '+') && !skip(s, '-'))
		return false;
	if (!digits(s, 2, &h) || (skip(s, ':'), !digits(s, 2, &m)))
		return false;
	*east = sign * (h * 3600 + m * 60);
	return h < 24 && m < 60;
}

const char *
fb_when_parse(fb_str s, struct fb_when *w)
{
	static const char why[] = "not a date of the form 2026-10-03T14:05:00Z";
	int32_t day;
	int sec, east;

	if (!day_part(&s, &day))
		return why;
	*w = (struct fb_when){ .sec = (int64_t)day * DAY };
	if (!s.n)
		return NULL;
	if ((!skip(&s, 'T') && !skip(&s, ' ')) || !clock_part(&s, &sec))
		return why;
	w->has_time = true;
	w->sec += sec;
	if (!s.n)
		return NULL;
	if (!zone_part(&s, &east) || s.n)
		return why;
	w->has_zone = true;
	w->sec -= east;
	return NULL;
}

void
fb_put_when(struct fb_buf *b, struct fb_when w)
{
	int y, m, d, day = floor_div(w.sec, DAY);
	int sec = (int)(w.sec - (int64_t)day * DAY);

	fb_civil(day, &y, &m, &d);
	fb_buf_printf(b, "%04d-%02d-%02d", y, m, d);
	if (w.has_time)
		fb_buf_printf(b, "T%02d:%02d:%02d%s", sec / 3600, sec / 60 % 60,
		    sec % 60, w.has_zone ? "Z" : "");
}

/* The C library falls back to UTC for a zone it does not know, so look first. */
static bool
zone_exists(const char *name)
{
	struct fb_buf path = {0};
	bool ok;

	if (!*name || *name == '/' || strstr(name, ".."))
		return false;
	fb_buf_printf(&path, "/usr/share/zoneinfo/%s", name);
	ok = access(fb_buf_cstr(&path), R_OK) == 0;
	fb_buf_release(&path);
	return ok;
}

const char *
fb_tz_set(const char *name)
{
	if (strcmp(name, "UTC") && !zone_exists(name))
		return "no such time zone; use an IANA name like Europe/Berlin";
	zone = name;
	if (setenv("TZ", name, 1))
		return "cannot be set";
	tzset();
	return NULL;
}

const char *
fb_tz_name(void)
{
	return zone;
}

int32_t
fb_when_day(struct fb_when w)
{
	time_t t = (time_t)w.sec;
	struct tm tm;

	if (w.has_zone && strcmp(zone, "UTC") && localtime_r(&t, &tm))
		return fb_days(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
	return floor_div(w.sec, DAY);
}

static const char *const unit_names[] = {
	[FB_NONE] = "(none)", [FB_ALL] = "all", [FB_DAY] = "day",
	[FB_WEEK] = "week", [FB_MONTH] = "month", [FB_QUARTER] = "quarter",
	[FB_YEAR] = "year",
};

const char *
fb_unit_parse(fb_str s, enum fb_unit *u)
{
	for (int i = FB_ALL; i <= FB_YEAR; i++) {
		if (!fb_str_eq(s, fb_cstr(unit_names[i])))
			continue;
		*u = (enum fb_unit)i;
		return NULL;
	}
	return "not one of day, week, month, quarter, year, all";
}

const char *
fb_unit_name(enum fb_unit u)
{
	return unit_names[u];
}

static int
months_index(int y, int m)
{
	return (y - 1970) * 12 + m - 1;
}

/* The Monday of ISO week 1 is the one of the week that holds 4 January. */
static int32_t
first_week(int y)
{
	return floor_div(fb_days(y, 1, 4) + 3, 7);
}

static const char *
parse_within_year(fb_str s, int y, struct fb_period *p)
{
	int v;

	if (skip(&s, 'W')) {
		if (digits(&s, 2, &v) && !s.n && v >= 1 &&
		    first_week(y) + v - 1 < first_week(y + 1)) {
			*p = (struct fb_period){ FB_WEEK, first_week(y) + v - 1 };
			return NULL;
		}
	} else if (skip(&s, 'Q')) {
		if (digits(&s, 1, &v) && !s.n && v >= 1 && v <= 4) {
			*p = (struct fb_period){ FB_QUARTER, (y - 1970) * 4 + v - 1 };
			return NULL;
		}
	} else if (digits(&s, 2, &v) && !s.n && v >= 1 && v <= 12) {
		*p = (struct fb_period){ FB_MONTH, months_index(y, v) };
		return NULL;
	}
	return "not a period like 2026-10-03, 2026-W05, 2026-10, 2026-Q4, 2026, all";
}

const char *
fb_period_parse(fb_str s, struct fb_period *p)
{
	fb_str rest = s;
	int32_t day;
	int y;

	if (fb_str_eq(s, FB_LIT("all")) || fb_str_eq(s, FB_LIT("(none)"))) {
		*p = (struct fb_period){ *s.p == 'a' ? FB_ALL : FB_NONE, 0 };
		return NULL;
	}
	if (day_part(&rest, &day) && !rest.n) {
		*p = (struct fb_period){ FB_DAY, day };
		return NULL;
	}
	rest = s;
	if (!digits(&rest, 4, &y) || (rest.n && !skip(&rest, '-')))
		return parse_within_year((fb_str){ "", 0 }, 0, p);
	if (s.n == 4) {
		*p = (struct fb_period){ FB_YEAR, y - 1970 };
		return NULL;
	}
	return parse_within_year(rest, y, p);
}

static int
week_year(int32_t week)
{
	int y, m, d;

	fb_civil(week * 7, &y, &m, &d); /* the Thursday of that week */
	return y;
}

void
fb_put_period(struct fb_buf *b, struct fb_period p)
{
	int y, m, d;

	switch (p.unit) {
	case FB_NONE:
	case FB_ALL:
		fb_buf_adds(b, unit_names[p.unit]);
		break;
	case FB_DAY:
		fb_civil(p.index, &y, &m, &d);
		fb_buf_printf(b, "%04d-%02d-%02d", y, m, d);
		break;
	case FB_WEEK:
		y = week_year(p.index);
		fb_buf_printf(b, "%04d-W%02d", y, p.index - first_week(y) + 1);
		break;
	case FB_MONTH:
		y = floor_div(p.index, 12);
		fb_buf_printf(b, "%04d-%02d", 1970 + y, p.index - y * 12 + 1);
		break;
	case FB_QUARTER:
		y = floor_div(p.index, 4);
		fb_buf_printf(b, "%04d-Q%d", 1970 + y, p.index - y * 4 + 1);
		break;
	case FB_YEAR:
		fb_buf_printf(b, "%04d", 1970 + p.index);
		break;
	}
}

struct fb_period
fb_period_of(enum fb_unit unit, int32_t day)
{
	struct fb_period p = { unit, 0 };
	int y, m, d;

	fb_civil(day, &y, &m, &d);
	switch (unit) {
	case FB_NONE:
	case FB_ALL:
		break;
	case FB_DAY:
		p.index = day;
		break;
	case FB_WEEK:
		p.index = floor_div(day + 3, 7);
		break;
	case FB_MONTH:
		p.index = months_index(y, m);
		break;
	case FB_QUARTER:
		p.index = floor_div(months_index(y, m), 3);
		break;
	case FB_YEAR:
		p.index = y - 1970;
		break;
	}
	return p;
}

static int32_t
month_first(int32_t index)
{
	int y = floor_div(index, 12);

	return fb_days(1970 + y, index - y * 12 + 1, 1);
}

int32_t
fb_period_first(struct fb_period p)
{
	switch (p.unit) {
	case FB_DAY:
		return p.index;
	case FB_WEEK:
		return p.index * 7 - 3;
	case FB_MONTH:
		return month_first(p.index);
	case FB_QUARTER:
		return month_first(p.index * 3);
	case FB_YEAR:
		return fb_days(1970 + p.index, 1, 1);
	default:
		return INT32_MIN;
	}
}

int32_t
fb_period_end(struct fb_period p)
{
	if (p.unit == FB_ALL || p.unit == FB_NONE)
		return INT32_MAX;
	p.index++;
	return fb_period_first(p);
}

bool
fb_period_has(struct fb_period p, int32_t day)
{
	return p.unit != FB_NONE && day >= fb_period_first(p) &&
	    day < fb_period_end(p);
}

bool
fb_period_year_before(struct fb_period p, struct fb_period *out)
{
	static const int a_year[] = { [FB_MONTH] = 12, [FB_QUARTER] = 4, [FB_YEAR] = 1 };
	int y, m, d;

	*out = p;
	if (p.unit == FB_DAY) {
		fb_civil(p.index, &y, &m, &d);
		out->index = fb_days(y - 1, m, m == 2 && d == 29 ? 28 : d);
	} else if (p.unit == FB_WEEK) {
		y = week_year(p.index);
		out->index = p.index - first_week(y) + first_week(y - 1);
		return out->index < first_week(y);
	} else if (p.unit >= FB_MONTH) {
		out->index -= a_year[p.unit];
	}
	return p.unit >= FB_DAY && p.unit != FB_YEAR;
}

int
fb_period_cmp(struct fb_period a, struct fb_period b)
{
	if (a.unit != b.unit)
		return a.unit < b.unit ? -1 : 1;
	return (a.index > b.index) - (a.index < b.index);
}
