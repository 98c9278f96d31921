/* trend.c - lines over time with their interval bands. */
#include <math.h>
#include <stdlib.h>

#include "chart/alt.h"
#include "chart/periods.h"
#include "chart/trend.h"

/* An interval may lie beyond what values can be, an axis does not. */
static void
widen(struct fb_ticks *a, const struct fb_cell *c, double v)
{
	struct fb_ticks all = fb_bounds(c);

	if (!isfinite(v))
		return;
	if (c->value >= all.lo && c->value <= all.hi)
		v = fmin(fmax(v, all.lo), all.hi);
	a->lo = fmin(a->lo, v);
	a->hi = fmax(a->hi, v);
}

static struct fb_ticks
axis_of(const struct fb_trend *t)
{
	struct fb_ticks a = { INFINITY, -INFINITY, 1 };
	bool zero = false;

	for (size_t s = 0; s < t->nall; s++)
		for (size_t i = 0; i < t->n[s]; i++) {
			const struct fb_cell *c = t->points[s][i];

			if (!fb_trend_shown(c))
				continue;
			widen(&a, c, c->value);
			widen(&a, c, c->has_interval ? c->lo : c->value);
			widen(&a, c, c->has_interval ? c->hi : c->value);
			zero |= fb_is_tally(c);
		}
	if (a.lo > a.hi)
		a = (struct fb_ticks){ 0, 1, 1 };
	if (zero)
		a.lo = 0;
	return fb_ticks_for(t->points[0][0], a.lo, a.hi);
}

static void
draw_grid(struct fb_trend *t)
{
	int ticks = fb_ticks_count(t->y);
	int every = fb_ticks_every(t->y, t->ph, FB_TICK_HIGH);

	for (int i = 0; i < ticks; i++) {
		double y = fb_trend_y(t, fb_tick_at(t->y, i));

		fb_canvas_rule_part(t->cv, t->px - 4, y, t->pw + 4,
		    i ? 0.5 : 0.8, i ? FB_GRID : FB_INK);
		if ((ticks - 1 - i) % every)
			continue;
		fb_canvas_put(t->cv, FB_AXIS, t->px - 9, y + 2.7, FB_RIGHT, 0,
		    fb_tick_words(t->cv, t->points[0][0], t->y, i));
	}
}

static void
draw_periods(struct fb_trend *t, enum fb_unit unit)
{
	fb_draw_periods(t->cv, &(struct fb_period_axis){ unit, t->first, t->last,
	    t->px, t->pw }, t->py + t->ph);
}

/* Points i .. of a series that follow each other without a gap. */
static size_t
run_length(const struct fb_trend *t, size_t s, size_t i)
{
	size_t k = 0;

	while (i + k < t->n[s] && fb_trend_shown(t->points[s][i + k]) && (!k ||
	    t->points[s][i + k]->period.index ==
	    t->points[s][i + k - 1]->period.index + 1))
		k++;
	return k;
}

static void
draw_band(struct fb_trend *t, size_t s, size_t from, size_t n)
{
	struct fb_point *v = fb_zalloc(2 * n, sizeof *v);

	for (size_t i = 0; i < n; i++) {
		const struct fb_cell *c = t->points[s][from + i];
		double x = fb_trend_x(t, c->period.index);

		v[i] = (struct fb_point){ x, fb_trend_y(t, c->has_interval ? c->hi : c->value) };
		v[2 * n - 1 - i] = (struct fb_point){ x,
		    fb_trend_y(t, c->has_interval ? c->lo : c->value) };
	}
	fb_page_veil(t->cv->page, fb_trend_inks[s], v, 2 * n);
	free(v);
}

static void
draw_line(struct fb_trend *t, size_t s, size_t from, size_t n)
{
	const struct fb_pen pen = { s < t->nseries ? fb_trend_inks[s] : FB_MID2,
	    s < t->nseries ? 1.8 : 0.9, 0 };
	struct fb_point *v = fb_zalloc(n, sizeof *v);

	for (size_t i = 0; i < n; i++) {
		const struct fb_cell *c = t->points[s][from + i];

		v[i] = (struct fb_point){ fb_trend_x(t, c->period.index), fb_trend_y(t, c->value) };
	}
	if (n > 1)
		fb_page_polyline(t->cv->page, pen, v, n);
	else
		fb_page_disc(t->cv->page, v[0].x, v[0].y, pen.width, pen.colour);
	free(v);
}

static void
each_run(struct fb_trend *t, size_t s, void (*draw)(struct fb_trend *, size_t, size_t,
    size_t))
{
	for (size_t i = 0, k; i < t->n[s]; i += k ? k : 1)
		if ((k = run_length(t, s, i)))
			draw(t, s, i, k);
}

