/* find_address.c - a house number and a street, in capitals as addresses are
 * written, and the town behind it when a postcode ends it.
 *
 * English: 12 High Street; French and Spanish: 12 rue de la Paix, Calle Mayor 5;
 * German and Dutch: Hauptstr. 12, Lange Straße 5, Kerkstraat 7. */
#include "text/find.h"
#include "text/postcode.h"

enum { WORDS = 5, TAIL = 70 };

static const char *const behind[] = { /* stand behind the name */
	"alley", "ave", "avenue", "blvd", "boulevard", "cir", "circle", "close",
	"court", "crescent", "ct", "dr", "drive", "gardens", "grove", "highway",
	"hwy", "lane", "ln", "mews", "parkway", "pkwy", "place", "plaza", "rd",
	"road", "row", "sq", "square", "st", "street", "terrace", "trail", "walk",
	"way",
};
static const char *const front[] = { /* stand in front of it */
	"avenida", "avenue", "boulevard", "calle", "chemin", "corso", "impasse",
	"paseo", "piazza", "place", "plaza", "rua", "rue", "via", "viale",
};
static const char *const tails[] = { /* end it; \200 is \u00df */
	"allee", "damm", "gade", "gasse", "gata", "gatan", "gracht", "katu", "kuja",
	"laan", "plein", "str", "stra\200e", "straat", "strasse", "ufer", "vej",
	"veien", "v\200gen", "weg",
};
static const char *const units[] = { /* a number behind them */
	"apartment", "apt", "box", "flat", "no", "room", "ste", "suite", "unit",
};

#define IN(word, list) fb_in_list((word), (list), sizeof (list) / sizeof *(list))

bool
fb_is_street_front(fb_str word)
{
	return IN(word, front);
}

static size_t
word_end(const struct fb_shade *s, size_t i)
{
	while (fb_is_letter(s->p[i]) || (s->p[i] == '\'' &&
	    fb_is_letter(s->p[i + 1])) || (s->p[i] == '-' &&
	    fb_is_letter(s->p[i + 1])))
		i++;
	return i;
}

static fb_str
word_at(const struct fb_shade *s, size_t i, size_t end)
{
	return (fb_str){ (const char *)s->p + i, end - i };
}

/* "12", "12a", "12-14" at i; at most five digits. */
static size_t
number_end(const struct fb_shade *s, size_t i)
{
	size_t end = i;

	while (fb_is_digit(s->p[end]))
		end++;
	if (end == i || end > i + 5)
		return 0;
	if (s->p[end] == '-' && fb_is_digit(s->p[end + 1]))
		for (end++; fb_is_digit(s->p[end]); )
			end++;
	if (fb_is_letter(s->p[end]) && !fb_is_word(s->p[end + 1]))
		end++;
	return fb_is_word(s->p[end]) ? 0 : end;
}

/* Behind the number: "High Street", "N. 5th Ave" or "rue de la Paix". */
static size_t
english_end(const struct fb_shade *s, size_t i)
{
	for (size_t k = 0; k < WORDS; k++) {
		size_t end = word_end(s, i);

		if (end == i && fb_is_digit(s->p[i]))
			while (fb_is_word(s->p[end]))
				end++;
		else if (end == i || !fb_is_upper(s, i))
			return 0;
		if (k && IN(word_at(s, i, end), behind))
			return s->p[end] == '.' ? end + 1 : end;
		i = end + (s->p[end] == '.');
		if (s->p[i++] != ' ')
			return 0;
	}
	return 0;
}

static size_t
romance_end(const struct fb_shade *s, size_t i)
{
	size_t end = word_end(s, i), last = 0;

	if (!IN(word_at(s, i, end), front))
		return 0;
	for (size_t k = 0; k < WORDS && s->p[end] == ' '; k++) {
		i = end + 1;
		end = word_end(s, i);
		if (end == i || (!fb_is_upper(s, i) && end > i + 3 &&
		    s->p[i + 1] != '\''))
			break;
		if (fb_is_upper(s, i) || s->p[i + 1] == '\'')
			last = end;
	}
	return last;
}

static size_t
numbered_end(const struct fb_shade *s, size_t i)
{
	size_t end = number_end(s, i), street;

	if (!end)
		return 0;
	if (s->p[end] == ',')
		end++;
	if (s->p[end] != ' ')
		return 0;
	street = english_end(s, end + 1);
	return street ? street : romance_end(s, end + 1);
}

static bool
has_tail(fb_str word)
{
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		size_t n = strlen(tails[i]);

		if (word.n >= n && !memcmp(word.p + word.n - n, tails[i], n))
			return word.n >= n + 3 || word.n == n;
	}
	return false;
}

