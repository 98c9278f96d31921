/* manifest.h - are these the records that were sent?
 *
 * --manifest FILE names a stream, or its trails alone, as a tool before this
 * one wrote it. What an engine brought here, in whatever pieces, has to be its
 * records, all of them and each once; or, where tools were run over pieces on
 * the way and left their trails, what these made of its records. */
#ifndef FB_RECORD_MANIFEST_H
#define FB_RECORD_MANIFEST_H

#include "record/trail.h"

extern const struct fb_opt fb_manifest_opts[];

/* With --manifest: die with FB_FAIL unless the records read, here and by the
 * runs whose parts came, are those that the trails of the last tool of FILE say
 * went out, or what the tools of the trails met made of all those. */
void fb_manifest_check(const struct fb_trail_counts *,
    const struct fb_trails *met);

#endif
