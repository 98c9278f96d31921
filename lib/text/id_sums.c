/* id_sums.c - the sums that national numbers are checked by. */
#include <string.h>

#include "text/ids.h"

unsigned
fb_id_number(const unsigned char *c, size_t n)
{
	unsigned v = 0;

	for (size_t i = 0; i < n; i++)
		v = v * 10 + fb_id_digit(c[i]);
	return v;
}

unsigned
fb_id_weigh(const unsigned char *c, const char *weights)
{
	unsigned sum = 0;

	for (size_t i = 0; weights[i]; i++)
		sum += fb_id_digit(c[i]) * (unsigned)(weights[i] - '0');
	return sum;
}

bool
fb_id_is_day(const unsigned char *month, const unsigned char *day)
{
	static const unsigned char longest[] = { 31, 29, 31, 30, 31, 30, 31, 31,
	    30, 31, 30, 31 };
	unsigned m = fb_id_number(month, 2), d = fb_id_number(day, 2);

	return m >= 1 && m <= 12 && d >= 1 && d <= longest[m - 1];
}

bool
fb_id_is_luhn(const unsigned char *c, size_t n)
{
	unsigned sum = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned v = fb_id_digit(c[n - 1 - i]) << (i & 1);

		sum += v > 9 ? v - 9 : v;
	}
	return sum % 10 == 0;
}

bool
fb_id_is_mixed(const unsigned char *c, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (c[i] != c[0])
			return true;
	return false;
}
