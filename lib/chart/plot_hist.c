/* plot_hist.c - a bar for each answer, its share on top, and the mean. */
#include <math.h>

#include "chart/hist.h"

enum { FOOT = 14, SIDES_HEAD = 22, MEAN_HEAD = 13, TOP = 11, ENOUGH = 5,
	BAR_MAX = 128, EDGE = 14, SIDES_GAP = 8 };

struct hist {
	struct fb_figure *f;
	struct fb_hist_bars b;
	bool grey;       /* below 30 answers, or no side is better */
	double x, bar, top, foot, most;
};

static double
at(const struct hist *k, size_t i)
{
	return k->x + k->bar * (double)i;
}

static fb_colour
ink_of(const struct hist *k, int side)
{
	return k->grey || side < 0 || side == FB_BETWEEN ? FB_MID2 :
	    side == FB_WORSE ? FB_RED : FB_BLUE;
}

static double
top_of(const struct hist *k, size_t i)
{
	return k->foot - (k->foot - k->top) * k->b.v[i].n / k->most;
}

/* The share of a bar; "" where it has no room. Gives the width. */
static double
share_of(struct hist *k, size_t i, struct fb_buf *b, struct fb_text *t)
{
	double part = 100 * k->b.v[i].n / k->b.all, width;

	*t = (struct fb_text){ .role = FB_AXIS, .align = FB_CENTRE,
	    .colour = k->grey ? FB_TEXT3 : FB_INK };
	fb_show_number(b, k->f->cv.words, part, part > 0 && part < 0.5, false);
	t->s = fb_buf_str(b);
	width = fb_page_measure(k->f->cv.page, t).width;
	if (k->b.v[i].n > 0 && width < k->bar + 3)
		return width;
	t->s = FB_LIT("");
	return 0;
}

static void
put_share(struct hist *k, size_t i)
{
	struct fb_buf b = {0};
	struct fb_text t;

	if (share_of(k, i, &b, &t) > 0)
		fb_page_text(k->f->cv.page, &t, at(k, i) + k->bar / 2,
		    top_of(k, i) - 3);
	fb_buf_release(&b);
}

static void
put_figure(struct hist *k, double v, double x)
{
	struct fb_buf b = {0};

	fb_show_number(&b, k->f->cv.words, v, k->b.edges ?
	    fb_step_decimals(k->b.v[0].to - k->b.v[0].from) : 0, false);
	fb_canvas_put(&k->f->cv, FB_AXIS, x, k->foot + 11, FB_CENTRE, 0,
	    fb_keep(&k->f->cv, &b));
	fb_buf_release(&b);
}

/* Under each bar; of ranges, at every edge that has room. */
static void
draw_axis(struct hist *k)
{
	size_t every = k->b.edges ? (size_t)ceil(30 / k->bar) : 1;

	fb_canvas_rule_part(&k->f->cv, k->x, k->foot, k->bar * (double)k->b.n,
	    0.8, FB_INK);
	if (!k->b.figures)
		return;
	for (size_t i = 0; i < k->b.n + k->b.edges; i++) {
		if (i % every)
			continue;
		if (k->b.edges)
			put_figure(k, i < k->b.n ? k->b.v[i].from : k->b.v[i - 1].to,
			    at(k, i));
		else
			put_figure(k, k->b.v[i].from, at(k, i) + k->bar / 2);
	}
}

static void
draw_bars(struct hist *k)
{
	for (size_t i = 0; i < k->b.n; i++) {
		fb_page_rect(k->f->cv.page, at(k, i) + 0.8, top_of(k, i),
		    k->bar - 1.6, k->foot - top_of(k, i),
		    ink_of(k, k->b.v[i].side));
		put_share(k, i);
	}
}

/* Where the mean falls, from the middles of the first and the last bar. */
static double
mean_x(const struct hist *k)
{
	double first = k->b.v[0].from, step = k->b.edges ?
	    k->b.v[0].to - k->b.v[0].from : 1;

	return k->x + k->bar * ((k->b.mean - first) / step +
	    (k->b.edges ? 0 : 0.5));
}

/* From y down to the axis, but not across the share of the bar there. */
static void
draw_mean_line(struct hist *k, double x, double y)
{
	struct fb_pen pen = { FB_INK, 0.9, 2.4 };
	size_t i = (size_t)fmin(fmax((x - k->x) / k->bar, 0),
	    (double)(k->b.n - 1));
	double top = top_of(k, i), width;
	struct fb_buf b = {0};
	struct fb_text t;

	width = share_of(k, i, &b, &t);
	if (fabs(x - at(k, i) - k->bar / 2) > width / 2 + 1.5)
		width = 0;
	fb_page_line(k->f->cv.page, pen, x, y, x, width > 0 ? top - TOP : k->foot);
	if (width > 0 && top < k->foot - 1)
		fb_page_line(k->f->cv.page, pen, x, top - 1, x, k->foot);
	fb_buf_release(&b);
}

static void
draw_mean(struct hist *k)
{
	struct fb_buf b = {0};
	double x = mean_x(k), y = k->top - TOP - 2;
	bool left = x > k->f->x + k->f->w / 2;

	fb_show_number(&b, k->f->cv.words, k->b.mean, 1, false);
	draw_mean_line(k, x, y - 8);
	fb_canvas_put(&k->f->cv, FB_AXIS_BOLD, left ? x - 4 : x + 4, y,
	    left ? FB_RIGHT : FB_LEFT, FB_INK, fb_phrase(&k->f->cv, "hist_mean",
	    (struct fb_slot[]){ { "mean", fb_buf_str(&b) } }, 1));
	fb_buf_release(&b);
}

