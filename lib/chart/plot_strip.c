/* plot_strip.c - name, line over time, value and change of each group, or of each
 * metric where there are only totals. */
#include <math.h>

#include "chart/figure.h"

enum { SPARK = 60, GAP = 12, ROW_MIN = 29, ROW_MAX = 36, VALUE_MIN = 40,
	MARK = 14, NAME_MIN = 72 };

/* Where they begin; of names and lines how wide they are. Lines are the first to
 * go where there is little room: then they are 0 wide. */
struct columns {
	double names, spark, wide, value, change;
};

static double
width_of(struct fb_figure *f, enum fb_role role, fb_str s)
{
	return fb_page_measure(f->cv.page, &(struct fb_text){ .s = s,
	    .role = role }).width;
}

/* Names take what they need, and lines what the others leave. */
static struct columns
lay_out(struct fb_figure *f, const struct fb_cell *const *rows, size_t n)
{
	double value = VALUE_MIN, change = VALUE_MIN;
	struct fb_buf diff = {0};
	struct columns k;

	for (size_t i = 0; i < n; i++) {
		const struct fb_cell *c = rows[i];

		if (!fb_row_shown(c))
			continue;
		diff.n = 0;
		fb_show_diff(&diff, f->cv.words, c, c->prev.ok ? c->prev.diff : 0);
		value = fmax(value, width_of(f, FB_VALUE_END,
		    fb_value_words(f, c, c->value)));
		change = fmax(change, fmax(width_of(f, FB_NOTE,
		    fb_verdict(f->cv.report, c, &c->prev).words),
		    MARK + width_of(f, FB_CHANGE, fb_buf_str(&diff))));
	}
	fb_buf_release(&diff);
	k.change = f->x + f->w - change - 2;
	k.value = k.change - GAP - value;
	k.names = fmin(fb_names_width(f, f->names, f->n),
	    k.value - 2 * GAP - SPARK - f->x);
	k.spark = f->x + k.names + GAP;
	k.wide = k.value - GAP - 4 - k.spark;
	if (k.names >= fmin(NAME_MIN, fb_names_width(f, f->names, f->n)))
		return k;
	k.names = k.value - GAP - f->x;
	k.spark = k.value;
	k.wide = 0;
	return k;
}

static void
row(struct fb_figure *f, const struct columns *k, const struct fb_cell *c,
    double y, double h)
{
	double base = y + h / 2 + 3, spark = fmin(FB_SPARK_HEIGHT, h - 7);
	bool shown = fb_row_shown(c);

	fb_draw_words(f, f->by_metric ? fb_name_metric(f->cv.report, c) :
	    fb_name_group(f->cv.report, c), false, f->x, base, k->names,
	    FB_LEFT);
	if (!shown) {
		fb_canvas_put(&f->cv, FB_NOTE, k->spark, base, FB_LEFT, 0,
		    fb_row_why(f, c));
		return;
	}
	if (k->wide > 0)
		fb_draw_spark(&f->cv, c, k->spark, y + (h - spark) / 2,
		    k->wide, spark);
	fb_canvas_put(&f->cv, FB_VALUE_END, k->value, base + 2, FB_LEFT,
	    fb_is_wide(c) ? FB_TEXT3 : 0, fb_value_words(f, c, c->value));
	fb_draw_change(&f->cv, c, &c->prev, k->change, base - 4);
}

void
fb_plot_strip(struct fb_figure *f)
{
	const struct fb_cell **rows = fb_rows_shown_first(f);
	size_t n = fb_figure_fit(f, f->n, ROW_MIN, 0);
	double h = fmin(f->h / (double)n, ROW_MAX);
	struct columns k = lay_out(f, rows, n);

	for (size_t i = 0; i < n; i++) {
		double y = f->y + h * (double)i;

		row(f, &k, rows[i], y, h);
		if (i)
			fb_canvas_rule_part(&f->cv, f->x, y, f->w, 0.5, FB_HAIR);
	}
}
