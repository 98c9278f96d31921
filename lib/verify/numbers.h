/* numbers.h - is each number what the records give?
 *
 * fb-metric is run again with the options of each of its trails in the part; a
 * line of ours must be, without "quotes" and "voice", one of the lines that
 * come out, byte for byte. Where no trail says how, what the lines say of
 * themselves is enough to count again, and the counts, value, interval and
 * statistics of each are compared, but no test. Lines from elsewhere (without
 * "of") are counted and let be. */
#ifndef FB_VERIFY_NUMBERS_H
#define FB_VERIFY_NUMBERS_H

#include "verify/case.h"

void fb_verify_numbers(struct fb_case *, const struct fb_part_of_case *);

#endif
