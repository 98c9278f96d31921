/* hist.c - histograms: append, and now and then sort and sum up. */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "stat/hist.h"

enum { ROOM = 32 };

static int
by_value(const void *a, const void *b)
{
	int64_t x = ((const struct fb_value *)a)->value;
	int64_t y = ((const struct fb_value *)b)->value;

	return (x > y) - (x < y);
}

/* Cut to 8 significant bits, towards zero; cutting again changes nothing. */
static int64_t
width(int64_t value)
{
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	int bits = 0;

	while (size >> bits > 255)
		bits++;
	size = size >> bits << bits;
	return value < 0 ? -(int64_t)size : (int64_t)size;
}

static int64_t
hour(int64_t sec)
{
	int64_t rest = sec % 3600;

	return sec - (rest < 0 ? rest + 3600 : rest);
}

static int64_t
place(const struct fb_hist *h, int64_t value)
{
	if (!h->coarse || h->rule == FB_HIST_SMALLEST)
		return value;
	return h->rule == FB_HIST_HOURS ? hour(value) : width(value);
}

static void
sum_up(struct fb_hist *h)
{
	size_t to = 0;

	if (!h->n)
		return;
	qsort(h->v, h->n, sizeof *h->v, by_value);
	for (size_t i = 1; i < h->n; i++) {
		if (h->v[i].value == h->v[to].value)
			h->v[to].n += h->v[i].n;
		else
			h->v[++to] = h->v[i];
	}
	h->n = to + 1;
}

void
fb_hist_coarsen(struct fb_hist *h)
{
	h->coarse = true;
	for (size_t i = 0; i < h->n; i++)
		h->v[i].value = place(h, h->v[i].value);
}

void
fb_hist_settle(struct fb_hist *h)
{
	sum_up(h);
	if (h->rule == FB_HIST_SMALLEST) {
		h->coarse |= h->n > FB_HIST_FEW;
		h->n = h->n > FB_HIST_FEW ? FB_HIST_FEW : h->n;
	} else if (h->n > FB_HIST_MAX && !h->coarse) {
		fb_hist_coarsen(h);
		sum_up(h);
	}
}

/* When it is full of other values after all, it doubles. */
static void
make_room(struct fb_hist *h)
{
	fb_hist_settle(h);
	if (h->n < h->cap / 2)
		return;
	h->v = fb_grow(h->v, &h->cap, h->cap ? 2 * h->cap : ROOM, sizeof *h->v);
}

void
fb_hist_add(struct fb_hist *h, int64_t value, uint64_t n)
{
	value = place(h, value);
	if (h->n && h->v[h->n - 1].value == value) {
		h->v[h->n - 1].n += n;
		return;
	}
	if (h->n == h->cap)
		make_room(h);
	h->v[h->n++] = (struct fb_value){ place(h, value), n };
}

uint64_t
fb_hist_total(const struct fb_hist *h)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < h->n; i++)
		sum += h->v[i].n;
	return sum;
}

int64_t
fb_hist_nth(const struct fb_hist *h, uint64_t rank)
{
	size_t i = 0;

	while (i + 1 < h->n && rank > h->v[i].n)
		rank -= h->v[i++].n;
	return h->v[i].value;
}

uint64_t
fb_hist_distinct(const struct fb_hist *h)
{
	double u;

	if (!h->coarse || h->n < 2)
		return h->n;
	u = ((double)h->v[h->n - 1].value + 0.5) / 9223372036854775808.0;
	return (uint64_t)((double)(h->n - 1) / u + 0.5);
}

void
fb_hist_release(struct fb_hist *h)
{
	free(h->v);
	*h = (struct fb_hist){0};
}
