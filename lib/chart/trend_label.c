/* trend_label.c - what stands at the right end of a trend. */
#include <math.h>

#include "chart/trend.h"

enum { LABEL_STEP = 28, LABEL_STEP_LONG = 37, LABEL_STEP_SHORT = 11,
	LABEL_LEAST = 40, MARGIN = 4 };

const fb_colour fb_trend_inks[FB_TREND_SERIES] = { FB_CATEGORY1, FB_CATEGORY2,
	FB_CATEGORY3 };

static struct fb_text
end_name(struct fb_trend *t, size_t s, double width, int lines)
{
	struct fb_report *r = t->cv->report;
	fb_str all[FB_TREND_SERIES];
	struct fb_text name = { .role = FB_AXIS_BOLD, .align = FB_LEFT,
	    .colour = fb_trend_inks[s], .width = width, .max_lines = lines };

	for (size_t i = 0; i < t->nseries; i++)
		all[i] = fb_name_group(r, t->points[i][t->n[i] - 1]);
	name.s = all[s];
	name.s = fb_fit_name(t->cv, &name, all, t->nseries);
	return name;
}

/* The value and the interval beside it, as texts. */
static void
end_value(struct fb_trend *t, size_t s, struct fb_text *value,
    struct fb_text *margin)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];
	struct fb_buf b = {0};

	fb_show_value(&b, t->cv->words, c);
	*value = (struct fb_text){ .s = fb_keep(t->cv, &b), .role = FB_VALUE_END,
	    .align = FB_LEFT, .colour = fb_trend_inks[s] };
	fb_show_margin(&b, t->cv->words, c);
	*margin = (struct fb_text){ .s = fb_keep(t->cv, &b),
	    .role = FB_INTERVAL, .align = FB_LEFT };
	fb_buf_release(&b);
}

double
fb_trend_labels_width(struct fb_trend *t)
{
	struct fb_text value, margin, name;
	double most = LABEL_LEAST;

	for (size_t s = 0; s < t->nseries; s++) {
		name = end_name(t, s, t->label, 2);
		most = fmax(most, fb_page_measure(t->cv->page, &name).width);
		if (!fb_trend_shown(t->points[s][t->n[s] - 1]))
			continue;
		end_value(t, s, &value, &margin);
		most = fmax(most, fb_page_measure(t->cv->page, &value).width +
		    MARGIN + fb_page_measure(t->cv->page, &margin).width);
	}
	return ceil(most + 1);
}

static double
label_step(struct fb_trend *t)
{
	for (size_t s = 0; s < t->nseries; s++) {
		struct fb_text name = end_name(t, s, t->label, 2);

		if (fb_page_measure(t->cv->page, &name).lines > 1)
			return LABEL_STEP_LONG;
	}
	return LABEL_STEP;
}

static void
end_point(struct fb_trend *t, size_t s)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];
	double x = fb_trend_x(t, c->period.index), y = fb_trend_y(t, c->value);

	fb_page_disc(t->cv->page, x, y, 4.4, FB_WHITE);
	fb_page_disc(t->cv->page, x, y, 3.2, fb_trend_inks[s]);
}

static void
end_label(struct fb_trend *t, size_t s, double y)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];
	double x = t->px + t->pw + FB_TREND_APART, w;
	struct fb_text name, value, margin;

	if (fb_trend_shown(c)) {
		end_point(t, s);
		end_value(t, s, &value, &margin);
		w = fb_page_text(t->cv->page, &value, x, y + 4).width + MARGIN;
		if (w + fb_page_measure(t->cv->page, &margin).width <= t->label + 2)
			fb_page_text(t->cv->page, &margin, x + w, y + 4);
	} else {
		fb_page_text(t->cv->page, &(struct fb_text){ .role = FB_NOTE,
		    .s = fb_word(t->cv->words, "few_answers"), .align = FB_LEFT,
		    .width = t->label, .max_lines = 1 }, x, y + 3);
	}
	name = end_name(t, s, t->label, 2);
	fb_page_text(t->cv->page, &name, x, y + 14);
}

/* Value and name on one line, where there is no room for more. */
static void
short_label(struct fb_trend *t, size_t s, double y)
{
	const struct fb_cell *c = t->points[s][t->n[s] - 1];
	struct fb_text name, value, margin;
	double x = t->px + t->pw + FB_TREND_APART, w = 0;

	if (fb_trend_shown(c)) {
		end_point(t, s);
		end_value(t, s, &value, &margin);
		value.role = FB_AXIS_BOLD;
		w = fb_page_text(t->cv->page, &value, x, y + 3).width + MARGIN;
	}
	name = end_name(t, s, fmax(t->label - w, 10), 1);
	name.bold = false;
	fb_page_text(t->cv->page, &name, x + w, y + 3);
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
	if (step * (double)t->nseries > t->ph + 14)
		step = LABEL_STEP_SHORT;
	fb_spread(placed, t->nseries, step, t->py, step == LABEL_STEP_SHORT ?
	    t->py + t->ph : t->py + t->ph + 10 - step);
	for (size_t i = 0; i < t->nseries; i++)
		if (step == LABEL_STEP_SHORT)
			short_label(t, at[i], placed[i]);
		else
			end_label(t, at[i], placed[i]);
}
