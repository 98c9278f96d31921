/* balance.c - do the voices look like everyone? Two dots a group. */
#include <math.h>
#include <stdlib.h>

#include "chart/alt.h"
#include "chart/pages.h"
#include "present/breakdown.h"

enum { X_BALANCE = 262, W_BALANCE = 237, X_DOTS = 372, BALANCE_ROOM = 326,
	BALANCE_LEAST = 150, PERIOD_ROOM = 80,
	BELOW = 56, /* a last row, what is left out, and the widest gap */
	AXIS_END = 13, /* half of "100%" stands right of the last line */
};

#define BALANCE_ROW 13.5

struct balance {
	struct fb_canvas *cv;
	double y, top, end;
	double worst;      /* largest gap, in shares */
	fb_str worst_name;
};

static double
dot_x(const struct balance *b, double share)
{
	return b->cv->left + X_DOTS + share * (FB_PAGE_CONTENT - X_DOTS - AXIS_END);
}

static void
balance_head(struct balance *b, fb_str words)
{
	fb_page_text(b->cv->page, &(struct fb_text){ .s = words,
	    .role = FB_COLUMN, .align = FB_LEFT, .width = W_BALANCE,
	    .max_lines = 1 }, b->cv->left + X_BALANCE, b->y);
	b->y += 14;
}

static void
balance_row(struct balance *b, fb_str name, double all, double drawn)
{
	double gap = fabs(all - drawn);

	fb_page_text(b->cv->page, &(struct fb_text){ .s = name, .role = FB_LABEL,
	    .align = FB_LEFT, .width = X_DOTS - X_BALANCE - 14, .max_lines = 1 },
	    b->cv->left + X_BALANCE + 7, b->y);
	fb_page_ring(b->cv->page, dot_x(b, all), b->y - 3, 3.6,
	    (struct fb_pen){ FB_INK, 1.2, 0 });
	fb_page_disc(b->cv->page, dot_x(b, drawn), b->y - 3, 2.2, FB_BLUE);
	if (gap > b->worst) {
		b->worst = gap;
		b->worst_name = name;
	}
	b->y += BALANCE_ROW;
}

/* Voices of a group, or all of them. */
static size_t
voices_in(const struct fb_cell *c, const fb_str *group)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nquotes; i++)
		n += fb_has_role(&c->quotes[i], "voice") &&
		    (!group || fb_str_eq(c->quotes[i].group, *group));
	return n;
}

static void
balance_groups(struct balance *b, const struct fb_cell *c)
{
	double voices = (double)voices_in(c, NULL);
	uint64_t all = 0;

	for (size_t g = 0; g < c->ngroups; g++)
		all += c->group_n[g];
	if (c->ngroups < 2 || !all)
		return;
	balance_head(b, fb_name_metric(b->cv->report, c));
	for (size_t g = 0; g < c->ngroups; g++) {
		fb_str group = fb_cstr(c->group_names[g]);

		balance_row(b, fb_group_words(b->cv->report, c, g),
		    (double)c->group_n[g] / (double)all,
		    (double)voices_in(c, &group) / voices);
	}
}

static size_t
voices_by(const struct fb_cell *c, struct fb_pair pair)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nquotes; i++) {
		fb_str val = FB_LIT("");

		for (size_t k = 0; k < c->quotes[i].nby; k++)
			if (fb_str_eq(c->quotes[i].by[k].key, pair.key))
				val = c->quotes[i].by[k].val;
		n += fb_has_role(&c->quotes[i], "voice") &&
		    fb_str_eq(val, pair.val);
	}
	return n;
}

/* Groups of a field that a record is in one of: they add up to everyone. */
static bool
is_parted(const struct fb_cell *total, const struct fb_cell *const *v, size_t n,
    fb_str field)
{
	uint64_t sum = 0;

	if (fb_str_eq(field, FB_BY_THEME))
		return false;
	for (size_t i = 0; i < n; i++)
		if (v[i]->nby == 1 && fb_str_eq(v[i]->by[0].key, field))
			sum += v[i]->n;
	return sum <= total->n;
}

/* Groups of one field each: of crossed ones, and of themes that a record has
 * several of, the parts do not add up. */
static const struct fb_cell **
parts_of(struct fb_report *r, const struct fb_cell *total, size_t *n)
{
	size_t all;
	const struct fb_cell **v = fb_siblings(r, total, &all);
	const struct fb_cell **parts = fb_arena_zalloc(&r->mem, all, sizeof *parts);

	*n = 0;
	for (size_t i = 0; i < all; i++)
		if (v[i]->nby == 1 && total->n &&
		    is_parted(total, v, all, v[i]->by[0].key))
			parts[(*n)++] = v[i];
	return parts;
}

/* Of a field the largest group first, for where there is no room for all. */
static int
larger_first(const void *a, const void *b)
{
	const struct fb_cell *x = *(const struct fb_cell *const *)a;
	const struct fb_cell *y = *(const struct fb_cell *const *)b;
	int d = fb_str_cmp(x->by[0].key, y->by[0].key);

	if (!d)
		d = (x->n < y->n) - (x->n > y->n);
	return d ? d : fb_str_cmp(x->by[0].val, y->by[0].val);
}

