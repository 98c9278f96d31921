/* num.h - numbers from text and to text; the same bytes in every locale. */
#ifndef FB_BASE_NUM_H
#define FB_BASE_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

__extension__ typedef __int128 fb_i128;
__extension__ typedef unsigned __int128 fb_u128;

/* Parsers take the whole text or nothing: NULL, or what is wrong with it. */
const char *fb_parse_u64(fb_str, uint64_t *);
const char *fb_parse_i64(fb_str, int64_t *);
const char *fb_parse_double(fb_str, double *);
/* A decimal ("4", "-3.25", "1e2") in thousandths, rounded half away from zero;
 * *rounded (may be NULL) tells whether digits were lost. |value| < 10^15. */
const char *fb_parse_milli(fb_str, int64_t *milli, bool *rounded);

/* Shortest text of thousandths: 4000 is "4", 3250 "3.25". */
void fb_put_milli(struct fb_buf *, int64_t milli);
/* %.10g, with -0 written as 0; NaN and infinities as null. */
void fb_put_double(struct fb_buf *, double);
/* A decimal integer of any size; above 2^53 as a JSON string. */
void fb_put_i128(struct fb_buf *, fb_i128);
/* What fb_put_i128 wrote, with or without its quotes. */
const char *fb_parse_i128(fb_str, fb_i128 *);

#endif
