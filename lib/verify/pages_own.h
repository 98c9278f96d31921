/* pages_own.h - what the files of the pages share; for pages*.c only. */
#ifndef FB_VERIFY_PAGES_OWN_H
#define FB_VERIFY_PAGES_OWN_H

#include "verify/sayings.h"
#include "verify/strangers.h"

struct fb_segment {
	struct fb_buf text;  /* solid; FF between pages and where words were */
	fb_str mark;         /* behind it; empty at the end */
};

struct fb_pages {
	struct fb_case *c;
	const char *path;
	struct fb_sayings sayings;
	struct fb_segment *v;
	size_t n, cap, nprinted;
};

/* The solid words in marks of quotation, whole or up to a "[…]", at [at, end)
 * of the page. */
bool fb_quote_in(fb_str page, fb_str words, size_t *at, size_t *end);
/* The first passage of at least FB_RUN characters in marks of quotation; NULL
 * when there is none. */
fb_str fb_passage_in(fb_str page);
/* The solid words at the page's start up to end; at an FF the foot and head of
 * pages may stand between. */
bool fb_letter_in(fb_str page, fb_str words, size_t *end);

#endif
