/* ticks.c - round numbers along an axis. */
#include <math.h>

#include "chart/ticks.h"

enum { GAPS = 4, DECIMALS = 9, SHORT = 6 };

static struct fb_ticks
snap(double lo, double hi, double step)
{
	return (struct fb_ticks){ floor(lo / step + 1e-9) * step,
	    ceil(hi / step - 1e-9) * step, step };
}

struct fb_ticks
fb_ticks_of(double lo, double hi)
{
	static const double steps[] = { 1, 2, 2.5, 5 };
	struct fb_ticks t;
	double ten;

	if (!(hi - lo > 1e-9 * fabs(hi))) {
		hi = hi != 0 ? hi + fabs(hi) * 0.05 : 1;
		lo = lo != 0 ? lo - fabs(lo) * 0.05 : 0;
	}
	ten = pow(10, floor(log10((hi - lo) / GAPS)));
	for (size_t i = 0; ; i++) {
		t = snap(lo, hi, steps[i % 4] * ten);
		if (fb_ticks_count(t) <= GAPS + 1)
			return t;
		if (i % 4 == 3)
			ten *= 10;
	}
}

struct fb_ticks
fb_bounds(const struct fb_cell *c)
{
	if (c->scale.known && !c->unit.n)
		return (struct fb_ticks){ (double)c->scale.lo / 1000,
		    (double)c->scale.hi / 1000, 0 };
	if (fb_str_eq(c->unit, FB_LIT("%")))
		return (struct fb_ticks){ 0, 100, 0 };
	return (struct fb_ticks){ -INFINITY, INFINITY, 0 };
}

/* From the lower end of the scale on, in steps that do not pass the upper one;
 * those of t when there are none. */
static struct fb_ticks
count_from_end(struct fb_ticks t, struct fb_ticks all, double lo, double hi)
{
	static const double by[] = { 0.25, 0.5, 1, 2, 3, 5, 10 };

	for (size_t i = 0; i < sizeof by / sizeof *by; i++) {
		struct fb_ticks own = snap(lo - all.lo, hi - all.lo, by[i]);

		if (own.hi <= all.hi - all.lo + 1e-9 &&
		    fb_ticks_count(own) <= GAPS + 1)
			return (struct fb_ticks){ own.lo + all.lo,
			    own.hi + all.lo, by[i] };
	}
	return t;
}

struct fb_ticks
fb_ticks_for(const struct fb_cell *c, double lo, double hi)
{
	struct fb_ticks all = fb_bounds(c), t = fb_ticks_of(lo, hi);

	if (lo < all.lo || hi > all.hi || (t.lo >= all.lo && t.hi <= all.hi))
		return t;
	if (lo == hi)
		t = fb_ticks_of(fmax(lo - 0.1, all.lo), fmin(hi + 0.1, all.hi));
	return count_from_end(t, all, fmax(t.lo, all.lo), fmin(t.hi, all.hi));
}

int
fb_ticks_count(struct fb_ticks t)
{
	return (int)lround(fmin((t.hi - t.lo) / t.step, 99)) + 1;
}

double
fb_tick_at(struct fb_ticks t, int i)
{
	double v = t.lo + i * t.step;

	return fabs(v) < t.step * 1e-6 ? 0 : v;
}

int
fb_step_decimals(double step)
{
	int d = 0;

	for (double s = step; d < DECIMALS && fabs(s - round(s)) > 1e-6 * s; d++)
		s *= 10;
	return d;
}

fb_str
fb_tick_words(struct fb_canvas *cv, const struct fb_cell *c, struct fb_ticks t,
    int i)
{
	fb_str unit = fb_unit_words(cv->words, c);
	int power = fb_thousands_of(fmax(fabs(t.lo), fabs(t.hi)));
	struct fb_buf b = {0};
	fb_str s;

	if (fb_str_eq(c->unit, FB_LIT("%")) && i + 1 == fb_ticks_count(t))
		fb_show_percent(&b, cv->words, fb_tick_at(t, i),
		    fb_step_decimals(t.step));
	else
		fb_show_thousands(&b, cv->words, fb_tick_at(t, i), power,
		    fb_step_decimals(t.step / pow(10, power)));
	if (i + 1 == fb_ticks_count(t) && unit.n && unit.n <= SHORT && !power) {
		fb_buf_adds(&b, "\xc2\xa0");
		fb_buf_add(&b, unit);
	}
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

double
fb_ticks_width(struct fb_canvas *cv, const struct fb_cell *c, struct fb_ticks t)
{
	double most = 0;

	for (int i = 0; i < fb_ticks_count(t); i++) {
		struct fb_text words = { .role = FB_AXIS,
		    .s = fb_tick_words(cv, c, t, i) };

		most = fmax(most, fb_page_measure(cv->page, &words).width);
	}
	return most;
}

int
fb_ticks_every(struct fb_ticks t, double length, double need)
{
	double gap = length / (fb_ticks_count(t) - 1);

	return (int)fmin(GAPS, fmax(1, ceil(need / gap)));
}

void
fb_spread(double *y, size_t n, double gap, double top, double bottom)
{
	if (n > 1)
		gap = fmin(gap, (bottom - top) / (double)(n - 1));
	for (size_t i = 0; i < n; i++)
		y[i] = fmax(y[i], i ? y[i - 1] + gap : top);
	for (size_t i = n; i-- > 0; )
		y[i] = fmin(y[i], i + 1 < n ? y[i + 1] - gap : bottom);
}
