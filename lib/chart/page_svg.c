/* page_svg.c - what cairo does not write into an SVG: its title and what it
 * shows, its language, and names of its parts that no other picture has.
 *
 * cairo names glyphs glyph0-0 and so on in every file, so that of two pictures
 * in one web page the second would be written in the letters of the first. */
#include "base/ticket.h"
#include "chart/page_own.h"

enum { NAME = 4 }; /* bytes of a digest that tell pictures apart */

static void
put_escaped(struct fb_buf *b, fb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '<' || s.p[i] == '&')
			fb_buf_adds(b, s.p[i] == '<' ? "&lt;" : "&amp;");
		else
			fb_buf_addc(b, s.p[i]);
}

/* A letter first, as names must have. */
static void
put_prefix(struct fb_buf *b, fb_str picture)
{
	struct fb_ticket t = fb_sha256(picture);

	fb_buf_addc(b, 'p');
	fb_put_hex(b, t.d, NAME);
	fb_buf_addc(b, '-');
}

/* The picture with a prefix to its names and to where they are used. */
static void
put_named(struct fb_buf *b, fb_str s, fb_str prefix)
{
	static const fb_str before[] = { { " id=\"", 5 }, { "=\"#", 3 },
		{ "(#", 2 } };

	while (s.n) {
		size_t n = 1;

		for (size_t i = 0; i < sizeof before / sizeof *before; i++)
			if (fb_str_starts(s, before[i]))
				n = before[i].n;
		fb_buf_add(b, (fb_str){ s.p, n });
		if (n > 1)
			fb_buf_add(b, prefix);
		s.p += n;
		s.n -= n;
	}
}

static void
put_told(struct fb_buf *b, const char *element, fb_str prefix, fb_str s)
{
	fb_buf_printf(b, "<%s id=\"%.*s%s\">", element, (int)prefix.n, prefix.p,
	    element);
	put_escaped(b, s);
	fb_buf_printf(b, "</%s>\n", element);
}

bool
page_tell_svg(struct fb_page *p, struct fb_buf *out)
{
	fb_str rest = fb_buf_str(&p->out), xml = fb_str_split(&rest, '\n');
	fb_str root = fb_str_split(&rest, '>'), lang = fb_buf_str(&p->lang), id;
	struct fb_buf prefix = {0};

	if (!fb_str_starts(root, FB_LIT("<svg ")) || !rest.n)
		return false;
	put_prefix(&prefix, rest);
	id = fb_buf_str(&prefix);
	fb_buf_printf(out, "%.*s\n%.*s role=\"img\"", (int)xml.n, xml.p,
	    (int)root.n, root.p);
	if (page_is_lang(lang))
		fb_buf_printf(out, " xml:lang=\"%.*s\" lang=\"%.*s\"",
		    (int)lang.n, lang.p, (int)lang.n, lang.p);
	fb_buf_printf(out, " aria-labelledby=\"%.*stitle\"", (int)id.n, id.p);
	if (p->telling.n)
		fb_buf_printf(out, " aria-describedby=\"%.*sdesc\"",
		    (int)id.n, id.p);
	fb_buf_adds(out, ">\n");
	put_told(out, "title", id, fb_buf_str(&p->title));
	if (p->telling.n)
		put_told(out, "desc", id, fb_buf_str(&p->telling));
	put_named(out, (fb_str){ rest.p + 1, rest.n - 1 }, id);
	fb_buf_release(&prefix);
	return true;
}
