/* page_text.c - words on the page, line by line. */
#include "chart/page_own.h"

static bool
is_space(const PangoGlyphItem *run, const char *text, int i)
{
	return text[run->item->offset + run->glyphs->log_clusters[i]] == ' ';
}

/* The glyph of a blank in the font of a run, perhaps one that it has. */
static PangoGlyph
blank_of(PangoGlyphItem *run, const char *text)
{
	PangoGlyphInfo *g = run->glyphs->glyphs;
	PangoGlyphString *one;
	PangoGlyph blank = PANGO_GLYPH_EMPTY;

	for (int i = 0; i < run->glyphs->num_glyphs; i++)
		if (is_space(run, text, i) && g[i].glyph != PANGO_GLYPH_EMPTY)
			return g[i].glyph;
	one = pango_glyph_string_new();
	pango_shape(" ", 1, &run->item->analysis, one);
	if (one->num_glyphs)
		blank = one->glyphs[0].glyph;
	pango_glyph_string_free(one);
	return blank;
}

/* Pango empties the space that a line is broken at, and cairo then has text
 * without a glyph, where some readers of structure stop. It gets the glyph of a
 * blank, and keeps its width of nothing. */
static void
keep_space(PangoGlyphItem *run, const char *text)
{
	PangoGlyphString *g = run->glyphs;
	int last = run->item->analysis.level % 2 ? 0 : g->num_glyphs - 1;

	if (last >= 0 && g->glyphs[last].glyph == PANGO_GLYPH_EMPTY &&
	    is_space(run, text, last))
		g->glyphs[last].glyph = blank_of(run, text);
}

/* A run with a blank that is read before it and takes no room: what is drawn for
 * itself in one element would else be read as one word ("31±3"). The PDF
 * standard asks for it (ISO 32000-1, 14.8.2.5). */
static void
show_apart(struct fb_page *p, PangoGlyphItem *run)
{
	bool rtl = run->item->analysis.level % 2;
	int n = run->glyphs->num_glyphs;
	PangoGlyphString *g = pango_glyph_string_new();
	PangoItem item = *run->item;
	PangoGlyphItem apart = { .item = &item, .glyphs = g };
	struct fb_buf text = {0};

	fb_buf_addc(&text, ' ');
	fb_buf_add(&text, (fb_str){ p->at->shown.p + item.offset,
	    (size_t)item.length });
	item.offset = 0;
	item.length++;
	item.num_chars++;
	pango_glyph_string_set_size(g, n + 1);
	for (int i = 0; i < n; i++) {
		g->glyphs[i + !rtl] = run->glyphs->glyphs[i];
		g->log_clusters[i + !rtl] = run->glyphs->log_clusters[i] + 1;
	}
	g->glyphs[rtl ? n : 0] = (PangoGlyphInfo){
	    .glyph = blank_of(run, p->at->shown.p),
	    .attr = { .is_cluster_start = 1 } };
	g->log_clusters[rtl ? n : 0] = 0;
	pango_cairo_show_glyph_item(p->cr, fb_buf_cstr(&text), &apart);
	pango_glyph_string_free(g);
	fb_buf_release(&text);
}

/* Colour glyphs go their own way. */
static void
draw_run(struct fb_page *p, PangoGlyphItem *run, double x)
{
	if (page_is_emoji(run->item->analysis.font)) {
		p->at->pictures = true;
		page_draw_emoji(p, run, x);
		return;
	}
	cairo_move_to(p->cr, x, 0);
	keep_space(run, p->at->shown.p);
	if (p->said && p->format == FB_PDF)
		show_apart(p, run);
	else
		pango_cairo_show_glyph_item(p->cr, p->at->shown.p, run);
	p->said = false;
}

/* The run that comes first in the text from byte at on, and where it stands;
 * NULL behind the last. */
static PangoGlyphItem *
next_run(PangoLayoutLine *line, int at, double *x)
{
	PangoGlyphItem *next = NULL;
	double from_left = 0;

	for (GSList *l = line->runs; l; l = l->next) {
		PangoGlyphItem *run = l->data;

		if (run->item->offset >= at &&
		    (!next || run->item->offset < next->item->offset)) {
			next = run;
			*x = from_left;
		}
		from_left += (double)pango_glyph_string_get_width(run->glyphs) /
		    PANGO_SCALE;
	}
	return next;
}

/* The runs of a line in the order of the text, in which readers of structure
 * then have them, wherever they stand. */
