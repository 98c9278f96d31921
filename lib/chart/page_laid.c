/* page_laid.c - texts laid out once and kept. */
#include "chart/page_own.h"

/* In exact points: no hinting, no rounding of glyph positions (the default
 * rounding closes the gaps between words). */
static PangoContext *
new_context(cairo_t *cr, PangoDirection base)
{
	PangoContext *c = pango_cairo_create_context(cr);
	cairo_font_options_t *o = cairo_font_options_create();

	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_resolution(c, 72);
	pango_cairo_context_set_font_options(c, o);
	pango_context_set_round_glyph_positions(c, FALSE);
	pango_context_set_language(c, pango_language_from_string("en"));
	pango_context_set_base_dir(c, base);
	cairo_font_options_destroy(o);
	return c;
}

void
page_open_layouts(struct fb_page *p)
{
	p->contexts[false] = new_context(p->cr, PANGO_DIRECTION_LTR);
	p->contexts[true] = new_context(p->cr, PANGO_DIRECTION_RTL);
}

void
page_new_layout(struct fb_page *p, bool rtl)
{
	if (p->at->layout)
		g_object_unref(p->at->layout);
	p->at->layout = pango_layout_new(p->contexts[rtl]);
	pango_layout_set_wrap(p->at->layout, PANGO_WRAP_WORD_CHAR);
}

/* Everything of t that its layout depends on. */
static void
put_key(struct fb_buf *b, const struct fb_text *t)
{
	double sizes[] = { t->width, t->size };
	int rest[] = { (int)t->role, t->max_lines, t->as_quote, t->open != NULL,
		t->keep_lines, t->balanced, t->at_blanks, t->bold,
		t->align == FB_START };

	b->n = 0;
	fb_buf_add(b, (fb_str){ (const char *)sizes, sizeof(sizes) });
	fb_buf_add(b, (fb_str){ (const char *)rest, sizeof(rest) });
	fb_buf_printf(b, "%s%c%s%c%s%c", t->open ? t->open : "", 0,
	    t->close ? t->close : "", 0, t->lang ? t->lang : "", 0);
	fb_buf_add(b, t->s);
}

/* The one with p->key, else the one that has not been asked for longest. */
static struct page_laid *
look_up(struct fb_page *p)
{
	struct page_laid *oldest = p->kept;

	for (struct page_laid *k = p->kept; k < p->kept + KEPT; k++) {
		if (fb_str_eq(fb_buf_str(&k->key), fb_buf_str(&p->key)))
			return k;
		if (k->used < oldest->used)
			oldest = k;
	}
	return oldest;
}

void
page_find(struct fb_page *p, const struct fb_text *t)
{
	put_key(&p->key, t);
	p->at = look_up(p);
	p->at->used = ++p->asked;
	if (fb_str_eq(fb_buf_str(&p->at->key), fb_buf_str(&p->key)))
		return;
	p->at->key.n = 0;
	fb_buf_add(&p->at->key, fb_buf_str(&p->key));
	p->at->pictures = false;
	p->at->box = page_set(p, t);
}

void
page_free_layouts(struct fb_page *p)
{
	for (struct page_laid *k = p->kept; k < p->kept + KEPT; k++) {
		if (k->layout)
			g_object_unref(k->layout);
		fb_buf_release(&k->key);
		fb_buf_release(&k->shown);
	}
	g_object_unref(p->contexts[false]);
	g_object_unref(p->contexts[true]);
}
