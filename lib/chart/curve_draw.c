/* curve_draw.c - a journey's curve on the page. */
#include <math.h>
#include <stdlib.h>

#include "chart/curve.h"

enum { CLEAR = 20, BEYOND = 34, NAMED_GAP = 11, LONG = 34, ASIDE = 16 };

static bool
is_clear_of(const struct fb_curve *k, size_t i, double y)
{
	const struct fb_cell *c = k->stages.v[i].cell;

	return !fb_stage_drawn(&k->stages.v[i]) ||
	    fabs(fb_curve_y(k, c->value) - y) > CLEAR;
}

/* Dotted, and named at an end that the curve leaves free. */
static void
draw_neutral(struct fb_curve *k)
{
	double y = fb_curve_y(k, k->neutral);
	fb_str word = fb_word(k->cv->words, "neutral");

	fb_page_line(k->cv->page, (struct fb_pen){ FB_MID, 0.9, 1.2 }, k->x, y,
	    k->x + k->w, y);
	if (is_clear_of(k, k->stages.n - 1, y))
		fb_canvas_put(k->cv, FB_NOTE, k->x + k->w, y - 3, FB_RIGHT, 0,
		    word);
	else if (is_clear_of(k, 0, y))
		fb_canvas_put(k->cv, FB_NOTE, k->x + 2, y - 3, FB_LEFT, 0, word);
}

static void
draw_grid(struct fb_curve *k, const struct fb_cell *c)
{
	int ticks = fb_ticks_count(k->axis);
	int every = fb_ticks_every(k->axis, k->h, FB_TICK_HIGH);

	for (int i = 0; i < ticks; i++) {
		double y = fb_curve_y(k, fb_tick_at(k->axis, i));

		fb_canvas_rule_part(k->cv, k->x, y, k->w, 0.5, FB_GRID);
		if ((ticks - 1 - i) % every)
			continue;
		fb_canvas_put(k->cv, FB_AXIS, k->x - 6, y + 2.7, FB_RIGHT, 0,
		    fb_tick_words(k->cv, c, k->axis, i));
	}
	if (!isnan(k->neutral))
		draw_neutral(k);
}

static bool
in_line(const struct fb_curve *k, size_t i, bool before)
{
	return i < k->stages.n && fb_stage_drawn(&k->stages.v[i]) &&
	    (!before || k->stages.v[i].cell->prev.ok);
}

/* One curve through each run of stages that are drawn. */
static void
draw_runs(struct fb_curve *k, struct fb_pen pen, bool before)
{
	struct fb_point *v = fb_zalloc(k->stages.n, sizeof *v);
	struct fb_point *path = fb_zalloc(3 * k->stages.n, sizeof *path);
	size_t n = 0;

	for (size_t i = 0; i <= k->stages.n; i++) {
		if (in_line(k, i, before)) {
			const struct fb_cell *c = k->stages.v[i].cell;

			v[n++] = (struct fb_point){ fb_curve_x(k, i),
			    fb_curve_y(k, before ? c->prev.value : c->value) };
			continue;
		}
		if (n > 1) {
			fb_curve_path(v, n, path);
			fb_page_curve(k->cv->page, pen, path, 1 + 3 * (n - 1));
		}
		n = 0;
	}
	free(v);
	free(path);
}

/* Above the point when the curve turns down there, else below. */
static bool
label_above(const struct fb_curve *k, size_t i)
{
	const struct fb_stage *v = k->stages.v;
	double left = in_line(k, i - 1, false) ? v[i - 1].cell->value : NAN;
	double right = in_line(k, i + 1, false) ? v[i + 1].cell->value : NAN;
	double side = isnan(left) ? right : isnan(right) ? left :
	    (left + right) / 2;

	if (k->crowded)
		return i % 2;
	return isnan(side) || v[i].cell->value >= side;
}

/* How far the period before is from this one, where its name has room: on the
 * other side than the figure, or well beyond that, and where it has a line. */
static double
room_before(const struct fb_curve *k, size_t i)
{
	const struct fb_cell *c = k->stages.v[i].cell;
	double gap;

	if (!in_line(k, i, true) ||
	    (!in_line(k, i - 1, true) && !in_line(k, i + 1, true)))
		return 0;
	gap = fabs(fb_curve_y(k, c->prev.value) - fb_curve_y(k, c->value));
	if ((c->prev.value > c->value) == label_above(k, i) && gap < BEYOND)
		return 0;
	return gap;
}

/* Does the curve cross the height of the period before on its way to stage j? */
static bool
crosses(const struct fb_curve *k, size_t i, size_t j)
{
	const struct fb_stage *v = k->stages.v;
	double before = v[i].cell->prev.value;

	return in_line(k, j, false) &&
	    (v[i].cell->value < before) != (v[j].cell->value < before);
}

/* How far to the left the name stands, so that the curve does not run through. */
static double
aside(const struct fb_curve *k, size_t i)
{
	return ASIDE * (crosses(k, i, i + 1) - crosses(k, i, i - 1));
}

/* The period before has its name where it is farthest from this one. */
static void
name_before(struct fb_curve *k)
{
	const struct fb_cell *far;
	struct fb_text t = { .role = FB_NOTE, .align = FB_CENTRE };
	size_t at = 0;
	double x, y, half;

	for (size_t i = 0; i < k->stages.n; i++)
		if (room_before(k, i) > room_before(k, at))
			at = i;
	if (room_before(k, at) < NAMED_GAP)
		return;
	far = k->stages.v[at].cell;
	y = fb_curve_y(k, far->prev.value);
	y += far->prev.value > far->value ? -4 : 10;
	if (y > k->y + k->h - 2)
		return;
	t.s = fb_period_words(k->cv, far->prev.period, FB_PERIOD_BARE);
	half = fb_page_measure(k->cv->page, &t).width / 2;
	x = fmin(fb_curve_x(k, at) - aside(k, at), k->x + k->w - half);
	x = fmax(x, k->x + half + 2);
	fb_page_halo(k->cv->page, x - half - 1, y - 6.5, 2 * half + 2, 8.5);
	fb_page_text(k->cv->page, &t, x, y);
}

