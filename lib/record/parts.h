/* parts.h - what shards wrote is what is merged: no line lost, doubled, changed.
 *
 * Every run with --partial ends with a trail that says how many part lines it
 * leaves and the sum of their digests: those it wrote, and those that its own
 * input owed it. Merging subtracts the lines it meets from what the trails say,
 * in any order, so that at the end nothing is left over; whatever an engine did
 * on the way, a last run with anything left ends with FB_FAIL. The trail's own
 * bytes are held by its last key, "check". */
#ifndef FB_RECORD_PARTS_H
#define FB_RECORD_PARTS_H

#include <stdint.h>

#include "base/digest.h"
#include "record/scan.h"

/* Part lines promised less those that came. */
struct fb_owed {
	int64_t lines;
	struct fb_digest digest;
};

/* A part line that is left to whoever merges, and one that came. */
void fb_owed_wrote(struct fb_owed *, fb_str line);
void fb_owed_read(struct fb_owed *, fb_str line);

/* Is it the trail of a run with --partial, of whatever tool? */
bool fb_is_part_trail(const struct fb_rec *);
/* Add what such a trail promises. NULL, or what is wrong with it: it was
 * changed on its way, or another version wrote it. */
const char *fb_owed_promise(struct fb_owed *, const struct fb_rec *trail);
/* NULL, or how what came differs from what was promised. */
const char *fb_owed_left(const struct fb_owed *);

/* Append the keys of a part's trail and end it: what was written and what is
 * still owed. */
void fb_put_owed(struct fb_buf *, const struct fb_owed *wrote,
    const struct fb_owed *still);

#endif
