/* decline.h - the decline watch: which groups fall silent, and how.
 *
 * One line for each group of the base:
 * {"fb":"decline","metric":…,"by":{…},"period":…,"periods":12,
 *  "speak":{"value":…,"lo":…,"hi":…,"t":…,"p":…,"q":…,"signal":…},
 *  "customers":{"value":…,"t":…,"p":…,"q":…,"signal":…},
 *  "break":{"period":…,"p":…},"verdict":[…],"tests":…,"stat":{…}}
 * speak is the share of the group's customers who spoke, in percent, with the
 * limits of Laney's chart; customers is their number. The verdicts are "fewer
 * speak", "fewer customers" and "silent" (customers, but no word for two
 * periods). Only slides are tested, all of a run as one family. */
#ifndef FB_METRIC_DECLINE_H
#define FB_METRIC_DECLINE_H

#include "metric/base.h"
#include "metric/change.h"
#include "record/writer.h"
#include "stat/breaks.h"

enum { FB_DECLINE_PERIODS = 12 };

/* Watch metric m, a count of customers, over the last full periods. Write a
 * line a group in the order of tables and by; give the number of tests. */
size_t fb_decline_write(const struct fb_counter *, size_t m,
    const struct fb_base *, const struct fb_span *, const struct fb_orders *,
    struct fb_writer *);

#endif
