/* plot_stack100.c - the make-up of each row's answers, together 100%. */
#include <math.h>

#include "chart/answers.h"

enum { HEAD = 14, ROW_MIN = 12, ROW_MAX = 34, ROOM = 22, APART = 8,
	LINE = 10 };

static const fb_colour inks[FB_SIDES] = { FB_RED, FB_MID2, FB_BLUE };
static const fb_colour pale[FB_SIDES] = { FB_MID, FB_GRID, FB_MID2 };

/* The outer parts have their figures, where they have room. */
static void
put_share(struct fb_figure *f, double part, int side, fb_colour under, double x,
    double base, double w)
{
	struct fb_buf b = {0};

	fb_show_number(&b, f->cv.words, 100 * part, part > 0 && part < 0.005,
	    false);
	if (side != FB_BETWEEN && w > ROOM)
		fb_canvas_put(&f->cv, FB_LABEL_BOLD, side == FB_WORSE ? x + 5 :
		    x + w - 5, base, side == FB_WORSE ? FB_LEFT : FB_RIGHT,
		    fb_page_on(f->cv.page, under), fb_keep(&f->cv, &b));
	fb_buf_release(&b);
}

static void
draw_row(struct fb_figure *f, const struct fb_answer_row *r, double names,
    double y, double h)
{
	double x = f->x + names + 8, all = f->w - names - 8, base = y + h / 2 + 3;

	fb_draw_words(f, r->name, r->last, f->x + names, base, names, FB_RIGHT);
	if (r->small || r->all <= 0) {
		fb_canvas_put(&f->cv, FB_NOTE, x, base, FB_LEFT, 0,
		    fb_word(f->cv.words, "few_answers"));
		return;
	}
	for (int s = 0; s < FB_SIDES; s++) {
		fb_colour ink = r->wide ? pale[s] : inks[s];
		double w = all * r->side[s] / r->all;

		if (w <= 0)
			continue;
		fb_page_rect(f->cv.page, x, y + h * 0.13,
		    w > 1 ? w - 0.8 : w, h * 0.74, ink);
		put_share(f, r->side[s] / r->all, s, ink, x, base, w);
		x += w;
	}
}

static struct fb_text
head_of(const struct fb_answer_rows *rows, int side)
{
	return (struct fb_text){ .s = rows->heads[side], .role = FB_AXIS_BOLD,
	    .align = side == FB_WORSE ? FB_LEFT : FB_RIGHT,
	    .colour = side == FB_WORSE ? FB_RED : FB_BLUE };
}

/* The outer names share the width, in two lines, where they need more. */
static bool
is_tight(struct fb_figure *f, const struct fb_answer_rows *rows, double width)
{
	struct fb_text worse = head_of(rows, FB_WORSE);
	struct fb_text better = head_of(rows, FB_BETTER);

	return fb_page_measure(f->cv.page, &worse).width +
	    fb_page_measure(f->cv.page, &better).width + APART > width;
}

static void
draw_tight(struct fb_figure *f, const struct fb_answer_rows *rows, double x)
{
	double width = (f->x + f->w - x - APART) / 2;

	for (int side = FB_WORSE; side <= FB_BETTER; side += FB_BETTER) {
		struct fb_text t = head_of(rows, side);

		t.width = width;
		t.max_lines = 2;
		fb_page_text(f->cv.page, &t, side == FB_WORSE ? x :
		    x + width + APART, f->y + 7);
	}
}

/* The outer names stand at their edges, the middle one between them. */
static void
draw_heads(struct fb_figure *f, const struct fb_answer_rows *rows, double x)
{
	double right = f->x + f->w, y = f->y + 7, left;
	struct fb_text t = { .s = rows->heads[FB_BETWEEN], .role = FB_AXIS };

	left = x + fb_canvas_put(&f->cv, FB_AXIS_BOLD, x, y, FB_LEFT, FB_RED,
	    rows->heads[FB_WORSE]);
	right -= fb_canvas_put(&f->cv, FB_AXIS_BOLD, right, y, FB_RIGHT, FB_BLUE,
	    rows->heads[FB_BETTER]);
	if (fb_page_measure(f->cv.page, &t).width + 16 < right - left)
		fb_canvas_put(&f->cv, FB_AXIS, (left + right) / 2, y, FB_CENTRE,
		    0, t.s);
}

void
fb_plot_stack100(struct fb_figure *f)
{
	struct fb_answer_rows rows = fb_answer_rows_of(f);
	fb_str *name = fb_arena_zalloc(&f->cv.report->mem, rows.n, sizeof *name);
	double names, h, head = HEAD;
	size_t n;

	if (!rows.n || !rows.heads[FB_WORSE].n || !rows.heads[FB_BETTER].n) {
		fb_figure_sentence(f, "no_groups");
		return;
	}
	n = fb_answer_rows_fit(f, &rows, ROW_MIN, HEAD);
	for (size_t i = 0; i < n; i++)
		name[i] = rows.v[i].name;
	names = fb_names_width(f, name, n);
	if (is_tight(f, &rows, f->w - names - 8)) {
		head += LINE;
		draw_tight(f, &rows, f->x + names + 8);
	} else {
		draw_heads(f, &rows, f->x + names + 8);
	}
	h = fmin((f->h - head) / (double)n, ROW_MAX);
	for (size_t i = 0; i < n; i++)
		draw_row(f, &rows.v[i], names, f->y + head + h * (double)i, h);
}
