/* report.h - put the pages of a report together. */
#ifndef FB_CHART_REPORT_H
#define FB_CHART_REPORT_H

#include "present/report.h"

/* What to make: a row a kind. */
struct fb_chart_kind {
	const char *name, *help;
	void (*draw)(struct fb_report *, bool unredacted, struct fb_buf *,
	    const char **why);
};

/* By name; NULL when there is none. The first is the default. */
const struct fb_chart_kind *fb_chart_find(const char *name);
const struct fb_chart_kind *fb_chart_at(size_t i); /* NULL behind the last */

#endif
