/* write.h - all lines that a run of fb-metric gives. */
#ifndef FB_METRIC_WRITE_H
#define FB_METRIC_WRITE_H

#include "metric/base.h"
#include "metric/change.h"
#include "record/writer.h"

/* What was asked for. */
struct fb_asked_for {
	double min_effect;          /* NaN: each kind's own */
	size_t terms;               /* at most so many a group; 0: none */
	bool shifts, decline;
	const struct fb_base *base; /* for decline */
};

/* The metric that the decline watch looks at, the first that keeps customers;
 * nspecs when there is none. */
size_t fb_watched(const struct fb_spec *, size_t nspecs);

/* Metric lines, then drivers, terms, shifts and declines, as far as they were
 * asked for, from a counter that is finished and folded. Give the number of
 * tests made. */
size_t fb_write_all(struct fb_counter *, const struct fb_tables *,
    const struct fb_span *, const struct fb_asked_for *, struct fb_writer *);

#endif
