/* figure_names.c - names and values of rows as words, and how wide they are. */
#include <math.h>

#include "chart/figure.h"

fb_str
fb_value_words(struct fb_figure *f, const struct fb_cell *c, double value)
{
	struct fb_cell copy = *c;
	struct fb_buf b = {0};
	fb_str s;

	copy.value = value;
	fb_show_value(&b, f->cv.words, &copy);
	s = fb_keep(&f->cv, &b);
	fb_buf_release(&b);
	return s;
}

void
fb_draw_words(struct fb_figure *f, fb_str s, bool bold, double x, double y,
    double width, enum fb_align align)
{
	struct fb_text t = { .s = s, .bold = bold, .role = FB_LABEL,
	    .align = align, .width = width, .max_lines = 1 };

	t.s = fb_fit_name(&f->cv, &t, f->names, f->n);
	fb_page_text(f->cv.page, &t, align == FB_RIGHT ? x - width : x, y);
}

void
fb_draw_name(struct fb_figure *f, const struct fb_cell *c, double x, double y,
    double width, enum fb_align align)
{
	fb_draw_words(f, fb_name_group(f->cv.report, c), false, x, y, width, align);
}

double
fb_names_width(struct fb_figure *f, const fb_str *names, size_t n)
{
	double most = f->w * 0.4, width = 0;

	for (size_t i = 0; i < n; i++) {
		struct fb_text t = { .s = names[i], .role = FB_LABEL,
		    .bold = true, .max_lines = 1 };

		width = fmax(width, fb_page_measure(f->cv.page, &t).width);
	}
	return fmin(most, ceil(width + 1));
}

double
fb_rows_width(struct fb_figure *f, const struct fb_cell *const *rows, size_t n)
{
	fb_str *names = fb_arena_zalloc(&f->cv.report->mem, n, sizeof *names);

	for (size_t i = 0; i < n; i++)
		names[i] = fb_name_group(f->cv.report, rows[i]);
	return fb_names_width(f, names, n);
}

double
fb_values_width(struct fb_figure *f, const struct fb_cell *const *rows, size_t n)
{
	double most = 0;

	for (size_t i = 0; i < n; i++)
		for (int before = 0; before <= rows[i]->prev.ok; before++) {
			struct fb_text t = { .role = FB_LABEL_BOLD,
			    .s = fb_value_words(f, rows[i], before ?
			    rows[i]->prev.value : rows[i]->value) };

			if (fb_row_shown(rows[i]))
				most = fmax(most,
				    fb_page_measure(f->cv.page, &t).width);
		}
	return most;
}
