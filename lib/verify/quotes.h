/* quotes.h - is each quote what its record says, and the one that was drawn?
 *
 * First every quote by itself: what fb-anecdote writes of the record, span and
 * seed that the quote names is compared key by key. Then the draw is done
 * again with the options of the part's trail, and "quotes", "voice" and the
 * trail's own facts must be the same bytes. */
#ifndef FB_VERIFY_QUOTES_H
#define FB_VERIFY_QUOTES_H

#include "verify/case.h"

/* The quotes of one part; its lines are read, its findings added. */
void fb_verify_quotes(struct fb_case *, const struct fb_part_of_case *);

#endif
