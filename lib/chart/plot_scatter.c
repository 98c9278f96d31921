/* plot_scatter.c - how many answers (a scale of tens) beside the value; what is
 * both loud and low is shaded. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"

enum { AXIS = 24, FOOT = 24, TOP = 6, MOST = 60, LABEL_MAX = 110, DOT = 4,
	QUADRANT_MIN = 4, UNIT = 8 };

struct box {
	double x0, y0, x1, y1;
};

struct plane {
	struct fb_figure *f;
	double px, py, pw, ph, nlo, nhi; /* nlo, nhi: powers of ten */
	struct fb_ticks y;
	const struct fb_cell *v[MOST];
	size_t n;
	bool quadrant, high;             /* loud and low is above, not below */
	double loud, level;
	struct box taken[2 * MOST + 1];  /* dots, then words */
	size_t ntaken;
};

static struct fb_point
at(const struct plane *p, double n, double v)
{
	return (struct fb_point){
	    p->px + p->pw * (log10(n) - p->nlo) / (p->nhi - p->nlo),
	    p->py + p->ph * (p->y.hi - v) / (p->y.hi - p->y.lo) };
}

/* 1, 3, 10, 30 and so on: the power of ten at or below n, or above it. */
static double
mark_below(double n)
{
	double ten = floor(log10(n) + 1e-9);

	return n >= 3 * pow(10, ten) * (1 - 1e-9) ? ten + log10(3) : ten;
}

static double
mark_above(double n)
{
	double below = mark_below(n), ten = floor(below + 1e-9);

	return n <= pow(10, below) ? below : below > ten ? ten + 1 : ten + log10(3);
}

static int
by_n(const void *a, const void *b)
{
	const struct fb_cell *x = *(const struct fb_cell *const *)a;
	const struct fb_cell *y = *(const struct fb_cell *const *)b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return fb_str_cmp(x->by_json, y->by_json);
}

/* Loud: more answers than half of the groups. Low: worse than all together. */
static void
find_quadrant(struct plane *p)
{
	struct fb_figure *f = p->f;
	double sum = 0;

	p->high = fb_str_eq(fb_name_better(f->cv.report, p->v[0]), FB_LIT("down"));
	p->quadrant = p->n >= QUADRANT_MIN && !fb_is_tally(p->v[0]) &&
	    fb_figure_judged(f);
	for (size_t i = 0; i < p->n; i++)
		sum += p->v[i]->value;
	p->loud = (double)p->v[p->n / 2]->n;
	p->level = f->total && fb_row_shown(f->total) ? f->total->value :
	    sum / (double)p->n;
}

static bool
is_loud_and_low(const struct plane *p, const struct fb_cell *c)
{
	return p->quadrant && (double)c->n > p->loud &&
	    (p->high ? c->value > p->level : c->value < p->level);
}

/* Groups that are no dot. */
static void
say_hidden(struct fb_figure *f)
{
	size_t dots = 0;

	for (size_t i = 0; i < f->n && dots < MOST; i++)
		dots += fb_row_shown(f->rows[i]) && f->rows[i]->n;
	if (dots)
		fb_figure_count(f, "scatter_hidden", f->n - dots);
}

static void
lay_out(struct plane *p)
{
	struct fb_figure *f = p->f;
	const struct fb_cell **rows = fb_rows_shown_first(f);
	double lo = INFINITY, hi = -INFINITY;

	qsort(rows, f->n, sizeof *rows, by_n);
	say_hidden(f);
	for (size_t i = 0; i < f->n && p->n < MOST; i++)
		if (fb_row_shown(rows[i]) && rows[i]->n) {
			p->v[p->n++] = rows[i];
			lo = fmin(lo, rows[i]->value);
			hi = fmax(hi, rows[i]->value);
		}
	if (!p->n)
		return;
	p->y = fb_ticks_for(p->v[0], lo, hi);
	p->nlo = mark_below((double)p->v[p->n - 1]->n * 0.9);
	p->nhi = mark_above((double)p->v[0]->n * 1.1);
	find_quadrant(p);
	p->px = f->x + fmax(AXIS, fb_ticks_width(&f->cv, p->v[0], p->y) + 8);
	p->py = f->y + TOP;
	p->pw = f->x + f->w - 14 - p->px;
	p->ph = f->h - FOOT - TOP;
}

static void
draw_quadrant(struct plane *p)
{
	struct fb_point c;
	double bottom = p->py + p->ph, y;

	if (!p->quadrant)
		return;
	c = at(p, p->loud * 1.0001, p->level);
	c.y = fmin(fmax(c.y, p->py), bottom);
	y = p->high ? p->py : c.y;
	fb_page_rect(p->f->cv.page, c.x, y, p->px + p->pw - c.x,
	    p->high ? c.y - p->py : bottom - c.y, FB_RED3);
}

/* A number of answers below the plot, unless the one before it is too near or
 * it is not on the axis. Gives where words end. */
static double
put_mark(struct plane *p, double n, double used)
{
	struct fb_canvas *cv = &p->f->cv;
	struct fb_text t = { .role = FB_AXIS, .align = FB_CENTRE };
	double x = at(p, n, p->y.lo).x, half;

	if (log10(n) < p->nlo - 1e-9 || log10(n) > p->nhi + 1e-9)
		return used;
	t.s = fb_count_words(cv, (uint64_t)llround(n));
	half = fb_page_measure(cv->page, &t).width / 2;
	if (x - half < used)
		return used;
	fb_page_text(cv->page, &t, x, p->py + p->ph + 11);
	return x + half + 6;
}

