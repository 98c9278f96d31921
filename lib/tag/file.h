/* file.h - a small file of rules or words as a whole.
 *
 * Private to this room. */
#ifndef FB_TAG_FILE_H
#define FB_TAG_FILE_H

#include "base/str.h"

/* Append the file to b. NULL, or what is wrong: it cannot be opened or read, or
 * is larger than so many bytes; errno tells why of the first. */
const char *fb_file_read(const char *path, size_t largest, struct fb_buf *b);

#endif
