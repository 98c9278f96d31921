/* ids.h - the checks of national numbers.
 *
 * Private to this room. c holds the number's letters (lower case) and digits
 * without the signs between them. */
#ifndef FB_TEXT_IDS_H
#define FB_TEXT_IDS_H

#include <stdbool.h>
#include <stddef.h>

struct fb_id {
	/* 'd' a digit, 'a' a letter, 'w' either, a letter in upper case itself,
	 * '-' '.' ' ' or '/' that sign; '?' lets a blank or a hyphen stand. */
	const char *shape;
	bool (*check)(const unsigned char *c, size_t n);
	/* Also without a word for it in front; else the word or the whole text. */
	bool plain;
	const char *cues; /* words for it, a blank before and behind each */
};

struct fb_id_list {
	const struct fb_id *v; /* n of them, in the order in which they are tried */
	size_t n;
};
extern const struct fb_id_list fb_ids_europe, fb_ids_world;

static inline unsigned
fb_id_digit(unsigned char c)
{
	return (unsigned)(c - '0');
}

/* The number that n digits say. */
unsigned fb_id_number(const unsigned char *c, size_t n);
/* The digits times the weights; ':' is 10, ';' 11, '<' 12 and '=' 13. */
unsigned fb_id_weigh(const unsigned char *c, const char *weights);
/* Do two digits each say a month and a day that it may have? */
bool fb_id_is_day(const unsigned char *month, const unsigned char *day);
/* H. P. Luhn, US patent 2,950,048 (1960). */
bool fb_id_is_luhn(const unsigned char *c, size_t n);
/* Not all digits alike: forms are filled with those. */
bool fb_id_is_mixed(const unsigned char *c, size_t n);

#endif
