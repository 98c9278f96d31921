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

/* The period before, of a metric that moved. */
static size_t
before_of(struct fb_plan *p, size_t cell, const struct fb_cell *c)
{
	struct fb_cell before = *c;

	if ((!p->cells[cell].signal && !p->cells[cell].moved) ||
	    fb_period_parse(c->prev.period, &before.period))
		return FB_NO_CELL;
	return fb_plan_cell(p, &before, FB_USE_BEFORE);
}

/* The customers of a group that declines, over all time. */
static size_t
departed_of(struct fb_plan *p, const struct fb_cell *c)
{
	struct fb_buf by = {0}, place = {0}, key = {0};
	struct fb_cell all = *c;
	size_t cell = FB_NO_CELL;

	fb_put_pairs(&by, c->by, c->nby);
	fb_place_key(&place, c->period, fb_buf_str(&by));
	fb_buf_add(&key, c->metric);
	fb_buf_addc(&key, '\n');
	fb_buf_add(&key, fb_buf_str(&place));
	if (fb_map_get(&p->declines, fb_buf_str(&key)) != FB_MAP_NONE) {
		all.period = (struct fb_period){ .unit = FB_ALL };
		cell = fb_plan_cell(p, &all, FB_USE_LEFT);
		p->cells[cell].leavers.end = fb_period_end(c->period);
	}
	fb_buf_release(&by);
	fb_buf_release(&place);
	fb_buf_release(&key);
	return cell;
}

void
fb_plan_shadows(struct fb_plan *p, size_t cell, const struct fb_cell *c)
{
	const struct fb_versus *prev = &c->prev;
	size_t teacher = teacher_of(p, cell, c), before, departed;

	p->cells[cell].signal = prev->ok && prev->signal;
	if (prev->ok && prev->tested && prev->p < 0.05)
		p->cells[cell].moved = (prev->diff > 0) - (prev->diff < 0);
	before = before_of(p, cell, c);
	departed = departed_of(p, c);
	p->cells[cell].teacher = teacher;
	p->cells[cell].before = before;
	p->cells[cell].departed = departed;
}

int32_t
fb_plan_left(const struct fb_plan *p, const struct fb_voices *v)
{
	int32_t last = v->leavers.end - 1;

	if (p->last_day < last)
		last = p->last_day;
	return last - FB_LEFT_DAYS;
}
