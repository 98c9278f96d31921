/* balance.c - do the voices look like everyone? Two dots a group. */
#include <math.h>
#include <stdlib.h>

#include "chart/balance.h"
#include "chart/pages.h"
#include "present/breakdown.h"

enum { BALANCE_ROOM = 326, BALANCE_LEAST = 150, PERIOD_ROOM = 80,
	BELOW = 56, /* a last row, what is left out, and the widest gap */
};

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
balance_groups(struct fb_balance *b, const struct fb_cell *c)
{
	double voices = (double)voices_in(c, NULL);
	uint64_t all = 0;

	for (size_t g = 0; g < c->ngroups; g++)
		all += c->group_n[g];
	if (c->ngroups < 2 || !all)
		return;
	fb_balance_head(b, fb_name_metric(b->cv->report, c));
	for (size_t g = 0; g < c->ngroups; g++) {
		fb_str group = fb_cstr(c->group_names[g]);

		fb_balance_row(b, fb_group_words(b->cv->report, c, g),
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
balance_segments(struct fb_balance *b, const struct fb_cell *total)
{
	size_t n, left = 0;
	const struct fb_cell **v = parts_of(b->cv->report, total, &n);
	fb_str head = FB_LIT("");

	if (n && b->y + FB_BALANCE_ROW * (double)n > b->end)
		qsort(v, n, sizeof *v, larger_first);
	for (size_t i = 0; i < n; i++) {
		if (b->y >= b->end) {
			left++;
			continue;
		}
		if (!fb_str_eq(head, v[i]->by[0].key))
			fb_balance_head(b, fb_name_field(b->cv->report,
			    v[i]->by[0].key));
		head = v[i]->by[0].key;
		fb_balance_row(b, fb_name_value(b->cv->report, v[i]->by[0]),
		    (double)v[i]->n / (double)total->n,
		    (double)voices_by(total, v[i]->by[0]) /
		    (double)voices_in(total, NULL));
	}
	if (left)
		fb_balance_head(b, fb_phrase(b->cv, "figure_more",
		    (struct fb_slot[]){
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
draw_gap(struct fb_balance *b)
{
	struct fb_buf gap = {0};

	fb_show_number(&gap, b->cv->words, 100 * b->worst, 0, false);
	fb_page_text(b->cv->page, &(struct fb_text){ .s = fb_phrase(b->cv,
	    "method_gap", (struct fb_slot[]){ { "name", b->worst_name },
	    { "gap", fb_buf_str(&gap) } }, 2), .role = FB_NOTE,
	    .align = FB_LEFT, .colour = FB_RED, .width = FB_BALANCE_WIDTH },
	    b->cv->left + FB_BALANCE_X, b->y + 4);
	fb_buf_release(&gap);
	b->y += 20;
}

static void
balance_rows(struct fb_balance *b, const struct fb_cell *c, bool drawn)
{
	b->drawn = drawn;
	b->y = b->top + 14;
	balance_groups(b, c);
	balance_segments(b, c);
}

/* The height of the rows, the grid below them, then the rows. */
static void
draw_period(struct fb_balance *b, const struct fb_cell *c, bool several)
{
	fb_canvas_put(b->cv, FB_NOTE, b->cv->left + FB_BALANCE_X, b->y + 13,
	    FB_LEFT, 0, fb_phrase(b->cv, several ? "method_balance_of" :
	    "method_balance_sub", (struct fb_slot[]){
	    { "all", fb_count_words(b->cv, c->n) },
	    { "quotes", fb_count_words(b->cv, voices_in(c, NULL)) },
	    { "period", fb_period_words(b->cv, c->period_label,
	      FB_PERIOD_FULL) } }, 3));
	b->top = b->y + 26;
	b->worst = 0;
	balance_rows(b, c, false);
	fb_balance_axis(b);
	fb_page_tag(b->cv->page, FB_TAG_TABLE);
	fb_balance_heads(b);
	balance_rows(b, c, true);
	fb_page_untag(b->cv->page);
	if (b->worst > 0.05)
		draw_gap(b);
}

double
fb_draw_balance(struct fb_canvas *cv, double y, double end)
{
	struct fb_balance b = { .cv = cv, .y = y,
	    .end = fmin(y + BALANCE_ROOM, fmax(y + BALANCE_LEAST, end - BELOW)) };
	size_t n = fb_focus_count(cv->report);

	for (size_t i = 0; i < n; i++) {
		const struct fb_cell *c = fb_balanced_cell(cv->report,
		    fb_focus_at(cv->report, i).period);

		if (!c || !compares(cv->report, c) || b.y > b.end - PERIOD_ROOM)
			continue;
		if (b.y == y)
			fb_canvas_head(cv, FB_TAG_H2, FB_HEAD, cv->left + FB_BALANCE_X,
			    y, fb_word(cv->words, "method_balance"));
		draw_period(&b, c, n > 1);
		b.y += 6;
	}
	return b.y;
}
