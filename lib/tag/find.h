/* find.h - which rules hold for a text, and where.
 *
 * A pattern counts where it stands as words: not inside a longer one, unless
 * its end is open; scripts written without blanks have no such edges. */
#ifndef FB_TAG_FIND_H
#define FB_TAG_FIND_H

#include "tag/rules.h"

struct fb_tag_hit {
	size_t rule;
	size_t start, end; /* bytes of the text */
};

/* {0} before first use; used again for the next text. */
struct fb_tag_finder {
	const struct fb_rules *rules;
	struct fb_tag_hit *v;  /* n of them, by start, then length */
	size_t n, cap;
	struct fb_tag_hit *raw;   /* patterns and exclusions as found */
	size_t nraw, raw_cap;
	struct fb_buf folded;
	size_t *at;            /* folded byte: where it stands in the text */
	size_t at_cap;
	fb_str text;           /* what is looked at: folded, or the text */
	bool spans;            /* wanted: offsets are worked out */
};

/* Look at text in that language ("" when unknown). With spans false start and
 * end are those of the folded text, which is quicker. */
void fb_tag_find(struct fb_tag_finder *, fb_str text, fb_str lang);
void fb_tag_finder_release(struct fb_tag_finder *);

#endif
