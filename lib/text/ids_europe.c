/* ids_europe.c - national numbers of Europe. */
#include <string.h>

#include "text/ids.h"

/* Britain's health service: modulus 11 (NHS data dictionary). */
static bool
nhs(const unsigned char *c, size_t n)
{
	unsigned check = 11 - fb_id_weigh(c, ":98765432") % 11;

	return fb_id_is_mixed(c, n) && check != 10 && check % 11 == fb_id_digit(c[9]);
}

/* National insurance: letters that are not given out (HMRC NIM39110). */
static bool
nino(const unsigned char *c, size_t n)
{
	static const char *const never[] = { "bg", "gb", "kn", "nk", "nt", "tn",
	    "zz" };

	if (strchr("dfiquv", c[0]) || strchr("dfioquv", c[1]) ||
	    c[n - 1] > 'd')
		return false;
	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		if (!memcmp(c, never[i], 2))
			return false;
	return true;
}

/* Spain: a letter by the number modulo 23; X, Y, Z stand for 0, 1, 2. */
static bool
nif(const unsigned char *c, size_t n)
{
	static const char letters[] = "trwagmyfpdxbnjzsqvhlcke";
	unsigned v = fb_id_number(c + 1, n - 2);

	if (c[0] >= 'x')
		v += (unsigned)(c[0] - 'x') * 10000000;
	else if (c[0] >= '0' && c[0] <= '9')
		v += fb_id_digit(c[0]) * 10000000;
	else
		return false;
	return (unsigned char)letters[v % 23] == c[n - 1];
}

/* Finland: a date, a sign of the century, the rest modulo 31. */
static bool
hetu(const unsigned char *c, size_t n)
{
	static const char signs[] = "0123456789abcdefhjklmnprstuvwxy";
	bool letter = c[6] >= 'a';
	const unsigned char *rest = c + 6 + letter;
	unsigned v = fb_id_number(c, 6) * 1000 + fb_id_number(rest, 3);

	(void)n;
	return fb_id_is_day(c + 2, c) && (!letter || strchr("abcdefuvwxy", c[6])) &&
	    (unsigned char)signs[v % 31] == rest[3];
}

/* Sweden: a date (60 more on a coordination number's day) and Luhn. */
static bool
personnummer(const unsigned char *c, size_t n)
{
	unsigned char day[2] = { c[4 + n - 10], c[5 + n - 10] };
	unsigned century = n == 12 ? fb_id_number(c, 2) : 19;

	if (day[0] >= '6')
		day[0] = (unsigned char)(day[0] - 6);
	return century >= 18 && century <= 20 && fb_id_is_day(c + n - 8, day) &&
	    fb_id_is_luhn(c + n - 10, 10);
}

/* Germany's pension insurance: a date, a letter, weights (VKVV section 4). */
static bool
rvnr(const unsigned char *c, size_t n)
{
	static const char weights[] = "212571212121";
	unsigned sum = 0, k = 0, letter = (unsigned)(c[8] - 'a') + 1, day;

	for (size_t i = 0; i + 1 < n; i++) {
		unsigned v[2] = { i == 8 ? letter / 10 : fb_id_digit(c[i]), letter % 10 };

		for (size_t j = 0; j < (i == 8 ? 2u : 1u); j++) {
			unsigned w = v[j] * (unsigned)(weights[k++] - '0');

			sum += w / 10 + w % 10;
		}
	}
	day = fb_id_number(c + 2, 2) % 50;
	return day >= 1 && day <= 31 && fb_id_number(c + 4, 2) - 1 < 12 &&
	    sum % 10 == fb_id_digit(c[n - 1]);
}

/* Germany's health insurance: the letter as two digits, then Luhn's weights
 * from the left (SGB V section 290). */
static bool
kvnr(const unsigned char *c, size_t n)
{
	unsigned letter = (unsigned)(c[0] - 'a') + 1, sum = letter / 10;
	unsigned two = letter % 10 * 2;

	sum += two / 10 + two % 10;
	for (size_t i = 1; i + 1 < n; i++) {
		unsigned v = fb_id_digit(c[i]) * (i & 1 ? 1 : 2);

		sum += v / 10 + v % 10;
	}
	return sum % 10 == fb_id_digit(c[n - 1]);
}

