/* ident.c - the printed id of a record, which leads to the workbook. */
#include <ctype.h>

#include "chart/canvas.h"

/* A relative reference: bytes that may not stand in one are %XX. */
static void
put_uri(struct fb_buf *b, fb_str path)
{
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];

		if (isalnum(c) || (c && strchr("-._~/", c)))
			fb_buf_addc(b, (char)c);
		else
			fb_buf_printf(b, "%%%02X", c);
	}
}

static struct fb_text
ident_text(enum fb_role role, fb_str s, enum fb_align align)
{
	return (struct fb_text){ .s = s, .role = role, .align = align,
	    .colour = FB_BLUE, .max_lines = 1 };
}

double
fb_ident_width(struct fb_canvas *cv, enum fb_role role, fb_str id)
{
	struct fb_buf text = {0};
	struct fb_text t;
	double w;

	fb_put_ident(&text, id, cv->digits);
	t = ident_text(role, fb_buf_str(&text), FB_LEFT);
	w = fb_page_measure(cv->page, &t).width;
	fb_buf_release(&text);
	return w;
}

void
fb_draw_ident(struct fb_canvas *cv, enum fb_role role, fb_str id, double x,
    double y, enum fb_align align)
{
	struct fb_buf text = {0}, uri = {0};
	struct fb_text t;

	fb_put_ident(&text, id, cv->digits);
	t = ident_text(role, fb_buf_str(&text), align);
	if (cv->workbook.n) {
		put_uri(&uri, cv->workbook);
		fb_buf_addc(&uri, '#');
		fb_put_ident_name(&uri, id, cv->digits);
		fb_page_link(cv->page, fb_buf_str(&uri));
	}
	fb_page_text(cv->page, &t, x, y);
	if (cv->workbook.n)
		fb_page_untag(cv->page);
	fb_buf_release(&text);
	fb_buf_release(&uri);
}
