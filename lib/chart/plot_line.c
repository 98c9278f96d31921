/* plot_line.c - a line over time for each group, three at most. */
#include <math.h>

#include "chart/figure.h"
#include "chart/trend.h"

enum { LABELS = 96, AXIS = 32, FOOT = 18 };

/* The groups with most answers, each after the other; of equals the first. */
static void
add_largest(struct fb_figure *f, const struct fb_cell **v, size_t *n)
{
	while (*n < FB_TREND_SERIES) {
		const struct fb_cell *most = NULL;

		for (size_t i = 0; i < f->n; i++) {
			bool in = false;

			for (size_t k = 0; k < *n; k++)
				in |= v[k] == f->rows[i];
			if (!in && fb_row_shown(f->rows[i]) &&
			    (!most || f->rows[i]->n > most->n))
				most = f->rows[i];
		}
		if (!most)
			return;
		v[(*n)++] = most;
	}
}

/* All groups where they are few, else the total and the largest; how many are
 * left out is said. */
static size_t
pick(struct fb_figure *f, const struct fb_cell **v)
{
	size_t n = 0, left;

	if (f->n <= FB_TREND_SERIES) {
		memcpy(v, f->rows, f->n * sizeof *v);
		return f->n;
	}
	if (f->total)
		v[n++] = f->total;
	add_largest(f, v, &n);
	left = f->n - n + (f->total != NULL);
	fb_figure_remark(f, fb_phrase(&f->cv, "figure_more", (struct fb_slot[]){
	    { "n", fb_count_words(&f->cv, left) } }, 1));
	return n;
}

void
fb_plot_line(struct fb_figure *f)
{
	const struct fb_cell *v[FB_TREND_SERIES];
	size_t n = pick(f, v);
	double axis;

	if (!n) {
		fb_figure_sentence(f, "few_answers_all");
		return;
	}
	axis = fmax(AXIS, fb_trend_gutter(&f->cv, v, n));
	fb_draw_trend(&f->cv, v, n, f->x + axis, f->y + 4,
	    f->w - axis - LABELS, f->h - FOOT - 4);
}
