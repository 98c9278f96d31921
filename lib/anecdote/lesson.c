/* lesson.c - learn from the pools of the lowest and of the highest group. */
#include "anecdote/lesson.h"
#include "anecdote/speak.h"

bool
fb_can_learn(const struct fb_plan *p, const struct fb_voices *v)
{
	const struct fb_kind_row *kind = p->questions[v->question].spec.kind;

	return kind && kind->scored && v->ngroups > 1;
}

const char *
fb_learn(struct fb_lesson *l, const struct fb_plan *p, struct fb_reader *in,
    const struct fb_voices *v)
{
	const struct fb_voices *from = &p->cells[v->teacher];
	const struct fb_pool *low = &from->pool[0];
	const struct fb_pool *high = &from->pool[from->ngroups - 1];

	if (low->n < FB_LESSON_LEAST)
		return "fewer than 30 low scores with words";
	if (high->n < FB_LESSON_LEAST)
		return "fewer than 30 high scores with words";
	if (l->of == from)
		return NULL;
	fb_lesson_release(l);
	l->of = from;
	fb_speak_all(in, low->v, low->n, 0, &l->tell);
	fb_speak_all(in, high->v, high->n, 1, &l->tell);
	fb_tell_settle(&l->tell);
	return NULL;
}

size_t
fb_lesson_heard(const struct fb_lesson *l, const struct fb_entry *e)
{
	const struct fb_pool *high = &l->of->pool[l->of->ngroups - 1];

	return high->n < high->max || e->ticket[0] <=
	    high->v[high->n - 1].ticket[0] ? 1 : FB_TELL_NEW;
}

void
fb_lesson_release(struct fb_lesson *l)
{
	fb_tell_release(&l->tell);
	*l = (struct fb_lesson){0};
}
