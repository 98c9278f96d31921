/* pages_own.h - what the files of the pages share; for pages*.c only. */
#ifndef FB_VERIFY_PAGES_OWN_H
#define FB_VERIFY_PAGES_OWN_H

#include "present/words.h"
#include "verify/sayings.h"
#include "verify/strangers.h"

struct fb_segment {
	struct fb_buf text;  /* solid; FF between pages and where words were */
	fb_str mark;         /* behind it; empty at the end */
};

/* What is looked for on a page, solid. */
struct fb_sought {
	fb_str words;
	fb_str behind;       /* their translation behind the label; or "" */
	fb_str label;        /* that says a translation follows */
};

struct fb_pages {
	struct fb_case *c;
	struct fb_buf label; /* solid */
	struct fb_words language;
	const char *path;
	struct fb_sayings sayings;
	struct fb_segment *v;
	size_t n, cap, nprinted;
};

/* The words in marks of quotation and the translation behind them, if one is
 * there, each whole or up to a "[…]", at [at, end) of the page. */
bool fb_quote_in(fb_str page, const struct fb_sought *, size_t *at, size_t *end);
/* The first passage of at least FB_RUN characters in marks of quotation; NULL
 * when there is none. */
fb_str fb_passage_in(fb_str page);
/* The words at the page's start up to end, their translation with them; at an
 * FF the foot and head of pages may stand between. */
bool fb_letter_in(fb_str page, const struct fb_sought *, size_t *end);

#endif
