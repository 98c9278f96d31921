/* merge.h - reading part lines.
 *
 * Private to this room; part.h is its face. */
#ifndef FB_ANECDOTE_MERGE_H
#define FB_ANECDOTE_MERGE_H

#include "anecdote/part.h"

/* A whole number that is not negative; false for anything else. */
bool fb_count_of(fb_str raw, uint64_t *n);
/* Add {"reason":n,...} to the counts by number of reason, and to their sum;
 * false for a reason that is not in the file of withheld ids. */
bool fb_reasons_add(const struct fb_withhold *, fb_str raw, uint64_t *reasons,
    uint64_t *all);

#endif