static void
balance_segments(struct balance *b, const struct fb_cell *total)
{
	size_t n, left = 0;
	const struct fb_cell **v = parts_of(b->cv->report, total, &n);
	fb_str head = FB_LIT("");

	if (n && b->y + BALANCE_ROW * (double)n > b->end)
		qsort(v, n, sizeof *v, larger_first);
	for (size_t i = 0; i < n; i++) {
		if (b->y >= b->end) {
			left++;
			continue;
		}
		if (!fb_str_eq(head, v[i]->by[0].key))
			balance_head(b, fb_name_field(b->cv->report, v[i]->by[0].key));
		head = v[i]->by[0].key;
		balance_row(b, fb_name_value(b->cv->report, v[i]->by[0]),
		    (double)v[i]->n / (double)total->n,
		    (double)voices_by(total, v[i]->by[0]) /
		    (double)voices_in(total, NULL));
	}
	if (left)
		balance_head(b, fb_phrase(b->cv, "figure_more", (struct fb_slot[]){
		    { "n", fb_count_words(b->cv, left) } }, 1));
}

/* Are there groups to compare at all? */
static bool
compares(struct fb_report *r, const struct fb_cell *total)
{
	size_t n;

	parts_of(r, total, &n);
	return total->ngroups > 1 || n > 0;
}

static void
draw_axis(struct balance *b)
{
	for (int percent = 0; percent <= 100; percent += 25) {
		double x = dot_x(b, percent / 100.0);
		struct fb_buf text = {0};

		fb_page_line(b->cv->page, (struct fb_pen){ FB_GRID, 0.5, 0 }, x,
		    b->top + 4, x, b->y - 8);
		fb_show_share(&text, b->cv->words, percent / 100.0);
		fb_canvas_put(b->cv, FB_AXIS, x, b->top, FB_CENTRE, 0,
		    fb_buf_str(&text));
		fb_buf_release(&text);
	}
}

const struct fb_cell *
fb_balanced_cell(struct fb_report *r, fb_str period)
{
	const struct fb_cell *any = NULL;

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (c->nby || !voices_in(c, NULL) ||
		    !fb_str_eq(c->period_label, period))
			continue;
		if (c->ngroups > 1)
			return c;
		any = any ? any : c;
	}
	return any;
}

static void
draw_gap(struct balance *b)
{
	struct fb_buf gap = {0};

	fb_show_number(&gap, b->cv->words, 100 * b->worst, 0, false);
	fb_page_text(b->cv->page, &(struct fb_text){ .s = fb_phrase(b->cv,
	    "method_gap", (struct fb_slot[]){ { "name", b->worst_name },
	    { "gap", fb_buf_str(&gap) } }, 2), .role = FB_NOTE,
	    .align = FB_LEFT, .colour = FB_RED, .width = W_BALANCE },
	    b->cv->left + X_BALANCE, b->y + 4);
	fb_buf_release(&gap);
	b->y += 20;
}

/* Rows first for their height, then the grid below them, then rows again. */
static void
draw_period(struct balance *b, const struct fb_cell *c, bool several)
{
	fb_canvas_put(b->cv, FB_NOTE, b->cv->left + X_BALANCE, b->y + 13, FB_LEFT,
	    0, fb_phrase(b->cv, several ? "method_balance_of" :
	    "method_balance_sub", (struct fb_slot[]){
	    { "all", fb_count_words(b->cv, c->n) },
	    { "quotes", fb_count_words(b->cv, voices_in(c, NULL)) },
	    { "period", fb_period_words(b->cv, c->period_label,
	      FB_PERIOD_FULL) } }, 3));
	b->top = b->y + 26;
	b->worst = 0;
	fb_page_tag(b->cv->page, FB_TAG_FIGURE);
	fb_alt_cells(b->cv, &c, 1, false);
	for (int pass = 0; pass < 2; pass++) {
		b->y = b->top + 14;
		balance_groups(b, c);
		balance_segments(b, c);
		if (!pass)
			draw_axis(b);
	}
	fb_page_untag(b->cv->page);
	if (b->worst > 0.05)
		draw_gap(b);
}

double
fb_draw_balance(struct fb_canvas *cv, double y, double end)
{
	struct balance b = { .cv = cv, .y = y,
	    .end = fmin(y + BALANCE_ROOM, fmax(y + BALANCE_LEAST, end - BELOW)) };
	size_t n = fb_focus_count(cv->report);

	for (size_t i = 0; i < n; i++) {
		const struct fb_cell *c = fb_balanced_cell(cv->report,
		    fb_focus_at(cv->report, i).period);

		if (!c || !compares(cv->report, c) || b.y > b.end - PERIOD_ROOM)
			continue;
		if (b.y == y)
			fb_canvas_head(cv, FB_TAG_H2, FB_HEAD, cv->left + X_BALANCE,
			    y, fb_word(cv->words, "method_balance"));
		draw_period(&b, c, n > 1);
		b.y += 6;
	}
	return b.y;
}
