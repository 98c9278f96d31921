/* balance.h - rows of two dots: everyone's share of a group, and the voices'.
 *
 * Private to this room. A table, whose shares are read and not printed. */
#ifndef FB_CHART_BALANCE_H
#define FB_CHART_BALANCE_H

#include "chart/canvas.h"

enum { FB_BALANCE_X = 262, FB_BALANCE_WIDTH = 237 };
#define FB_BALANCE_ROW 13.5

struct fb_balance {
	struct fb_canvas *cv;
	double y, top, end;
	bool drawn;        /* else rows are only measured */
	double worst;      /* largest gap, in shares */
	fb_str worst_name;
};

/* The heads of its columns, read alone. */
void fb_balance_heads(struct fb_balance *);
/* From the top to y, below the rows. */
void fb_balance_axis(struct fb_balance *);
/* The name of the rows that follow, and a row; each at y, which moves on. */
void fb_balance_head(struct fb_balance *, fb_str words);
void fb_balance_row(struct fb_balance *, fb_str name, double all, double drawn);

#endif
