/* marks.c - score marks, change marks and sparklines. */
#include <math.h>

#include "chart/canvas.h"

enum { SPARK_MAX = 13 };

void
fb_draw_dot(struct fb_canvas *cv, int rank, double x, double y)
{
	if (rank == 0)
		fb_page_square(cv->page, x - 3.6, y - 3.6, 7.2, 1.6, FB_RED);
	else if (rank == 2)
		fb_page_disc(cv->page, x, y, 3.8, FB_BLUE);
	else
		fb_page_ring(cv->page, x, y, 3.5,
		    (struct fb_pen){ FB_MID, 1.1, 0 });
}

/* A theme, a time or a name has no room in a mark: its shape says enough. */
static fb_str
mark_text(fb_str score, bool shaped)
{
	int64_t milli;

	if (score.n && score.n <= 4 && !fb_parse_milli(score, &milli, NULL))
		return score;
	return score.n && shaped ? FB_LIT("") : FB_LIT("\xe2\x80\x93");
}

void
fb_draw_mark(struct fb_canvas *cv, int rank, fb_str score, double x, double y)
{
	fb_str text = mark_text(score, rank >= 0);
	struct fb_text t = { .s = text, .role = FB_MARK, .align = FB_CENTRE,
	    .size = text.n > 3 ? 6.8 : 0 };

	if (!score.n)
		rank = -1;
	if (rank == 0)
		fb_page_square(cv->page, x - 8, y - 8, 16, 2.6, FB_RED);
	else if (rank == 2)
		fb_page_disc(cv->page, x, y, 8.2, FB_BLUE);
	else
		fb_page_ring(cv->page, x, y, 7.7, (struct fb_pen){ FB_MID,
		    score.n ? 1.3 : 0.8, 0 });
	t.colour = rank == 0 || rank == 2 ? FB_WHITE : FB_INK;
	if (text.n)
		fb_page_text(cv->page, &t, x, y + 2.9);
}

void
fb_draw_score(struct fb_canvas *cv, const struct fb_cell *c, fb_str group,
    fb_str score, double x, double y)
{
	int rank = fb_group_rank(c, group);

	if (rank >= 0 && fb_groups_turned(cv->report, c))
		rank = 2 - rank;
	fb_draw_mark(cv, rank, score, x, y);
}

void
fb_draw_change(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_versus *vs, double x, double y)
{
	struct fb_verdict v = fb_verdict(cv->report, c, vs);
	struct fb_buf b = {0};

	if (v.mark == FB_MARK_NONE) {
		fb_canvas_put(cv, FB_NOTE, x, y - 2, FB_LEFT, FB_TEXT2, v.words);
		return;
	}
	if (v.mark == FB_MARK_BAR)
		fb_page_line(cv->page, (struct fb_pen){ FB_INK, 1.2, 0 }, x, y - 4,
		    x + 8, y - 4);
	else
		fb_page_triangle(cv->page, x + 4, y - 4, 8, v.up,
		    v.mark == FB_MARK_FILLED, v.clear ? v.colour : FB_TEXT2);
	fb_show_diff(&b, cv->words, c, vs->diff);
	fb_page_text(cv->page, &(struct fb_text){ .s = fb_buf_str(&b),
	    .role = FB_CHANGE, .align = FB_LEFT, .bold = v.clear,
	    .colour = v.clear ? v.colour : FB_INK }, x + 13.5, y);
	fb_canvas_put(cv, FB_NOTE, x, y + 12.5, FB_LEFT,
	    v.clear ? v.colour : FB_TEXT2, v.words);
	fb_buf_release(&b);
}

/* From the lowest to the highest thing drawn, and wide enough that noise looks
 * like noise: at least six times the half interval. */
struct extent {
	double lo, hi;
};

struct box {
	double x, y, w, h;
};

static void
include(struct extent *e, double v)
{
	if (v < e->lo)
		e->lo = v;
	if (v > e->hi)
		e->hi = v;
}

static struct extent
spark_extent(const struct fb_cell *const *points, size_t n)
{
	const struct fb_cell *last = points[n - 1];
	struct extent e = { INFINITY, -INFINITY };
	double least, middle;

	for (size_t i = 0; i < n; i++)
		if (points[i]->has_value)
			include(&e, points[i]->value);
	least = last->has_interval ? 3 * (last->hi - last->lo) :
	    0.1 * fabs(last->value);
	middle = (e.hi + e.lo) / 2;
	if (e.hi - e.lo < least)
		e = (struct extent){ middle - least / 2, middle + least / 2 };
	if (e.hi - e.lo <= 0)
		e = (struct extent){ middle - 1, middle + 1 };
	return e;
}

static double
spark_y(struct extent e, double v, struct box at)
{
	double part = (e.hi - v) / (e.hi - e.lo), pad = at.h / 14;

	return at.y + pad + (at.h - 2 * pad) * (part < 0 ? 0 : part > 1 ? 1 : part);
}

static void
spark_band(struct fb_canvas *cv, const struct fb_cell *const *points, size_t n,
    struct extent e, struct box at)
{
	struct fb_interval range = fb_normal_range(points, n);
	double top, bottom;

	if (!range.ok)
		return;
	top = spark_y(e, range.hi, at);
	bottom = spark_y(e, range.lo, at);
	fb_page_rect(cv->page, at.x, top, at.w, fmax(bottom - top, 1), FB_NORMAL);
}

static double
spark_x(const struct fb_cell *const *points, size_t n, size_t i, struct box at)
{
	int32_t first = points[0]->period.index;

	return at.x + at.w * (points[i]->period.index - first) /
	    (double)(points[n - 1]->period.index - first);
}

/* Runs of neighbouring periods; a missing one breaks the line. */
static void
spark_line(struct fb_canvas *cv, const struct fb_cell *const *points, size_t n,
    struct extent e, struct box at)
{
	const struct fb_pen pen = { FB_TEXT2, 1.1, 0 };
	struct fb_point run[SPARK_MAX];
	size_t k = 0;

	for (size_t i = 0; i <= n; i++) {
		if (i < n && points[i]->has_value && !fb_is_small(points[i])) {
			run[k++] = (struct fb_point){ spark_x(points, n, i, at),
			    spark_y(e, points[i]->value, at) };
			if (i + 1 < n && points[i + 1]->period.index ==
			    points[i]->period.index + 1)
				continue;
		}
		if (k > 1)
			fb_page_polyline(cv->page, pen, run, k);
		else if (k)
			fb_page_disc(cv->page, run[0].x, run[0].y, 0.9, FB_TEXT2);
		k = 0;
	}
}

void
fb_draw_spark(struct fb_canvas *cv, const struct fb_cell *c, double x, double y,
    double w, double h)
{
	size_t n;
	const struct fb_cell **points = fb_history(cv->report, c, &n);
	struct fb_verdict v = fb_verdict(cv->report, c, &c->prev);
	struct box at = { x, y, w, h };
	struct extent e;

	if (n > SPARK_MAX) {
		points += n - SPARK_MAX;
		n = SPARK_MAX;
	}
	if (n < 3 || fb_is_small(c))
		return;
	e = spark_extent(points, n);
	fb_page_clip(cv->page, x - 4, y - 1, w + 8, h + 2);
	spark_band(cv, points, n, e, at);
	spark_line(cv, points, n, e, at);
	fb_page_unclip(cv->page);
	fb_page_disc(cv->page, x + w, spark_y(e, c->value, at), 2.4,
	    v.clear ? v.colour : FB_TEXT2);
}
