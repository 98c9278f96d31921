/* hash128.c - the hash of digests, compiled for AVX2. */
#if defined(__x86_64__)
#pragma GCC target("avx2")
#endif
#include "base/hash128.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if defined(__x86_64__)
fb_u128
fb_hash128_avx2(fb_str head, fb_str tail)
{
	fb_u128 h = hash128(head, tail);

	/* The compiler leaves this out behind the long hash; without it the next
	 * instruction of the older kind, and the next of this, wait for 70 ns. */
	_mm256_zeroupper();
	return h;
}
#endif
