/* sentences.h - where the sentences of a customer's text end.
 *
 * Those of UAX #29, which go on when a small letter follows the stop. Many
 * write all in small letters; so a sentence of more than longest clusters is
 * parted behind each . ! ? or … with a blank behind it, closing marks of
 * quotation and brackets going with the stop. */
#ifndef FB_TEXT_SENTENCES_H
#define FB_TEXT_SENTENCES_H

#include "text/icu.h"

/* Replace what is in cuts. */
void fb_sentences_find(struct fb_cuts *, fb_str text, size_t longest);

#endif
