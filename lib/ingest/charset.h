/* charset.h - bytes in a charset that mail names, as UTF-8.
 *
 * Private to this room. By iconv(3), with the names that mail programs use and
 * iconv does not know. */
#ifndef FB_INGEST_CHARSET_H
#define FB_INGEST_CHARSET_H

#include "base/str.h"

/* Append s. Without a name, and with one nobody knows, s is UTF-8 if it can be,
 * else windows-1252. What is ill-formed in its charset becomes one byte 0xFF a
 * place, so that it is mended and counted where all ill-formed UTF-8 is. */
void fb_charset_text(struct fb_buf *, const char *name, fb_str s);

#endif
