/* show.c - numbers as people read them. */
#include <math.h>
#include <stdio.h>

#include "base/num.h"
#include "present/show.h"

#define PLUS_MINUS "\xc2\xb1"

enum { DECIMALS_SHARE = 3, DECIMALS_MAX = 9 };

/* Of so many digits thousands are set apart: in Spanish not of four. */
static bool
is_long(const struct fb_words *w, size_t digits)
{
	uint64_t least;

	return fb_parse_u64(fb_word(w, "thousands_from"), &least) ||
	    digits >= least;
}

/* digits holds a plain decimal number without a sign. */
static void
put_grouped(struct fb_buf *b, const struct fb_words *w, const char *digits)
{
	size_t whole = strcspn(digits, ".");
	bool apart = is_long(w, whole);

	for (size_t i = 0; i < whole; i++) {
		if (apart && i && (whole - i) % 3 == 0)
			fb_buf_add(b, fb_word(w, "thousands"));
		fb_buf_addc(b, digits[i]);
	}
	if (digits[whole] == '.') {
		fb_buf_add(b, fb_word(w, "decimal"));
		fb_buf_adds(b, digits + whole + 1);
	}
}

/* Halves go away from zero, as people round. */
static double
rounded(double v, int decimals)
{
	double unit = pow(10, decimals);

	return round(v * unit * (1 + 1e-12)) / unit;
}

int
fb_thousands_of(double v)
{
	return !(fabs(v) < 1e15) || fabs(v) < 1e6 ? 0 : fabs(v) < 1e9 ? 6 : 9;
}

/* v is not below 0. */
static void
put_in_thousands(struct fb_buf *b, const struct fb_words *w, double v, int power,
    int decimals)
{
	struct fb_buf n = {0};
	char text[64];

	snprintf(text, sizeof text, "%.*f", decimals, v / pow(10, power));
	put_grouped(&n, w, text);
	if (power)
		fb_say(b, w, power == 6 ? "million" : "billion",
		    (struct fb_slot[]){ { "n", fb_buf_str(&n) } }, 1);
	else
		fb_buf_add(b, fb_buf_str(&n));
	fb_buf_release(&n);
}

static void
put_sign(struct fb_buf *b, const struct fb_words *w, double v, bool plus)
{
	if (v < 0)
		fb_buf_add(b, fb_word(w, "minus"));
	else if (plus && v > 0)
		fb_buf_add(b, fb_word(w, "plus"));
}

void
fb_show_thousands(struct fb_buf *b, const struct fb_words *w, double v, int power,
    int decimals)
{
	put_sign(b, w, v, false);
	put_in_thousands(b, w, fabs(v), v != 0 ? power : 0,
	    v != 0 ? decimals : 0);
}

void
fb_show_number(struct fb_buf *b, const struct fb_words *w, double v,
    int decimals, bool plus)
{
	int power;

	v = rounded(v, decimals);
	power = fb_thousands_of(v);
	put_sign(b, w, v, plus);
	put_in_thousands(b, w, fabs(v), power, !power ? decimals :
	    fabs(v) < 100 * pow(10, power));
}

void
fb_show_percent(struct fb_buf *b, const struct fb_words *w, double v, int decimals)
{
	struct fb_buf n = {0};

	fb_show_number(&n, w, v, decimals, false);
	fb_say(b, w, "percent", (struct fb_slot[]){ { "n", fb_buf_str(&n) } }, 1);
	fb_buf_release(&n);
}

void
fb_show_count(struct fb_buf *b, const struct fb_words *w, uint64_t n)
{
	fb_show_number(b, w, (double)n, 0, false);
}

static bool
unit_is(const struct fb_cell *c, const char *unit)
{
	return fb_str_eq(c->unit, fb_cstr(unit));
}

bool
fb_is_tally(const struct fb_cell *c)
{
	return unit_is(c, "records") || unit_is(c, "customers");
}

