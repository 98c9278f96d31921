/* letter.h - one letter after the other, over as many pages as they need.
 *
 * Private to this room. */
#ifndef FB_CHART_LETTER_H
#define FB_CHART_LETTER_H

#include "chart/canvas.h"

enum { FB_LETTER_X = 118, FB_LETTER_TEXT = 381 }; /* the column of words */

struct fb_letter_flow {
	struct fb_canvas *cv;
	const struct fb_letter *l;
	size_t i;
	fb_str source, running, period;
	double y;
	int begun;     /* page on which the letter begins */
	double margin; /* foot of what stands in the margin on this page */
};

/* The letter t->l, number t->i from 0: on a new page when it is the first or
 * does not fit below the one before. */
void fb_draw_letter(struct fb_letter_flow *, bool first);
/* What stands in the margin of a letter, from t->y on; its height; and what
 * stands there on a page on which the letter goes on. */
void fb_margin_draw(struct fb_letter_flow *);
double fb_margin_height(struct fb_letter_flow *);
void fb_margin_continued(struct fb_letter_flow *);
/* 0, 1 or 2: worst, middle, best; see the mark of a score. */
int fb_letter_rank(const struct fb_quote *);
/* Is it the value of one of the fields by which it was drawn? */
bool fb_letter_names(const struct fb_quote *, fb_str value);
/* "2 of 5"; owned by the report's arena. */
fb_str fb_letter_score(struct fb_canvas *, const struct fb_quote *);
/* The name of the place where letter i begins. */
fb_str fb_letter_dest(struct fb_canvas *, size_t i);

#endif
