/* way.h - how letters were drawn, from the options in fb-sample's trail. */
#ifndef FB_VERIFY_WAY_H
#define FB_VERIFY_WAY_H

#include "sample/totals.h"
#include "verify/case.h"
#include "verify/said.h"

struct fb_way {
	struct fb_sample_conf conf; /* borrows from what follows */
	struct fb_list by, require;
	struct fb_tables tables;
	struct fb_totals totals;    /* of --base; n is 0 without it */
};

/* NULL, or why a draw of this way cannot be done again: --base needs customers
 * that are not in the stream. */
const char *fb_way_of(struct fb_case *, const struct fb_said *,
    struct fb_way *);
void fb_way_release(struct fb_way *);

#endif
