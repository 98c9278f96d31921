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
	size_t high = from->ngroups - 1;

	if (from->pool[0].n < FB_LESSON_LEAST)
		return "fewer than 30 low scores with words";
	if (from->pool[high].n < FB_LESSON_LEAST)
		return "fewer than 30 high scores with words";
	if (l->of == from)
		return NULL;
	fb_lesson_release(l);
	l->of = from;
	for (size_t side = 0; side < 2; side++) {
		struct fb_speakers s = {0};

		fb_speakers_of(&s, from, side ? high : 0);
		fb_speak_all(in, &s, side, &l->tell);
		fb_speakers_release(&s);
	}
	fb_tell_settle(&l->tell);
	return NULL;
}

size_t
fb_lesson_heard(const struct fb_lesson *l, const struct fb_entry *e,
    size_t group)
{
	const struct fb_pool *p = &l->of->pool[group];

	if (group && group + 1 < l->of->ngroups)
		return FB_TELL_NEW;
	return p->n < p->max || fb_entry_cmp(e, &p->v[p->n - 1]) <= 0 ?
	    group > 0 : FB_TELL_NEW;
}

void
fb_lesson_release(struct fb_lesson *l)
{
	fb_tell_release(&l->tell);
	*l = (struct fb_lesson){0};
}
