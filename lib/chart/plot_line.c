/* plot_line.c - a line over time for each group, three at most, others in grey. */
#include <math.h>

#include "chart/figure.h"
#include "chart/trend.h"

enum { AXIS = 32, FOOT = 18 };

#define LABELS 0.4 /* of the width, at most */

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

/* Behind n lines the groups that are not among them. Gives how many. */
static size_t
add_others(struct fb_figure *f, const struct fb_cell **v, size_t n)
{
	size_t grey = 0;

	for (size_t i = 0; i < f->n; i++) {
		bool in = !fb_row_shown(f->rows[i]);

		for (size_t k = 0; k < n; k++)
			in |= v[k] == f->rows[i];
		if (!in)
			v[n + grey++] = f->rows[i];
	}
	return grey;
}

/* "In grey, unnamed: 5. Fewer than 10 answers, not drawn: 1." */
static void
say_others(struct fb_figure *f, size_t grey, size_t few, size_t none)
{
	static const char *const keys[] = { "figure_grey", "figure_few",
		"figure_none" };
	const size_t counts[] = { grey, few, none };
	struct fb_buf b = {0};

	for (size_t i = 0; i < 3; i++) {
		if (!counts[i])
			continue;
		fb_say_next(&b, f->cv.words);
		fb_say(&b, f->cv.words, keys[i], (struct fb_slot[]){ { "n",
		    fb_count_words(&f->cv, counts[i]) } }, 1);
	}
	if (b.n)
		fb_figure_remark(f, fb_keep(&f->cv, &b));
	fb_buf_release(&b);
}

/* All groups where they are few, else the total and the largest, and the others
 * in grey; how many that are is said. */
static size_t
pick(struct fb_figure *f, const struct fb_cell **v, size_t *grey)
{
	size_t n = 0, few = 0, none = 0;

	if (f->n <= FB_TREND_SERIES) {
		memcpy(v, f->rows, f->n * sizeof *v);
		return f->n;
	}
	if (f->total)
		v[n++] = f->total;
	add_largest(f, v, &n);
	*grey = add_others(f, v, n);
	for (size_t i = 0; i < f->n; i++)
		if (!fb_row_shown(f->rows[i])) {
			few += fb_row_few(f->rows[i]);
			none += !fb_row_few(f->rows[i]);
		}
	if (n)
		say_others(f, *grey, few, none);
	return n;
}

void
fb_plot_line(struct fb_figure *f)
{
	const struct fb_cell **v = fb_arena_zalloc(&f->cv.report->mem,
	    f->n + FB_TREND_SERIES, sizeof *v);
	size_t grey = 0, n;
	double axis, label;

	if (!fb_figure_spans(f))
		return;
	n = pick(f, v, &grey);
	if (!n) {
		fb_figure_sentence(f, "few_answers_all");
		return;
	}
	axis = fmax(AXIS, fb_trend_gutter(&f->cv, v, n, grey));
	label = fb_trend_label(&f->cv, v, n, LABELS * f->w);
	fb_draw_trend(&f->cv, v, n, grey, (struct fb_trend_room){ f->x + axis,
	    f->y + 4, f->w - axis - label - FB_TREND_APART, f->h - FOOT - 4,
	    label, &f->also });
}
