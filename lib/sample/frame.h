/* frame.h - the fingerprint of all records that could have been drawn.
 *
 * The sum of SHA-256(id, 0x00, record without `draw`) modulo 2^256: whatever
 * their order, and the sums of shards add up. It shows that the records are not
 * those of the draw; it does not resist someone who forges records. */
#ifndef FB_SAMPLE_FRAME_H
#define FB_SAMPLE_FRAME_H

#include "base/ticket.h"

struct fb_frame {
	unsigned char sum[32]; /* big-endian */
};

/* The member of one record, whose bytes are head and tail. */
struct fb_ticket fb_frame_member(fb_str id, fb_str head, fb_str tail);
void fb_frame_add(struct fb_frame *, const struct fb_ticket *member);

#endif
