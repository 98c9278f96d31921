/* sayings.h - the words that a report may print, by the ids it prints. */
#ifndef FB_VERIFY_SAYINGS_H
#define FB_VERIFY_SAYINGS_H

#include "verify/case.h"

/* The words of a quote or a letter, as they pass the gate to a page. */
struct fb_saying {
	fb_str id, text, title;
	fb_str translation;     /* that may stand behind the text, or "" */
	fb_str whole;           /* of a quote: all words of its record, or "" */
	char hex[65];           /* SHA-256 of the id, as ids are printed */
	bool letter;
};

struct fb_sayings {
	struct fb_saying *v;    /* in the arena of the case, as their text is */
	size_t n, cap;
};

/* Of all parts of the case. Release with free(s.v). */
void fb_sayings_read(struct fb_case *, struct fb_sayings *);
/* The whole words of records, where the quote stands in them, with their
 * translations. */
void fb_sayings_whole(struct fb_case *, struct fb_sayings *);
/* Does a part stand somewhere in all of a text? */
bool fb_text_holds(fb_str all, fb_str part);
/* "#" and 8 to 64 hexadecimal digits at the start of s: their length with the
 * mark, or 0. */
size_t fb_mark_len(fb_str s);
/* The next saying behind number i (FB_NO_SAYING to begin) whose id begins as
 * the mark does. */
#define FB_NO_SAYING ((size_t)-1)
size_t fb_saying_next(const struct fb_sayings *, fb_str mark, size_t i);

#endif
