/* hash128.h - XXH3-128 of two runs of bytes, for the processor at hand.
 *
 * Private to this room, as is xxhash. */
#ifndef FB_BASE_HASH128_H
#define FB_BASE_HASH128_H

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/num.h"
#include "base/str.h"

typedef fb_u128 fb_hash128(fb_str head, fb_str tail);

#if defined(__x86_64__)
fb_hash128 fb_hash128_avx2;
#endif

/* Compiled once for each set of instructions. */
static inline fb_u128
hash128(fb_str head, fb_str tail)
{
	XXH128_hash_t h;
	XXH3_state_t s;

	if (!tail.n) {
		h = XXH3_128bits(head.p, head.n);
	} else {
		XXH3_128bits_reset(&s);
		XXH3_128bits_update(&s, head.p, head.n);
		XXH3_128bits_update(&s, tail.p, tail.n);
		h = XXH3_128bits_digest(&s);
	}
	return (fb_u128)h.high64 << 64 | h.low64;
}

#endif
