/* xlsx_text.c - shared strings, and the escapes within text. */
#include "base/utf8.h"
#include "pack/xlsx_part.h"

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The code unit of "_xHHHH_" at the start of s; -1 when it is not one. */
static int32_t
escape(fb_str s)
{
	int32_t unit = 0;

	if (s.n < 7 || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_')
		return -1;
	for (int i = 2; i < 6; i++) {
		if (hex(s.p[i]) < 0)
			return -1;
		unit = unit * 16 + hex(s.p[i]);
	}
	return unit;
}

void
fb_xlsx_unescape(struct fb_buf *b, fb_str s)
{
	while (s.n) {
		fb_str rest = s, run;
		int32_t unit;

		run = fb_str_split(&rest, '_');
		fb_buf_add(b, run);
		s = (fb_str){ s.p + run.n, s.n - run.n };
		if (!s.n)
			break;
		unit = escape(s);
		if (unit < 0)
			fb_buf_addc(b, '_');
		else
			fb_put_utf8(b, unit >= 0xd800 && unit < 0xe000 ?
			               0xfffd : (uint32_t)unit);
		run.n = unit < 0 ? 1 : 7;
		s = (fb_str){ s.p + run.n, s.n - run.n };
	}
}

struct strings {
	struct fb_xlsx *x;
	struct fb_buf one; /* the string being read, still escaped */
	bool taking, phonetic;
};

static void
start(struct fb_xml *xml, const char *name)
{
	struct strings *s = xml->arg;

	if (!strcmp(name, "si"))
		s->one.n = 0;
	else if (!strcmp(name, "rPh"))
		s->phonetic = true;
	else if (!strcmp(name, "t"))
		s->taking = !s->phonetic;
}

static void
keep(struct strings *s)
{
	struct fb_xlsx *x = s->x;

	fb_xlsx_unescape(&x->text, fb_buf_str(&s->one));
	x->ends = fb_grow(x->ends, &x->cap_strings, x->nstrings + 1,
	                  sizeof *x->ends);
	x->ends[x->nstrings++] = x->text.n;
}

static void
end(struct fb_xml *xml, const char *name)
{
	struct strings *s = xml->arg;

	if (!strcmp(name, "si"))
		keep(s);
	else if (!strcmp(name, "rPh"))
		s->phonetic = false;
	else if (!strcmp(name, "t"))
		s->taking = false;
	if (s->x->text.n > FB_XLSX_STRINGS)
		xml->why = "the strings are too large";
}

static void
text(struct fb_xml *xml, fb_str piece)
{
	struct strings *s = xml->arg;

	if (!s->taking)
		return;
	fb_buf_add(&s->one, piece);
	if (s->one.n > FB_XLSX_CELL)
		xml->why = "a string is too long";
}

const char *
fb_xlsx_strings(struct fb_xlsx *x, struct fb_zip *z, size_t *line)
{
	struct strings s = { .x = x };
	struct fb_xml xml = {
		.arg = &s, .start = start, .end = end, .text = text,
	};
	const char *why = fb_xml_part(&xml, z, line);

	fb_buf_release(&s.one);
	return why;
}
