/* take.h - take a date apart from the front.
 *
 * Private to this room. */
#ifndef FB_BASE_TAKE_H
#define FB_BASE_TAKE_H

#include "base/time.h"

/* Towards minus infinity. */
static inline int
fb_floor_div(int64_t a, int b)
{
	return (int)(a / b - (a % b < 0));
}

/* Exactly n digits off the front of s. */
static inline bool
fb_take_digits(fb_str *s, size_t n, int *out)
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

static inline bool
fb_take_char(fb_str *s, char c)
{
	if (!s->n || *s->p != c)
		return false;
	*s = (fb_str){ s->p + 1, s->n - 1 };
	return true;
}

static inline bool
fb_take_day(fb_str *s, int32_t *day)
{
	int y, m, d;

	if (!fb_take_digits(s, 4, &y) || !fb_take_char(s, '-') ||
	    !fb_take_digits(s, 2, &m) || !fb_take_char(s, '-') ||
	    !fb_take_digits(s, 2, &d))
		return false;
	if (m < 1 || m > 12 || d < 1 || d > fb_month_days(y, m))
		return false;
	*day = fb_days(y, m, d);
	return true;
}

#endif
