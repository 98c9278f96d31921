/* plot_scatter.c - how many answers (a scale of tens) beside the value. */
#include <math.h>

#include "chart/figure.h"

enum { AXIS = 34, FOOT = 22, LABELS = 40 };

struct plane {
	double px, py, pw, ph, nlo, nhi;
	struct fb_ticks y;
};

static struct fb_point
at(const struct plane *p, double n, double v)
{
	return (struct fb_point){
	    p->px + p->pw * (log10(n) - p->nlo) / (p->nhi - p->nlo),
	    p->py + p->ph * (p->y.hi - v) / (p->y.hi - p->y.lo) };
}

static struct plane
plane_of(const struct fb_figure *f)
{
	struct plane p = { f->x + AXIS, f->y + 6, f->w - AXIS - LABELS,
	    f->h - FOOT - 6, INFINITY, -INFINITY, { 0, 1, 1 } };
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < f->n; i++) {
		const struct fb_cell *c = f->rows[i];

		if (!fb_row_shown(c) || !c->n)
			continue;
		lo = fmin(lo, c->value);
		hi = fmax(hi, c->value);
		p.nlo = fmin(p.nlo, floor(log10((double)c->n)));
		p.nhi = fmax(p.nhi, ceil(log10((double)c->n + 0.5)));
	}
	if (lo > hi)
		return (struct plane){0};
	p.y = fb_ticks_of(lo, hi);
	if (p.nhi <= p.nlo)
		p.nhi = p.nlo + 1;
	return p;
}

static void
axes(struct fb_figure *f, const struct plane *p)
{
	for (int i = 0; i < fb_ticks_count(p->y); i++) {
		double y = at(p, pow(10, p->nlo), fb_tick_at(p->y, i)).y;

		fb_canvas_rule_part(&f->cv, p->px, y, p->pw, 0.5, FB_GRID);
		fb_canvas_put(&f->cv, FB_AXIS, p->px - 6, y + 2.6, FB_RIGHT, 0,
		    fb_tick_words(&f->cv, f->rows[0], p->y, i));
	}
	for (double e = p->nlo; e <= p->nhi + 0.5; e++)
		fb_canvas_put(&f->cv, FB_AXIS, at(p, pow(10, e), p->y.lo).x,
		    p->py + p->ph + 11, FB_CENTRE, 0,
		    fb_count_words(&f->cv, (uint64_t)lround(pow(10, e))));
	fb_canvas_put(&f->cv, FB_AXIS, p->px + p->pw, p->py + p->ph + 20, FB_RIGHT,
	    0, fb_word(f->cv.words, "figure_answers"));
}

void
fb_plot_scatter(struct fb_figure *f)
{
	struct plane p = plane_of(f);

	if (p.pw <= 0) {
		fb_canvas_put(&f->cv, FB_NOTE, f->x, f->y + 20, FB_LEFT, 0,
		    fb_word(f->cv.words, "few_answers"));
		return;
	}
	axes(f, &p);
	for (size_t i = 0; i < f->n; i++) {
		const struct fb_cell *c = f->rows[i];
		struct fb_point d;

		if (!fb_row_shown(c) || !c->n)
			continue;
		d = at(&p, (double)c->n, c->value);
		fb_page_disc(f->cv.page, d.x, d.y, 3.2, FB_BLUE);
		fb_page_text(f->cv.page, &(struct fb_text){
		    .s = fb_name_group(f->cv.report, c), .role = FB_AXIS,
		    .align = FB_LEFT, .width = 100, .max_lines = 1 },
		    d.x + 6, d.y + 2.6);
	}
}
