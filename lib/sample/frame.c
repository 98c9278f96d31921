/* frame.c - SHA-256 sums of records. */
#include "sample/frame.h"

struct fb_ticket
fb_frame_member(fb_str id, fb_str head, fb_str tail)
{
	struct fb_sha sha;

	fb_sha_init(&sha);
	fb_sha_add(&sha, id);
	fb_sha_add(&sha, (fb_str){ "", 1 });
	fb_sha_add(&sha, head);
	fb_sha_add(&sha, tail);
	return fb_sha_end(&sha);
}

void
fb_frame_add(struct fb_frame *f, const struct fb_ticket *member)
{
	unsigned carry = 0;

	for (size_t i = sizeof f->sum; i-- > 0; carry >>= 8) {
		carry += f->sum[i] + member->d[i];
		f->sum[i] = (unsigned char)carry;
	}
}
