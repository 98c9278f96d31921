/* ticks.c - round numbers along an axis. */
#include <math.h>

#include "chart/ticks.h"

enum { GAPS = 4, DECIMALS = 4 };

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

	if (!(hi - lo > 1e-9 * fabs(hi)))
		hi = lo + (lo != 0 ? fabs(lo) * 0.1 : 1);
	ten = pow(10, floor(log10((hi - lo) / GAPS)));
	for (size_t i = 0; ; i++) {
		t = snap(lo, hi, steps[i % 4] * ten);
		if (fb_ticks_count(t) <= GAPS + 1)
			return t;
		if (i % 4 == 3)
			ten *= 10;
	}
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
	struct fb_buf b = {0};
	fb_str s;

	if (fb_str_eq(c->unit, FB_LIT("%")) && i + 1 == fb_ticks_count(t))
		fb_show_percent(&b, cv->words, fb_tick_at(t, i),
		    fb_step_decimals(t.step));
	else
		fb_show_number(&b, cv->words, fb_tick_at(t, i),
		    fb_step_decimals(t.step), false);
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
