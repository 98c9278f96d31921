/* plot_heat.c - groups by periods, the number in each cell. */
#include <math.h>

#include "chart/figure.h"

enum { NAME = 104, HEAD = 14, ROW_MAX = 30, PERIODS = 13 };

/* Between two colours, part of the way from a to b. */
static fb_colour
mix(fb_colour a, fb_colour b, double part)
{
	fb_colour out = 0;

	for (int shift = 16; shift >= 0; shift -= 8) {
		double x = a >> shift & 255, y = b >> shift & 255;

		out |= (fb_colour)lround(x + (y - x) * part) << shift;
	}
	return out;
}

/* Linear around the middle of all cells; red is worse whatever the metric. */
static fb_colour
fill_of(const struct fb_figure *f, const struct fb_cell *c, double middle,
    double reach)
{
	double part = reach > 0 ? (c->value - middle) / reach : 0;

	if (fb_str_eq(fb_name_better(f->cv.report, c), FB_LIT("down")))
		part = -part;
	return mix(FB_HEAT_MIDDLE, part < 0 ? FB_RED : FB_BLUE,
	    fmin(1, fabs(part)) * 0.85);
}

static double
light(fb_colour c)
{
	return 0.299 * (c >> 16 & 255) + 0.587 * (c >> 8 & 255) +
	    0.114 * (c & 255);
}

static void
square(struct fb_figure *f, const struct fb_cell *c, double middle, double reach,
    double x, double y, double w, double h)
{
	fb_colour fill;

	if (!fb_row_shown(c)) {
		fb_canvas_put(&f->cv, FB_AXIS, x + w / 2, y + h / 2 + 2.6, FB_CENTRE,
		    0, FB_LIT("\xc2\xb7"));
		return;
	}
	fill = fill_of(f, c, middle, reach);
	fb_page_rect(f->cv.page, x, y, w - 1, h - 1, fill);
	fb_canvas_put(&f->cv, FB_AXIS, x + w / 2, y + h / 2 + 2.6, FB_CENTRE,
	    light(fill) < 140 ? FB_WHITE : fb_is_wide(c) ? FB_TEXT2 : FB_INK,
	    fb_value_words(f, c, c->value));
}

/* Mean and largest distance from it over all that is shown. */
static void
spread(struct fb_figure *f, double *middle, double *reach)
{
	double sum = 0;
	size_t k = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0, n; i < f->n; i++) {
			const struct fb_cell **p = fb_history(f->cv.report,
			    f->rows[i], &n);

			for (size_t j = n > PERIODS ? n - PERIODS : 0; j < n; j++) {
				if (!fb_row_shown(p[j]))
					continue;
				if (pass)
					*reach = fmax(*reach, fabs(p[j]->value - *middle));
				sum += p[j]->value;
				k++;
			}
		}
		if (!pass)
			*middle = k ? sum / (double)k : 0;
	}
}

void
fb_plot_heat(struct fb_figure *f)
{
	double middle = 0, reach = 0, w = (f->w - NAME - 6) / PERIODS;
	double h = fmin((f->h - HEAD) / (double)f->n, ROW_MAX);
	int32_t last = f->rows[0]->period.index;

	spread(f, &middle, &reach);
	for (size_t i = 0, n; i < f->n; i++) {
		const struct fb_cell **p = fb_history(f->cv.report, f->rows[i], &n);
		double y = f->y + HEAD + h * (double)i;

		fb_draw_name(f, f->rows[i], f->x + NAME, y + h / 2 + 3, NAME,
		    FB_RIGHT);
		for (size_t j = 0; j < n; j++) {
			int32_t back = last - p[j]->period.index;
			double x = f->x + NAME + 6 + w * (PERIODS - 1 - back);

			if (back < 0 || back >= PERIODS)
				continue;
			square(f, p[j], middle, reach, x, y, w, h);
			if (i == 0)
				fb_canvas_put(&f->cv, back ? FB_AXIS : FB_AXIS_BOLD,
				    x + w / 2, f->y + 8, FB_CENTRE, 0,
				    fb_period_words(&f->cv, p[j]->period_label,
				    FB_PERIOD_AXIS));
		}
	}
}