/* Germany's tax number of a person: ISO 7064, MOD 11,10. */
static bool
idnr(const unsigned char *c, size_t n)
{
	unsigned p = 10;

	for (size_t i = 0; i + 1 < n; i++) {
		unsigned v = (fb_id_digit(c[i]) + p) % 10;

		p = (v ? v : 10) * 2 % 11;
	}
	return c[0] != '0' && (11 - p) % 10 == fb_id_digit(c[n - 1]);
}

/* Türkiye: two check digits. */
static bool
tckn(const unsigned char *c, size_t n)
{
	unsigned odd = fb_id_weigh(c, "101010101"), even = fb_id_weigh(c, "01010101");
	unsigned all = odd + even + fb_id_digit(c[9]);

	(void)n;
	return c[0] != '0' && (odd * 7 + 10 * 8 - even) % 10 == fb_id_digit(c[9]) &&
	    all % 10 == fb_id_digit(c[10]);
}

/* Poland: a date, whose month has 20 added since 2000. */
static bool
pesel(const unsigned char *c, size_t n)
{
	unsigned char month[2] = { c[2], c[3] };

	(void)n;
	if (month[0] >= '2')
		month[0] = (unsigned char)(month[0] - 2);
	return fb_id_is_day(month, c + 4) &&
	    fb_id_weigh(c, "13791379131") % 10 == 0;
}

/* France: 97 less the rest modulo 97. */
static bool
nir(const unsigned char *c, size_t n)
{
	unsigned r = 0;

	(void)n;
	for (size_t i = 0; i < 13; i++)
		r = (r * 10 + fb_id_digit(c[i])) % 97;
	return (c[0] == '1' || c[0] == '2') && 97 - r == fb_id_number(c + 13, 2);
}

/* The Netherlands: eleven divides. */
static bool
bsn(const unsigned char *c, size_t n)
{
	(void)n;
	return fb_id_is_mixed(c, n) && (fb_id_weigh(c, "98765432") + 10 * fb_id_digit(c[8])) % 11 == 0;
}

/* Britain's driving licence: five of a name (9 for none), a birthday whose month
 * has 50 added for women, two initials. */
static bool
licence(const unsigned char *c, size_t n)
{
	unsigned month = fb_id_number(c + 6, 2) % 50, day = fb_id_number(c + 8, 2);
	bool ended = false;

	(void)n;
	for (size_t i = 0; i < 5; i++) {
		if (c[i] == '9' ? !i : c[i] < 'a' || ended)
			return false;
		ended |= c[i] == '9';
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* In the order in which they are tried. */
static const struct fb_id ids[] = {
	{ "ddd-ddd-dddd", nhs, true, NULL },
	{ "ddd ddd dddd", nhs, false, " nhs " },
	{ "dddddddddd", nhs, false, " nhs " },
	{ "aa?dd?dd?dd?a", nino, true, NULL },
	{ "aa?dddddd?a", nino, true, NULL },
	{ "aa?ddd?ddd?a", nino, true, NULL },
	{ "dd?a?ddd?dd", NULL, false, " temp trn " },
	{ "wwwwwddddddwwwaa", licence, true, NULL },
	{ "dddddddd?a", nif, true, NULL },
	{ "addddddd?a", nif, true, NULL },
	{ "ddddddaddda", hetu, true, NULL },
	{ "ddddddadddd", hetu, true, NULL },
	{ "dddddd-ddda", hetu, true, NULL },
	{ "dddddd-dddd", hetu, true, NULL },
	{ "dddddd+ddda", hetu, true, NULL },
	{ "dddddd-dddd", personnummer, true, NULL },
	{ "dddddd+dddd", personnummer, true, NULL },
	{ "dddddddd-dddd", personnummer, true, NULL },
	{ "dddddddddd", personnummer, false, " personnummer " },
	{ "dddddddddddd", personnummer, true, NULL },
	{ "dd?dddddd?a?ddd", rvnr, true, NULL },
	{ "addddddddd", kvnr, false, " egk kvnr krankenkasse versichertennummer " },
	{ "ddddddddddd", tckn, true, NULL },
	{ "ddddddddddd", pesel, true, NULL },
	{ "ddddddddddd", idnr, false, " idnr steuer id identifikationsnummer " },
	{ "dd ddd ddd ddd", idnr, true, NULL },
	{ "d?dd?dd?dd?ddd?ddd?dd", nir, true, NULL },
	{ "ddddddddd", bsn, false, " bsn burgerservicenummer sofinummer " },
};
const struct fb_id_list fb_ids_europe = { ids, sizeof ids / sizeof *ids };
