/* speak.c - entries by owner, and their words. */
#include <stdlib.h>

#include "anecdote/hear.h"
#include "anecdote/speak.h"

static int
by_owner(const void *a, const void *b)
{
	const struct fb_entry *x = *(const struct fb_entry *const *)a;
	const struct fb_entry *y = *(const struct fb_entry *const *)b;

	if (x->owner != y->owner)
		return x->owner < y->owner ? -1 : 1;
	return x < y ? -1 : x > y;
}

void
fb_speak_all(struct fb_reader *in, const struct fb_entry *v, size_t n,
    size_t side, struct fb_tell *t)
{
	const struct fb_entry **order = fb_zalloc(n + 1, sizeof *order);
	struct fb_buf line = {0}, scratch = {0};
	struct fb_rec r = {0};

	for (size_t i = 0; i < n; i++)
		order[i] = &v[i];
	qsort(order, n, sizeof *order, by_owner);
	for (size_t i = 0; i < n; i++) {
		if (!i || order[i]->owner != order[i - 1]->owner)
			fb_tell_next(t, side);
		fb_tell_hear(t, fb_entry_text(in, order[i], &line, &r,
		    &scratch));
	}
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
	free(order);
}
