/* trend_lines.c - the lines of marks on a trend, and its natural limits. */
#include <math.h>

#include "chart/trend.h"

enum { ROW = 12, CLEAR = 9, APART = 4 };

/* The boundary in front of a period; false when it is not on the plot. */
static bool
boundary(const struct fb_trend *t, fb_str label, double *x)
{
	struct fb_period p;

	if (fb_period_parse(label, &p) || p.index <= t->first || p.index > t->last)
		return false;
	*x = (fb_trend_x(t, p.index) + fb_trend_x(t, p.index - 1)) / 2;
	return true;
}

/* Below a change of level those boundaries that are nearly as likely. */
static void
draw_likely(struct fb_trend *t, size_t s)
{
	const struct fb_beside *b = &t->cv->report->beside;
	double from, until;

	for (size_t i = 0; i < b->nshifts; i++)
		if (b->shifts[i].signal && fb_beside_fits(&b->shifts[i].about,
		    t->points[s][t->n[s] - 1]) &&
		    boundary(t, b->shifts[i].from, &from) &&
		    boundary(t, b->shifts[i].until, &until))
			fb_canvas_rule_part(t->cv, from - 1, t->py + t->ph - 2,
			    until - from + 2, 3, fb_trend_inks[s]);
}

/* One line where several marks stand: dashes on dashes are none. */
static bool
is_again(const struct fb_trend *t, size_t i)
{
	for (size_t k = t->hidden; k < i; k++)
		if (t->marks[k].kind != FB_TREND_RULE &&
		    t->marks[k].index == t->marks[i].index)
			return true;
	return false;
}

static void
draw_mark(struct fb_trend *t, const struct fb_trend_mark *m, double top, bool again)
{
	const struct fb_cell *c = t->points[m->series][t->n[m->series] - 1];
	double x = fb_trend_mark_x(t, m);

	if (m->kind == FB_TREND_RULE)
		fb_page_ring(t->cv->page, x, fb_trend_y(t, c->value), 7,
		    (struct fb_pen){ FB_INK, 1.1, 0 });
	else if (!again)
		fb_page_line(t->cv->page, (struct fb_pen){ m->ink, 0.8, 2.4 }, x,
		    top, x, t->py + t->ph);
	if (m->kind == FB_TREND_SHIFT)
		draw_likely(t, m->series);
}

/* How near a line comes to a box, from left to right: does it cross it? */
static bool
is_crossed(const struct fb_trend *t, double left, double right, double top,
    double foot)
{
	for (size_t s = 0; s < t->nall; s++)
		for (size_t i = 0; i < t->n[s]; i++) {
			const struct fb_cell *c = t->points[s][i];
			const struct fb_cell *p = t->points[s][i ? i - 1 : 0];
			double lo, hi;

			if (!fb_trend_shown(c) || !fb_trend_shown(p) ||
			    c->period.index > p->period.index + 1 ||
			    fb_trend_x(t, c->period.index) < left ||
			    fb_trend_x(t, p->period.index) > right)
				continue;
			lo = fmin(fb_trend_y(t, c->value), fb_trend_y(t, p->value));
			hi = fmax(fb_trend_y(t, c->value), fb_trend_y(t, p->value));
			if (hi > top && lo < foot)
				return true;
		}
	return false;
}

/* ---- where a line is broken ---- */

/* What breaks a line between two of its points: nothing was said, or by too few. */
static fb_str
gap_words(struct fb_trend *t, size_t s, size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (fb_is_small(t->points[s][i]))
			return fb_word(t->cv->words, "few_answers");
	return fb_word(t->cv->words, "trend_gap");
}

/* In the middle of the gap, at the height of the line or at the foot of the
 * plot, where it has room there. */