/* "Hauptstr. 12", "Lange Straße 5b", "Calle Mayor 5": a word for a street, and
 * the number behind. */
static size_t
german_end(const struct fb_shade *s, size_t i)
{
	size_t end = word_end(s, i), street;

	if (!fb_is_upper(s, i))
		return 0;
	if (!has_tail(word_at(s, i, end)) && s->p[end] == ' ' &&
	    fb_is_upper(s, end + 1) && has_tail(word_at(s, end + 1,
	    street = word_end(s, end + 1))))
		end = street;
	else if (end < i + 5 || !has_tail(word_at(s, i, end)))
		end = romance_end(s, i);
	if (!end)
		return 0;
	if (s->p[end] == '.' || s->p[end] == ',')
		end++;
	return s->p[end] == ' ' ? number_end(s, end + 1) : 0;
}

/* "80331 München", "1017 AB Amsterdam": five digits, behind a German street also
 * four, and a town; but "1600 Main Street" is the next address. */
static size_t
town_end(const struct fb_shade *s, size_t i, bool four)
{
	size_t n = 0, end;

	while (fb_is_digit(s->p[i + n]))
		n++;
	if ((n != 5 && (n != 4 || !four)) || s->p[i + n] != ' ')
		return 0;
	i += n + 1;
	if (n == 4 && fb_is_upper(s, i) && fb_is_upper(s, i + 1) &&
	    s->p[i + 2] == ' ')
		i += 3;
	end = word_end(s, i);
	return end > i && fb_is_upper(s, i) && !english_end(s, i) ? end : 0;
}

/* "Apt. 4B", "Suite 12" at i. */
static size_t
unit_end(const struct fb_shade *s, size_t i)
{
	size_t end = word_end(s, i);

	if (!IN(word_at(s, i, end), units))
		return 0;
	if (s->p[end] == '.')
		end++;
	return s->p[end] == ' ' ? number_end(s, end + 1) : 0;
}

/* Five digits that end a line or the words, as in "Finland 80896". */
static size_t
last_digits_end(const struct fb_shade *s, size_t i)
{
	size_t end = i;

	while (fb_is_digit(s->p[end]))
		end++;
	if (end != i + 5)
		return 0;
	return !s->p[end] || (strchr("\n.,;", s->p[end]) &&
	    !fb_is_digit(s->p[end + 1])) ? end : 0;
}

/* The street's end, or the end of the flat, postcode or town behind it, when
 * nothing but capitals, numbers and commas stand between. */
static size_t
with_town(const struct fb_shade *s, size_t end, bool four)
{
	for (size_t i = end, most = end + TAIL; s->p[i] && i < most; ) {
		unsigned char c = s->p[i];
		size_t found = 0;

		if (c == ' ' || c == ',' || c == '\n' || c == '.' || c == '#') {
			i++;
			continue;
		}
		if (!fb_is_word(fb_before(s, i)) && !(found =
		    fb_postcode_end(s, i)))
			found = town_end(s, i, four);
		if (!found)
			found = last_digits_end(s, i);
		if (found)
			return found;
		if ((found = unit_end(s, i))) {
			i = end = found;
			continue;
		}
		if (fb_is_letter(c) ? !fb_is_upper(s, i) : !fb_is_digit(c))
			break;
		while (fb_is_word(s->p[i]) || s->p[i] == '\'' || s->p[i] == '-')
			i++;
	}
	return end;
}

/* The start of the street in front of the house number at i, at most so many
 * words back; or i. */
static size_t
street_start(const struct fb_shade *s, size_t i, size_t from)
{
	size_t at = i, end = number_end(s, i);

	for (size_t k = 0; end && k < WORDS + 1; k++) {
		size_t was = at;

		while (at > from && !fb_is_word(s->p[at - 1]) && was - at < 2)
			at--;
		was = at;
		while (at > from && !strchr(" \n,.", s->p[at - 1]) &&
		    s->p[at - 1] != FB_SHADE_WALL)
			at--;
		if (at == was)
			break;
		if (german_end(s, at) == end)
			return at;
	}
	return i;
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from; (i = fb_digit_from(s, i)) < s->n; i++) {
		unsigned char before = fb_before(s, i);
		size_t end, start = i;

		if (fb_is_word(before) ||
		    (before && strchr("-$.:/#", before)))
			continue;
		if (!(end = numbered_end(s, i))) {
			start = street_start(s, i, from);
			end = start < i ? number_end(s, i) : 0;
		}
		if (!end)
			continue;
		*at = (struct fb_span){ start, with_town(s, end, start < i) };
		return true;
	}
	return false;
}

const struct fb_finder fb_finder_address = {
	.kind = "ADDRESS", .needs = FB_SEES_HOUSE, .find = find,
};
