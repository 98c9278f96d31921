/* trend_label.c - what stands at the right end of a trend. */
#include "chart/trend.h"

enum { LABEL_STEP = 26, LABEL_STEP_LONG = 35, LABEL_WIDTH = 78 };

const fb_colour fb_trend_inks[FB_TREND_SERIES] = { FB_CATEGORY1, FB_CATEGORY2,
	FB_CATEGORY3 };

static struct fb_text
end_name(struct fb_trend *t, size_t s)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];

	return (struct fb_text){ .s = fb_name_group(t->cv->report, c),
	    .role = FB_AXIS_BOLD, .align = FB_LEFT, .colour = fb_trend_inks[s],
	    .width = LABEL_WIDTH, .max_lines = 2 };
}

static double
label_step(struct fb_trend *t)
{
	for (size_t s = 0; s < t->nseries; s++) {
		struct fb_text name = end_name(t, s);

		if (fb_page_measure(t->cv->page, &name).lines > 1)
			return LABEL_STEP_LONG;
	}
	return LABEL_STEP;
}

static void
end_label(struct fb_trend *t, size_t s, double y)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];
	double x = t->px + t->pw + 9, w;
	struct fb_text name;
	struct fb_buf b = {0};

	if (fb_trend_shown(c)) {
		fb_page_disc(t->cv->page, fb_trend_x(t, c->period.index), fb_trend_y(t, c->value),
		    4.4, FB_WHITE);
		fb_page_disc(t->cv->page, fb_trend_x(t, c->period.index), fb_trend_y(t, c->value),
		    3.2, fb_trend_inks[s]);
		fb_show_value(&b, t->cv->words, c);
		w = fb_canvas_put(t->cv, FB_VALUE_END, x, y + 4, FB_LEFT, fb_trend_inks[s],
		    fb_keep(t->cv, &b));
		fb_show_margin(&b, t->cv->words, c);
		fb_canvas_put(t->cv, FB_INTERVAL, x + w + 4, y + 4, FB_LEFT, 0,
		    fb_keep(t->cv, &b));
	} else {
		fb_canvas_put(t->cv, FB_NOTE, x, y + 3, FB_LEFT, 0,
		    fb_word(t->cv->words, "few_answers"));
	}
	name = end_name(t, s);
	fb_page_text(t->cv->page, &name, x, y + 14);
	fb_buf_release(&b);
}

/* By value, the highest first, and by number where they are equal. */
static void
sort_ends(size_t *at, const double *y, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t k = i;

		for (; k && y[at[k - 1]] > y[i]; k--)
			at[k] = at[k - 1];
		at[k] = i;
	}
}

void
fb_trend_labels(struct fb_trend *t)
{
	double y[FB_TREND_SERIES], placed[FB_TREND_SERIES];
	size_t at[FB_TREND_SERIES];
	double step = label_step(t);

	for (size_t s = 0; s < t->nseries; s++) {
		const struct fb_cell *c = t->points[s][t->n[s] - 1];

		y[s] = fb_trend_shown(c) ? fb_trend_y(t, c->value) : t->py + t->ph;
	}
	sort_ends(at, y, t->nseries);
	for (size_t i = 0; i < t->nseries; i++)
		placed[i] = y[at[i]];
	fb_spread(placed, t->nseries, step, t->py, t->py + t->ph + 10 - step);
	for (size_t i = 0; i < t->nseries; i++)
		end_label(t, at[i], placed[i]);
}
