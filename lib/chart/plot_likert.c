/* plot_likert.c - answers to both sides of a middle line, on one scale; those
 * between stand apart. */
#include <math.h>

#include "chart/answers.h"

enum { HEAD = 16, ROW_MIN = 12, ROW_MAX = 38, FIGURES = 28, GAP = 14,
	SHADES = 4, BARS_LEAST = 40 };

struct likert {
	struct fb_figure *f;
	const struct fb_answer_rows *rows;
	double names;             /* width of the names */
	double middle, between;   /* x of the line, and of those between */
	double unit;              /* points for all answers of a row */
};

static double
share(const struct fb_answer_row *r, int side)
{
	return r->all > 0 ? r->side[side] / r->all : 0;
}

static double
head_width(struct likert *k, int side)
{
	struct fb_text t = { .s = k->rows->heads[side], .role = FB_AXIS_BOLD };

	return fb_page_measure(k->f->cv.page, &t).width;
}

/* One scale for all: the longest bars of each side fill the width, beside the
 * head of the better side. Gives how long the bars of both sides are. */
static double
lay_out(struct likert *k, size_t n)
{
	struct fb_figure *f = k->f;
	double most[FB_SIDES] = {0}, room, right;
	fb_str *names = fb_arena_zalloc(&f->cv.report->mem, n, sizeof *names);

	for (size_t i = 0; i < n; i++) {
		names[i] = k->rows->v[i].name;
		for (int s = 0; s < FB_SIDES && !k->rows->v[i].small; s++)
			if (k->rows->heads[s].n)
				most[s] = fmax(most[s],
				    share(&k->rows->v[i], s));
	}
	k->names = fb_names_width(f, names, n);
	room = f->w - k->names - 8 - 2 * FIGURES -
	    (most[FB_BETWEEN] > 0 ? GAP + FIGURES / 2 : 0);
	k->unit = room / fmax(most[FB_WORSE] + most[FB_BETWEEN] +
	    most[FB_BETTER], 0.01);
	right = fmax(most[FB_BETTER] * k->unit + FIGURES,
	    head_width(k, FB_BETTER) + 4) + GAP;
	if (right > most[FB_BETTER] * k->unit + FIGURES + GAP)
		k->unit = (room - right + FIGURES + GAP) /
		    fmax(most[FB_WORSE] + most[FB_BETWEEN], 0.01);
	k->unit = fmax(k->unit, 1);
	k->middle = f->x + k->names + 8 + FIGURES + most[FB_WORSE] * k->unit;
	k->between = k->middle + right;
	return k->unit * (most[FB_WORSE] + most[FB_BETTER]);
}

/* The outer answers of a side are darker. */
static fb_colour
shade(struct likert *k, int side, size_t i, size_t n)
{
	double part = n > 1 ? (double)i / (double)(n - 1) : 0;

	return side == FB_WORSE ?
	    fb_page_mix(k->f->cv.page, FB_LIKERT1, FB_LIKERT2, part) :
	    fb_page_mix(k->f->cv.page, FB_LIKERT5, FB_LIKERT4, part);
}

static size_t
answers_of(const struct fb_answer_row *r, int side)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		n += r->v[i].side == side;
	return n;
}

/* The answers of a side from its outer end to the middle line; where they are
 * many, the outer and the inner half of them. */
static void
draw_side(struct likert *k, const struct fb_answer_row *r, int side, double y,
    double h)
{
	size_t n = answers_of(r, side), shades = n > SHADES ? 2 : n, done = 0;
	double x = k->middle + (side == FB_WORSE ? -1 : 1) * share(r, side) *
	    k->unit, w = 0;

	for (size_t i = 0; i < r->n; i++) {
		const struct fb_given_answer *a =
		    &r->v[side == FB_WORSE ? i : r->n - 1 - i];
		size_t now = n ? done * shades / n : 0;

		if (a->side != side)
			continue;
		w += a->n / r->all * k->unit;
		done++;
		if (done < n && done * shades / n == now)
			continue;
		x -= side == FB_WORSE ? 0 : w;
		fb_page_rect(k->f->cv.page, x, y, w, h,
		    r->wide ? FB_MID2 : shade(k, side, now, shades));
		x += side == FB_WORSE ? w : 0;
		w = 0;
	}
}

static fb_str
percent(struct likert *k, double part)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_show_number(&b, k->f->cv.words, 100 * part, part > 0 && part < 0.005,
	    false);
	s = fb_keep(&k->f->cv, &b);
	fb_buf_release(&b);
	return s;
}

