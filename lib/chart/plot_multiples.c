/* plot_multiples.c - a small line over time for each group, on one scale. */
#include <math.h>

#include "chart/figure.h"

enum { COLUMNS = 4, MOST = 12, HEAD = 24, GAP = 14 };

struct panel {
	double x, y, w, h, lo, hi;
	int32_t first, last;
};

static void
extent(struct fb_figure *f, struct panel *p)
{
	p->lo = INFINITY;
	p->hi = -INFINITY;
	p->last = f->rows[0]->period.index;
	p->first = p->last;
	for (size_t i = 0, n; i < f->n; i++) {
		const struct fb_cell **v = fb_history(f->cv.report, f->rows[i], &n);

		for (size_t k = 0; k < n; k++) {
			if (!fb_row_shown(v[k]))
				continue;
			p->lo = fmin(p->lo, v[k]->value);
			p->hi = fmax(p->hi, v[k]->value);
			if (v[k]->period.index < p->first)
				p->first = v[k]->period.index;
		}
	}
	if (p->lo > p->hi)
		p->lo = p->hi = 0;
	if (p->hi - p->lo < 1e-9)
		p->hi = p->lo + 1;
}

static struct fb_point
point(const struct panel *p, const struct fb_cell *c)
{
	int32_t span = p->last - p->first;

	return (struct fb_point){ p->x + (span ? p->w *
	    (c->period.index - p->first) / span : p->w / 2),
	    p->y + HEAD + (p->h - HEAD) * (p->hi - c->value) / (p->hi - p->lo) };
}

static void
line(struct fb_figure *f, const struct panel *p, const struct fb_cell **v,
    size_t n)
{
	const struct fb_pen pen = { FB_BLUE, 1.4, 0 };
	const struct fb_cell *before = NULL;

	for (size_t i = 0; i < n; i++) {
		struct fb_point a, b;

		if (fb_row_shown(v[i]) && before &&
		    v[i]->period.index == before->period.index + 1) {
			a = point(p, before);
			b = point(p, v[i]);
			fb_page_line(f->cv.page, pen, a.x, a.y, b.x, b.y);
		}
		before = fb_row_shown(v[i]) ? v[i] : NULL;
	}
}

static void
panel(struct fb_figure *f, const struct panel *p, const struct fb_cell *c)
{
	size_t n;
	const struct fb_cell **v = fb_history(f->cv.report, c, &n);
	struct fb_point end;

	fb_page_text(f->cv.page, &(struct fb_text){
	    .s = fb_name_group(f->cv.report, c), .role = FB_AXIS_BOLD,
	    .align = FB_LEFT, .width = p->w - 26, .max_lines = 1 }, p->x, p->y + 9);
	fb_canvas_put(&f->cv, FB_AXIS_BOLD, p->x + p->w, p->y + 9, FB_RIGHT, FB_BLUE,
	    fb_row_shown(c) ? fb_value_words(f, c, c->value) : FB_LIT("\xc2\xb7"));
	fb_canvas_rule_part(&f->cv, p->x, p->y + p->h, p->w, 0.5, FB_HAIR);
	line(f, p, v, n);
	if (!fb_row_shown(c))
		return;
	end = point(p, c);
	fb_page_disc(f->cv.page, end.x, end.y, 2.2, FB_BLUE);
}

void
fb_plot_multiples(struct fb_figure *f)
{
	size_t n = f->n < MOST ? f->n : MOST;
	size_t columns = n < COLUMNS ? n : COLUMNS, rows = (n + columns - 1) / columns;
	struct panel p = {0};

	extent(f, &p);
	p.w = (f->w - GAP * (double)(columns - 1)) / (double)columns;
	p.h = (f->h - GAP * (double)(rows - 1)) / (double)rows;
	for (size_t i = 0; i < n; i++) {
		p.x = f->x + (p.w + GAP) * (double)(i % columns);
		p.y = f->y + (p.h + GAP) * (double)(i / columns);
		panel(f, &p, f->rows[i]);
	}
}
