/* stat.h - the "stat" object of a line: counts that add up, and back. */
#ifndef FB_METRIC_STAT_H
#define FB_METRIC_STAT_H

#include "cell/kind.h"

enum { FB_STAT_VALUES = 1001 };

/* Append ,"stat":{…}. A part line has all that is needed to merge it; a metric
 * line leaves out more than FB_STAT_VALUES values and which customers spoke. */
void fb_put_stat(struct fb_buf *, const struct fb_spec *, struct fb_scale,
    const struct fb_answers *, bool part);
/* Add the stat object of a part line. NULL, or what is wrong with it; then
 * something may have been added. */
const char *fb_stat_read(fb_str stat, const struct fb_spec *, struct fb_scale,
    struct fb_answers *);

#endif
