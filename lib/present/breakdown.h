/* breakdown.h - a number of one period, parted into groups.
 *
 * By region, by theme, by stage of the journey: pages that compare groups ask
 * here what there is to compare. All arrays live in the report's arena. */
#ifndef FB_PRESENT_BREAKDOWN_H
#define FB_PRESENT_BREAKDOWN_H

#include "present/report.h"

struct fb_breakdown {
	const struct fb_cell *total;  /* metric, scale and period; NULL without */
	const struct fb_cell **rows;  /* the most answers first, then by name */
	size_t n;                     /* at least 1 */
};

/* The names that fb-tag gives to what it finds. */
#define FB_BY_THEME FB_LIT("themes")
#define FB_BY_STAGE FB_LIT("stage")

/* Is the group one of these? It has pages of its own, and its name is in small
 * letters; what else a group is called may be a code. */
bool fb_is_by_rules(const struct fb_cell *);

/* All breakdowns of a period: by metric in the report's order, then as they
 * come in the stream. */
struct fb_breakdown *fb_breakdowns(struct fb_report *, fb_str period, size_t *n);
/* Is it by this one field and no other? */
bool fb_breakdown_by(const struct fb_breakdown *, fb_str field);
/* Are two of them by the same fields? */
bool fb_breakdown_alike(const struct fb_breakdown *, const struct fb_breakdown *);
/* The row of the same group as this cell; NULL when there is none. */
const struct fb_cell *fb_breakdown_row(const struct fb_breakdown *,
    const struct fb_cell *);
/* What it is by, under its labels: "Region", "Region and plan"; borrowed for
 * the report's life. */
fb_str fb_breakdown_name(struct fb_report *, const struct fb_breakdown *);

/* The group that got worse most clearly, on the period before or on the year
 * before; cell NULL when none did. */
struct fb_slide {
	const struct fb_cell *cell;
	const struct fb_versus *vs;
};
struct fb_slide fb_breakdown_slide(const struct fb_report *,
    const struct fb_breakdown *);

#endif
