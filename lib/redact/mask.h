/* mask.h - one field's words with placeholders where personal data stood.
 *
 * A mask is the place of a placeholder such as [EMAIL] in the words as they
 * now are. Masks of an earlier run are kept as long as the words there read
 * as their placeholder; what a later look finds joins them. */
#ifndef FB_REDACT_MASK_H
#define FB_REDACT_MASK_H

#include "text/find.h"

struct fb_mask {
	size_t start, end; /* bytes of the words */
	fb_str kind;       /* "EMAIL"; borrowed from the record or constant */
};

/* {0} before first use, but for finds.rules and finds.own, which the caller may
 * set; used again for the next field. */
struct fb_masker {
	struct fb_finds finds;
	struct fb_mask *v, *old; /* n of v, ascending, disjoint */
	size_t n, cap, old_cap;
	struct fb_buf words[2];  /* what the masking made of the text, in turn */
	size_t *counts;          /* new masks by fb_kinds, over all fields */
};

/* What could be found in a text, also as written in JSON between its quotes; 0
 * when nothing can. Where tricks of writing may hide words, all of it. */
unsigned fb_mask_hints(struct fb_masker *, fb_str text);
/* Mask text, whose hints are known, and in which raw (the record's masks, raw
 * JSON, may be absent) may already have masks for the field of that name. Gives
 * the words as they then are, text itself when nothing was found; borrowed
 * until the next call. Masking what was given finds nothing more. */
fb_str fb_mask_words(struct fb_masker *, fb_str text, unsigned hints,
    const char *field, fb_str raw);
/* Append the masks of that field as members of a JSON array:
 * {"in":"text","span":[12,19],"kind":"EMAIL"} */
void fb_put_masks(struct fb_buf *, const struct fb_masker *, const char *field);
void fb_masker_release(struct fb_masker *);

#endif
