/* utf8.h - well-formed UTF-8 (Unicode 15, table 3-7) and nothing else. */
#ifndef FB_BASE_UTF8_H
#define FB_BASE_UTF8_H

#include <stdint.h>

#include "base/str.h"

/* The code point at the start of s and its length in *len. An ill-formed start
 * gives FB_UTF8_BAD and in *len its maximal subpart (>= 1), which one U+FFFD
 * stands for. s.n > 0. */
#define FB_UTF8_BAD UINT32_MAX
uint32_t fb_utf8_next(fb_str s, size_t *len);
bool fb_utf8_valid(fb_str);
void fb_put_utf8(struct fb_buf *, uint32_t);
/* Append s with U+FFFD for each ill-formed maximal subpart; give their count. */
size_t fb_utf8_mend(struct fb_buf *, fb_str s);

#endif
