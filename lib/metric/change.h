/* change.h - the lines of a run: which periods, which tests, what is a signal. */
#ifndef FB_METRIC_CHANGE_H
#define FB_METRIC_CHANGE_H

#include "metric/count.h"

/* What the run reports on. */
struct fb_span {
	bool dated;              /* false without --per: one period, no tests */
	struct fb_period report; /* tested; history carries value and interval */
	struct fb_period last;   /* report, or a partial period behind it */
	int32_t history;         /* periods before report */
	int32_t asof;            /* the last day that counts as over */
	uint64_t suppress;       /* cells with fewer answers are not shown */
};

/* report is the given label, or the latest period that is over by asof. NULL,
 * or why that cannot be. */
const char *fb_span_init(struct fb_span *, const struct fb_counter *,
    const char *label, size_t history, const char *asof);

/* Settle the answers of every point, once, before they are tested or shown. */
void fb_answers_finish(struct fb_counter *, const struct fb_span *);

/* A comparison of a series' report period with an earlier one. */
struct fb_test {
	bool ok;                 /* both periods have a value */
	bool tested;             /* both have at least FB_FULL answers */
	struct fb_period period;
	double value;
	struct fb_change change;
	bool phi_unknown;        /* a volume with too short a past */
	double q;
	bool signal;
};

enum {
	FB_SMALL = 10, /* below: no number is printed */
	FB_FULL = 30,  /* below: grey, with its interval, not tested */
};

struct fb_tests {
	struct fb_test prev, yoy;
};

/* Compare every series' report period with the one before and the one a year
 * before, and adjust all p together (Benjamini-Hochberg); signal is q <= 0.10
 * and at least min_effect (the kind's own when NaN). v has one entry a series.
 * Give the number of tests. */
size_t fb_tests_run(const struct fb_counter *, const struct fb_span *,
    double min_effect, struct fb_tests *v);

#endif
