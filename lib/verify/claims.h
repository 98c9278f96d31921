/* claims.h - words under a full id that no quote or letter of the stream names.
 *
 * What is followed up from month to month, and who is to be called, rests on
 * records of their own. */
#ifndef FB_VERIFY_CLAIMS_H
#define FB_VERIFY_CLAIMS_H

#include "verify/case.h"

struct fb_claims {
	struct fb_claim {      /* in the case's arena */
		fb_str where, id, words;
		bool cut;      /* the record may go on */
		bool met, holds;
	} *v;
	size_t n, cap;
};

void fb_claims_add(struct fb_case *, struct fb_claims *, fb_str where, fb_str id,
    fb_str words, bool cut);
/* A finding for each whose words are not those of the record, or whose record
 * is not in the stream; how many hold. One more pass over the records. */
size_t fb_claims_find(struct fb_case *, struct fb_claims *);
void fb_claims_release(struct fb_claims *);

#endif