static bool
draw_gap(struct fb_trend *t, size_t s, size_t from, size_t to)
{
	const struct fb_cell *a = t->points[s][from], *b = t->points[s][to];
	double left = fb_trend_x(t, a->period.index);
	double right = fb_trend_x(t, b->period.index);
	struct fb_text text = { .s = gap_words(t, s, from, to),
	    .role = FB_SOURCE, .align = FB_CENTRE, .colour = FB_TEXT2 };
	double w = fb_page_measure(t->cv->page, &text).width;
	double x = (left + right) / 2, at[] = { 3 + (fb_trend_y(t, a->value) +
	    fb_trend_y(t, b->value)) / 2, t->py + t->ph - 5 };

	if (w + 2 * APART > right - left)
		return false;
	for (int i = 0; i < 2; i++)
		if (!is_crossed(t, x - w / 2, x + w / 2, at[i] - CLEAR, at[i] + 3)) {
			fb_page_halo(t->cv->page, x - w / 2 - 2, at[i] - 7, w + 4, 9);
			fb_page_text(t->cv->page, &text, x, at[i]);
			return true;
		}
	return false;
}

void
fb_trend_gaps(struct fb_trend *t)
{
	double until = -1; /* of the gaps that have words */

	for (size_t s = 0; s < t->nseries; s++) {
		size_t last = t->n[s];

		for (size_t i = 0; i < t->n[s]; i++) {
			const struct fb_cell *c = t->points[s][i];

			if (!fb_trend_shown(c))
				continue;
			if (last < i && c->period.index >
			    t->points[s][last]->period.index + 1 &&
			    fb_trend_x(t, t->points[s][last]->period.index) >= until &&
			    draw_gap(t, s, last, i))
				until = fb_trend_x(t, c->period.index);
			last = i;
		}
	}
}

/* On a limit, at the end and on the side where no line of the plot runs through;
 * where there is none, at the left above the first of them. */
static void
limit_words(struct fb_trend *t, const double *limits, size_t n)
{
	struct fb_text text = { .role = FB_SOURCE, .align = FB_LEFT,
	    .s = fb_phrase(t->cv, "limits", (struct fb_slot[]){ { "name",
	    fb_name_group(t->cv->report, t->points[0][t->n[0] - 1]) } }, 1),
	    .width = t->pw / 2, .max_lines = 1, .colour = FB_TEXT2 };
	double w = fb_page_measure(t->cv->page, &text).width, x = t->px + 2;
	double y = limits[0] - 2.5;

	for (size_t i = 0; i < 4 * n; i++) {
		double at = i & 1 ? t->px + t->pw - w - 8 : t->px + 2;
		double base = limits[i / 4] + (i & 2 ? 7.5 : -2.5);

		if (base - 7 < t->py || base > t->py + t->ph - 3 ||
		    is_crossed(t, at - 1, at + w + 1, base - CLEAR, base + 3))
			continue;
		x = at;
		y = base;
		break;
	}
	fb_page_halo(t->cv->page, x - 2, y - 6.5, w + 4, 8.5);
	fb_page_text(t->cv->page, &text, x, y);
}

/* Between which values noise alone keeps the first line. */
static void
draw_limits(struct fb_trend *t, const struct fb_shift *shift)
{
	const double at[] = { shift->hi, shift->lo };
	double limits[2];
	size_t n = 0;

	for (int i = 0; i < 2; i++) {
		double y = isfinite(at[i]) ? t->py + t->ph * (t->y.hi - at[i]) /
		    (t->y.hi - t->y.lo) : NAN;

		if (!(y >= t->py && y <= t->py + t->ph))
			continue;
		fb_page_line(t->cv->page, (struct fb_pen){ FB_MID, 0.6, 1.2 },
		    t->px, y, t->px + t->pw, y);
		limits[n++] = y;
	}
	if (n)
		limit_words(t, limits, n);
}

/* Limits of the first line only, so that they are read as its own. */
void
fb_trend_marks(struct fb_trend *t)
{
	const struct fb_beside *b = &t->cv->report->beside;
	double top = t->words - 8;

	for (size_t i = 0; i < b->nshifts; i++)
		if (fb_beside_fits(&b->shifts[i].about,
		    t->points[0][t->n[0] - 1]))
			draw_limits(t, &b->shifts[i]);
	for (size_t i = t->hidden; i < t->nmarks; i++) {
		draw_mark(t, &t->marks[i], t->numbered ? t->words + 3 : top,
		    is_again(t, i));
		top += ROW;
	}
	fb_trend_mark_words(t);
}
