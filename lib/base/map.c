/* map.c - an open-addressed table of strings, linear probing, half full. */
#include <stdint.h>
#include <stdlib.h>

#include "base/map.h"

/* FNV-1a with a final avalanche; keys come from data, but a slow map is the
 * worst that crafted keys could cause. */
static size_t
hash(fb_str s)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	return (size_t)(h ^ h >> 32);
}

/* The slot of key, or the free one where it belongs. */
static size_t
probe(const struct fb_map *m, fb_str key, size_t h)
{
	size_t mask = m->nslots - 1, at = h & mask;

	for (; m->slots[at]; at = (at + 1) & mask) {
		const struct fb_map_key *k = &m->keys[m->slots[at] - 1];

		if (k->hash == h && fb_str_eq((fb_str){ k->p, k->n }, key))
			break;
	}
	return at;
}

static void
rehash(struct fb_map *m)
{
	size_t n = m->nslots ? m->nslots * 2 : 64;

	free(m->slots);
	m->slots = fb_zalloc(n, sizeof *m->slots);
	m->nslots = n;
	for (size_t i = 0; i < m->n; i++)
		m->slots[probe(m, fb_map_key(m, i), m->keys[i].hash)] = i + 1;
}

size_t
fb_map_put(struct fb_map *m, fb_str key, bool *fresh)
{
	size_t h = hash(key), at;

	if (2 * m->n >= m->nslots)
		rehash(m);
	at = probe(m, key, h);
	if (fresh)
		*fresh = !m->slots[at];
	if (m->slots[at])
		return m->slots[at] - 1;
	m->keys = fb_grow(m->keys, &m->cap, m->n + 1, sizeof *m->keys);
	m->keys[m->n] = (struct fb_map_key){ fb_str_dup(key), key.n, h };
	m->slots[at] = ++m->n;
	return m->n - 1;
}

size_t
fb_map_get(const struct fb_map *m, fb_str key)
{
	size_t at;

	if (!m->n)
		return FB_MAP_NONE;
	at = probe(m, key, hash(key));
	return m->slots[at] ? m->slots[at] - 1 : FB_MAP_NONE;
}

static int
by_key(const void *a, const void *b)
{
	const struct fb_map_key *x = *(struct fb_map_key *const *)a;
	const struct fb_map_key *y = *(struct fb_map_key *const *)b;

	return fb_str_cmp((fb_str){ x->p, x->n }, (fb_str){ y->p, y->n });
}

size_t *
fb_map_sorted(const struct fb_map *m)
{
	struct fb_map_key **v = fb_zalloc(m->n, sizeof *v);
	size_t *order = fb_zalloc(m->n, sizeof *order);

	for (size_t i = 0; i < m->n; i++)
		v[i] = &m->keys[i];
	qsort(v, m->n, sizeof *v, by_key);
	for (size_t i = 0; i < m->n; i++)
		order[i] = (size_t)(v[i] - m->keys);
	free(v);
	return order;
}

void
fb_map_release(struct fb_map *m)
{
	for (size_t i = 0; i < m->n; i++)
		free(m->keys[i].p);
	free(m->keys);
	free(m->slots);
	*m = (struct fb_map){0};
}