/* Right of the middle line, or left of it where it has no room there. */
static void
draw_few(struct likert *k, double y)
{
	struct fb_text t = { .s = fb_word(k->f->cv.words, "few_answers"),
	    .role = FB_NOTE, .align = FB_LEFT, .max_lines = 1 };
	double w = fb_page_measure(k->f->cv.page, &t).width, x = k->middle + 4;

	if (x + w > k->f->x + k->f->w)
		x = fmax(k->f->x + k->names + 8, k->middle - 6 - w);
	fb_page_text(k->f->cv.page, &t, x, y);
}

static void
draw_row(struct likert *k, const struct fb_answer_row *r, double y, double h)
{
	struct fb_canvas *cv = &k->f->cv;
	fb_colour ink = r->wide ? FB_TEXT3 : FB_INK;
	double base = y + h / 2 + 3, bar = h * 0.72, top = y + h * 0.14, w;

	fb_draw_words(k->f, r->name, r->last, k->f->x + k->names, base, k->names,
	    FB_RIGHT);
	if (r->small || r->all <= 0) {
		draw_few(k, base);
		return;
	}
	draw_side(k, r, FB_WORSE, top, bar);
	draw_side(k, r, FB_BETTER, top, bar);
	fb_canvas_put(cv, FB_LABEL_BOLD, k->middle - share(r, FB_WORSE) *
	    k->unit - 4, base, FB_RIGHT, ink, percent(k, share(r, FB_WORSE)));
	fb_canvas_put(cv, FB_LABEL_BOLD, k->middle + share(r, FB_BETTER) *
	    k->unit + 4, base, FB_LEFT, ink, percent(k, share(r, FB_BETTER)));
	if (!k->rows->heads[FB_BETWEEN].n)
		return;
	w = share(r, FB_BETWEEN) * k->unit;
	fb_page_rect(cv->page, k->between, top, w, bar, FB_MID2);
	fb_canvas_put(cv, FB_LABEL, k->between + w + 3, base, FB_LEFT, ink,
	    percent(k, share(r, FB_BETWEEN)));
}

static void
draw_head(struct likert *k, int side, double x, enum fb_align align, double width)
{
	fb_page_text(k->f->cv.page, &(struct fb_text){
	    .s = k->rows->heads[side], .role = side == FB_BETWEEN ? FB_AXIS :
	    FB_AXIS_BOLD, .align = align, .max_lines = 1, .width = width,
	    .colour = side == FB_WORSE ? FB_RED : side == FB_BETTER ? FB_BLUE : 0 },
	    align == FB_RIGHT ? x - width : x, k->f->y + 8);
}

static bool
any_between(const struct fb_answer_rows *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!rows->v[i].small && rows->v[i].side[FB_BETWEEN] > 0)
			return true;
	return false;
}

void
fb_plot_likert(struct fb_figure *f)
{
	struct fb_answer_rows rows = fb_answer_rows_of(f);
	struct likert k = { .f = f, .rows = &rows };
	size_t n;
	double h;

	if (!rows.n || !rows.heads[FB_WORSE].n || !rows.heads[FB_BETTER].n) {
		fb_figure_sentence(f, "no_groups");
		return;
	}
	n = fb_answer_rows_fit(f, &rows, ROW_MIN, HEAD);
	if (!any_between(&rows, n))
		rows.heads[FB_BETWEEN] = FB_LIT("");
	h = fmin((f->h - HEAD) / (double)n, ROW_MAX);
	if (lay_out(&k, n) < BARS_LEAST && rows.heads[FB_BETWEEN].n) {
		rows.heads[FB_BETWEEN] = FB_LIT(""); /* what the others leave */
		lay_out(&k, n);
	}
	draw_head(&k, FB_WORSE, k.middle - 4, FB_RIGHT, k.middle - 4 - f->x);
	draw_head(&k, FB_BETTER, k.middle + 4, FB_LEFT,
	    (rows.heads[FB_BETWEEN].n ? k.between : f->x + f->w) - k.middle - 4);
	draw_head(&k, FB_BETWEEN, k.between, FB_LEFT, f->x + f->w - k.between);
	for (size_t i = 0; i < n; i++)
		draw_row(&k, &rows.v[i], f->y + HEAD + h * (double)i, h);
	fb_page_line(f->cv.page, (struct fb_pen){ FB_INK, 0.8, 0 }, k.middle,
	    f->y + HEAD - 3, k.middle, f->y + HEAD + h * (double)n + 2);
}
