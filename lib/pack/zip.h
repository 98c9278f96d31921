/* zip.h - the parts of a zip file by name; the file must be whole.
 *
 * Only a file with its central directory is accepted, so that a torn one is
 * seen at once; each part's checksum is compared when its end is read. */
#ifndef FB_PACK_ZIP_H
#define FB_PACK_ZIP_H

#include "base/str.h"

struct archive;

struct fb_zip {
	struct archive *ar;
	struct fb_buf name; /* the part that is open */
	struct fb_buf why;
};

/* Every function: NULL, or what is wrong, borrowed until fb_zip_close(). */
const char *fb_zip_open(struct fb_zip *, const char *path);
/* Move to the next part in the order of the file; false in *any at the end. */
const char *fb_zip_next(struct fb_zip *, bool *any);
/* The next bytes of that part, borrowed until the next call; none at its end. */
const char *fb_zip_read(struct fb_zip *, fb_str *block);
void fb_zip_close(struct fb_zip *);

#endif
