/* shade.c - values as colours: the cells of a heat map. */
#include <math.h>

#include "chart/shade.h"

#define FULL 0.85 /* of the palette's red and blue: figures stay readable */
#define PALE 0.18 /* with few answers */

void
fb_shade_reach(struct fb_shade *s, const struct fb_cell *c)
{
	if (!fb_is_small(c))
		s->reach = fmax(s->reach, fabs(c->value - s->middle));
}

/* Between two colours, part of the way from a to b. */
static fb_colour
mix(fb_colour a, fb_colour b, double part)
{
	fb_colour out = 0;

	for (int shift = 16; shift >= 0; shift -= 8) {
		double x = a >> shift & 255, y = b >> shift & 255;

		out |= (fb_colour)lround(x + (y - x) * part) << shift;
	}
	return out;
}

static fb_colour
fill_of(struct fb_canvas *cv, struct fb_shade s, const struct fb_cell *c)
{
	double part = s.reach > 0 ? (c->value - s.middle) / s.reach : 0;
	double most = fb_is_wide(c) ? PALE : FULL;

	if (fb_str_eq(fb_name_better(cv->report, c), FB_LIT("down")))
		part = -part;
	return mix(FB_HEAT_MIDDLE, part < 0 ? FB_RED : FB_BLUE,
	    fmin(most, fabs(part) * FULL));
}

/* Relative luminance of sRGB, as WCAG 2 defines it. */
static double
luminance(fb_colour c)
{
	static const double weight[] = { 0.0722, 0.7152, 0.2126 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double v = (c >> 8 * i & 255) / 255.0;

		sum += weight[i] * (v <= 0.04045 ? v / 12.92 :
		    pow((v + 0.055) / 1.055, 2.4));
	}
	return sum;
}

/* White or ink, whichever has the higher contrast. */
static fb_colour
ink_on(fb_colour fill)
{
	double l = luminance(fill) + 0.05;

	return 1.05 / l > l / (luminance(FB_INK) + 0.05) ? FB_WHITE : FB_INK;
}

static fb_str
figure(struct fb_canvas *cv, const struct fb_cell *c, bool unit)
{
	struct fb_buf b = {0};
	fb_str s;

	if (unit)
		fb_show_value(&b, cv->words, c);
	else
		fb_show_number(&b, cv->words, c->value, fb_decimals(c), false);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

void
fb_draw_shade(struct fb_canvas *cv, struct fb_shade s, const struct fb_cell *c,
    bool unit, double x, double y, double w, double h)
{
	struct fb_text t = { .role = FB_AXIS, .align = FB_CENTRE,
	    .s = FB_LIT("\xc2\xb7") };
	fb_colour fill;

	if (!fb_is_small(c)) {
		fill = fill_of(cv, s, c);
		fb_page_rect(cv->page, x, y, w - 1, h - 1, fill);
		t.s = figure(cv, c, unit);
		t.colour = fb_is_wide(c) ? FB_TEXT2 : ink_on(fill);
		if (fb_page_measure(cv->page, &t).width > w - 2)
			t.size = 6.8;
	}
	fb_page_text(cv->page, &t, x + w / 2 - 0.5, y + h / 2 + 2.3);
}