/* Where the figure of a stage stands: beyond its interval, or beside the point
 * when that is long. */
static struct fb_point
label_place(const struct fb_curve *k, size_t i, double w)
{
	const struct fb_cell *c = k->stages.v[i].cell;
	bool above = label_above(k, i);
	double x = fb_curve_x(k, i), y = fb_curve_y(k, c->value), end = y;

	if (c->has_interval)
		end = fb_curve_y(k, above ? c->hi : c->lo);
	if (fabs(end - y) > LONG) {
		double side = x + w + 7 > k->x + k->w ? -1 : 1;

		return (struct fb_point){ x + side * (w / 2 + 7),
		    y + (above ? -5 : 12) };
	}
	above |= fmax(end + 10, y + 13) > k->y + k->h + 5;
	if (above && c->has_interval)
		end = fb_curve_y(k, c->hi);
	return (struct fb_point){ x, above ? fmin(end - 4, y - 7) :
	    fmax(end + 10, y + 13) };
}

static void
draw_label(struct fb_curve *k, size_t i, fb_colour ink, bool low)
{
	const struct fb_cell *c = k->stages.v[i].cell;
	struct fb_verdict v = fb_verdict(k->cv->report, c, &c->prev);
	struct fb_point at;
	struct fb_buf b = {0};
	struct fb_text t = { .role = low ? FB_LABEL_BOLD : FB_LABEL,
	    .align = FB_CENTRE, .colour = ink };
	double w;

	fb_show_value(&b, k->cv->words, c);
	t.s = fb_buf_str(&b);
	w = fb_page_measure(k->cv->page, &t).width;
	at = label_place(k, i, w);
	at.x = fmax(fmin(at.x, k->x + k->w - w / 2), k->cv->left + w / 2);
	fb_page_halo(k->cv->page, at.x - w / 2 - 1, at.y - 7, w + 2, 8.5);
	fb_page_text(k->cv->page, &t, at.x, at.y);
	if (v.clear)
		fb_page_triangle(k->cv->page, at.x + w / 2 + 6, at.y - 3, 6, v.up,
		    true, v.colour);
	fb_buf_release(&b);
}

static void
draw_knot(struct fb_curve *k, size_t i, bool low)
{
	const struct fb_cell *c = k->stages.v[i].cell;
	double x = fb_curve_x(k, i), y = fb_curve_y(k, c->value);
	fb_colour ink = low ? FB_RED : FB_BLUE;
	struct fb_page *p = k->cv->page;

	fb_page_disc(p, x, y, 4.6, FB_WHITE);
	if (c->has_interval)
		fb_page_line(p, (struct fb_pen){ ink, 1.1, 0 }, x,
		    fb_curve_y(k, c->hi), x, fb_curve_y(k, c->lo));
	if (fb_is_wide(c))
		fb_page_ring(p, x, y, 3, (struct fb_pen){ ink, 1.3, 0 });
	else
		fb_page_disc(p, x, y, low ? 4 : 3.2, ink);
}

/* For each stage: is it one of the low ones? */
static bool *
mark_lows(const struct fb_curve *k)
{
	bool *low = fb_zalloc(k->stages.n, sizeof *low);
	size_t *lows = fb_zalloc(k->stages.n, sizeof *lows);
	size_t n = fb_curve_lows(k, lows, k->stages.n);

	for (size_t i = 0; i < n; i++)
		low[lows[i]] = true;
	free(lows);
	return low;
}

/* The points, and then the figures over them. */
static void
draw_knots(struct fb_curve *k, const bool *low)
{
	for (size_t i = 0; i < k->stages.n; i++)
		if (fb_stage_drawn(&k->stages.v[i]))
			draw_knot(k, i, low[i]);
	for (size_t i = 0; i < k->stages.n; i++) {
		const struct fb_cell *c = k->stages.v[i].cell;

		if (fb_stage_drawn(&k->stages.v[i]))
			draw_label(k, i, fb_is_wide(c) ? FB_TEXT2 :
			    low[i] ? FB_RED : FB_INK, low[i]);
	}
}

/* Is the widest figure wider than a stage's column? */
static bool
is_crowded(const struct fb_curve *k)
{
	struct fb_buf b = {0};
	bool wide = false;

	for (size_t i = 0; i < k->stages.n; i++) {
		struct fb_text t = { .role = FB_LABEL_BOLD };

		b.n = 0;
		if (fb_stage_drawn(&k->stages.v[i]))
			fb_show_value(&b, k->cv->words, k->stages.v[i].cell);
		t.s = fb_buf_str(&b);
		wide |= fb_page_measure(k->cv->page, &t).width + 2 >
		    k->w / (double)k->stages.n;
	}
	fb_buf_release(&b);
	return wide;
}

void
fb_curve_draw(struct fb_curve *k)
{
	bool *low = mark_lows(k);
	size_t first = 0;

	while (!fb_stage_drawn(&k->stages.v[first]))
		first++;
	k->crowded = is_crowded(k);
	draw_grid(k, k->stages.v[first].cell);
	draw_runs(k, (struct fb_pen){ FB_MID2, 1.6, 0 }, true);
	draw_runs(k, (struct fb_pen){ FB_BLUE, 2, 0 }, false);
	name_before(k);
	draw_knots(k, low);
	fb_curve_names(k, low);
	free(low);
}
