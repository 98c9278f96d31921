/* line.h - write what was counted as metric lines. */
#ifndef FB_METRIC_LINE_H
#define FB_METRIC_LINE_H

#include "metric/change.h"
#include "record/writer.h"

/* Every series from its first period of the span to the last one: value and
 * interval for all, the tests for the report period, n 0 for an empty period
 * between. Lines come metric by metric in the order of the specs. */
void fb_metric_lines(const struct fb_counter *, const struct fb_span *,
    const struct fb_tests *, size_t ntests, struct fb_writer *);

#endif
