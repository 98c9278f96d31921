/* page.c - the artefact: pages, their structure, and the bytes at the end. */
#include <stdlib.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "base/time.h"
#include "chart/page_own.h"
#include "text/gate.h"


void
page_fail(struct fb_page *p, const char *why)
{
	if (!p->why)
		p->why = why;
}

/* cairo gets memory to write to, and so never an error to hide. */
static cairo_status_t
take(void *to, const unsigned char *bytes, unsigned n)
{
	fb_buf_add(to, (fb_str){ (const char *)bytes, n });
	return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_surface(struct fb_page *p)
{
	double scale = PNG_DPI / 72.0;

	switch (p->format) {
	case FB_SVG:
		return cairo_svg_surface_create_for_stream(take, &p->out,
		    p->width, p->height);
	case FB_PNG:
		return cairo_image_surface_create(CAIRO_FORMAT_RGB24,
		    (int)(p->width * scale + 0.5), (int)(p->height * scale + 0.5));
	case FB_TRIAL:
		return cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
	default:
		return cairo_pdf_surface_create_for_stream(take, &p->out,
		    p->width, p->height);
	}
}

static void
put_meta(struct fb_page *p, cairo_pdf_metadata_t key, fb_str value)
{
	struct fb_buf b = {0};

	fb_gate_page(&b, value, NULL);
	if (b.n)
		cairo_pdf_surface_set_metadata(p->surface, key, fb_buf_cstr(&b));
	fb_buf_release(&b);
}

static void
put_info(struct fb_page *p, const struct fb_page_info *info)
{
	struct fb_buf when = {0};
	struct fb_when made = { info->made, true, true };

	put_meta(p, CAIRO_PDF_METADATA_TITLE, info->title);
	put_meta(p, CAIRO_PDF_METADATA_AUTHOR, info->author);
	put_meta(p, CAIRO_PDF_METADATA_SUBJECT, info->subject);
	put_meta(p, CAIRO_PDF_METADATA_KEYWORDS, info->keywords);
	put_meta(p, CAIRO_PDF_METADATA_CREATOR, info->creator);
	fb_put_when(&when, made);
	put_meta(p, CAIRO_PDF_METADATA_CREATE_DATE, fb_buf_str(&when));
	put_meta(p, CAIRO_PDF_METADATA_MOD_DATE, fb_buf_str(&when));
	fb_buf_release(&when);
}

/* A picture has white ground, the part of a dot at the edges too; on trial
 * there is none to draw on. */
static void
prepare(struct fb_page *p)
{
	if (p->format == FB_PNG)
		cairo_scale(p->cr, PNG_DPI / 72.0, PNG_DPI / 72.0);
	if (p->format == FB_TRIAL) {
		cairo_rectangle(p->cr, 0, 0, 0, 0);
		cairo_clip(p->cr);
	} else if (p->format != FB_PDF) {
		page_colour(p, FB_WHITE, 1);
		cairo_paint(p->cr);
	}
}

void
fb_page_palette(struct fb_page *p, const struct fb_palette *palette)
{
	p->palette = *palette;
}

void
fb_page_mirror(struct fb_page *p, bool mirror)
{
	p->mirror = mirror;
}

fb_colour
fb_page_mix(const struct fb_page *p, fb_colour a, fb_colour b, double part)
{
	return fb_palette_mix(&p->palette, a, b, part);
}

fb_colour
fb_page_on(const struct fb_page *p, fb_colour c)
{
	return fb_palette_on(&p->palette, c);
}

struct fb_page *
fb_page_new(enum fb_page_format format, double width, double height,
    const struct fb_page_info *info)
{
	struct fb_page *p = fb_zalloc(1, sizeof(*p));

	p->format = format;
	p->width = width;
	p->height = height;
	p->surface = new_surface(p);
	p->cr = cairo_create(p->surface);
	if (format == FB_PDF)
		put_info(p, info);
	fb_gate_page(&p->title, info->title, NULL);
	fb_buf_add(&p->lang, info->lang);
	page_open_faces();
	page_open_layouts(p);
	prepare(p);
	return p;
}

void
fb_page_next(struct fb_page *p, const char *label)
{
	while (p->clips)
		fb_page_unclip(p);
	if ((p->format == FB_SVG || p->format == FB_PNG) && p->pages)
		page_fail(p, "a picture has one page");
	if (p->format != FB_PDF || p->why) {
		p->pages++;
		return;
	}
	if (p->pages++)
		cairo_show_page(p->cr);
	else
		cairo_tag_begin(p->cr, "Document", NULL);
	if (label)
		cairo_pdf_surface_set_page_label(p->surface, label);
}

double
fb_page_width(const struct fb_page *p)
{
	return p->width;
}

double
fb_page_height(const struct fb_page *p)
{
	return p->height;
}

int
fb_page_count(const struct fb_page *p)
{
	return p->pages;
}

static bool
ends(fb_str s, fb_str tail)
{
	return s.n >= tail.n && !memcmp(s.p + s.n - tail.n, tail.p, tail.n);
}

static bool
is_whole(const struct fb_page *p)
{
	fb_str s = fb_buf_str(&p->out);

	switch (p->format) {
	case FB_SVG:
		return ends(fb_str_trim(s), FB_LIT("</svg>"));
	case FB_PNG:
		return fb_str_starts(s, FB_LIT("\x89PNG")) &&
		    ends(s, FB_LIT("IEND\xae\x42\x60\x82"));
	default:
		return fb_str_starts(s, FB_LIT("%PDF-")) &&
		    ends(fb_str_trim(s), FB_LIT("%%EOF"));
	}
}

/* The status first of the context, where cairo keeps what a surface forgets. */
static void
check_status(struct fb_page *p)
{
	cairo_status_t s = cairo_status(p->cr);

	if (!s)
		s = cairo_surface_status(p->surface);
	if (s)
		page_fail(p, cairo_status_to_string(s));
}

static void
end_pages(struct fb_page *p)
{
	while (p->clips)
		fb_page_unclip(p);
	while (p->depth)
		fb_page_untag(p);
	if (!p->pages)
		page_fail(p, "the document has no page");
	if (p->format == FB_PDF && p->pages)
		cairo_tag_end(p->cr, "Document");
	if (p->format != FB_PNG)
		cairo_show_page(p->cr);
}

/* A link to a place that was never named would lead nowhere. */
static void
check_links(struct fb_page *p)
{
	for (size_t i = 0; i < p->wanted.n; i += strlen(p->wanted.p + i) + 1)
		if (fb_map_get(&p->named, fb_cstr(p->wanted.p + i)) == FB_MAP_NONE)
			page_fail(p, "a link leads to a place that is not there");
}

const char *
fb_page_finish(struct fb_page *p, struct fb_buf *to)
{
	check_links(p);
	if (!p->why)
		end_pages(p);
	check_status(p);
	if (p->why)
		return p->why;
	if (p->format == FB_PNG)
		cairo_surface_write_to_png_stream(p->surface, take, &p->out);
	cairo_surface_finish(p->surface);
	if (cairo_surface_status(p->surface) || !is_whole(p))
		page_fail(p, "the drawing library left the file unfinished");
	if (!p->why)
		page_tell(p);
	if (!p->why)
		fb_buf_add(to, fb_buf_str(&p->out));
	return p->why;
}

static void
free_fonts(struct fb_page *p)
{
	PangoFontDescription **f = &p->fonts[0][0][0];

	for (size_t i = 0; i < sizeof(p->fonts) / sizeof(*f); i++)
		if (f[i])
			pango_font_description_free(f[i]);
	for (size_t i = 0; i < p->nemoji; i++)
		cairo_surface_destroy(p->emoji[i].image);
	free(p->emoji);
}

void
fb_page_free(struct fb_page *p)
{
	if (!p)
		return;
	free_fonts(p);
	page_free_layouts(p);
	cairo_destroy(p->cr);
	cairo_surface_destroy(p->surface);
	page_free_faces(p);
	fb_buf_release(&p->out);
	fb_map_release(&p->named);
	fb_buf_release(&p->wanted);
	fb_buf_release(&p->body);
	fb_buf_release(&p->key);
	fb_buf_release(&p->telling);
	fb_buf_release(&p->title);
	fb_buf_release(&p->lang);
	fb_buf_release(&p->linked);
	free(p->links);
	free(p->told);
	free(p);
}
