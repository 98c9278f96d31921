/* find_card.c - payment cards: an issuer's prefix and length, and Luhn. */
#include "text/find.h"
#include "text/ids.h"

enum { MOST = 19 };

/* Prefixes from first to last, of that many digits, on cards of min to max
 * digits. Source: ISO/IEC 7812 issuer ranges as the schemes publish them. */
static const struct issuer {
	unsigned first, last, width, min, max;
} issuers[] = {
	{ 4, 4, 1, 13, 13 }, { 4, 4, 1, 16, 16 }, { 4, 4, 1, 19, 19 }, /* Visa */
	{ 51, 55, 2, 16, 16 }, { 2221, 2720, 4, 16, 16 },   /* Mastercard */
	{ 34, 34, 2, 15, 15 }, { 37, 37, 2, 15, 15 },       /* American Express */
	{ 300, 305, 3, 14, 14 }, { 3095, 3095, 4, 14, 14 }, /* Diners Club */
	{ 36, 36, 2, 14, 14 }, { 38, 39, 2, 14, 14 },
	{ 3528, 3589, 4, 16, 16 },                          /* JCB */
	{ 1800, 1800, 4, 15, 15 }, { 2131, 2131, 4, 15, 15 },
	{ 6011, 6011, 4, 16, 19 }, { 644, 659, 3, 16, 19 }, /* Discover */
	{ 62, 62, 2, 16, 19 },                              /* UnionPay */
	{ 50, 50, 2, 16, 19 }, { 56, 69, 2, 16, 19 },       /* Maestro */
	{ 2200, 2204, 4, 16, 19 },                          /* Mir */
};

/* Beside one of these words any issuer will do. */
static const char *const cues[] = {
	"amex", "card", "cards", "carte", "credit", "debit", "kaart", "karte",
	"kreditkarte", "maestro", "mastercard", "tarjeta", "visa",
};

static bool
issued(const unsigned char *d, size_t n)
{
	for (size_t i = 0; i < sizeof issuers / sizeof *issuers; i++) {
		const struct issuer *is = &issuers[i];
		unsigned head = 0;

		for (unsigned k = 0; k < is->width; k++)
			head = head * 10 + (unsigned)(d[k] - '0');
		if (n >= is->min && n <= is->max &&
		    head >= is->first && head <= is->last)
			return true;
	}
	return false;
}

static bool
cued(const struct fb_shade *s, size_t i)
{
	size_t floor = i > 40 ? i - 40 : 0;
	fb_str word;

	while ((word = fb_word_before(s, &i, floor)).n)
		if (fb_in_list(word, cues, sizeof cues / sizeof *cues))
			return true;
	return false;
}

static bool
is_card(const struct fb_shade *s, size_t start, const unsigned char *d, size_t n)
{
	return n >= 12 && fb_id_is_luhn(d, n) && (issued(d, n) || cued(s, start));
}

/* The end of a card that starts with the digits at i: one run, or groups of
 * three to six behind a first one of four, all with the same sign between. */
static size_t
card_end(const struct fb_shade *s, size_t i)
{
	unsigned char d[MOST], sep = 0;
	size_t n = 0, start = i, group;

	for (;;) {
		for (group = 0; fb_is_digit(s->p[i]); i++, group++) {
			if (n == MOST)
				return 0;
			d[n++] = s->p[i];
		}
		if (sep && (group < 3 || group > 6))
			return 0;
		if (!fb_is_word(s->p[i]) && is_card(s, start, d, n))
			return i;
		if (n > group ? s->p[i] != sep : group != 4)
			return 0;
		sep = s->p[i];
		if ((sep != ' ' && sep != '-' && sep != '.') ||
		    !fb_is_digit(s->p[i + 1]))
			return 0;
		i++;
	}
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from; (i = fb_digit_from(s, i)) + 12 <= s->n; i++) {
		size_t end;

		if (fb_is_word(fb_before(s, i)) || fb_before(s, i) == '+' ||
		    !(end = card_end(s, i)))
			continue;
		*at = (struct fb_span){ i, end };
		return true;
	}
	return false;
}

const struct fb_finder fb_finder_card = {
	.kind = "CARD", .needs = FB_SEES_DIGITS, .find = find,
};
