/* disagree.c - the mean sound of two periods' texts. */
#include "anecdote/disagree.h"

enum { LEAST = 30 };

/* Squares of 1.96, the two-sided .05 of the normal. */
static const double limit = 1.96 * 1.96;

/* Sums of the scores of texts, in thousandths. */
struct sound {
	double n, sum, squares;
};

static void
hear(struct fb_cast *c, const struct fb_voices *v, struct sound *s)
{
	struct fb_speakers speakers = {0};
	struct fb_buf line = {0}, scratch = {0};
	struct fb_rec r = {0};

	fb_speakers_fair(&speakers, v);
	for (size_t i = 0; i < speakers.n; i++) {
		const struct fb_speaker *who = &speakers.v[i];
		double x = (double)fb_tell_score(&c->lesson.tell,
		    fb_entry_text(c->hearing.in, who->entry, &line, &r,
		    &scratch), fb_lesson_heard(&c->lesson, who->entry,
		    who->group)).milli;

		s->n++;
		s->sum += x;
		s->squares += x * x;
	}
	fb_speakers_release(&speakers);
	fb_rec_release(&r);
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

/* The square of the standard error of the mean. */
static double
error2(const struct sound *s)
{
	return (s->squares - s->sum * s->sum / s->n) / (s->n - 1) / s->n;
}

/* +1 when the words of now complain more than those before, -1 when less, 0
 * when that may be chance. */
static int
moved(const struct sound *before, const struct sound *now)
{
	double d = now->sum / now->n - before->sum / before->n;

	if (!(d * d > limit * (error2(before) + error2(now))))
		return 0;
	return d > 0 ? 1 : -1;
}

bool
fb_text_score_disagree(struct fb_cast *c)
{
	const struct fb_voices *v = c->voices;
	const struct fb_kind_row *kind =
	    c->plan->questions[v->question].spec.kind;
	struct sound before = {0}, now = {0};
	bool up = kind && kind->better && !strcmp(kind->better, "up");

	if (!v->moved || v->before == FB_NO_CELL || !fb_can_learn(c->plan, v) ||
	    (!up && strcmp(kind->better, "down")) ||
	    fb_learn(&c->lesson, c->plan, c->hearing.in, v))
		return false;
	hear(c, &c->plan->cells[v->before], &before);
	hear(c, v, &now);
	if (before.n < LEAST || now.n < LEAST)
		return false;
	return moved(&before, &now) == (up ? v->moved : -v->moved);
}
