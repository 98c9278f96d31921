/* columns.c - quotes in two columns. */
#include <math.h>

#include "chart/columns.h"

enum { LINES_MAX = 9, GAP = 15, HEAD = 13, RISE = 10, W_BIG = 430 };

bool
fb_columns_add(struct fb_columns *k, const struct fb_cell *c,
    const struct fb_quote *q, fb_str head)
{
	if (k->n == FB_HALVES_MAX || fb_printed_has(&k->cv->printed, q->id))
		return false;
	for (size_t i = 0; i < k->n; i++)
		if (fb_str_eq(k->v[i].quote->id, q->id))
			return false;
	k->v[k->n++] = (struct fb_column_quote){ c, q, head };
	return true;
}

/* "A minority view"; nothing above a voice. */
static fb_str
head_of(struct fb_columns *k, const struct fb_cell *c, const char *role)
{
	struct fb_buf key = {0};
	fb_str head = FB_LIT("");

	fb_buf_printf(&key, "role_%s", role);
	if (strcmp(role, "voice"))
		head = fb_phrase(k->cv, fb_buf_cstr(&key), (struct fb_slot[]){
		    { "period", fb_period_words(k->cv, c->prev.period,
		      FB_PERIOD_FULL) } }, 1);
	fb_buf_release(&key);
	return head;
}

void
fb_columns_add_role(struct fb_columns *k, const struct fb_cell *c,
    const char *role, size_t max)
{
	const struct fb_quote *q[FB_HALVES_MAX];
	size_t n = fb_quotes_of(c, role, k->cv->unredacted, q,
	    max < FB_HALVES_MAX ? max : FB_HALVES_MAX);
	fb_str head = head_of(k, c, role);

	for (size_t i = 0; i < n; i++)
		fb_columns_add(k, c, q[i], head);
}

fb_str
fb_columns_mix(const struct fb_columns *k, const struct fb_cell *c)
{
	struct fb_buf b = {0}, key = {0};
	fb_str s;

	for (size_t g = 0; g < c->ngroups; g++) {
		fb_str group = fb_cstr(c->group_names[g]);
		size_t n = 0;

		for (size_t i = 0; i < k->n; i++)
			n += !k->v[i].head.n && fb_str_eq(k->v[i].quote->group, group);
		if (!n)
			continue;
		fb_say_more(&b, k->cv->words);
		key.n = 0;
		fb_buf_printf(&key, "mix_%s", fb_group_label(c, group));
		fb_say(&b, k->cv->words, fb_buf_cstr(&key), (struct fb_slot[]){
		    { "n", fb_count_words(k->cv, n) } }, 1);
	}
	s = fb_keep(k->cv, &b);
	fb_buf_release(&b);
	fb_buf_release(&key);
	return s;
}

/* Above quote i; at the top of the right column that of the quotes it goes on
 * from. */
static fb_str
head_above(const struct fb_columns *k, size_t i, size_t split)
{
	size_t from = i;

	while (i == split && from && !k->v[from].head.n &&
	    k->v[from - 1].cell == k->v[i].cell)
		from--;
	return k->v[from].head;
}

static struct fb_quote_style
style_of(const struct fb_columns *k)
{
	return (struct fb_quote_style){ k->big ? FB_QUOTE_BIG : FB_QUOTE,
	    k->big ? W_BIG : FB_HALF - FB_HALF_MARK, k->lines, false };
}

/* Height of each quote with its head and the gap below it. */
static void
measure(struct fb_columns *k, double *h)
{
	struct fb_quote_style style = style_of(k);

	for (size_t i = 0; i < k->n; i++)
		h[i] = fb_quote_height(k->cv, k->v[i].cell, k->v[i].quote, &style) +
		    GAP + (k->v[i].head.n ? HEAD + 3 * k->big : 0);
}

/* Of a column that begins with a head, or with one that is said again. */
static double
sum_of(const struct fb_columns *k, const double *h, size_t from, size_t to)
{
	double sum = from < to ? -GAP : 0;

	if (from < to && !k->v[from].head.n && head_above(k, from, from).n)
		sum += HEAD;

	for (size_t i = from; i < to; i++)
		sum += h[i];
	return sum;
}

/* Where to break so that the longer column is shortest. */
static double
best_split(struct fb_columns *k)
{
	double best = INFINITY, height[FB_HALVES_MAX];

	measure(k, height);
	for (size_t s = k->big ? k->n : (k->n + 1) / 2; s <= k->n; s++) {
		double h = fmax(sum_of(k, height, 0, s),
		    sum_of(k, height, s, k->n));

		if (h < best - 0.5) {
			best = h;
			k->split = s;
		}
	}
	return k->n ? best : 0;
}

double
fb_columns_fit(struct fb_columns *k, double room)
{
	double h;

	if (!k->lines)
		k->lines = LINES_MAX;
	while ((h = best_split(k)) > room && (k->lines > 1 || k->n > 1))
		if (k->lines > 1)
			k->lines--;
		else
			k->n--;
	return h;
}

static double
draw_one(struct fb_columns *k, size_t i, double x, double y)
{
	const struct fb_column_quote *q = &k->v[i];
	struct fb_quote_style style = style_of(k);
	fb_str head = head_above(k, i, k->split);
	double top = y;

	if (head.n) {
		fb_page_tag(k->cv->page, k->top ? FB_TAG_H2 : FB_TAG_H3);
		fb_page_text(k->cv->page, &(struct fb_text){ .s = head,
		    .role = FB_COLUMN, .align = FB_LEFT,
		    .width = style.width, .max_lines = 1 }, x, y - 1);
		fb_page_untag(k->cv->page);
		y += HEAD + 3 * k->big;
	}
	return y - top + fb_draw_quote(k->cv, q->cell, q->quote, &style, x, y) + GAP;
}

void
fb_columns_draw(struct fb_columns *k, double y)
{
	double x = k->cv->left + FB_HALF_MARK, top = y + RISE;

	y = top;
	for (size_t i = 0; i < k->n; i++) {
		if (i == k->split) {
			x += FB_HALF + FB_HALF_GAP;
			y = top;
		}
		y += draw_one(k, i, x, y);
	}
}
