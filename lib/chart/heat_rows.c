/* heat_rows.c - which groups and periods a map shows, and around what. */
#include <math.h>

#include "chart/heat.h"

const struct fb_versus *
fb_heat_versus(const struct fb_heat *t, const struct fb_cell *c)
{
	return t->yoy ? &c->yoy : &c->prev;
}

const struct fb_cell **
fb_heat_points(const struct fb_heat *t, const struct fb_cell *row, size_t *n)
{
	const struct fb_cell **p = fb_history(t->cv->report, row, n);

	while (*n && p[0]->period.index < t->first) {
		p++;
		(*n)--;
	}
	return p;
}

/* Is there a number to show in any period? */
static bool
has_points(const struct fb_heat *t, const struct fb_cell *row)
{
	size_t n;
	const struct fb_cell **p = fb_history(t->cv->report, row, &n);

	for (size_t i = n > FB_HEAT_PERIODS ? n - FB_HEAT_PERIODS : 0; i < n; i++)
		if (!fb_is_small(p[i]))
			return true;
	return false;
}

static void
pick_rows(struct fb_heat *t)
{
	size_t most = FB_HEAT_ROWS - (t->slide.cell != NULL);

	for (size_t i = 0; i < t->of->n && t->n < most; i++)
		if (t->of->rows[i] != t->slide.cell &&
		    has_points(t, t->of->rows[i]))
			t->rows[t->n++] = t->of->rows[i];
	if (t->slide.cell)
		t->rows[t->n++] = t->slide.cell;
}

/* On the period before like all other pages, unless only the year tells. */
static void
pick_versus(struct fb_heat *t)
{
	bool before = false, year = false;

	for (size_t i = 0; i < t->n; i++) {
		before |= t->rows[i]->prev.ok;
		year |= t->rows[i]->yoy.ok;
	}
	t->yoy = t->slide.cell ? t->slide.vs == &t->slide.cell->yoy :
	    year && !before;
}

static void
pick_periods(struct fb_heat *t)
{
	t->last = t->rows[0]->period.index;
	t->first = t->last;
	for (size_t i = 0, n; i < t->n; i++) {
		const struct fb_cell **p = fb_history(t->cv->report, t->rows[i], &n);

		t->first = n && p[0]->period.index < t->first ?
		    p[0]->period.index : t->first;
	}
	if (t->last - t->first >= FB_HEAT_PERIODS)
		t->first = t->last - FB_HEAT_PERIODS + 1;
}

/* The mean of the total over these periods, else of all cells. Gives how many
 * cells have a value. */
static size_t
pick_shade(struct fb_heat *t)
{
	double sum[2] = {0};
	size_t k[2] = {0}, n;

	for (size_t i = 0; i <= t->n; i++) {
		const struct fb_cell *row = i < t->n ? t->rows[i] : t->of->total;
		const struct fb_cell **p = row ? fb_heat_points(t, row, &n) : NULL;

		for (size_t j = 0; p && j < n; j++)
			if (!fb_is_small(p[j])) {
				sum[i == t->n] += p[j]->value;
				k[i == t->n]++;
			}
	}
	t->shade.middle = k[1] ? sum[1] / (double)k[1] :
	    k[0] ? sum[0] / (double)k[0] : 0;
	for (size_t i = 0; i < t->n; i++) {
		const struct fb_cell **p = fb_heat_points(t, t->rows[i], &n);

		for (size_t j = 0; j < n; j++)
			fb_shade_reach(&t->shade, p[j]);
	}
	return k[0];
}

bool
fb_heat_setup(struct fb_heat *t, struct fb_canvas *cv,
    const struct fb_breakdown *of)
{
	fb_str better = fb_name_better(cv->report, of->rows[0]);

	*t = (struct fb_heat){ .cv = cv, .of = of,
	    .slide = fb_breakdown_slide(cv->report, of) };
	if (of->n < 2 || fb_is_tally(of->rows[0]) || !of->rows[0]->has_period ||
	    of->rows[0]->period.unit < FB_DAY ||
	    (!fb_str_eq(better, FB_LIT("up")) && !fb_str_eq(better, FB_LIT("down"))))
		return false;
	pick_rows(t);
	if (t->n < 2)
		return false;
	pick_versus(t);
	pick_periods(t);
	return pick_shade(t) > 1 && t->last > t->first;
}
