/* plain.h - where a JSON string needs thought.
 *
 * Private to this room. Most bytes of a string are plain: neither a quote, nor
 * a backslash, nor a control character, and ASCII. The others are marked ahead,
 * a run of the text at a time and 64 bytes in one step; from string to string
 * the scan only goes along the marks. */
#ifndef FB_RECORD_PLAIN_H
#define FB_RECORD_PLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { FB_RUN = 2048, FB_SHORT_RUN = 512, FB_AT_ONCE = 8 };

/* Where the bytes of the run up to upto are that are not plain, in order, with
 * end behind them; of non-ASCII bytes in a row only the first must be there. */
struct fb_marks {
	const char *upto, *end;
	size_t run;             /* bytes of one, at most FB_RUN */
	const char *const *next; /* in at: the marks in front of it are passed */
	const char *at[FB_RUN + FB_AT_ONCE]; /* and what is put down too much */
};

/* Mark the first run of text. Where what is looked for ends long before it,
 * short runs mark less that nobody asks for. */
void fb_marks_make(struct fb_marks *, fb_str text, size_t run);
/* fb_special() behind the last mark of the run. */
const char *fb_special_far(struct fb_marks *, const char *p);

/* The first marked byte in [p, end), or end. p is in the text, not in front of
 * an earlier p, nor between two non-ASCII bytes. */
static inline const char *
fb_special(struct fb_marks *m, const char *p)
{
	const char *const *at = m->next;

	while (*at < p)
		at++;
	m->next = at;
	return *at == m->end && m->upto < m->end ? fb_special_far(m, p) : *at;
}

/* How the bytes are looked at, see fb_scan_use(). */
bool fb_plain_use(const char *way);

#endif
