/* terms.h - the terms of a text, in any language and without a dictionary.
 *
 * Words, and pairs of words that follow one another with no punctuation but a
 * hyphen between them ("late ferry"); in scripts written without blanks between
 * words, pairs of characters. @mentions and web addresses are left out, and so
 * are masks, "[email]". */
#ifndef FB_TEXT_TERMS_H
#define FB_TEXT_TERMS_H

#include "base/str.h"

/* term is borrowed for the call; a pair of words has one blank in it, nothing
 * else has any. */
typedef void fb_term_visit(void *ctx, fb_str term);

/* Call visit for each term, as often as it is there, of a text as
 * fb_put_folded() gives it. */
void fb_terms_each(fb_str folded, fb_term_visit *, void *ctx);

#endif
