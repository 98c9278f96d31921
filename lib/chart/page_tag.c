/* page_tag.c - structure, links, places and the outline of a PDF. */
#include <cairo-pdf.h>

#include "chart/page_own.h"
#include "text/gate.h"

static const char *const names[] = {
	[FB_TAG_SECT] = "Sect", [FB_TAG_H1] = "H1", [FB_TAG_H2] = "H2",
	[FB_TAG_H3] = "H3", [FB_TAG_P] = "P", [FB_TAG_QUOTE] = "BlockQuote",
	[FB_TAG_SPAN] = "Span",
	[FB_TAG_FIGURE] = "Figure", [FB_TAG_TABLE] = "Table",
	[FB_TAG_TR] = "TR", [FB_TAG_TH] = "TH", [FB_TAG_TD] = "TD",
};

/* Are its words read in one line with those around it? */
static bool
is_inline(const char *name)
{
	return !strcmp(name, "Span") || !strcmp(name, CAIRO_TAG_LINK);
}

/* cairo swallows wrong nesting, so the names are kept here. */
static void
begin(struct fb_page *p, const char *name, const char *attributes)
{
	if (p->depth == MAX_DEPTH || !p->pages)
		page_fail(p, p->pages ? "tags are too deep" : "a tag before the page");
	if (p->why)
		return;
	if (p->depth)
		p->parted[p->depth - 1] = true;
	p->parted[p->depth] = false;
	p->tags[p->depth++] = name;
	p->said &= is_inline(name);
	p->nodes++;
	if (p->format == FB_PDF)
		cairo_tag_begin(p->cr, name, attributes);
}

void
fb_page_tag(struct fb_page *p, enum fb_page_tag tag)
{
	begin(p, names[tag], NULL);
}

bool
page_in_link(const struct fb_page *p)
{
	return p->depth && !strcmp(p->tags[p->depth - 1], CAIRO_TAG_LINK);
}

bool
fb_page_has_tree(const struct fb_page *p)
{
	return p->format == FB_PDF;
}

void
fb_page_aside(struct fb_page *p, bool aside)
{
	p->aside = aside;
}

bool
page_is_loose(const struct fb_page *p)
{
	return !p->depth || !strcmp(p->tags[p->depth - 1], "Sect");
}

void
fb_page_untag(struct fb_page *p)
{
	if (!p->depth)
		page_fail(p, "a tag is closed that is not open");
	if (p->why)
		return;
	if (page_in_link(p))
		page_told_link(p);
	p->depth--;
	p->said &= is_inline(p->tags[p->depth]);
	if (p->format == FB_PDF)
		cairo_tag_end(p->cr, p->tags[p->depth]);
}

static bool
is_plain(unsigned char c, const char *also)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') || (c && strchr(also, c));
}

/* Every byte that could end cairo's attribute, as %HH (RFC 3986). */
static void
put_escaped(struct fb_buf *b, fb_str s, const char *also)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (is_plain(c, also))
			fb_buf_addc(b, (char)c);
		else
			fb_buf_printf(b, "%%%02X", c);
	}
}

static void
put_dest(struct fb_buf *b, fb_str dest)
{
	put_escaped(b, dest, "-._");
}

void
fb_page_link(struct fb_page *p, fb_str uri)
{
	struct fb_buf b = {0};

	fb_buf_adds(&b, "uri='");
	put_escaped(&b, uri, "-._~:/?#[]@!$&()*+,;=%");
	fb_buf_adds(&b, "'");
	begin(p, CAIRO_TAG_LINK, fb_buf_cstr(&b));
	fb_buf_release(&b);
}

static void
want(struct fb_page *p, fb_str dest)
{
	put_dest(&p->wanted, dest);
	fb_buf_addc(&p->wanted, '\0');
}

void
fb_page_goto(struct fb_page *p, fb_str dest)
{
	struct fb_buf b = {0};

	fb_buf_adds(&b, "dest='");
	put_dest(&b, dest);
	fb_buf_adds(&b, "'");
	want(p, dest);
	begin(p, CAIRO_TAG_LINK, fb_buf_cstr(&b));
	fb_buf_release(&b);
}

void
fb_page_dest(struct fb_page *p, fb_str dest, double x, double y)
{
	struct fb_buf name = {0}, b = {0};
	bool fresh, ok = page_finite(p, (double[]){ x, y }, 2);
	int mx = ok && x > 0 ? (int)(x * 100) : 0;
	int my = ok && y > 0 ? (int)(y * 100) : 0;

	put_dest(&name, dest);
	fb_buf_printf(&b, "name='%s' x=%d.%02d y=%d.%02d", fb_buf_cstr(&name),
	    mx / 100, mx % 100, my / 100, my % 100);
	fb_map_put(&p->named, fb_buf_str(&name), &fresh);
	if (ok && fresh && p->format == FB_PDF) {
		cairo_tag_begin(p->cr, CAIRO_TAG_DEST, fb_buf_cstr(&b));
		cairo_tag_end(p->cr, CAIRO_TAG_DEST);
	}
	fb_buf_release(&b);
	fb_buf_release(&name);
}

int
fb_page_outline(struct fb_page *p, int parent, fb_str title, fb_str dest)
{
	struct fb_buf b = {0}, clean = {0};
	int id = 0;

	fb_buf_adds(&b, "dest='");
	put_dest(&b, dest);
	fb_buf_adds(&b, "'");
	want(p, dest);
	fb_gate_page(&clean, title, NULL);
	if (p->format == FB_PDF && !p->why)
		id = cairo_pdf_surface_add_outline(p->surface, parent,
		    fb_buf_cstr(&clean), fb_buf_cstr(&b),
		    CAIRO_PDF_OUTLINE_FLAG_OPEN);
	fb_buf_release(&clean);
	fb_buf_release(&b);
	return id;
}
