/* own.h - what the record itself says its writer is called, and names of a list.
 *
 * A name, an address or a handle is looked for whole, and each of its words of
 * three letters or more by itself, whatever the case. */
#ifndef FB_TEXT_OWN_H
#define FB_TEXT_OWN_H

#include "text/phrases.h"

struct fb_own {
	struct fb_buf words;      /* folded, one blank between */
	struct fb_own_name *v;
	size_t n, cap;
	size_t most;              /* names that are kept; 0 is 64 */
	uint64_t begin;           /* a bit for each way a name may begin */
	uint64_t firsts[64];      /* of letters without case: by the first one */
	struct fb_shade shade;    /* of the column at hand */
	struct fb_buf whole;
};

/* Names of the record before are forgotten. */
void fb_own_clear(struct fb_own *);
/* Add what a column holds. Words that the rules (may be NULL) say are never a
 * name count only as a part of the whole. */
void fb_own_add(struct fb_own *, const struct fb_phrases *, fb_str value);
/* Add a name that counts only as a whole. */
void fb_own_add_whole(struct fb_own *, fb_str name);
/* May text, also as written in JSON, hold one of them? */
bool fb_own_see(const struct fb_own *, fb_str text);
bool fb_own_find(const struct fb_own *, const struct fb_shade *, size_t from,
    struct fb_place *);
void fb_own_release(struct fb_own *);

#endif
