/* match_bits.h - the edges of the trie, and the bits of how patterns begin.
 *
 * Private to match.c and match_find.c. */
#ifndef FB_TAG_MATCH_BITS_H
#define FB_TAG_MATCH_BITS_H

#include "tag/match.h"

static inline uint32_t *
fb_match_edge(const struct fb_match *m, uint32_t state, size_t class)
{
	return &m->next[state * m->nclasses + class];
}

/* The bit of four bytes, whatever their case. */
static inline unsigned
fb_head_bit(const unsigned char *p)
{
	uint32_t four;

	memcpy(&four, p, sizeof four);
	return (uint32_t)((four | 0x20202020u) * 0x9E3779B1u) >> 16;
}

/* The bit of two. */
static inline unsigned
fb_pair_bit(const unsigned char *p)
{
	return (unsigned)(p[0] | 0x20) << 8 | (p[1] | 0x20);
}

#endif
