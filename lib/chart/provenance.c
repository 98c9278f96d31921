/* provenance.c - where a quote comes from, and its id. */
#include "chart/provenance.h"

#define BETWEEN " \xc2\xb7 "

static struct fb_text
provenance_text(fb_str s, const struct fb_quote_style *style)
{
	return (struct fb_text){ .s = s, .role = FB_NOTE, .align = FB_LEFT,
	    .width = style->width, .max_lines = style->brief ? 1 : 2 };
}

/* Without its last part; as it is when that is the only one. */
static fb_str
one_part_less(fb_str s)
{
	const size_t len = sizeof BETWEEN - 1;

	for (size_t n = s.n; n > len; n--)
		if (!memcmp(s.p + n - len, BETWEEN, len))
			return (fb_str){ s.p, n - len };
	return s;
}

/* As many of its parts as there is room for. */
static fb_str
provenance(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, const struct fb_quote_style *style)
{
	struct fb_buf b = {0};
	struct fb_text t;
	size_t was;

	fb_put_from(&b, cv->report, c, q, style->brief ? FB_DATE_SHORT :
	    FB_DATE_YEAR, BETWEEN);
	t = provenance_text(fb_keep(cv, &b), style);
	fb_buf_release(&b);
	do {
		was = t.s.n;
		if (was && fb_page_measure(cv->page, &t).cut)
			t.s = one_part_less(t.s);
	} while (t.s.n < was);
	return t.s;
}

/* The id goes behind the provenance when it fits there, else below it. */
static double
measure(struct fb_canvas *cv, fb_str prov, fb_str id,
    const struct fb_quote_style *style, struct fb_text_box *box, bool *below)
{
	struct fb_text t = provenance_text(prov, style);
	struct fb_text label = { .s = id, .role = FB_NOTE, .align = FB_LEFT };
	double width = fb_page_measure(cv->page, &label).width;

	*box = (struct fb_text_box){0};
	if (prov.n)
		*box = fb_page_measure(cv->page, &t);
	*below = box->last + (prov.n ? 5 : 0) + width > style->width;
	if (!prov.n)
		box->leading = 9.4;
	return (box->lines + (*below || !prov.n)) * box->leading;
}

double
fb_provenance_height(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, const struct fb_quote_style *style)
{
	struct fb_text_box box;
	struct fb_buf id = {0};
	bool below;
	double h;

	fb_put_ident(&id, q->id, cv->digits);
	h = measure(cv, provenance(cv, c, q, style), fb_buf_str(&id), style, &box,
	    &below);
	fb_buf_release(&id);
	return h;
}

double
fb_draw_provenance(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, const struct fb_quote_style *style, double x,
    double y)
{
	fb_str prov = provenance(cv, c, q, style);
	struct fb_text t = provenance_text(prov, style);
	struct fb_text_box box;
	struct fb_buf id = {0};
	bool below;
	double h;

	fb_put_ident(&id, q->id, cv->digits);
	h = measure(cv, prov, fb_buf_str(&id), style, &box, &below);
	fb_page_tag(cv->page, FB_TAG_P);
	if (cv->workbook.n)
		fb_page_tag(cv->page, FB_TAG_SPAN);
	if (prov.n)
		fb_page_text(cv->page, &t, x, y);
	if (cv->workbook.n)
		fb_page_untag(cv->page);
	y += (box.lines - 1 + below) * box.leading;
	if (!prov.n)
		y += box.leading * !below;
	fb_draw_ident(cv, FB_NOTE, q->id, below || !prov.n ? x :
	    x + box.last + 5, y, FB_LEFT);
	fb_page_untag(cv->page);
	fb_buf_release(&id);
	return h;
}
