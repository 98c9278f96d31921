/* book_look.c - looks, each made once. */
#include "sheet/book_part.h"

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool
same(const struct fb_look *a, const struct fb_look *b)
{
	return same_text(a->font, b->font) && a->size == b->size &&
	       a->bold == b->bold && a->italic == b->italic &&
	       a->underline == b->underline && a->wrap == b->wrap &&
	       a->unlocked == b->unlocked && a->ink == b->ink &&
	       a->fill == b->fill && same_text(a->number, b->number) &&
	       a->align == b->align && a->valign == b->valign &&
	       a->indent == b->indent && a->edges == b->edges &&
	       a->rules == b->rules && a->edge_ink == b->edge_ink &&
	       a->reading == b->reading;
}

static void
set_font(lxw_format *f, const struct fb_look *l)
{
	format_set_font_name(f, l->font ? l->font : "Calibri");
	format_set_font_size(f, l->size > 0 ? l->size : 10);
	format_set_font_color(f, fb_book_ink(l->ink));
	if (l->bold)
		format_set_bold(f);
	if (l->italic)
		format_set_italic(f);
	if (l->underline)
		format_set_underline(f, LXW_UNDERLINE_SINGLE);
}

static void
set_place(lxw_format *f, const struct fb_look *l)
{
	static const uint8_t across[] = {
		LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER,
		LXW_ALIGN_RIGHT,
	};
	static const uint8_t down[] = {
		LXW_ALIGN_VERTICAL_BOTTOM, LXW_ALIGN_VERTICAL_TOP,
		LXW_ALIGN_VERTICAL_CENTER,
	};

	format_set_align(f, across[l->align]);
	format_set_align(f, down[l->valign]);
	if (l->indent > 0)
		format_set_indent(f, l->indent > 15 ? 15 : (uint8_t)l->indent);
	if (l->wrap)
		format_set_text_wrap(f);
	if (l->reading)
		format_set_reading_order(f, l->reading == 2 ? 2 : 1);
}

static void
set_edges(lxw_format *f, const struct fb_look *l)
{
	static void (*const line[])(lxw_format *, uint8_t) = {
		format_set_top, format_set_bottom, format_set_left,
		format_set_right,
	};
	static void (*const ink[])(lxw_format *, lxw_color_t) = {
		format_set_top_color, format_set_bottom_color,
		format_set_left_color, format_set_right_color,
	};

	for (unsigned i = 0; i < 4; i++) {
		bool thin = l->rules >> i & 1;

		if (!thin && !(l->edges >> i & 1))
			continue;
		line[i](f, thin ? LXW_BORDER_THIN : LXW_BORDER_HAIR);
		ink[i](f, fb_book_ink(l->edge_ink));
	}
}

static lxw_format *
make(struct fb_book *b, const struct fb_look *l)
{
	lxw_format *f = workbook_add_format(b->lxw);

	if (!f) {
		fb_book_fail(b, NULL, "out of memory");
		return NULL;
	}
	set_font(f, l);
	set_place(f, l);
	set_edges(f, l);
	if (l->fill) {
		format_set_pattern(f, LXW_PATTERN_SOLID);
		format_set_fg_color(f, l->fill);
	}
	if (l->number)
		format_set_num_format(f, l->number);
	if (l->unlocked)
		format_set_unlocked(f);
	return f;
}

unsigned
fb_book_look(struct fb_book *b, const struct fb_look *l)
{
	for (size_t i = 0; i < b->nfaces; i++)
		if (same(&b->faces[i].look, l))
			return (unsigned)i;
	b->faces = fb_grow(b->faces, &b->cap_faces, b->nfaces + 1,
	                   sizeof *b->faces);
	b->faces[b->nfaces] = (struct fb_face){ *l, make(b, l) };
	return (unsigned)b->nfaces++;
}

lxw_format *
fb_book_face(struct fb_book *b, unsigned look)
{
	if (b->streaming && !look)
		return NULL; /* a long table says it once, not in each cell */
	return b->faces[look < b->nfaces ? look : 0].lxw;
}
