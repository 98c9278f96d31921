/* recount.h - the lines of fb-metric that the records give. */
#ifndef FB_VERIFY_RECOUNT_H
#define FB_VERIFY_RECOUNT_H

#include "cell/line.h"
#include "metric/write.h"
#include "verify/case.h"
#include "verify/said.h"

/* What a run of fb-metric is told. */
struct fb_recipe {
	struct fb_spec *specs;
	size_t nspecs;
	struct fb_tables tables;
	enum fb_unit unit;
	const char *period, *asof;
	const char *weight;     /* a field, or NULL */
	bool based;             /* it had a file of customers */
	const char *drivers;    /* a field, or NULL */
	size_t history, suppress;
	struct fb_asked_for asked;
};

/* Of a trail; NULL, or why such a run cannot be done again. */
const char *fb_recipe_of_trail(struct fb_arena *, const struct fb_said *,
    struct fb_recipe *);
/* Of metric lines: their "of", "by" and the unit of their periods. Lines that
 * are not ours or have periods of another unit are passed over; gives how many
 * were not. */
size_t fb_recipe_of_lines(struct fb_arena *, const fb_str *lines, size_t n,
    enum fb_unit, struct fb_recipe *);
void fb_recipe_release(struct fb_recipe *);

/* What fb-metric says of itself in its trail. */
struct fb_recounted {
	struct fb_buf lines;    /* LF behind each */
	struct fb_period report;
	size_t ntests, undated;
	struct fb_met met;
};

/* Count all records that the filter keeps. NULL, or why not. */
const char *fb_recount(struct fb_case *, struct fb_filter *,
    const struct fb_recipe *, struct fb_recounted *);

#endif
