/* arena.h - many small pieces with one owner, released together. */
#ifndef FB_BASE_ARENA_H
#define FB_BASE_ARENA_H

#include "base/str.h"

struct fb_arena_block;

struct fb_arena {
	struct fb_arena_block *blocks;
	size_t used, size; /* of the newest block */
};

/* Zeroed memory, aligned for any type, until fb_arena_release(). */
void *fb_arena_zalloc(struct fb_arena *, size_t n, size_t size);
/* A copy with a NUL behind it. */
fb_str fb_arena_copy(struct fb_arena *, fb_str);
void fb_arena_release(struct fb_arena *);

#endif