static void
draw_axes(struct plane *p)
{
	struct fb_canvas *cv = &p->f->cv;
	double foot = p->py + p->ph, used = 0;
	int ticks = fb_ticks_count(p->y);
	int every = fb_ticks_every(p->y, p->ph, FB_TICK_HIGH);

	for (int i = 0; i < ticks; i++) {
		double y = at(p, 1, fb_tick_at(p->y, i)).y;

		fb_canvas_rule_part(cv, p->px, y, p->pw, 0.5, FB_GRID);
		if ((ticks - 1 - i) % every == 0)
			fb_canvas_put(cv, FB_AXIS, p->px - 6, y + 2.6, FB_RIGHT,
			    0, fb_tick_words(cv, p->v[0], p->y, i));
	}
	for (double e = floor(p->nlo); e <= p->nhi + 1e-9; e++)
		for (int three = 0; three < 2; three++)
			used = put_mark(p, pow(10, e) * (three ? 3 : 1), used);
	fb_canvas_put(cv, FB_NOTE, p->px + p->pw, foot + 21, FB_RIGHT, 0,
	    fb_word(cv->words, "figure_answers"));
}

static bool
is_free(const struct plane *p, struct box b)
{
	if (b.x0 < p->px || b.x1 > p->f->x + p->f->w || b.y0 < p->py - 4 ||
	    b.y1 > p->py + p->ph + 6)
		return false;
	for (size_t i = 0; i < p->ntaken; i++) {
		const struct box *t = &p->taken[i];

		if (b.x0 < t->x1 && t->x0 < b.x1 && b.y0 < t->y1 && t->y0 < b.y1)
			return false;
	}
	return true;
}

/* Where no dot is and the shade is high enough; then names keep off it. */
static void
name_quadrant(struct plane *p)
{
	struct fb_text t = { .role = FB_AXIS_BOLD, .align = FB_RIGHT,
	    .colour = FB_RED, .s = fb_word(p->f->cv.words, p->high ?
	    "scatter_loud_high" : "scatter_loud_low") };
	double right = p->px + p->pw - 4, level = at(p, 1, p->level).y, w, y;
	double loud = at(p, p->loud, p->level).x;

	if (!p->quadrant)
		return;
	w = fb_page_measure(p->f->cv.page, &t).width;
	for (int i = 0; i < 4; i++) {
		double x = i & 1 ? fmin(right, loud + w + 8) : right;
		bool top = p->high == (i < 2);
		struct box b;

		y = top ? fmax(p->py, p->high ? p->py : level) + 10 :
		    fmin(p->py + p->ph, p->high ? level : p->py + p->ph) - 5;
		b = (struct box){ x - w, y - 7, x + 2, y + 3 };
		if (b.x0 < loud || !is_free(p, b))
			continue;
		p->taken[p->ntaken++] = b;
		fb_page_text(p->f->cv.page, &t, x, y);
		return;
	}
}

/* To the right, to the left, above or below; nothing when all are taken. */
static bool
put_name(struct plane *p, const struct fb_cell *c)
{
	static const double tries[4][2] = { { 1, 0 }, { -1, 0 }, { 0, -1 },
		{ 0, 1 } }; /* aside, down */
	struct fb_point d = at(p, (double)c->n, c->value);
	bool hot = is_loud_and_low(p, c);
	struct fb_text t = { .s = fb_name_group(p->f->cv.report, c),
	    .role = FB_AXIS, .align = FB_LEFT, .width = LABEL_MAX,
	    .max_lines = 1, .bold = hot, .colour = hot ? FB_RED : FB_INK };
	double w;

	t.s = fb_fit_name(&p->f->cv, &t, p->f->names, p->f->n);
	w = fb_page_measure(p->f->cv.page, &t).width + 1;
	for (size_t i = 0; i < 4; i++) {
		double x = d.x + tries[i][0] * (w / 2 + DOT + 4) - w / 2;
		double y = d.y + tries[i][1] * (DOT + 6);
		struct box b = { x, y - 5, x + w, y + 5 };

		if (!is_free(p, b))
			continue;
		p->taken[p->ntaken++] = b;
		fb_page_text(p->f->cv.page, &t, x, y + 2.6);
		return true;
	}
	return false;
}

static void
draw_dots(struct plane *p)
{
	size_t unnamed = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct fb_point d = at(p, (double)p->v[i]->n, p->v[i]->value);

		p->taken[p->ntaken++] = (struct box){ d.x - DOT, d.y - DOT,
		    d.x + DOT, d.y + DOT };
		if (fb_is_wide(p->v[i]))
			fb_page_ring(p->f->cv.page, d.x, d.y, 3,
			    (struct fb_pen){ FB_MID, 1.2, 0 });
		else
			fb_page_disc(p->f->cv.page, d.x, d.y, 3.4,
			    is_loud_and_low(p, p->v[i]) ? FB_RED : FB_MID);
	}
	name_quadrant(p);
	for (int hot = 1; hot >= 0; hot--)
		for (size_t i = 0; i < p->n; i++)
			if (is_loud_and_low(p, p->v[i]) == hot)
				unnamed += !put_name(p, p->v[i]);
	if (unnamed)
		fb_page_text(p->f->cv.page, &(struct fb_text){ .max_lines = 1,
		    .s = fb_count_phrase(p->f, "scatter_unnamed", unnamed),
		    .role = FB_NOTE, .align = FB_LEFT, .width = p->pw - UNIT },
		    p->f->x, p->py + p->ph + 21);
}

void
fb_plot_scatter(struct fb_figure *f)
{
	struct plane p = { .f = f };

	lay_out(&p);
	if (!p.n) {
		fb_figure_sentence(f, f->rows[0]->has_n ? "few_answers_all" :
		    "scatter_none");
		return;
	}
	draw_quadrant(&p);
	draw_axes(&p);
	draw_dots(&p);
}
