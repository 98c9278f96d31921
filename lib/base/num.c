/* num.c - numbers from text and to text. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/num.h"

static const char not_a_number[] = "not a number";
static const char too_large[] = "too large";

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

const char *
fb_parse_u64(fb_str s, uint64_t *out)
{
	uint64_t v = 0;

	if (!s.n)
		return not_a_number;
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]))
			return not_a_number;
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_add_overflow(v, (uint64_t)(s.p[i] - '0'), &v))
			return too_large;
	}
	*out = v;
	return NULL;
}

const char *
fb_parse_i64(fb_str s, int64_t *out)
{
	bool minus = s.n && *s.p == '-';
	uint64_t v;
	const char *why;

	if (minus)
		s.p++, s.n--;
	if ((why = fb_parse_u64(s, &v)))
		return why;
	if (v > (uint64_t)INT64_MAX)
		return too_large;
	*out = minus ? -(int64_t)v : (int64_t)v;
	return NULL;
}

const char *
fb_parse_double(fb_str s, double *out)
{
	char text[64], *end;
	double v;

	if (!s.n || s.n >= sizeof text)
		return not_a_number;
	if (!is_digit(*s.p) && !(s.n > 1 && *s.p == '-' && is_digit(s.p[1])))
		return not_a_number;
	if (memchr(s.p, 'x', s.n) || memchr(s.p, 'X', s.n))
		return not_a_number;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	v = strtod(text, &end);
	if (end != text + s.n)
		return not_a_number;
	if (!isfinite(v))
		return too_large;
	*out = v;
	return NULL;
}

/* A decimal's digits and the power of ten of the last one. */
struct decimal {
	fb_i128 digits;
	int64_t power;
	bool lost; /* digits beyond 30 that were not 0 */
};

static void
add_digit(struct decimal *d, char c, bool fraction)
{
	static const fb_i128 full = (fb_i128)1000000000000000ll * 1000000000000000ll;

	if (d->digits >= full) {
		d->lost |= c != '0';
		d->power += !fraction;
		return;
	}
	d->digits = d->digits * 10 + (c - '0');
	d->power -= fraction;
}

static const char *
parse_decimal(fb_str s, struct decimal *d)
{
	size_t i = 0, first;
	int64_t e = 0;

	*d = (struct decimal){0};
	for (first = i; i < s.n && is_digit(s.p[i]); i++)
		add_digit(d, s.p[i], false);
	if (i == first)
		return not_a_number;
	if (i < s.n && s.p[i] == '.') {
		for (first = ++i; i < s.n && is_digit(s.p[i]); i++)
			add_digit(d, s.p[i], true);
		if (i == first)
			return not_a_number;
	}
	if (i < s.n && (s.p[i] == 'e' || s.p[i] == 'E')) {
		i += 1 + (i + 2 < s.n && s.p[i + 1] == '+' && s.p[i + 2] != '-');
		if (fb_parse_i64((fb_str){ s.p + i, s.n - i }, &e) || e > 999 || e < -999)
			return not_a_number;
		i = s.n;
	}
	d->power += e;
	return i == s.n ? NULL : not_a_number;
}

/* At most 15 digits, at most three of them behind the point: most numbers. */
static bool
parse_short(fb_str s, int64_t *milli)
{
	static const int64_t worth[] = { 1000, 100, 10, 1 };
	int64_t v = 0;
	size_t i = 0, behind = 0; /* the point */

	for (; i < s.n && i < 15 && is_digit(s.p[i]); i++)
		v = 10 * v + (s.p[i] - '0');
	if (i && i + 1 < s.n && i < 15 && s.p[i] == '.')
		for (i++; i < s.n && behind < 3 && is_digit(s.p[i]); i++, behind++)
			v = 10 * v + (s.p[i] - '0');
	*milli = v * worth[behind];
	return i && i == s.n;
}

const char *
fb_parse_milli(fb_str s, int64_t *milli, bool *rounded)
{
	bool minus = s.n && *s.p == '-';
	struct decimal d;
	const char *why;
	int last = 0;

	if (minus)
		s.p++, s.n--;
	if (parse_short(s, milli)) {
		*milli = minus ? -*milli : *milli;
		if (rounded)
			*rounded = false;
		return NULL;
	}
	if ((why = parse_decimal(s, &d)))
		return why;
	for (d.power += 3; d.power > 0 && d.digits; d.power--)
		if ((d.digits *= 10) > (fb_i128)1 << 100)
			return too_large;
	for (; d.power < 0 && (d.digits || last); d.power++) {
		d.lost |= last != 0;
		last = (int)(d.digits % 10);
		d.digits /= 10;
	}
	d.digits += last >= 5;
	if (d.digits >= (fb_i128)1000000000000000000ll)
		return too_large;
	if (rounded)
		*rounded = d.lost || last;
	*milli = minus ? -(int64_t)d.digits : (int64_t)d.digits;
	return NULL;
}

void
fb_put_milli(struct fb_buf *b, int64_t milli)
{
	uint64_t v = milli < 0 ? 0 - (uint64_t)milli : (uint64_t)milli;
	char text[24], *end = text + sizeof text, *p = end;

	if (v < 10000 && milli == (int64_t)v && v % 1000 == 0) {
		fb_buf_addc(b, (char)('0' + v / 1000)); /* most answers */
		return;
	}
	for (int i = 0; i < 3; i++, v /= 10)
		*--p = (char)('0' + v % 10);
	while (end > p && end[-1] == '0')
		end--;
	if (end > p)
		*--p = '.';
	do
		*--p = (char)('0' + v % 10);
	while (v /= 10);
	if (milli < 0)
		*--p = '-';
	fb_buf_add(b, (fb_str){ p, (size_t)(end - p) });
}

void
fb_put_double(struct fb_buf *b, double v)
{
	if (!isfinite(v))
		fb_buf_adds(b, "null");
	else
		fb_buf_printf(b, "%.10g", v == 0 ? 0.0 : v);
}

void
fb_put_i128(struct fb_buf *b, fb_i128 v)
{
	static const fb_i128 safe = (fb_i128)1 << 53;
	char text[48], *p = text + sizeof text;
	fb_u128 u = v < 0 ? -(fb_u128)v : (fb_u128)v;
	bool quote = v > safe || v < -safe;

	*--p = '\0';
	if (quote)
		*--p = '"';
	do
		*--p = (char)('0' + (int)(u % 10));
	while (u /= 10);
	if (v < 0)
		*--p = '-';
	if (quote)
		*--p = '"';
	fb_buf_adds(b, p);
}

const char *
fb_parse_i128(fb_str s, fb_i128 *out)
{
	fb_i128 v = 0; /* below zero there is room for one more */
	bool minus;

	if (s.n >= 2 && s.p[0] == '"' && s.p[s.n - 1] == '"')
		s = (fb_str){ s.p + 1, s.n - 2 };
	minus = s.n && *s.p == '-';
	if (minus)
		s.p++, s.n--;
	if (!s.n)
		return not_a_number;
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]))
			return not_a_number;
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_sub_overflow(v, s.p[i] - '0', &v))
			return too_large;
	}
	if (!minus && __builtin_sub_overflow((fb_i128)0, v, &v))
		return too_large;
	*out = v;
	return NULL;
}
