/* account.h - where every record went, for the trail. */
#ifndef FB_SAMPLE_ACCOUNT_H
#define FB_SAMPLE_ACCOUNT_H

#include "record/trail.h"
#include "sample/draw.h"

/* Add to the counts of reader and writer what the draw refused and what the
 * parts that came in had counted. */
void fb_account(struct fb_trail_counts *, const struct fb_sample *,
    const struct fb_trail_counts *merged);
/* Append the keys that make in the sum of all others. A part leaves out what
 * only the whole can tell. */
void fb_put_account(struct fb_buf *, const struct fb_sample *,
    const struct fb_trail_counts *, bool part);

#endif
