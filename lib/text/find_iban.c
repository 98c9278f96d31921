/* find_iban.c - bank accounts: a country's length and the mod-97 check. */
#include "text/find.h"

/* Country and length, from the IBAN registry (ISO 13616), in byte order; then
 * the territories that use the numbers of France, Finland and Britain. */
static const char lengths[] =
    "ad24ae23al28at20az28ba20be16bg22bh22bi27br29by28ch21cr22cy28cz24de22dj27"
    "dk18do28ee20eg29es24fi18fk18fo18fr27gb22ge22gi23gl18gr27gt28hn28hr21hu28"
    "ie22il23iq23is26it27jo30kw30kz20lb28lc32li21lt20lu20lv21ly25mc27md24me22"
    "mk19mn20mr27mt31mu30ni28nl18no15om23pk24pl28ps29pt25qa29ro24rs22ru33sa24"
    "sc31sd18se24si19sk24sm27so23st25sv28tl23tn24tr26ua29va22vg24xk20ye30"
    "ax18bl27gf27gg22gp27im22je22mf27mq27nc27pf27pm27re27tf27wf27yt27";

static size_t
length_of(const unsigned char *p)
{
	for (const char *c = lengths; *c; c += 4)
		if (p[0] == (unsigned char)c[0] && p[1] == (unsigned char)c[1])
			return (size_t)(c[2] - '0') * 10 + (size_t)(c[3] - '0');
	return 0;
}

static unsigned
mod97(unsigned r, unsigned char c)
{
	if (fb_is_digit(c))
		return (r * 10 + (unsigned)(c - '0')) % 97;
	return (r * 100 + (unsigned)(c - 'a') + 10) % 97;
}

/* The first four characters count behind the others (ISO 7064). */
static bool
checks(const unsigned char *c, size_t n)
{
	unsigned r = 0;

	for (size_t i = 0; i < n; i++)
		r = mod97(r, c[(i + 4) % n]);
	return r == 1;
}

/* The end of the n letters and digits at i, single blanks, dashes or dots between
 * them; 0 when there are not as many. */
static size_t
collect(const struct fb_shade *s, size_t i, unsigned char *c, size_t n)
{
	for (size_t got = 0; ; i++) {
		unsigned char b = s->p[i];

		if (fb_is_digit(b) || (b >= 'a' && b <= 'z'))
			c[got++] = b;
		else if (!got || (b != ' ' && b != '-' && b != '.') ||
		    !fb_is_word(s->p[i + 1]))
			return 0;
		if (got == n)
			return i + 1;
	}
}

/* Upper case, lower case, or only the first letter in upper case, as telephones
 * write it: accounts in mixed case are none. */
static bool
is_one_case(const struct fb_shade *s, size_t i, size_t end)
{
	size_t upper = 0, lower = 0;
	bool first = fb_is_upper(s, i);

	for (i++; i < end; i++) {
		upper += fb_is_upper(s, i);
		lower += fb_is_letter(s->p[i]) && !fb_is_upper(s, i);
	}
	return first ? !upper || !lower : !upper;
}

/* The end of the account that starts at i, or 0. */
static size_t
iban_end(const struct fb_shade *s, size_t i)
{
	unsigned char c[40];
	size_t n, end;

	if (!fb_is_letter(s->p[i]) || !fb_is_letter(s->p[i + 1]) ||
	    fb_is_letter(s->p[i + 2]) || fb_is_word(fb_before(s, i)) ||
	    !(n = length_of(s->p + i)))
		return 0;
	end = collect(s, i, c, n);
	return end && !fb_is_word(s->p[end]) && fb_is_digit(c[2]) &&
	    fb_is_digit(c[3]) && checks(c, n) && is_one_case(s, i, end) ? end : 0;
}

/* The first digit stands two places behind the start, or three with a sign
 * between. */
static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from; (i = fb_digit_from(s, i)) < s->n; i++)
		for (size_t back = 3; back >= 2; back--) {
			size_t start = i - back, end;

			if (i < from + back || start + 15 > s->n ||
			    (back == 3 && fb_is_digit(s->p[i - 1])) ||
			    !(end = iban_end(s, start)))
				continue;
			*at = (struct fb_span){ start, end };
			return true;
		}
	return false;
}

const struct fb_finder fb_finder_iban = {
	.kind = "IBAN", .needs = FB_SEES_MANY, .find = find,
};
