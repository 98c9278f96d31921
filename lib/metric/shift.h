/* shift.h - where a metric's level changed, and what is noise in it.
 *
 * One line for each series of a metric that is a mean of its groups (nps,
 * csat, share, response) with answers in FB_TREND_MIN full periods or more:
 * {"fb":"shift","metric":…,"of":{…},"by":{…},"period":…,"unit":…,"periods":13,
 *  "value":…,"limits":{"mean":…,"lo":…,"hi":…,"sigma_z":…,"rules":[…]},
 *  "break":{"period":…,"from":…,"until":…,"before":…,"after":…,"p":…,"q":…,
 *  "signal":…},"tests":…,"stat":{"first":…,"groups":{NAME:[…],…}}}
 * The break is the period that starts the likeliest second level, from and
 * until what is nearly as likely, before and after the values of both sides.
 * limits are Laney's, three sigma around the mean, for the last period; rules
 * are those of Nelson's that it meets. The breaks of a run are one family. */
#ifndef FB_METRIC_SHIFT_H
#define FB_METRIC_SHIFT_H

#include "metric/change.h"
#include "record/writer.h"
#include "stat/breaks.h"

/* Write a line a series, in their order; signal is q <= 0.10 and a difference
 * of at least min_effect (the kind's own when NaN). Give the number of tests. */
size_t fb_shifts_write(const struct fb_counter *, const struct fb_span *,
    double min_effect, const struct fb_orders *, struct fb_writer *);

#endif
