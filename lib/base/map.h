/* map.h - from byte strings to the numbers 0, 1, 2 … in order of first sight.
 *
 * The numbers index the caller's own arrays. Nothing may depend on the order
 * of first sight in what is written: sort by key before writing. */
#ifndef FB_BASE_MAP_H
#define FB_BASE_MAP_H

#include "base/str.h"

struct fb_map {
	struct fb_map_key *keys; /* by number; the text is owned */
	size_t n, cap;
	size_t *slots;           /* number + 1; 0 is free */
	size_t nslots;           /* a power of two */
};

struct fb_map_key {
	char *p;
	size_t n;
	size_t hash;
};

#define FB_MAP_NONE ((size_t)-1)

/* The number of key, which is copied when it is new; then *fresh (may be NULL). */
size_t fb_map_put(struct fb_map *, fb_str key, bool *fresh);
/* The number of key, or FB_MAP_NONE. */
size_t fb_map_get(const struct fb_map *, fb_str key);
static inline fb_str
fb_map_key(const struct fb_map *m, size_t i)
{
	return (fb_str){ m->keys[i].p, m->keys[i].n };
}
/* All numbers in byte order of their keys; free() it. */
size_t *fb_map_sorted(const struct fb_map *);
void fb_map_release(struct fb_map *);

#endif
