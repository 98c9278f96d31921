/* alloc.c - share n places out among strata, exactly. */
#include <stdbool.h>
#include <stdlib.h>

#include "base/num.h"
#include "stat/alloc.h"

struct part {
	const struct fb_stratum *of;
	fb_u128 weight, rest; /* w_h, and the numerator of the fraction */
	uint64_t got;
	bool fixed;
};

struct plan {
	struct part *part;
	size_t h;
	uint64_t left;  /* places not yet given */
	fb_u128 weight; /* sum over the parts that are not fixed */
};

static uint64_t
least_of(const struct part *p, uint64_t minimum)
{
	return p->of->size < minimum ? p->of->size : minimum;
}

/* The weights of what is still open. Where nothing is left there to tell the
 * strata apart, their sizes do. */
static void
weigh(struct plan *a)
{
	for (int again = 0; again < 2 && !a->weight; again++)
		for (size_t i = 0; i < a->h; i++) {
			struct part *p = &a->part[i];

			if (again && !p->fixed)
				p->weight = p->of->size;
			a->weight += p->fixed ? 0 : p->weight;
		}
}

/* How far the open quotas lie above the sizes and below the minima, times the
 * sum of the weights. Neither is more than n times that sum. */
static void
judge(const struct plan *a, uint64_t minimum, fb_u128 *over, fb_u128 *under)
{
	*over = *under = 0;
	for (size_t i = 0; i < a->h; i++) {
		const struct part *p = &a->part[i];
		fb_u128 quota = a->left * p->weight;
		fb_u128 most = p->of->size * a->weight;
		fb_u128 least = least_of(p, minimum) * a->weight;

		if (p->fixed)
			continue;
		*over += quota > most ? quota - most : 0;
		*under += quota < least ? least - quota : 0;
	}
}

/* Fix the open quotas above the size (high) and below the minimum (low). */
static void
fix(struct plan *a, uint64_t minimum, bool high, bool low)
{
	uint64_t n = a->left;

	for (size_t i = 0; i < a->h; i++) {
		struct part *p = &a->part[i];
		uint64_t least = least_of(p, minimum), size = p->of->size;

		if (p->fixed)
			continue;
		if (high && n * p->weight > size * a->weight)
			p->got = size;
		else if (low && n * p->weight < least * a->weight)
			p->got = least;
		else
			continue;
		p->fixed = true;
		a->left -= p->got;
	}
	a->weight = 0;
	weigh(a);
}

/* Fix the side that weighs more: it stays fixed whatever the other side then
 * frees or takes, so the places never run out. */
static void
settle(struct plan *a, uint64_t minimum)
{
	fb_u128 over, under;

	weigh(a);
	for (;;) {
		judge(a, minimum, &over, &under);
		if (!over && !under)
			return;
		fix(a, minimum, over >= under, under >= over);
	}
}

static int
by_rest(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	if (x->fixed != y->fixed)
		return x->fixed ? 1 : -1;
	if (x->rest != y->rest)
		return x->rest > y->rest ? -1 : 1;
	if (x->of->size != y->of->size)
		return x->of->size > y->of->size ? -1 : 1;
	return fb_str_cmp(x->of->key, y->of->key);
}

static void
round_off(struct plan *a)
{
	uint64_t n = a->left;

	for (size_t i = 0; i < a->h && n; i++) {
		struct part *p = &a->part[i];

		if (p->fixed)
			continue;
		p->got = (uint64_t)(n * p->weight / a->weight);
		p->rest = n * p->weight % a->weight;
		a->left -= p->got;
	}
	qsort(a->part, a->h, sizeof *a->part, by_rest);
	for (size_t i = 0; a->left; i++, a->left--)
		a->part[i].got++;
}

/* NULL, or why n places cannot be shared out. */
static const char *
check(const struct plan *a, uint64_t n, uint64_t minimum)
{
	fb_u128 size = 0, least = 0, weight = 0, most;

	for (size_t i = 0; i < a->h; i++) {
		size += a->part[i].of->size;
		least += least_of(&a->part[i], minimum);
		if (__builtin_add_overflow(weight, a->part[i].weight, &weight))
			return "strata are too large";
	}
	if (least > n)
		return "fewer places than the strata need";
	weight = weight > size ? weight : size;
	size = size > n ? size : n;
	if (__builtin_mul_overflow(weight, size, &most))
		return "strata are too large";
	return NULL;
}

/* Places for all: each stratum is taken whole. */
static bool
census(const struct fb_stratum *s, size_t h, uint64_t n, uint64_t *out)
{
	fb_u128 size = 0;

	for (size_t i = 0; i < h; i++)
		size += s[i].size;
	for (size_t i = 0; i < h && size <= n; i++)
		out[i] = s[i].size;
	return size <= n;
}

typedef fb_u128 weight_of(const struct fb_stratum *);

static const char *
allocate(const struct fb_stratum *s, size_t h, uint64_t n, uint64_t minimum,
    uint64_t *out, weight_of *weight)
{
	struct plan a = { .h = h, .left = n };
	const char *why;

	if (census(s, h, n, out))
		return NULL;
	a.part = fb_zalloc(h, sizeof *a.part);
	for (size_t i = 0; i < h; i++)
		a.part[i] = (struct part){ &s[i], weight(&s[i]), 0, 0, false };
	if (!(why = check(&a, n, minimum))) {
		settle(&a, minimum);
		round_off(&a);
		for (size_t i = 0; i < h; i++)
			out[a.part[i].of - s] = a.part[i].got;
	}
	free(a.part);
	return why;
}

static fb_u128
by_size(const struct fb_stratum *s)
{
	return s->size;
}

static fb_u128
by_one(const struct fb_stratum *s)
{
	return s->size > 0;
}

static fb_u128
by_spread(const struct fb_stratum *s)
{
	return (fb_u128)s->size * s->spread;
}

const char *
fb_alloc_proportional(const struct fb_stratum *s, size_t h, uint64_t n,
    uint64_t minimum, uint64_t *out)
{
	return allocate(s, h, n, minimum, out, by_size);
}

const char *
fb_alloc_equal(const struct fb_stratum *s, size_t h, uint64_t n,
    uint64_t minimum, uint64_t *out)
{
	return allocate(s, h, n, minimum, out, by_one);
}

const char *
fb_alloc_neyman(const struct fb_stratum *s, size_t h, uint64_t n,
    uint64_t minimum, uint64_t *out)
{
	return allocate(s, h, n, minimum, out, by_spread);
}
