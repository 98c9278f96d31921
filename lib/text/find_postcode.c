/* find_postcode.c - British postcodes, and American ones of nine digits or
 * behind a state. Five digits alone are any number. */
#include "text/find.h"
#include "text/postcode.h"

/* Royal Mail's postcode areas, a blank before and behind each. */
static const char areas[] =
    " ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de "
    "dg dh dl dn dt dy e ec en ex eh fk fy g gl gu gy ha hd hg hp hr hs hu hx ig "
    "im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw "
    "ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw "
    "sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze je ";
static const char states[] =
    " ak al ar az ca co ct dc de fl ga hi ia id il in ks ky la ma md me mi mn mo "
    "ms mt nc nd ne nh nj nm nv ny oh ok or pa pr ri sc sd tn tx ut va vi vt wa "
    "wi wv wy ";

static bool
listed(const char *list, const unsigned char *p, size_t n)
{
	for (const char *c = list; (c = strchr(c, ' ')) && c[1]; c++)
		if (!memcmp(c + 1, p, n) && c[1 + n] == ' ')
			return true;
	return false;
}

static bool
is_letter(unsigned char c)
{
	return c >= 'a' && c <= 'z';
}

/* SW1A 1AA, m1 1ae, EC1A1BB */
static size_t
british_end(const struct fb_shade *s, size_t i)
{
	size_t start = i, area;

	while (is_letter(s->p[i]) && i < start + 2)
		i++;
	area = i - start;
	if (!area || !fb_is_digit(s->p[i]) || !listed(areas, s->p + start, area))
		return 0;
	i++;
	/* A second digit or letter, unless it is the inward part's. */
	if (s->p[i] && s->p[i] != ' ' && !(fb_is_digit(s->p[i]) &&
	    is_letter(s->p[i + 1])))
		i++;
	if (s->p[i] == ' ')
		i++;
	if (!fb_is_digit(s->p[i]) || !is_letter(s->p[i + 1]) ||
	    !is_letter(s->p[i + 2]) || strchr("cikmov", s->p[i + 1]) ||
	    strchr("cikmov", s->p[i + 2]) || fb_is_word(s->p[i + 3]))
		return 0;
	return i + 3;
}

static size_t
digits(const struct fb_shade *s, size_t i)
{
	size_t n = 0;

	while (fb_is_digit(s->p[i + n]))
		n++;
	return n;
}

/* 02540-4119, MA 02540 with the state in capitals */
static size_t
american_end(const struct fb_shade *s, size_t i)
{
	bool state = is_letter(s->p[i]);
	size_t at = i;

	if (state) {
		if (!fb_is_upper(s, i) || !is_letter(s->p[i + 1]) ||
		    !fb_is_upper(s, i + 1) || s->p[i + 2] != ' ' ||
		    !listed(states, s->p + i, 2))
			return 0;
		at += 3;
	}
	if (digits(s, at) != 5)
		return 0;
	at += 5;
	if (s->p[at] == '-' && digits(s, at + 1) == 4 &&
	    !fb_is_word(s->p[at + 5]) && s->p[at + 5] != '-')
		return at + 5;
	return state && !fb_is_word(s->p[at]) && s->p[at] != '-' ? at : 0;
}

size_t
fb_postcode_end(const struct fb_shade *s, size_t i)
{
	size_t end = american_end(s, i);

	return end ? end : british_end(s, i);
}

static bool
starts(const struct fb_shade *s, size_t i)
{
	unsigned char before = fb_before(s, i);

	return fb_is_word(s->p[i]) && !fb_is_word(before) &&
	    !(before && strchr("-$.,:/", before));
}

/* Every postcode has its first digit at most three signs behind its start. */
static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from; (i = fb_digit_from(s, i)) < s->n; i++) {
		size_t start = i > from + 3 ? i - 3 : from, end;

		if (fb_is_digit(fb_before(s, i)))
			continue;
		for (; start <= i; start++) {
			if (!starts(s, start) || !(end = fb_postcode_end(s, start)))
				continue;
			*at = (struct fb_span){ start, end };
			return true;
		}
	}
	return false;
}

const struct fb_finder fb_finder_postcode = {
	.kind = "POSTCODE", .needs = FB_SEES_POSTAL, .late = true, .find = find,
};
