/* breaks.c - two segments against one, and shuffled periods. */
#include <assert.h>
#include <math.h>

#include "base/ticket.h"
#include "stat/breaks.h"

static void
add(struct fb_split *to, const struct fb_split *s)
{
	for (size_t k = 0; k < FB_CLASSES; k++)
		to->of[k] += s->of[k];
}

static struct fb_split
less(const struct fb_split *a, const struct fb_split *b)
{
	struct fb_split d;

	for (size_t k = 0; k < FB_CLASSES; k++)
		d.of[k] = a->of[k] - b->of[k];
	return d;
}

static struct fb_split
sum(const struct fb_split *v, size_t periods)
{
	struct fb_split s = {0};

	for (size_t i = 0; i < periods; i++)
		add(&s, &v[i]);
	return s;
}

static double
total(const struct fb_split *s)
{
	uint64_t n = 0;

	for (size_t k = 0; k < FB_CLASSES; k++)
		n += s->of[k];
	return (double)n;
}

/* The log likelihood of answers at their own proportions. */
static double
likelihood(const struct fb_split *s)
{
	double n = total(s), sum = 0;

	for (size_t k = 0; k < FB_CLASSES; k++)
		if (s->of[k])
			sum += (double)s->of[k] * log((double)s->of[k] / n);
	return sum;
}

/* What is gained by each period as the first of the second segment, gains[1]
 * to gains[periods - 1]; -1 where a segment would be empty. Give the best. */
static size_t
gains_of(const struct fb_split *v, size_t periods, double *gains)
{
	struct fb_split all = sum(v, periods), first = {0}, second;
	double whole = likelihood(&all);
	size_t best = 0;

	gains[0] = 0;
	for (size_t i = 1; i < periods; i++) {
		add(&first, &v[i - 1]);
		second = less(&all, &first);
		gains[i] = total(&first) > 0 && total(&second) > 0 ?
		    likelihood(&first) + likelihood(&second) - whole : -1;
		if (gains[i] > gains[best])
			best = i;
	}
	return best;
}

/* Pearson's X2 of periods around their common proportions; *df grows. */
static double
chisq(const struct fb_split *v, size_t periods, double *df)
{
	struct fb_split all = sum(v, periods);
	double n = total(&all), x2 = 0, classes = 0, used = 0;

	for (size_t k = 0; k < FB_CLASSES; k++)
		classes += all.of[k] > 0;
	for (size_t i = 0; i < periods; i++) {
		double here = total(&v[i]);

		used += here > 0;
		for (size_t k = 0; k < FB_CLASSES && here > 0; k++) {
			double want = here * (double)all.of[k] / n;
			double off = (double)v[i].of[k] - want;

			x2 += want > 0 ? off * off / want : 0;
		}
	}
	*df += fmax(used - 1, 0) * fmax(classes - 1, 0);
	return x2;
}

struct fb_break
fb_break(const struct fb_split *v, size_t periods)
{
	double gains[FB_BREAK_MAX], df = 0, x2, near;
	struct fb_break b = {0};

	assert(periods <= FB_BREAK_MAX);
	if (!periods || !(b.at = gains_of(v, periods, gains)))
		return b;
	b.gain = gains[b.at];
	x2 = chisq(v, b.at, &df) + chisq(v + b.at, periods - b.at, &df);
	near = b.gain - 1.92 * (df > 0 ? fmax(1, x2 / df) : 1);
	for (b.lo = b.at; b.lo > 1 && gains[b.lo - 1] >= near; )
		b.lo--;
	for (b.hi = b.at; b.hi + 1 < periods && gains[b.hi + 1] >= near; )
		b.hi++;
	return b;
}

/* Put i among the first i of an order by its ticket. */
static void
insert(unsigned char *order, struct fb_ticket *t, size_t i, struct fb_ticket mine)
{
	size_t at = i;

	for (; at > 0 && fb_ticket_cmp(&mine, &t[at - 1]) < 0; at--) {
		t[at] = t[at - 1];
		order[at] = order[at - 1];
	}
	t[at] = mine;
	order[at] = (unsigned char)i;
}

void
fb_orders_make(struct fb_orders *o)
{
	struct fb_ticket t[FB_BREAK_MAX];
	struct fb_buf b = {0};

	for (size_t round = 0; round < FB_BREAK_SHUFFLES; round++)
		for (size_t i = 0; i < FB_BREAK_MAX; i++) {
			b.n = 0;
			fb_buf_printf(&b, "fb-metric/1\n%zu/%zu", round, i);
			insert(o->of[round], t, i, fb_sha256(fb_buf_str(&b)));
		}
	fb_buf_release(&b);
}

static double
shuffled_gain(const unsigned char *order, const struct fb_split *v, size_t periods)
{
	struct fb_split mixed[FB_BREAK_MAX];
	double gains[FB_BREAK_MAX];
	size_t n = 0;

	for (size_t i = 0; i < FB_BREAK_MAX; i++)
		if (order[i] < periods)
			mixed[n++] = v[order[i]];
	return gains[gains_of(mixed, n, gains)];
}

double
fb_break_p(const struct fb_orders *o, const struct fb_split *v, size_t periods,
    double gain)
{
	size_t as_much = 1;

	/* Equal segments may be summed up in another order. */
	for (size_t i = 0; i < FB_BREAK_SHUFFLES; i++)
		as_much += shuffled_gain(o->of[i], v, periods) >=
		    gain * (1 - 1e-12);
	return (double)as_much / (FB_BREAK_SHUFFLES + 1);
}
