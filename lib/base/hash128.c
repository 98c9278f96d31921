/* hash128.c - the hash of digests, compiled for AVX2. */
#if defined(__x86_64__)
#pragma GCC target("avx2")
#endif
#include "base/hash128.h"

#if defined(__x86_64__)
fb_u128
fb_hash128_avx2(fb_str head, fb_str tail)
{
	return hash128(head, tail);
}
#endif
