/* digest.c - order-free digests. */
#include "base/digest.h"
#include "base/hash128.h"
#include "base/ticket.h"

static fb_u128
hash_plain(fb_str head, fb_str tail)
{
	return hash128(head, tail);
}

static fb_hash128 hash_first;
static fb_hash128 *hash = hash_first;

/* Ask the processor, once. Both ways give the same hash. */
static fb_u128
hash_first(fb_str head, fb_str tail)
{
	hash = hash_plain;
#if defined(__x86_64__)
	if (__builtin_cpu_supports("avx2"))
		hash = fb_hash128_avx2;
#endif
	return hash(head, tail);
}

void
fb_digest_add(struct fb_digest *d, fb_str head, fb_str tail)
{
	d->sum += hash(head, tail);
}

void
fb_put_digest(struct fb_buf *b, struct fb_digest d)
{
	unsigned char bytes[16];

	for (int i = 16; i-- > 0; d.sum >>= 8)
		bytes[i] = (unsigned char)d.sum;
	fb_put_hex(b, bytes, sizeof bytes);
}

bool
fb_digest_parse(fb_str s, struct fb_digest *d)
{
	unsigned char bytes[16];

	if (!fb_parse_hex(s, bytes, sizeof bytes))
		return false;
	d->sum = 0;
	for (int i = 0; i < 16; i++)
		d->sum = d->sum << 8 | bytes[i];
	return true;
}
