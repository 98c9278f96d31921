/* source.h - do the records that are quoted stand in the export?
 *
 * The export is read again by the rules of fb-ingest, with the options in its
 * trail, in a process of its own. What it gives must have the digest of that
 * trail, and every record that a quote or a letter names must be one of it: the
 * same words but for what fb-redact has masked, the same date and score. */
#ifndef FB_VERIFY_SOURCE_H
#define FB_VERIFY_SOURCE_H

#include "base/opt.h"
#include "verify/case.h"

/* profile: in place of the one that the trail names, or NULL. Gives how many
 * records were traced. */
size_t fb_verify_source(struct fb_case *, const struct fb_list *exports,
    const char *profile);

/* Does text say what the export says, but for the masks, a raw array, of that
 * key? Private, for tests. */
bool fb_says_the_same(fb_str text, fb_str masks, const char *key,
    fb_str exported);

#endif
