/* letters.h - is each letter its record, and the one that was drawn?
 *
 * A letter without `draw` must be a record, byte for byte. Then the draw is
 * done again with the options of the part's trail: the same letters in the
 * same order with the same `draw`, and the same certificate. Without a trail
 * the ticket is checked with the seed that was given, and pi against n/N. */
#ifndef FB_VERIFY_LETTERS_H
#define FB_VERIFY_LETTERS_H

#include "verify/case.h"

void fb_verify_letters(struct fb_case *, const struct fb_part_of_case *);

#endif
