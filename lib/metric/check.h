/* check.h - can the records carry what was asked for? */
#ifndef FB_METRIC_CHECK_H
#define FB_METRIC_CHECK_H

#include "metric/count.h"

/* False when no record has some field that was asked for, or its answers are
 * all no numbers; then a message in b, with the fields in seen. */
bool fb_fields_good(const struct fb_counter *, const struct fb_map *seen,
    struct fb_buf *b);
/* Leave the series of spec m out whose scale it refuses: NULL when there is
 * none, else why; *good is how many are left. */
const char *fb_scales_refused(struct fb_counter *, size_t m, size_t *good);

#endif
