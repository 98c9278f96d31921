/* family.h - the sheet of one family of metrics; for family*.c only.
 *
 * A section a number: its trend with the interval, how the answers lie, the
 * values behind both, and its groups in the reported period. */
#ifndef FB_SHEET_FAMILY_H
#define FB_SHEET_FAMILY_H

#include "sheet/put.h"

enum { FB_FAM_PERIODS = 13, FB_FAM_CHARTS = 30, FB_FAM_ANSWERS = 31 };
enum fb_family_column { FB_FAM_NAME, FB_FAM_VALUE, FB_FAM_LO, FB_FAM_HI,
	FB_FAM_N, FB_FAM_GROUPS, FB_FAM_ANSWER = FB_FAM_GROUPS + FB_GROUPS,
	FB_FAM_TIMES, FB_FAM_SHARE };

/* A sheet in the making; row is the next one. */
struct fb_family {
	struct fb_making *m;
	struct fb_sheet *s;
	uint32_t row;
	size_t sections;
};

/* What the charts of a section are drawn from. */
struct fb_drawn {
	const struct fb_cell *cell;
	uint32_t row;              /* at which they begin */
	size_t charts;             /* that stand there already */
	uint32_t trend, trend_n;   /* first row of the periods, and how many */
	uint32_t answers, answers_n;
	uint32_t inks[FB_FAM_ANSWERS];
};

/* Beside each other: the trend, how the groups of answers did over time, and
 * how often each answer was given; what there is of them. */
void fb_family_charts(struct fb_family *, struct fb_drawn *);

/* All of one number; row moves on. */
void fb_family_section(struct fb_family *, const struct fb_cell *);

/* Kinds as in kinds.def, ended by NULL; "" is numbers from elsewhere. */
bool fb_family_wanted(const struct fb_making *, const char *const *kinds);
void fb_family_fill(struct fb_making *, struct fb_sheet *,
    const char *const *kinds);

#endif