static double
margin(const struct fb_cell *c)
{
	double up = c->hi - c->value, down = c->value - c->lo;

	return up > down ? up : down;
}

static bool
is_whole(double v)
{
	return v == round(v);
}

/* Of a share: none where the interval is wider than half a point; as many as it
 * takes that what is not 0 or 100 does not look like it. */
static int
share_decimals(const struct fb_cell *c)
{
	int d = c->has_interval ? margin(c) < 0.5 : !is_whole(c->value);

	while (d < DECIMALS_SHARE && ((c->value > 0 && rounded(c->value, d) <= 0) ||
	    (c->value < 100 && rounded(c->value, d) >= 100)))
		d++;
	return d;
}

/* One; two figures of what is below 1 and on no scale of answers. */
static int
other_decimals(const struct fb_cell *c)
{
	double v = fabs(c->value);
	int d = 1;

	if (v > 0 && v < 1 && !c->scale.known)
		d = (int)fmin(DECIMALS_MAX, 1 - floor(log10(v)));
	while (d > 1 && !c->has_interval &&
	    fabs(rounded(c->value, d - 1) - c->value) < 1e-6 * v)
		d--;
	return d;
}

int
fb_decimals(const struct fb_cell *c)
{
	bool whole = is_whole(c->value) && !c->has_interval;

	if (unit_is(c, "points") || fb_is_tally(c))
		return 0;
	if (unit_is(c, "%"))
		return share_decimals(c);
	if (whole && !(c->prev.ok && !is_whole(c->prev.value)))
		return 0;
	return other_decimals(c);
}

void
fb_show_value(struct fb_buf *b, const struct fb_words *w, const struct fb_cell *c)
{
	if (unit_is(c, "%"))
		fb_show_percent(b, w, c->value, fb_decimals(c));
	else
		fb_show_number(b, w, c->value, fb_decimals(c), false);
}

fb_str
fb_show_unit(const struct fb_cell *c)
{
	if (unit_is(c, "%") || unit_is(c, "points") || fb_is_tally(c))
		return FB_LIT("");
	return c->unit;
}

fb_str
fb_unit_words(const struct fb_words *w, const struct fb_cell *c)
{
	if (unit_is(c, "hours"))
		return fb_word(w, "unit_hours");
	if (unit_is(c, "per 1,000"))
		return fb_word(w, "unit_per_1000");
	return fb_show_unit(c);
}

static double
rounded_up(double v, int decimals)
{
	double unit = pow(10, decimals);

	return ceil(v * unit * (1 - 1e-12)) / unit;
}

void
fb_show_margin(struct fb_buf *b, const struct fb_words *w, const struct fb_cell *c)
{
	struct fb_buf from = {0}, to = {0};
	int d = fb_decimals(c);
	double up, down;

	if (!c->has_interval || !c->has_value)
		return;
	up = rounded_up(c->hi - c->value, d);
	down = rounded_up(c->value - c->lo, d);
	if (fabs(up - down) < 1e-9) {
		fb_buf_adds(b, PLUS_MINUS);
		fb_show_number(b, w, up, d, false);
		return;
	}
	fb_show_number(&from, w, c->lo, d, false);
	if (unit_is(c, "%"))
		fb_show_percent(&to, w, c->hi, d);
	else
		fb_show_number(&to, w, c->hi, d, false);
	fb_say_range(b, w, fb_buf_str(&from), fb_buf_str(&to));
	fb_buf_release(&from);
	fb_buf_release(&to);
}

void
fb_show_diff(struct fb_buf *b, const struct fb_words *w, const struct fb_cell *c,
    double diff)
{
	fb_show_number(b, w, diff, fb_decimals(c), true);
}

void
fb_show_share(struct fb_buf *b, const struct fb_words *w, double share)
{
	fb_show_percent(b, w, 100 * share, share > 0 && share < 0.005);
}
