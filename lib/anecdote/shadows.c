/* shadows.c - cells without a line, for what a line's quotes rest on. */
#include "anecdote/lesson.h"
#include "anecdote/plan.h"

/* Everyone who ever answered the question. */
static size_t
teacher_of(struct fb_plan *p, size_t cell, const struct fb_cell *c)
{
	struct fb_cell all = *c;

	if (!fb_can_learn(p, &p->cells[cell]))
		return FB_NO_CELL;
	for (size_t i = 0; i < p->ncells; i++)
		if (p->cells[i].use == FB_USE_TEACH &&
		    p->cells[i].question == p->cells[cell].question)
			return i;
	all.nby = 0;
	all.period = (struct fb_period){ .unit = FB_ALL };
	return fb_plan_cell(p, &all, FB_USE_TEACH);
}

void
fb_plan_shadows(struct fb_plan *p, size_t cell, const struct fb_cell *c)
{
	size_t teacher = teacher_of(p, cell, c);

	p->cells[cell].teacher = teacher;
}
