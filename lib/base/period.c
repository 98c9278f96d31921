/* period.c - days, weeks, months, quarters and years. */
#include <limits.h>

#include "base/take.h"

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
	return fb_floor_div(fb_days(y, 1, 4) + 3, 7);
}

static const char *
parse_within_year(fb_str s, int y, struct fb_period *p)
{
	int v;

	if (fb_take_char(&s, 'W')) {
		if (fb_take_digits(&s, 2, &v) && !s.n && v >= 1 &&
		    first_week(y) + v - 1 < first_week(y + 1)) {
			*p = (struct fb_period){ FB_WEEK, first_week(y) + v - 1 };
			return NULL;
		}
	} else if (fb_take_char(&s, 'Q')) {
		if (fb_take_digits(&s, 1, &v) && !s.n && v >= 1 && v <= 4) {
			*p = (struct fb_period){ FB_QUARTER, (y - 1970) * 4 + v - 1 };
			return NULL;
		}
	} else if (fb_take_digits(&s, 2, &v) && !s.n && v >= 1 && v <= 12) {
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
	if (fb_take_day(&rest, &day) && !rest.n) {
		*p = (struct fb_period){ FB_DAY, day };
		return NULL;
	}
	rest = s;
	if (!fb_take_digits(&rest, 4, &y) || (rest.n && !fb_take_char(&rest, '-')))
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
		y = fb_floor_div(p.index, 12);
		fb_buf_printf(b, "%04d-%02d", 1970 + y, p.index - y * 12 + 1);
		break;
	case FB_QUARTER:
		y = fb_floor_div(p.index, 4);
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
		p.index = fb_floor_div(day + 3, 7);
		break;
	case FB_MONTH:
		p.index = months_index(y, m);
		break;
	case FB_QUARTER:
		p.index = fb_floor_div(months_index(y, m), 3);
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
	int y = fb_floor_div(index, 12);

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
