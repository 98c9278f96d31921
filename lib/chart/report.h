/* report.h - what fb-chart makes, and how. */
#ifndef FB_CHART_REPORT_H
#define FB_CHART_REPORT_H

#include "chart/page.h"
#include "present/report.h"

struct fb_chart_job {
	struct fb_report *report;
	bool unredacted;
	bool letter_paper;             /* US Letter instead of A4 */
	const struct fb_palette *palette; /* NULL: as built in */
	const char *workbook;          /* that printed ids lead to, or NULL */
	enum fb_page_format format;    /* reports and letters are PDF only */
	double width_mm, height_mm;    /* of a chart alone; 0: the usual */
	const char *title;             /* of a chart alone; NULL: its finding */
	struct fb_buf *said;           /* gets what whoever asked for a chart alone
	                                * should know, a line each; or NULL */
	bool *blank;                   /* set when a sentence stands instead of a
	                                * chart alone; or NULL */
};

/* A row a kind. */
struct fb_chart_kind {
	const char *name, *help;
	bool alone; /* one chart: also as SVG and PNG, of any size */
	bool numbers, letters; /* draws metric lines; drawn records */
};

/* By name; NULL when there is none. */
const struct fb_chart_kind *fb_chart_find(const char *name);
const struct fb_chart_kind *fb_chart_at(size_t i); /* NULL behind the last */
/* Append the artefact's bytes. NULL, or what went wrong. */
const char *fb_chart_draw(const struct fb_chart_kind *,
    const struct fb_chart_job *, struct fb_buf *);

#endif
