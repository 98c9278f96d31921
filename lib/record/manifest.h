/* manifest.h - are these the records that were sent?
 *
 * --manifest FILE names a stream, or its trails alone, as the tool before this
 * one wrote it. What an engine brought here, in whatever pieces, has to be its
 * records, all of them and each once. */
#ifndef FB_RECORD_MANIFEST_H
#define FB_RECORD_MANIFEST_H

#include "record/trail.h"

extern const struct fb_opt fb_manifest_opts[];

/* With --manifest: die with FB_FAIL unless the records read, here and by the
 * runs whose parts came, are those that the last trail of FILE says went out. */
void fb_manifest_check(const struct fb_trail_counts *);

#endif
