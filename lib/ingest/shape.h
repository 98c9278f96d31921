/* shape.h - headers of several rows, and last rows that are none.
 *
 * Private to this room. */
#ifndef FB_INGEST_SHAPE_H
#define FB_INGEST_SHAPE_H

#include "ingest/csv.h"
#include "ingest/plan.h"

/* Read what a profile's header has besides the first row, which the plan
 * holds; when it is filled the plan's names are made anew. NULL, or what is
 * wrong. */
const char *fb_shape_header(struct fb_mapping *, struct fb_csv *,
    const struct fb_profile *);
/* Does the row say what the header says, in two cells at least? */
bool fb_shape_again(const struct fb_mapping *, const struct fb_row *);
/* Is the row the file's last, and a single cell under a header of more? NULL,
 * or what is wrong with the input. */
const char *fb_shape_footer(const struct fb_mapping *, struct fb_csv *,
    bool *footer);

#endif
