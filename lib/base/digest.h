/* digest.h - one number for a set of records, whatever their order.
 *
 * The sum of XXH3-128 over the members modulo 2^128: adding is associative and
 * commutative, so the digests of shards add up to the digest of the whole. It
 * shows a changed, missing or doubled record; it does not resist a forger. */
#ifndef FB_BASE_DIGEST_H
#define FB_BASE_DIGEST_H

#include "base/num.h"
#include "base/str.h"

struct fb_digest {
	fb_u128 sum;
};

/* One member is the bytes of head and tail, one behind the other. */
void fb_digest_add(struct fb_digest *, fb_str head, fb_str tail);
void fb_put_digest(struct fb_buf *, struct fb_digest); /* 32 hex digits */
bool fb_digest_parse(fb_str, struct fb_digest *);

#endif
