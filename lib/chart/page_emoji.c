/* page_emoji.c - colour glyphs as pictures of six times the size.
 *
 * cairo 1.16 puts a colour glyph into a PDF as a picture of 72 dots an inch.
 * So it is drawn to a picture of our own at 432 and placed; one picture serves
 * every place of a glyph at a size. */
#include <math.h>
#include <stdlib.h>

#include "chart/page_own.h"

enum { SHARPER = 6 };

bool
page_is_emoji(PangoFont *font)
{
	PangoFontDescription *d = font ? pango_font_describe(font) : NULL;
	const char *family = d ? pango_font_description_get_family(d) : NULL;
	bool yes = family && strstr(family, "Emoji");

	if (d)
		pango_font_description_free(d);
	return yes;
}

/* Dots of a picture in one point of the layout. */
static double
dots(const struct fb_page *p)
{
	return p->at->scale * SHARPER;
}

static int
font_size(const struct fb_page *p, PangoFont *font)
{
	PangoFontDescription *d = pango_font_describe(font);
	int size = pango_font_description_get_size(d);

	pango_font_description_free(d);
	return (int)(size * p->at->scale + 0.5);
}

static cairo_surface_t *
new_image(PangoFont *font, PangoGlyph glyph, const PangoRectangle *ink,
    double scale)
{
	PangoGlyphInfo info = { .glyph = glyph };
	int cluster = 0;
	PangoGlyphString one = { 1, &info, &cluster, 0 };
	double w = (double)ink->width / PANGO_SCALE;
	double h = (double)ink->height / PANGO_SCALE;
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32,
	    (int)ceil(w * scale), (int)ceil(h * scale));
	cairo_t *cr = cairo_create(s);

	cairo_scale(cr, scale, scale);
	cairo_translate(cr, -(double)ink->x / PANGO_SCALE,
	    -(double)ink->y / PANGO_SCALE);
	pango_cairo_show_glyph_string(cr, font, &one);
	cairo_destroy(cr);
	return s;
}

static const struct page_emoji *
get_image(struct fb_page *p, PangoFont *font, PangoGlyph glyph)
{
	int size = font_size(p, font);
	PangoRectangle ink;
	struct page_emoji *e;

	for (size_t i = 0; i < p->nemoji; i++)
		if (p->emoji[i].glyph == glyph && p->emoji[i].size == size)
			return &p->emoji[i];
	p->emoji = fb_grow(p->emoji, &p->emoji_cap, p->nemoji + 1,
	    sizeof(*p->emoji));
	e = &p->emoji[p->nemoji++];
	pango_font_get_glyph_extents(font, glyph, &ink, NULL);
	*e = (struct page_emoji){ glyph, size, new_image(font, glyph, &ink, dots(p)),
	    (double)ink.x / PANGO_SCALE, (double)ink.y / PANGO_SCALE };
	return e;
}

/* In a group of its own: cairo 1.16 names a picture twice in the resources of
 * a page that shows it twice, which is not valid PDF. */
static void
place(struct fb_page *p, const struct page_emoji *e, double x, double y)
{
	double w = cairo_image_surface_get_width(e->image);
	double h = cairo_image_surface_get_height(e->image);

	cairo_save(p->cr);
	cairo_translate(p->cr, x + e->x, y + e->y);
	cairo_scale(p->cr, 1 / dots(p), 1 / dots(p));
	cairo_rectangle(p->cr, 0, 0, w, h);
	cairo_clip(p->cr);
	cairo_push_group(p->cr);
	cairo_set_source_surface(p->cr, e->image, 0, 0);
	cairo_paint(p->cr);
	cairo_pop_group_to_source(p->cr);
	cairo_paint(p->cr);
	cairo_restore(p->cr);
}

void
page_draw_emoji(struct fb_page *p, PangoGlyphItem *run, double x)
{
	for (int i = 0; i < run->glyphs->num_glyphs; i++) {
		const PangoGlyphInfo *g = &run->glyphs->glyphs[i];

		if (g->glyph != PANGO_GLYPH_EMPTY &&
		    !(g->glyph & PANGO_GLYPH_UNKNOWN_FLAG))
			place(p, get_image(p, run->item->analysis.font, g->glyph),
			    x + (double)g->geometry.x_offset / PANGO_SCALE,
			    (double)g->geometry.y_offset / PANGO_SCALE);
		x += (double)g->geometry.width / PANGO_SCALE;
	}
}
