/* survive.c - Kaplan-Meier medians and the log-rank test. */
#include <math.h>

#include "stat/special.h"
#include "stat/survive.h"

static uint64_t
total(const struct fb_value *v, size_t n)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += v[i].n;
	return sum;
}

/* Walks over the times at which cases were done. */
struct walk {
	const struct fb_cases *c;
	size_t done, open;
	uint64_t left;  /* at risk: neither done nor censored before now */
};

static struct walk
begin(const struct fb_cases *c)
{
	return (struct walk){ c, 0, 0, total(c->done, c->ndone) +
	    total(c->open, c->nopen) };
}

/* Let go what ended before now. */
static void
pass(struct walk *w, int64_t now)
{
	for (; w->done < w->c->ndone && w->c->done[w->done].value < now; w->done++)
		w->left -= w->c->done[w->done].n;
	for (; w->open < w->c->nopen && w->c->open[w->open].value < now; w->open++)
		w->left -= w->c->open[w->open].n;
}

static uint64_t
done_at(const struct walk *w, int64_t now)
{
	return w->done < w->c->ndone && w->c->done[w->done].value == now ?
	    w->c->done[w->done].n : 0;
}

/* Log-log limits of a survival s: s^exp(+-z sd / ln s). */
static struct fb_interval
log_log(double s, double greenwood)
{
	double at = log(s), wide;

	if (s <= 0 || s >= 1)
		return (struct fb_interval){ s, s, s >= 1 };
	wide = fb_normal_quantile(0.975) * sqrt(greenwood) / fabs(at);
	return (struct fb_interval){ exp(at * exp(wide)), exp(at * exp(-wide)),
	    true };
}

/* The first time at which a curve is at or below one half; the middle of the
 * step where it is exactly there. */
struct half {
	bool reached, exact, done;
	double at;
};

static void
watch(struct half *h, double curve, double now)
{
	const double tiny = 1.5e-8; /* what counts as exactly one half */

	if (h->exact && !h->done && curve < 0.5 - tiny) {
		h->at = (h->at + now) / 2;
		h->done = true;
	}
	if (h->reached || curve > 0.5 + tiny)
		return;
	h->reached = true;
	h->exact = fabs(curve - 0.5) <= tiny;
	h->at = now;
}

struct fb_median
fb_km_median(const struct fb_cases *c)
{
	struct half mid = {0}, low = {0}, high = {0};
	struct walk w = begin(c);
	double s = 1, greenwood = 0;

	for (size_t i = 0; i < c->ndone; i++) {
		double now = (double)c->done[i].value, d, r;
		struct fb_interval band;

		pass(&w, c->done[i].value);
		d = (double)c->done[i].n;
		r = (double)w.left;
		s *= (r - d) / r;
		greenwood += r > d ? d / (r * (r - d)) : 0;
		band = log_log(s, greenwood);
		watch(&mid, s, now);
		if (band.ok) {
			watch(&low, band.lo, now);
			watch(&high, band.hi, now);
		}
	}
	return (struct fb_median){ mid.reached, mid.at, low.reached,
	    high.reached, low.at, high.at };
}

static double
log_rank_p(const struct fb_cases *a, const struct fb_cases *b)
{
	struct walk one = begin(a), two = begin(b);
	double off = 0, var = 0;

	for (;;) {
		bool more1 = one.done < a->ndone, more2 = two.done < b->ndone;
		int64_t now;
		double d, r1, r;

		if (!more1 && !more2)
			break;
		now = !more2 || (more1 && a->done[one.done].value <
		    b->done[two.done].value) ? a->done[one.done].value :
		    b->done[two.done].value;
		pass(&one, now);
		pass(&two, now);
		d = (double)done_at(&one, now) + (double)done_at(&two, now);
		r1 = (double)one.left;
		r = r1 + (double)two.left;
		off += (double)done_at(&one, now) - d * r1 / r;
		if (r > 1)
			var += d * (r1 / r) * (1 - r1 / r) * (r - d) / (r - 1);
		pass(&one, now + 1);
		pass(&two, now + 1);
	}
	return var > 0 ? fb_normal_two(off / sqrt(var)) : 1;
}

struct fb_change
fb_change_cases(const struct fb_cases *a, const struct fb_cases *b)
{
	struct fb_change c = { NAN, NAN, NAN, 1, false, "none" };
	struct fb_median one = fb_km_median(a), two = fb_km_median(b);

	if (!one.ok || !two.ok)
		return c;
	c.diff = two.value - one.value;
	c.p = log_rank_p(a, b);
	c.method = "log_rank";
	return c;
}
