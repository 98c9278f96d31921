/* lack.h - what whoever asked for a report should know of its lines: messages
 * for standard error, in English, a line each. */
#ifndef FB_PRESENT_LACK_H
#define FB_PRESENT_LACK_H

#include "present/report.h"

/* What is asked for: metric lines, drawn records, or either. */
struct fb_wanted {
	bool numbers, letters, unredacted;
};

/* Is there nothing of what is wanted? Append why, and the next step; and that
 * --where meets no record, where it does not. */
bool fb_report_lack(const struct fb_report *, const struct fb_reader *,
    const struct fb_wanted *, struct fb_buf *);
/* Append that periods are none of ours, where they are not. */
void fb_report_odd_periods(const struct fb_report *, struct fb_buf *);

#endif
