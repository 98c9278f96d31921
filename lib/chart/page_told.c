/* page_told.c - what is told of a tag: texts that stand for what is drawn in it,
 * their language, and what heads are the heads of. page_alt.c puts it into the
 * file. */
#include "base/utf8.h"
#include "chart/page_own.h"
#include "text/gate.h"

/* May s stand in a string of PDFDocEncoding, where these are as in ISO 8859-1? */
static bool
is_plain(fb_str s)
{
	for (size_t n; s.n; s.p += n, s.n -= n) {
		uint32_t c = fb_utf8_next(s, &n);

		if (c < 0x20 || (c > 0x7e && c < 0xa1) || c == 0xad || c > 0xff)
			return false;
	}
	return true;
}

static void
put_plain(struct fb_buf *b, fb_str s)
{
	fb_buf_addc(b, '(');
	for (size_t n; s.n; s.p += n, s.n -= n) {
		uint32_t c = fb_utf8_next(s, &n);

		if (c > 0x7e)
			fb_buf_printf(b, "\\%03o", (unsigned)c);
		else
			fb_buf_printf(b, strchr("()\\", (int)c) ? "\\%c" : "%c",
			    (int)c);
	}
	fb_buf_addc(b, ')');
}

/* A text string, in UTF-16BE where it needs that. */
static void
put_text(struct fb_buf *b, fb_str s)
{
	if (is_plain(s)) {
		put_plain(b, s);
		return;
	}
	fb_buf_adds(b, "<FEFF");
	for (size_t n; s.n; s.p += n, s.n -= n) {
		uint32_t c = fb_utf8_next(s, &n);

		if (c == FB_UTF8_BAD)
			c = 0xfffd;
		if (c < 0x10000)
			fb_buf_printf(b, "%04X", (unsigned)c);
		else
			fb_buf_printf(b, "%04X%04X",
			    (unsigned)(0xd800 + ((c - 0x10000) >> 10)),
			    (unsigned)(0xdc00 + ((c - 0x10000) & 0x3ff)));
	}
	fb_buf_adds(b, ">");
}

bool
page_is_lang(fb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '-' && !((s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z') &&
		    !(s.p[i] >= '0' && s.p[i] <= '9'))
			return false;
	return s.n > 1;
}

void
page_put_lang(struct fb_buf *b, fb_str lang)
{
	if (page_is_lang(lang))
		fb_buf_printf(b, "   /Lang (%.*s)\n", (int)lang.n, lang.p);
}

/* From here on, what is put into telling is of the tag that was opened last. */
static struct page_told *
begin_told(struct fb_page *p)
{
	struct page_told *t;

	p->told = fb_grow(p->told, &p->told_cap, p->ntold + 1, sizeof *p->told);
	t = &p->told[p->ntold++];
	*t = (struct page_told){ p->nodes - 1, p->telling.n, p->telling.n };
	return t;
}

void
fb_page_heads(struct fb_page *p, bool row, int columns)
{
	struct page_told *t, *same = &p->heads[row];

	if (p->why || p->format != FB_PDF)
		return;
	t = begin_told(p);
	if (columns == 1 && same->to) {
		t->from = same->from;
		t->to = same->to;
		return;
	}
	fb_buf_printf(&p->telling, "   /A << /O /Table /Scope /%s", row ? "Row" :
	    "Column");
	if (columns > 1)
		fb_buf_printf(&p->telling, " /ColSpan %d", columns);
	fb_buf_adds(&p->telling, " >>\n");
	t->to = p->telling.n;
	if (columns == 1)
		*same = *t;
}

void
fb_page_told(struct fb_page *p, fb_str alt, fb_str lang)
{
	struct fb_buf clean = {0};
	struct page_told *t;

	if (p->why || p->format == FB_PNG || !(alt.n || page_is_lang(lang)) ||
	    (p->format == FB_SVG && p->telling.n))
		return;
	t = begin_told(p);
	fb_gate_page(&clean, alt, NULL);
	if (p->format == FB_SVG) {
		fb_buf_add(&p->telling, fb_buf_str(&clean));
	} else if (alt.n) {
		fb_buf_adds(&p->telling, "   /Alt ");
		put_text(&p->telling, fb_buf_str(&clean));
		fb_buf_adds(&p->telling, "\n");
	}
	if (p->format == FB_PDF)
		page_put_lang(&p->telling, lang);
	t->to = p->telling.n;
	fb_buf_release(&clean);
}

void
page_told_link(struct fb_page *p)
{
	struct page_told *t;

	p->links = fb_grow(p->links, &p->links_cap, p->nlinks + 1,
	    sizeof *p->links);
	t = &p->links[p->nlinks++];
	t->from = p->telling.n;
	if (p->format == FB_PDF) {
		fb_buf_adds(&p->telling, "   /Contents ");
		put_text(&p->telling, fb_buf_str(&p->linked));
		fb_buf_adds(&p->telling, "\n");
	}
	t->to = p->telling.n;
	p->linked.n = 0;
}

/* Both, as some readers ask for the one and some for the other. */
void
fb_page_unseen(struct fb_page *p, fb_str s, double x, double y, double w, double h)
{
	struct fb_buf clean = {0};
	struct page_told *t;

	if (p->why || p->format != FB_PDF)
		return;
	t = begin_told(p);
	fb_gate_page(&clean, s, NULL);
	fb_buf_adds(&p->telling, "   /ActualText ");
	put_text(&p->telling, fb_buf_str(&clean));
	fb_buf_adds(&p->telling, " /Alt ");
	put_text(&p->telling, fb_buf_str(&clean));
	fb_buf_adds(&p->telling, "\n");
	t->to = p->telling.n;
	page_place(p, x, y, w, h);
	fb_buf_release(&clean);
}

void
fb_page_spoken(struct fb_page *p)
{
	struct page_told *t;

	if (p->why || p->format != FB_PDF || !p->at || !p->at->pictures)
		return;
	t = begin_told(p);
	fb_buf_adds(&p->telling, "   /ActualText ");
	put_text(&p->telling, fb_page_shown(p));
	fb_buf_adds(&p->telling, "\n");
	t->to = p->telling.n;
}