/* "24% detractors" above the bars of a side. */
struct side {
	struct fb_buf b;
	struct fb_text t; /* no text where it has no bars */
	double x;
};

static void
word_side(struct hist *k, fb_str head, const struct fb_answer_row *r, int side,
    struct side *s)
{
	size_t first = 0;

	while (first < k->b.n && k->b.v[first].side != side)
		first++;
	if (first == k->b.n)
		return;
	fb_show_share(&s->b, k->f->cv.words, r->side[side] / r->all);
	fb_buf_addc(&s->b, '\n');
	fb_buf_add(&s->b, head);
	s->t = (struct fb_text){ .s = fb_buf_str(&s->b), .role = FB_AXIS_BOLD,
	    .align = FB_LEFT, .keep_lines = true, .max_lines = 2,
	    .width = k->f->w, .colour = side == FB_WORSE ? FB_RED :
	    side == FB_BETTER ? FB_BLUE : FB_TEXT2 };
	s->t.width = fb_page_measure(k->f->cv.page, &s->t).width + 1;
	s->x = at(k, first) + 1;
}

/* In too little room the middle goes without words, and the others are cut. */
static void
fit_sides(struct hist *k, struct side *v)
{
	double room = k->f->w + SIDES_GAP;

	for (int i = 0; i < FB_SIDES; i++)
		room -= v[i].t.s.n ? v[i].t.width + SIDES_GAP : 0;
	if (room < 0)
		v[FB_BETWEEN].t.s.n = 0;
	for (int i = 0; i < FB_SIDES && room < 0; i++)
		v[i].t.width = fmin(v[i].t.width, (k->f->w - SIDES_GAP) / 2);
}

/* Each above its bars, moved on where the one before it needs the room, and
 * back again from the right end. */
static void
draw_sides(struct hist *k, const struct fb_answer_rows *a,
    const struct fb_answer_row *r)
{
	struct side v[FB_SIDES] = {0};
	double x = k->f->x, end = k->f->x + k->f->w;

	for (int i = 0; i < FB_SIDES; i++)
		word_side(k, a->heads[i], r, i, &v[i]);
	fit_sides(k, v);
	for (int i = 0; i < FB_SIDES; i++) {
		v[i].x = fmax(v[i].x, x);
		x += v[i].t.s.n ? v[i].x - x + v[i].t.width + SIDES_GAP : 0;
	}
	for (int i = FB_SIDES; i-- > 0; ) {
		if (v[i].t.s.n) {
			v[i].x = fmin(v[i].x, end - v[i].t.width);
			end = v[i].x - SIDES_GAP;
			fb_page_text(k->f->cv.page, &v[i].t, v[i].x, k->f->y + 7);
		}
		fb_buf_release(&v[i].b);
	}
}

static void
draw(struct hist *k, const struct fb_answer_rows *a, const struct fb_answer_row *r)
{
	bool sides = a->judged && r->side[FB_WORSE] + r->side[FB_BETTER] > 0;

	k->x = k->f->x + (k->b.edges ? EDGE : 0);
	k->bar = fmin((k->f->w - (k->b.edges ? 2 * EDGE : 0)) / (double)k->b.n,
	    BAR_MAX);
	k->foot = k->f->y + k->f->h - FOOT;
	k->top = k->f->y + (sides ? SIDES_HEAD : 0) +
	    (isnan(k->b.mean) ? 0 : MEAN_HEAD) + TOP;
	for (size_t i = 0; i < k->b.n; i++)
		k->most = fmax(k->most, k->b.v[i].n);
	draw_bars(k);
	draw_axis(k);
	if (!isnan(k->b.mean))
		draw_mean(k);
	if (sides)
		draw_sides(k, a, r);
}

/* Without answers: how the values of the groups, or of the periods, lie. */
static void
draw_cells(struct hist *k)
{
	struct fb_figure *f = k->f;
	const struct fb_cell **v = f->rows;
	struct fb_given_answer *a;
	size_t n = f->n, m = 0;

	if (n == 1)
		v = fb_history(f->cv.report, v[0], &n);
	a = fb_arena_zalloc(&f->cv.report->mem, n, sizeof *a);
	for (size_t i = 0; i < n; i++)
		if (fb_row_shown(v[i]))
			a[m++] = (struct fb_given_answer){ v[i]->value, 1, -1 };
	if (m < ENOUGH) {
		fb_figure_sentence(f, "hist_none");
		return;
	}
	fb_figure_remark(f, fb_phrase(&f->cv, f->n == 1 ? "hist_periods" :
	    "hist_rows", (struct fb_slot[]){ { "n",
	    fb_count_words(&f->cv, m) } }, 1));
	k->b = fb_hist_of_values(f->cv.report, a, m, NULL);
	draw(k, &(struct fb_answer_rows){0}, &(struct fb_answer_row){0});
}

void
fb_plot_hist(struct fb_figure *f)
{
	struct fb_answer_rows rows = fb_answer_rows_of(f);
	struct fb_answer_row all = fb_answers_all(f, &rows);
	struct hist k = { .f = f, .grey = all.wide ||
	    !rows.judged };

	if (!rows.n && !all.n) {
		draw_cells(&k);
		return;
	}
	if (all.small || all.all <= 0) {
		fb_figure_sentence(f, "few_answers_all");
		return;
	}
	k.b = all.each ?
	    fb_hist_of_values(f->cv.report, all.v, all.n, all.cell) :
	    fb_hist_of_groups(f->cv.report, &all);
	draw(&k, &rows, &all);
}
