/* ascii.h - lines of JSON for roads that carry only ASCII. */
#ifndef FB_RECORD_ASCII_H
#define FB_RECORD_ASCII_H

#include "base/str.h"

/* Append a line of JSON with every character above U+007F, which can only stand
 * in a string, as \uXXXX, two of them above U+FFFF. line is well-formed UTF-8. */
void fb_put_ascii(struct fb_buf *, fb_str line);

/* Append a line with every \uXXXX above U+007F as the character; other escapes
 * stay. A line whose strings escape no such character comes back byte for byte
 * from fb_put_ascii(). The scan has accepted it. */
void fb_put_unascii(struct fb_buf *, fb_str line);

/* Is there anything to change back? */
bool fb_is_escaped(fb_str line);

#endif