static void
draw_line(struct fb_page *p, PangoLayoutLine *line, double x0, double y)
{
	PangoGlyphItem *run;
	double x;
	int at = 0;

	cairo_save(p->cr);
	cairo_translate(p->cr, x0, y);
	cairo_scale(p->cr, p->at->scale, p->at->scale);
	while ((run = next_run(line, at, &x))) {
		draw_run(p, run, x);
		at = run->item->offset + run->item->length;
	}
	cairo_restore(p->cr);
	cairo_new_path(p->cr);
}

/* The side that a text is set at; mirrored, the other one. */
static enum fb_align
side_of(const struct fb_page *p, const struct fb_text *t, bool rtl)
{
	enum fb_align a = t->align;

	if (a == FB_START && t->width > 0)
		return rtl ? FB_RIGHT : FB_LEFT;
	if (!p->mirror || a == FB_CENTRE)
		return a;
	return a == FB_RIGHT ? FB_LEFT : FB_RIGHT;
}

/* Where a line begins, from its x, or from the side align names. */
static double
line_start(const struct fb_page *p, const struct fb_text *t,
    PangoLayoutLine *line, double x)
{
	enum fb_align side = side_of(p, t,
	    line->resolved_dir == PANGO_DIRECTION_RTL);
	PangoRectangle r;
	double width;

	pango_layout_line_get_extents(line, NULL, &r);
	width = (double)r.width / PANGO_SCALE * p->at->scale;
	x = page_x(p, x, t->width);
	if (side == FB_RIGHT)
		return x + t->width - width;
	if (side == FB_CENTRE)
		return x + (t->width - width) / 2;
	return x;
}

/* How many lines are drawn, from t->from on. */
static int
lines_drawn(const struct fb_text *t, int lines)
{
	int left = lines > t->from ? lines - t->from : 0;

	return t->count && t->count < left ? t->count : left;
}

static void
draw(struct fb_page *p, const struct fb_text *t, const struct fb_text_box *b,
    double x, double y)
{
	fb_colour c = t->colour ? t->colour : page_roles[t->role].colour;

	page_colour(p, c, 1);
	for (int i = 0; i < lines_drawn(t, b->lines); i++) {
		PangoLayoutLine *line =
		    pango_layout_get_line_readonly(p->at->layout, t->from + i);

		draw_line(p, line, line_start(p, t, line, x), y + i * b->leading);
	}
	p->said = true;
	if (page_in_link(p)) {
		fb_buf_adds(&p->linked, p->linked.n ? " " : "");
		fb_buf_add(&p->linked, fb_buf_str(&p->at->shown));
	}
	p->unknown += (size_t)pango_layout_get_unknown_glyphs_count(p->at->layout);
}

/* The element that words need here, if any. */
static bool
needs_tag(const struct fb_page *p, enum fb_page_tag *tag)
{
	bool loose = page_is_loose(p);

	*tag = loose ? FB_TAG_P : FB_TAG_SPAN;
	return p->format == FB_PDF && !p->aside &&
	    (loose || p->parted[p->depth - 1]);
}

static void
draw_told(struct fb_page *p, const struct fb_text *t, const struct fb_text_box *b,
    double x, double y)
{
	enum fb_page_tag tag;
	bool tagged = needs_tag(p, &tag);

	if (tagged)
		fb_page_tag(p, tag);
	draw(p, t, b, x, y);
	if (tagged)
		fb_page_untag(p);
}

struct fb_text_box
fb_page_measure(struct fb_page *p, const struct fb_text *t)
{
	struct fb_text_box b;

	page_find(p, t);
	b = p->at->box;
	b.height = lines_drawn(t, b.lines) * b.leading;
	return b;
}

struct fb_text_box
fb_page_text(struct fb_page *p, const struct fb_text *t, double x, double y)
{
	struct fb_text_box b = fb_page_measure(p, t);

	if (p->at->shown.n && page_finite(p, (double[]){ x, y, t->width }, 3))
		draw_told(p, t, &b, x, y);
	return b;
}

struct fb_text_box
fb_page_text_top(struct fb_page *p, const struct fb_text *t, double x, double y)
{
	struct fb_text_box b = fb_page_measure(p, t);

	if (p->at->shown.n && page_finite(p, (double[]){ x, y, t->width }, 3))
		draw_told(p, t, &b, x, y + b.rise);
	return b;
}

fb_str
fb_page_shown(const struct fb_page *p)
{
	return p->at ? fb_buf_str(&p->at->shown) : FB_LIT("");
}

size_t
fb_page_unknown(const struct fb_page *p)
{
	return p->unknown;
}
