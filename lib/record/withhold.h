/* withhold.h - ids that are never shown, each with a reason. */
#ifndef FB_RECORD_WITHHOLD_H
#define FB_RECORD_WITHHOLD_H

#include <stdint.h>

#include "base/map.h"

#define FB_NOT_WITHHELD ((size_t)-1)

struct fb_withhold {
	struct fb_map ids, reasons;
	size_t *reason; /* of id i, a number in reasons */
	size_t cap;
};

/* Read a file of ID TAB REASON lines; blank lines are passed over. NULL, or
 * what is wrong, with the line in *lineno (0 when it cannot be read). */
const char *fb_withhold_read(struct fb_withhold *, const char *path,
    size_t *lineno);
/* The number of the reason, or FB_NOT_WITHHELD. */
size_t fb_withheld(const struct fb_withhold *, fb_str id);
/* Append {"reason":n,…} in byte order, those that are not 0. */
void fb_put_reasons(struct fb_buf *, const struct fb_withhold *,
    const uint64_t *counts);
void fb_withhold_release(struct fb_withhold *);

#endif
