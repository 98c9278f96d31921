/* share.h - where the files that come with the tools are. */
#ifndef FB_BASE_SHARE_H
#define FB_BASE_SHARE_H

#include "base/str.h"

/* Append the path of a shipped file or folder, such as "fonts.conf", with a
 * NUL behind it that is not counted. The first folder that holds it wins: the
 * environment's FB_DATADIR (which alone is looked at when it is set); share/
 * of the source tree for a tool run from build/bin; ../share/fb-tools beside
 * the tool's folder; the place chosen when the tools were built.
 * NULL, or what went wrong; then nothing is appended. */
const char *fb_share_path(struct fb_buf *, const char *name);
/* Append what a message can offer: the names, without their ending, of the
 * files in a shipped folder, as in "ar, de and en". */
void fb_share_names(struct fb_buf *, const char *folder, const char *ending);

#endif
