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

static fb_colour
fill_of(struct fb_canvas *cv, struct fb_shade s, const struct fb_cell *c)
{
	double part = s.reach > 0 ? (c->value - s.middle) / s.reach : 0;
	double most = fb_is_wide(c) ? PALE : FULL;

	if (s.plain)
		return fb_page_mix(cv->page, FB_HEAT_LOW, FB_HEAT_HIGH,
		    s.reach > 0 ? (part + 1) / 2 * most : PALE);
	if (fb_str_eq(fb_name_better(cv->report, c), FB_LIT("down")))
		part = -part;
	return fb_page_mix(cv->page, FB_HEAT_MIDDLE, part < 0 ? FB_HEAT_WORSE :
	    FB_HEAT_BETTER, fmin(most, fabs(part) * FULL));
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
		t.colour = fb_is_wide(c) ? FB_TEXT2 : fb_page_on(cv->page, fill);
		if (fb_page_measure(cv->page, &t).width > w - 2)
			t.size = 6.8;
	}
	fb_page_text(cv->page, &t, x + w / 2 - 0.5, y + h / 2 + 2.3);
}
