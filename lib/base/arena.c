/* arena.c - blocks of memory, handed out from the front. */
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"

enum { BLOCK = 64 << 10 };

struct fb_arena_block {
	struct fb_arena_block *next;
	alignas(max_align_t) char bytes[];
};

static void
add_block(struct fb_arena *a, size_t size)
{
	struct fb_arena_block *b;

	if (size > SIZE_MAX - sizeof *b)
		fb_die(FB_FAIL, "out of memory");
	b = fb_zalloc(1, sizeof *b + size);
	b->next = a->blocks;
	a->blocks = b;
	a->used = 0;
	a->size = size;
}

void *
fb_arena_zalloc(struct fb_arena *a, size_t n, size_t size)
{
	const size_t unit = alignof(max_align_t);
	size_t want;
	char *p;

	if (__builtin_mul_overflow(n, size, &want) || want > SIZE_MAX - unit)
		fb_die(FB_FAIL, "out of memory");
	want = (want + unit - 1) / unit * unit;
	if (!a->blocks || a->size - a->used < want)
		add_block(a, want > BLOCK ? want : BLOCK);
	p = a->blocks->bytes + a->used;
	a->used += want;
	return p;
}

fb_str
fb_arena_copy(struct fb_arena *a, fb_str s)
{
	char *p = fb_arena_zalloc(a, s.n + 1, 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return (fb_str){ p, s.n };
}

void
fb_arena_release(struct fb_arena *a)
{
	while (a->blocks) {
		struct fb_arena_block *b = a->blocks;

		a->blocks = b->next;
		free(b);
	}
	*a = (struct fb_arena){0};
}
