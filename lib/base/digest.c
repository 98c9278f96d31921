/* digest.c - order-free digests; the only file that sees xxhash. */
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/digest.h"
#include "base/ticket.h"

static XXH128_hash_t
hash(fb_str head, fb_str tail)
{
	XXH3_state_t s;

	if (!tail.n)
		return XXH3_128bits(head.p, head.n);
	XXH3_128bits_reset(&s);
	XXH3_128bits_update(&s, head.p, head.n);
	XXH3_128bits_update(&s, tail.p, tail.n);
	return XXH3_128bits_digest(&s);
}

void
fb_digest_add(struct fb_digest *d, fb_str head, fb_str tail)
{
	XXH128_hash_t h = hash(head, tail);

	d->sum += (fb_u128)h.high64 << 64 | h.low64;
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
