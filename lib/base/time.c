/* time.c - dates and zones. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/take.h"

enum { DAY = 86400 };

static const char *zone = "UTC";

int32_t
fb_days(int y, int m, int d)
{
	int era, yoe, doy;

	y -= m <= 2;
	era = fb_floor_div(y, 400);
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void
fb_civil(int32_t days, int *y, int *m, int *d)
{
	int z = days + 719468, era = fb_floor_div(z, 146097);
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

static bool
clock_part(fb_str *s, int *sec)
{
	int h, m, c = 0, ignored;

	if (!fb_take_digits(s, 2, &h) || !fb_take_char(s, ':') || !fb_take_digits(s, 2, &m))
		return false;
	if (fb_take_char(s, ':') && !fb_take_digits(s, 2, &c))
		return false;
	if (fb_take_char(s, '.')) {
		if (!fb_take_digits(s, 1, &ignored))
			return false;
		while (fb_take_digits(s, 1, &ignored))
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
	if (fb_take_char(s, 'Z') || fb_take_char(s, 'z'))
		return true;
	if (!fb_take_char(s, '+') && !fb_take_char(s, '-'))
		return false;
	if (!fb_take_digits(s, 2, &h) || (fb_take_char(s, ':'), !fb_take_digits(s, 2, &m)))
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

	if (!fb_take_day(&s, &day))
		return why;
	*w = (struct fb_when){ .sec = (int64_t)day * DAY };
	if (!s.n)
		return NULL;
	if ((!fb_take_char(&s, 'T') && !fb_take_char(&s, ' ')) || !clock_part(&s, &sec))
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

/* Two digits and what stands behind them, 0 for nothing. */
static void
put_two(struct fb_buf *b, int v, char behind)
{
	fb_buf_addc(b, (char)('0' + v / 10));
	fb_buf_addc(b, (char)('0' + v % 10));
	if (behind)
		fb_buf_addc(b, behind);
}

void
fb_put_when(struct fb_buf *b, struct fb_when w)
{
	int y, m, d, day = fb_floor_div(w.sec, DAY);
	int sec = (int)(w.sec - (int64_t)day * DAY);

	fb_civil(day, &y, &m, &d);
	put_two(b, y / 100, 0);
	put_two(b, y % 100, '-');
	put_two(b, m, '-');
	put_two(b, d, w.has_time ? 'T' : 0);
	if (!w.has_time)
		return;
	put_two(b, sec / 3600, ':');
	put_two(b, sec / 60 % 60, ':');
	put_two(b, sec % 60, w.has_zone ? 'Z' : 0);
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

int64_t
fb_when_clock(struct fb_when w)
{
	time_t t = (time_t)w.sec;
	struct tm tm;

	if (!w.has_zone || !strcmp(zone, "UTC") || !localtime_r(&t, &tm))
		return w.sec;
	return (int64_t)fb_days(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday) *
	    DAY + tm.tm_hour * 3600 + tm.tm_min * 60 + tm.tm_sec;
}

int32_t
fb_when_day(struct fb_when w)
{
	return fb_floor_div(fb_when_clock(w), DAY);
}
