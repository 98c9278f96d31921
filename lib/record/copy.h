/* copy.h - copy text up to what a JSON string escapes.
 *
 * Private to this room. */
#ifndef FB_RECORD_COPY_H
#define FB_RECORD_COPY_H

#include "base/str.h"

/* Copy bytes in front of the first quote, backslash or control character, and
 * give how many they are: all of text when there is none. The rest of the n
 * bytes at to may be written over. */
size_t fb_copy_plain(char *to, fb_str text);

#endif
