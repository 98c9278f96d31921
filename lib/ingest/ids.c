/* ids.c - content ids, and how often each was met. */
#include <stdlib.h>

#include "ingest/ids.h"

static bool
put_slot(uint64_t *slots, size_t nslots, uint64_t h)
{
	size_t i = h & (nslots - 1);

	for (; slots[i]; i = (i + 1) & (nslots - 1))
		if (slots[i] == h)
			return false;
	slots[i] = h;
	return true;
}

static void
grow(struct fb_ids *ids)
{
	size_t want = ids->nslots ? 2 * ids->nslots : 1024;
	uint64_t *slots = fb_zalloc(want, sizeof *slots);

	for (size_t i = 0; i < ids->nslots; i++)
		if (ids->slots[i])
			put_slot(slots, want, ids->slots[i]);
	free(ids->slots);
	ids->slots = slots;
	ids->nslots = want;
}

static bool
first_time(struct fb_ids *ids, uint64_t h)
{
	bool fresh;

	if (!h) {
		fresh = !ids->zero;
		ids->zero = true;
		return fresh;
	}
	if (ids->n >= ids->nslots / 8 * 7)
		grow(ids);
	fresh = put_slot(ids->slots, ids->nslots, h);
	ids->n += fresh;
	return fresh;
}

void
fb_ids_expect(const struct fb_ids *ids, uint64_t h)
{
	if (ids->nslots)
		__builtin_prefetch(&ids->slots[h & (ids->nslots - 1)], 1);
}

size_t
fb_ids_count(struct fb_ids *ids, uint64_t h)
{
	size_t i;
	bool fresh;

	if (first_time(ids, h))
		return 1;
	i = fb_map_put(&ids->again, (fb_str){ (char *)&h, sizeof h }, &fresh);
	if (fresh) {
		ids->times = fb_grow(ids->times, &ids->cap, i + 1,
		    sizeof *ids->times);
		ids->times[i] = 1;
	}
	return ++ids->times[i];
}

void
fb_ids_source(struct fb_ids *ids, fb_str source)
{
	fb_sha_init(&ids->head);
	fb_sha_add(&ids->head, source);
	fb_sha_add(&ids->head, FB_LIT("\x1f"));
}

uint64_t
fb_put_row_id(struct fb_buf *b, const struct fb_ids *ids, fb_str text)
{
	struct fb_sha sha = ids->head;
	struct fb_ticket t;

	fb_sha_add(&sha, text);
	t = fb_sha_end(&sha);
	fb_put_hex(b, t.d, 8);
	return fb_ticket_u64(&t);
}

void
fb_ids_release(struct fb_ids *ids)
{
	free(ids->slots);
	free(ids->times);
	fb_map_release(&ids->again);
	*ids = (struct fb_ids){0};
}
