/* find.h - where a text holds personal data, by kind.
 *
 * Addresses, links and numbers have a shape, and some a checksum; the others
 * also need words that say what they are. A kind is one find_x.c with one row,
 * and one line in finders.def. */
#ifndef FB_TEXT_FIND_H
#define FB_TEXT_FIND_H

#include "text/own.h"
#include "text/phrases.h"
#include "text/shade.h"

/* What a text must hold before a kind is looked for. */
enum fb_hint {
	FB_SEES_AT      = 1 << 0,  /* '@' */
	FB_SEES_DOT     = 1 << 1,  /* '.' with a letter behind it, or a w before */
	FB_SEES_POINT   = 1 << 2,  /* three '.' with a digit behind them */
	FB_SEES_COLON   = 1 << 3,  /* "::", or five ':' in front of hex digits */
	FB_SEES_SLASH   = 1 << 4,  /* ":/" */
	FB_SEES_DASH    = 1 << 5,  /* five '-' in front of hex digits, or groups
	                            * of four parted by points */
	FB_SEES_DIGITS  = 1 << 6,  /* seven digits with signs between at most */
	FB_SEES_NUMBER  = 1 << 7,  /* four digits close to each other */
	FB_SEES_POSTAL  = 1 << 8,  /* five in a row; two and letters behind */
	FB_SEES_HOUSE   = 1 << 9,  /* one near a word that may be a street's */
	FB_SEES_MANY    = 1 << 10, /* seven digits anywhere */
	FB_SEES_ALL     = (1 << 11) - 1, /* and whatever a trick may hide */
	FB_SEES_FIGURES = 1 << 11, /* three digits; what some rules hinge on */
	FB_SEES_CUE     = 1 << 12, /* a word that a rule begins at */
	FB_SEES_OWN     = 1 << 13, /* a word of the writer's own names */
};

/* Places in a shade: start up to, not including, end. */
struct fb_span {
	size_t start, end;
};

struct fb_finder {
	const char *kind; /* "EMAIL" */
	unsigned needs;   /* any of these hints */
	bool late;
	/* The first find that starts at from or behind. */
	bool (*find)(const struct fb_shade *, size_t from, struct fb_span *);
};

/* All kinds, of rows and of rules, in the order in which they are told. */
extern const char *const fb_kinds[];
extern const size_t fb_nkinds;

/* Rows in the order in which they look: what one has found is walled off for
 * those behind it. The writer's own names and the rules look in front of the
 * first row that is late. */
extern const struct fb_finder *const fb_finders[];
extern const size_t fb_nfinders;

struct fb_found {
	size_t start, end; /* bytes of the text */
	const char *kind;
};

struct fb_finds {
	struct fb_shade shade;
	struct fb_phrases *rules;     /* borrowed; NULL for none */
	const struct fb_own *own;   /* borrowed; NULL for none */
	struct fb_found *v; /* n of them, ascending, disjoint */
	size_t n, cap;
};

/* The hints of a text, also as written in JSON between its quotes; those of the
 * caller are not among them. Without any but FB_SEES_FIGURES no finder finds
 * anything. */
unsigned fb_find_hints(fb_str text);
/* Look at the cast shade; walls are the caller's. */
void fb_find_all(struct fb_finds *, unsigned hints);
void fb_finds_release(struct fb_finds *);

/* For the finders: is the word one of the n in the list? */
bool fb_in_list(fb_str word, const char *const *list, size_t n);
/* Does the word stand in front of a street's name: "rue", "via"? */
bool fb_is_street_front(fb_str word);
/* Is there nothing else in the text but blanks, line breaks and full stops? */
bool fb_is_whole(const struct fb_shade *, size_t start, size_t end);
/* The word that ends in front of *i, which then is its start; words further
 * left than floor are not seen. Empty when there is none. */
fb_str fb_word_before(const struct fb_shade *, size_t *i, size_t floor);

#endif
