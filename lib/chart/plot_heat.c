/* plot_heat.c - groups by periods, the number in each cell. */
#include <math.h>

#include "chart/figure.h"
#include "chart/shade.h"

enum { HEAD = 14, ROW_MIN = 12, ROW_MAX = 30, PERIODS = 13, CELL_MAX = 56 };

struct heat {
	struct fb_figure *f;
	const struct fb_cell **rows;
	size_t n;
	int32_t last;          /* period at the right */
	int32_t columns;
	double names, x, w, h; /* of the cells */
	struct fb_shade shade;
};

/* What the shades span and what a cell needs, over all that is shown. */
static double
survey(struct heat *k, int pass, double *sum, size_t *count)
{
	double widest = 0;

	for (size_t i = 0, n; i < k->n; i++) {
		const struct fb_cell **p = fb_history(k->f->cv.report, k->rows[i],
		    &n);

		for (size_t j = n > PERIODS ? n - PERIODS : 0; j < n; j++) {
			struct fb_text t = { .role = FB_AXIS };

			if (!fb_row_shown(p[j]))
				continue;
			t.s = fb_value_words(k->f, p[j], p[j]->value);
			widest = fmax(widest,
			    fb_page_measure(k->f->cv.page, &t).width);
			*sum += p[j]->value;
			++*count;
			if (pass)
				fb_shade_reach(&k->shade, p[j]);
		}
	}
	return widest;
}

/* How many periods there are up to the last: PERIODS at most. */
static int32_t
span_of(const struct heat *k)
{
	int32_t span = 1;

	for (size_t i = 0, n; i < k->n; i++) {
		const struct fb_cell **p = fb_history(k->f->cv.report, k->rows[i],
		    &n);

		for (size_t j = 0; j < n; j++)
			if (k->last - p[j]->period.index + 1 > span)
				span = k->last - p[j]->period.index + 1;
	}
	return span < PERIODS ? span : PERIODS;
}

static void
lay_out(struct heat *k)
{
	struct fb_figure *f = k->f;
	double sum = 0, room, need;
	size_t count = 0;
	int32_t span = span_of(k), fits;

	survey(k, 0, &sum, &count);
	k->shade.plain = !fb_figure_judged(f);
	k->shade.middle = count ? sum / (double)count : 0;
	need = fmax(22, survey(k, 1, &sum, &count) + 6);
	k->names = fb_rows_width(f, k->rows, k->n);
	room = f->w - k->names - 8;
	fits = (int32_t)fmax(1, floor(room / need));
	k->columns = span < fits ? span : fits;
	k->w = fmin(room / k->columns, CELL_MAX);
	k->x = f->x + k->names + 8;
}

/* Periods above their cells, the last bold. */
static void
draw_heads(struct heat *k)
{
	struct fb_buf b = {0};

	for (int32_t i = 0; i < k->columns; i++) {
		int32_t back = k->columns - 1 - i;

		fb_put_period(&b, (struct fb_period){ k->rows[0]->period.unit,
		    k->last - back });
		fb_canvas_put(&k->f->cv, back ? FB_AXIS : FB_AXIS_BOLD, k->x +
		    k->w * (i + 0.5), k->f->y + 8, FB_CENTRE, 0,
		    fb_period_words(&k->f->cv, fb_keep(&k->f->cv, &b),
		    FB_PERIOD_AXIS));
	}
	fb_buf_release(&b);
}

static void
draw_row(struct heat *k, const struct fb_cell *row, double y)
{
	size_t n;
	const struct fb_cell **p = fb_history(k->f->cv.report, row, &n);

	fb_draw_name(k->f, row, k->f->x + k->names, y + k->h / 2 + 2.6, k->names,
	    FB_RIGHT);
	for (size_t j = 0; j < n; j++) {
		int32_t back = k->last - p[j]->period.index;

		if (back >= 0 && back < k->columns)
			fb_draw_shade(&k->f->cv, k->shade, p[j], true, k->x +
			    k->w * (k->columns - 1 - back), y, k->w, k->h);
	}
}

void
fb_plot_heat(struct fb_figure *f)
{
	struct heat k = { .f = f, .rows = fb_rows_shown_first(f),
	    .last = f->rows[0]->period.index };

	k.n = fb_figure_fit(f, f->n, ROW_MIN, HEAD);
	lay_out(&k);
	k.h = fmin((f->h - HEAD) / (double)k.n, ROW_MAX);
	draw_heads(&k);
	for (size_t i = 0; i < k.n; i++)
		draw_row(&k, k.rows[i], f->y + HEAD + k.h * (double)i);
}
