/* flow.h - lay words out as plain text: lines, paragraphs, lists, quotes.
 *
 * Private to this room: what html.c is made of. Blanks and line ends wait until
 * the next word comes, so that none stand at the end or in a row. */
#ifndef FB_INGEST_FLOW_H
#define FB_INGEST_FLOW_H

#include "base/str.h"

enum { FB_FLOW_LISTS = 16 };

struct fb_flow {
	struct fb_buf *out;
	size_t start;         /* of the page in out */
	size_t pre, quotes, nlists; /* how deep it stands in each */
	bool blank;           /* one waits for the next word */
	bool fresh;           /* a <pre> begins: its first line end is none */
	bool marked;          /* an item's mark was put, its words were not */
	unsigned gap;         /* line ends that wait */
	unsigned item[FB_FLOW_LISTS]; /* number of each list's last item;
	                       * UINT_MAX when they have no numbers */
};

/* What waits goes out: before anything is put into out by other means. */
void fb_flow_settle(struct fb_flow *);
/* Before the next word at least so many line ends: 1 a new line, 2 an empty one. */
void fb_flow_gap(struct fb_flow *, unsigned lines);
void fb_flow_blank(struct fb_flow *);
/* Words, their blanks (also U+00A0) made one. */
void fb_flow_words(struct fb_flow *, fb_str);
/* Words as they stand, line by line. */
void fb_flow_pre(struct fb_flow *, fb_str);
/* One deeper; the way back is to count down. */
void fb_flow_quote(struct fb_flow *);
void fb_flow_list(struct fb_flow *, bool numbered);
/* A new item of the innermost list. */
void fb_flow_item(struct fb_flow *);

#endif
