/* themes.h - a row of the page of themes.
 *
 * Private to this room. */
#ifndef FB_CHART_THEMES_H
#define FB_CHART_THEMES_H

#include "chart/canvas.h"
#include "present/breakdown.h"

enum { FB_THEME_X_BAR = 118, FB_THEME_X_WORDS = 336, FB_THEME_CLASSES = 5 };

/* From worst to best. */
extern const fb_colour fb_theme_inks[FB_THEME_CLASSES];

struct fb_themes {
	struct fb_canvas *cv;
	const struct fb_breakdown *volume; /* how often */
	const struct fb_breakdown *score;  /* how it scores; NULL without */
	double row;
};

/* Records that speak of a theme, else the answers among them. */
uint64_t fb_theme_amount(const struct fb_cell *);
/* Name, bar, score and one customer, the first baseline at y. */
void fb_draw_theme(struct fb_themes *, const struct fb_cell *, double y);

#endif