static void
setup(struct fb_trend *t, const struct fb_cell *const *series, size_t n,
    size_t grey)
{
	t->nseries = n < FB_TREND_SERIES ? n : FB_TREND_SERIES;
	t->nall = t->nseries + grey;
	t->points = fb_arena_zalloc(&t->cv->report->mem, t->nall,
	    sizeof *t->points);
	t->n = fb_arena_zalloc(&t->cv->report->mem, t->nall, sizeof *t->n);
	t->first = INT32_MAX;
	t->last = INT32_MIN;
	for (size_t s = 0; s < t->nall; s++) {
		t->points[s] = fb_history(t->cv->report, series[s], &t->n[s]);
		if (t->points[s][0]->period.index < t->first)
			t->first = t->points[s][0]->period.index;
		if (series[s]->period.index > t->last)
			t->last = series[s]->period.index;
	}
	t->y = axis_of(t);
}

/* The words of marks stand above what is highest; where that leaves them no room,
 * the plot begins lower. */
static void
make_room(struct fb_trend *t)
{
	double top = t->py + t->ph, need = fb_trend_marks_height(t), lower;

	for (size_t s = 0; s < t->nall; s++)
		for (size_t i = 0; i < t->n[s]; i++) {
			const struct fb_cell *c = t->points[s][i];

			if (fb_trend_shown(c))
				top = fmin(top, fb_trend_y(t, s < t->nseries &&
				    c->has_interval ? c->hi : c->value));
		}
	t->words = t->py + 4;
	lower = (need - (top - t->py)) * t->ph / (t->py + t->ph - top);
	if (need <= 0 || !(lower > 0))
		return;
	lower = fmin(lower, t->ph / 3);
	t->py += lower;
	t->ph -= lower;
}

static void
draw_lines(struct fb_trend *t, enum fb_unit unit)
{
	fb_trend_collect(t);
	make_room(t);
	draw_grid(t);
	draw_periods(t, unit);
	for (size_t s = t->nseries; s-- > 0; )
		each_run(t, s, draw_band);
	fb_trend_marks(t);
	for (size_t s = t->nall; s-- > 0; )
		each_run(t, s, draw_line);
	fb_trend_gaps(t);
}

static void
say_marks(const struct fb_trend *t, struct fb_buf *b)
{
	for (size_t i = 0; i < t->nmarks; i++)
		fb_say_sentence(b, t->cv->words, t->marks[i].words);
}

/* What is marked is told with it. */
static void
end_picture(struct fb_trend *t, const struct fb_cell *const *series)
{
	struct fb_buf also = {0};

	say_marks(t, &also);
	fb_picture_end(t->cv, &(struct fb_picture){ .kind = FB_PICTURE_line,
	    .cells = series, .n = t->nall, .over_time = true, .x = t->px,
	    .y = t->py, .w = t->pw, .h = t->ph, .also = fb_buf_str(&also) });
	fb_buf_release(&also);
}

double
fb_trend_gutter(struct fb_canvas *cv, const struct fb_cell *const *series,
    size_t n, size_t grey)
{
	struct fb_trend t = { .cv = cv };

	setup(&t, series, n, grey);
	return fb_ticks_width(cv, series[0], t.y) + 10;
}

double
fb_trend_label(struct fb_canvas *cv, const struct fb_cell *const *series,
    size_t n, double most)
{
	struct fb_trend t = { .cv = cv, .label = most };

	setup(&t, series, n, 0);
	return fmin(most, fb_trend_labels_width(&t));
}

void
fb_draw_trend(struct fb_canvas *cv, const struct fb_cell *const *series,
    size_t n, size_t grey, struct fb_trend_room room)
{
	struct fb_trend t = { .cv = cv, .px = room.x, .py = room.y, .pw = room.w,
	    .ph = room.h, .label = room.label,
	    .alone = room.marked, .list_x = room.marked ? cv->left : room.x };

	setup(&t, series, n, grey);
	if (!room.marked)
		fb_page_tag(cv->page, FB_TAG_FIGURE);
	draw_lines(&t, series[0]->period.unit);
	fb_trend_labels(&t);
	if (room.marked)
		say_marks(&t, room.marked);
	else
		end_picture(&t, series);
	free(t.marks);
}

void
fb_draw_trend_alone(struct fb_canvas *cv, const struct fb_cell *c, double x,
    double y, double w, double h)
{
	struct fb_trend t = { .cv = cv, .px = x, .py = y, .pw = w, .ph = h,
	    .list_x = x };

	setup(&t, &c, 1, 0);
	fb_page_tag(cv->page, FB_TAG_FIGURE);
	draw_lines(&t, c->period.unit);
	end_picture(&t, &c);
	free(t.marks);
}
