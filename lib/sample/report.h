/* report.h - how a sample fits the frame, as lines {"fb":"represent",…}. */
#ifndef FB_SAMPLE_REPORT_H
#define FB_SAMPLE_REPORT_H

#include "record/writer.h"
#include "sample/draw.h"

/* A line for each dimension that is marked for it; see stat/represent.h for
 * the measures. Records of unequal chances are weighted by 1/pi; then the
 * expected variation is that of n_eff and there is no test. Flagged skewed
 * when the variation is more than twice what luck gives. */
void fb_report_fit(struct fb_sample *, struct fb_writer *);

#endif
