/* ids_world.c - national numbers of the other continents. */
#include <string.h>

#include "text/ids.h"

/* India: Verhoeff's scheme, as sums in the dihedral group of ten. */
static bool
aadhaar(const unsigned char *c, size_t n)
{
	static const unsigned char turn[8][10] = {
		{ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 },
		{ 5, 8, 0, 3, 7, 9, 6, 1, 4, 2 }, { 8, 9, 1, 6, 0, 4, 3, 5, 2, 7 },
		{ 9, 4, 5, 3, 1, 2, 6, 8, 7, 0 }, { 4, 2, 8, 6, 5, 7, 3, 9, 0, 1 },
		{ 2, 7, 9, 3, 8, 0, 6, 4, 1, 5 }, { 7, 0, 4, 6, 9, 1, 3, 2, 5, 8 },
	};
	unsigned r = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned v = turn[i & 7][fb_id_digit(c[n - 1 - i])], low;

		low = r < 5 ? (r % 5 + v % 5) % 5 : (r % 5 + 5 - v % 5) % 5;
		r = low + ((r < 5) == (v < 5) ? 0 : 5);
	}
	return c[0] >= '2' && r == 0;
}

/* India's income tax: the fourth letter says what kind of person. */
static bool
pan(const unsigned char *c, size_t n)
{
	(void)n;
	return strchr("abcfghljpt", c[3]);
}

/* India's goods tax: a state and a PAN. */
static bool
gstin(const unsigned char *c, size_t n)
{
	unsigned state = fb_id_number(c, 2);

	(void)n;
	return state >= 1 && state <= 38 && c[13] == 'z';
}

/* Korea: a date, a sign of sex and century, modulus 11; foreigners' numbers
 * (5 to 8) count from 13. */
static bool
rrn(const unsigned char *c, size_t n)
{
	unsigned sum = fb_id_weigh(c, "234567892345") % 11;

	(void)n;
	return fb_id_is_day(c + 2, c + 4) && c[6] >= '1' && c[6] <= '8' &&
	    ((c[6] >= '5' ? 13 : 11) - sum) % 10 == fb_id_digit(c[12]);
}

/* South Africa: a date, citizenship, Luhn. */
static bool
rsa(const unsigned char *c, size_t n)
{
	return fb_id_is_day(c + 2, c + 4) && c[10] <= '2' && fb_id_is_luhn(c, n);
}

/* Thailand: modulus 11. */
static bool
tnin(const unsigned char *c, size_t n)
{
	(void)n;
	return c[0] != '0' && c[0] != '9' && fb_id_is_mixed(c, n) && (11 - fb_id_weigh(c,
	    "=<;:98765432") % 11) % 10 == fb_id_digit(c[12]);
}

/* Brazil: two check digits, modulus 11. */
static bool
cpf(const unsigned char *c, size_t n)
{
	unsigned a = fb_id_weigh(c, ":98765432") * 10 % 11 % 10;
	unsigned b = fb_id_weigh(c, ";:98765432") * 10 % 11 % 10;

	return fb_id_is_mixed(c, n) && a == fb_id_digit(c[9]) && b == fb_id_digit(c[10]);
}

/* Canada: Luhn; 0 and 8 are not given out. */
static bool
sin_no(const unsigned char *c, size_t n)
{
	return c[0] != '0' && c[0] != '8' && fb_id_is_mixed(c, n) && fb_id_is_luhn(c, n);
}

/* Australia's tax file number: eleven divides. */
static bool
tfn(const unsigned char *c, size_t n)
{
	return fb_id_is_mixed(c, n) && (fb_id_weigh(c, "14375869") + 10 * fb_id_digit(c[8])) % 11 == 0;
}

/* Australia's business number: 89 divides, the first digit less one. */
static bool
abn(const unsigned char *c, size_t n)
{
	static const unsigned weights[] = { 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 };
	unsigned sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += weights[i] * (fb_id_digit(c[i]) - (i ? 0 : 1));
	return c[0] != '0' && sum % 89 == 0;
}

/* Singapore: seven weighted digits choose a letter. */
static bool
nric(const unsigned char *c, size_t n)
{
	bool foreign = c[0] == 'f' || c[0] == 'g';
	unsigned sum = fb_id_weigh(c + 1, "2765432");

	if (!strchr("stfg", c[0]))
		return false;
	sum += c[0] == 't' || c[0] == 'g' ? 4 : 0;
	return c[n - 1] == (unsigned char)(foreign ? "xwutrqpnmlk" :
	    "jzihgfedcba")[sum % 11];
}

/* America's Medicare: no S, L, O, I, B, Z. */
static bool
mbi(const unsigned char *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strchr("sloibz", c[i]))
			return false;
	return c[0] != '0';
}

/* America's tax number of those without social security. */
static bool
itin(const unsigned char *c, size_t n)
{
	unsigned group = fb_id_number(c + 3, 2);

	(void)n;
	return c[0] == '9' && group >= 50 && group != 89 && group != 93;
}

/* In the order in which they are tried. */
static const struct fb_id ids[] = {
	{ "ddd.ddd.ddd-dd", cpf, true, NULL },
	{ "ddddddddddd", cpf, false, " cpf " },
	{ "dd ddd ddd ddd", abn, true, NULL },
	{ "ddddddddddd", abn, false, " abn " },
	{ "dddd?dddd?dddd", aadhaar, false, " aadhaar uidai " },
	{ "dddd:dddd:dddd", aadhaar, false, " aadhaar uidai " },
	{ "aaaaadddda", pan, true, NULL },
	{ "ddaaaaaddddawzw", gstin, true, NULL },
	{ "dddddd?ddddddd", rrn, true, NULL },
	{ "ddddddddddddd", rsa, true, NULL },
	{ "ddddddddddddd", tnin, false, " tnin thai id " },
	{ "d-dddd-ddddd-dd-d", tnin, true, NULL },
	{ "ddd-ddd-ddd", sin_no, true, NULL },
	{ "ddd?ddd?ddd", sin_no, false, " sin " },
	{ "ddd?ddd?ddd", tfn, false, " tfn " },
	{ "addddddda", nric, true, NULL },
	{ "dawd?awd?aadd", mbi, true, NULL },
	{ "ddd-dd-dddd", itin, true, NULL },
};
const struct fb_id_list fb_ids_world = { ids, sizeof ids / sizeof *ids };
