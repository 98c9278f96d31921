/* speak.c - entries of pools, by ticket or by owner. */
#include <stdlib.h>

#include "anecdote/hear.h"
#include "anecdote/speak.h"

void
fb_speakers_of(struct fb_speakers *s, const struct fb_voices *v, size_t group)
{
	const struct fb_pool *p = &v->pool[group];

	s->v = fb_grow(s->v, &s->cap, s->n + p->n + 1, sizeof *s->v);
	for (size_t i = 0; i < p->n; i++)
		s->v[s->n++] = (struct fb_speaker){ &p->v[i], group };
}

static int
by_ticket(const void *a, const void *b)
{
	const struct fb_speaker *x = a, *y = b;

	return fb_entry_cmp(x->entry, y->entry);
}

void
fb_speakers_fair(struct fb_speakers *s, const struct fb_voices *v)
{
	s->n = 0;
	for (size_t g = 0; g < v->ngroups; g++)
		fb_speakers_of(s, v, g);
	qsort(s->v, s->n, sizeof *s->v, by_ticket);
	for (size_t g = 0; g < v->ngroups; g++) {
		const struct fb_pool *p = &v->pool[g];

		while (p->n == p->max && fb_entry_cmp(s->v[s->n - 1].entry,
		    &p->v[p->n - 1]) > 0)
			s->n--;
	}
}

void
fb_speakers_release(struct fb_speakers *s)
{
	free(s->v);
	*s = (struct fb_speakers){0};
}

static int
by_owner(const void *a, const void *b)
{
	const struct fb_speaker *x = a, *y = b;

	if (x->entry->owner != y->entry->owner)
		return x->entry->owner < y->entry->owner ? -1 : 1;
	return fb_entry_cmp(x->entry, y->entry);
}

void
fb_speak_all(struct fb_reader *in, const struct fb_speakers *s, size_t side,
    struct fb_tell *t)
{
	struct fb_speaker *v = fb_zalloc(s->n + 1, sizeof *v);
	struct fb_buf line = {0}, scratch = {0};
	struct fb_rec r = {0};

	for (size_t i = 0; i < s->n; i++)
		v[i] = s->v[i];
	qsort(v, s->n, sizeof *v, by_owner);
	for (size_t i = 0; i < s->n; i++) {
		if (!i || v[i].entry->owner != v[i - 1].entry->owner)
			fb_tell_next(t, side);
		fb_tell_hear(t, fb_entry_text(in, v[i].entry, &line, &r,
		    &scratch));
	}
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
	free(v);
}
