/* shift.c - two periods of a cell, told apart by their words. */
#include <stdlib.h>

#include "anecdote/hear.h"
#include "anecdote/shift.h"

/* The terms of a side in a text, as they are met. */
struct spot {
	const struct fb_shift_side *side;
	uint64_t mask;
};

static void
look(void *ctx, size_t term)
{
	struct spot *s = ctx;

	for (size_t i = 0; i < s->side->nterms; i++)
		if (s->side->term[i] == term)
			s->mask |= UINT64_C(1) << i;
}

static void
mask_all(struct fb_shift *s, struct fb_reader *in, size_t side)
{
	struct fb_shift_side *d = &s->side[side];
	struct fb_buf line = {0}, scratch = {0};
	struct fb_rec r = {0};

	d->mask = fb_zalloc(d->speakers.n, sizeof *d->mask);
	for (size_t i = 0; i < d->speakers.n && d->nterms; i++) {
		struct spot spot = { d, 0 };

		fb_tell_look(&s->tell, fb_entry_text(in,
		    d->speakers.v[i].entry, &line, &r, &scratch), look, &spot);
		d->mask[i] = spot.mask;
	}
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

const char *
fb_shift_find(struct fb_shift *s, struct fb_reader *in,
    const struct fb_voices *now, const struct fb_voices *before)
{
	fb_shift_release(s);
	s->side[0].cell = now;
	s->side[1].cell = before;
	for (size_t i = 0; i < 2; i++) {
		fb_speakers_fair(&s->side[i].speakers, s->side[i].cell);
		if (s->side[i].speakers.n < FB_SHIFT_LEAST)
			return i ? "fewer than 30 texts in the period before" :
			    "fewer than 30 texts in the period";
	}
	for (size_t i = 0; i < 2; i++)
		fb_speak_all(in, &s->side[i].speakers, i, &s->tell);
	fb_tell_settle(&s->tell);
	for (size_t i = 0; i < 2; i++) {
		s->side[i].nterms = fb_tell_signs(&s->tell, i,
		    FB_SHIFT_TERMS, s->side[i].term);
		mask_all(s, in, i);
	}
	s->found = true;
	return NULL;
}

int64_t
fb_shift_weight(const struct fb_shift *s, size_t side, uint64_t mask)
{
	const struct fb_shift_side *d = &s->side[side];
	int64_t sum = 0;

	for (size_t i = 0; i < d->nterms; i++)
		if (mask >> i & 1)
			sum += labs(s->tell.v[d->term[i]].z);
	return sum;
}

void
fb_shift_release(struct fb_shift *s)
{
	for (size_t i = 0; i < 2; i++) {
		fb_speakers_release(&s->side[i].speakers);
		free(s->side[i].mask);
	}
	fb_tell_release(&s->tell);
	*s = (struct fb_shift){0};
}
