/* plot_journey.c - a curve through the stages of a journey. */
#include <math.h>

#include "chart/curve.h"
#include "chart/figure.h"

enum { AXIS = 24, TOP = 8, STAGE_MIN = 26, STAGE_WORDS = 40, LOW = 100 };

/* Words about stages that are not drawn need room below their names; where that
 * is little, they are counted instead. */
static void
count_undrawn(struct fb_figure *f, struct fb_stages *s)
{
	size_t few = 0, none = 0, n = 0;

	if ((f->w - AXIS) / (double)s->n >= STAGE_WORDS && f->h >= LOW)
		return;
	for (size_t i = 0; i < s->n; i++) {
		if (fb_stage_drawn(&s->v[i]))
			s->v[n++] = s->v[i];
		else if (s->v[i].cell && fb_row_few(s->v[i].cell))
			few++;
		else
			none++;
	}
	s->n = n;
	fb_figure_count(f, "figure_few", few);
	fb_figure_count(f, "figure_none", none);
}

/* The first stages, as many as have room for their names. */
static void
fit(struct fb_figure *f, struct fb_stages *s)
{
	size_t most = (size_t)fmax(2, floor((f->w - AXIS) / STAGE_MIN));

	if (s->n <= most)
		return;
	fb_figure_count(f, "figure_more", s->n - most);
	s->n = most;
}

void
fb_plot_journey(struct fb_figure *f)
{
	struct fb_curve k = { .cv = &f->cv, .y = f->y + TOP };
	double axis;

	k.stages = fb_stages_of(f->cv.report, f->rows[0]);
	count_undrawn(f, &k.stages);
	fit(f, &k.stages);
	if (fb_curve_knots(&k.stages) < 2) {
		fb_figure_sentence(f, "journey_none");
		return;
	}
	if (k.stages.outside && k.stages.outside->n)
		fb_figure_count(f, "journey_outside", k.stages.outside->n);
	fb_curve_setup(&k);
	axis = fmax(AXIS, fb_ticks_width(&f->cv, f->rows[0], k.axis) + 7);
	k.x = f->x + axis;
	k.w = f->w - axis;
	k.h = f->y + f->h - k.y - fb_curve_foot(&k);
	fb_curve_draw(&k);
}
