/* palette.c - other colours for the same meanings. */
#include <math.h>

#include "base/keyfile.h"
#include "base/share.h"
#include "present/palette.h"

static const struct {
	const char *name;
	fb_colour colour;
} names[] = {
	{ "white", FB_WHITE }, { "ink", FB_INK }, { "text2", FB_TEXT2 },
	{ "text3", FB_TEXT3 }, { "blue", FB_BLUE }, { "red", FB_RED },
	{ "mid", FB_MID }, { "mid2", FB_MID2 }, { "hair", FB_HAIR },
	{ "grid", FB_GRID }, { "normal", FB_NORMAL }, { "tint", FB_TINT },
	{ "blue2", FB_BLUE2 }, { "blue3", FB_BLUE3 }, { "red2", FB_RED2 },
	{ "red3", FB_RED3 }, { "likert1", FB_LIKERT1 }, { "likert2", FB_LIKERT2 },
	{ "likert3", FB_LIKERT3 }, { "likert4", FB_LIKERT4 },
	{ "likert5", FB_LIKERT5 }, { "heat_worse", FB_HEAT_WORSE },
	{ "heat_middle", FB_HEAT_MIDDLE }, { "heat_better", FB_HEAT_BETTER },
	{ "heat_low", FB_HEAT_LOW }, { "heat_high", FB_HEAT_HIGH },
	{ "category1", FB_CATEGORY1 }, { "category2", FB_CATEGORY2 },
	{ "category3", FB_CATEGORY3 }, { "category4", FB_CATEGORY4 },
	{ "category5", FB_CATEGORY5 }, { "category6", FB_CATEGORY6 },
};

/* Six hexadecimal digits. */
static bool
parse_colour(fb_str s, fb_colour *c)
{
	*c = 0;
	for (size_t i = 0; i < s.n; i++) {
		const char *digits = "0123456789abcdef";
		int lower = s.p[i] >= 'A' && s.p[i] <= 'F' ? s.p[i] + 32 : s.p[i];
		const char *at = lower ? strchr(digits, lower) : NULL;

		if (!at)
			return false;
		*c = *c << 4 | (fb_colour)(at - digits);
	}
	return s.n == 6;
}

static const char *
read_tone(struct fb_palette *p, fb_str key, fb_str value)
{
	fb_colour c;

	if (!parse_colour(value, &c))
		return "not a colour like 004488";
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!fb_str_eq(key, fb_cstr(names[i].name)))
			continue;
		if (p->n == FB_TONES)
			return "too many colours";
		p->tone[p->n].from = names[i].colour;
		p->tone[p->n++].to = c;
		return NULL;
	}
	return "no colour of this name";
}

const char *
fb_palette_open(struct fb_palette *p, const char *name, size_t *line)
{
	struct fb_buf short_name = {0}, path = {0};
	struct fb_keyfile l = {0};
	const char *why = NULL;

	*p = (struct fb_palette){0};
	*line = 0;
	fb_buf_printf(&short_name, "palettes/%s.palette", name);
	if (strchr(name, '/'))
		fb_buf_adds(&path, name);
	else if (fb_share_path(&path, fb_buf_cstr(&short_name)))
		why = "there is none of this name";
	if (!why)
		why = fb_keyfile_open(&l, fb_buf_cstr(&path));
	while (!why && fb_keyfile_next(&l))
		if ((why = read_tone(p, l.key, l.value)))
			*line = l.lineno;
	fb_keyfile_close(&l);
	fb_buf_release(&short_name);
	fb_buf_release(&path);
	return why;
}

void
fb_palette_names(struct fb_buf *b)
{
	fb_share_names(b, "palettes", ".palette");
}

fb_colour
fb_palette_tone(const struct fb_palette *p, fb_colour c)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->tone[i].from == c)
			return p->tone[i].to;
	return c & ~FB_MIXED;
}

fb_colour
fb_palette_mix(const struct fb_palette *p, fb_colour a, fb_colour b, double part)
{
	fb_colour out = 0, from = fb_palette_tone(p, a), to = fb_palette_tone(p, b);

	for (int shift = 16; shift >= 0; shift -= 8) {
		double x = from >> shift & 255, y = to >> shift & 255;

		out |= (fb_colour)lround(x + (y - x) * part) << shift;
	}
	return out | FB_MIXED;
}

static double
linear(double part)
{
	return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double
luminance(fb_colour c)
{
	return 0.2126 * linear((c >> 16 & 255) / 255.0) +
	    0.7152 * linear((c >> 8 & 255) / 255.0) +
	    0.0722 * linear((c & 255) / 255.0);
}

double
fb_contrast(fb_colour a, fb_colour b)
{
	double x = luminance(a), y = luminance(b);

	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

fb_colour
fb_palette_on(const struct fb_palette *p, fb_colour c)
{
	fb_colour under = fb_palette_tone(p, c);

	return fb_contrast(under, fb_palette_tone(p, FB_WHITE)) >
	    fb_contrast(under, fb_palette_tone(p, FB_INK)) ? FB_WHITE : FB_INK;
}
