/* page_own.h - what the files of the drawing door share; for page*.c alone. */
#ifndef FB_CHART_PAGE_OWN_H
#define FB_CHART_PAGE_OWN_H

#include <cairo.h>
#include <pango/pangocairo.h>

#include "base/map.h"
#include "chart/page.h"

enum { MAX_DEPTH = 16 };
enum { KEPT = 128 }; /* texts; a page has about 100 */
#define NOT_CUT ((size_t)-1)

/* A text that is laid out. It is kept: most are measured before they are
 * drawn, and axes, marks and heads come back on every page. */
struct page_laid {
	struct fb_buf key;   /* what it was set from; empty: nothing */
	struct fb_buf shown; /* with marks and cut: what the layout holds */
	PangoLayout *layout;
	double scale;        /* points of the page in one of the layout */
	struct fb_text_box box;
	bool pictures;       /* some was drawn for letters */
	size_t used;         /* the last time, in texts asked for */
};

/* A colour glyph drawn once, so that the file holds it once. */
struct page_emoji {
	PangoGlyph glyph;
	int size; /* of its font, pango units */
	cairo_surface_t *image;
	double x, y; /* of the image's corner from the glyph's origin */
};

/* A font that was met. That of a large file is held, and what its stream maps is
 * kept while it reads instead. */
struct page_face {
	cairo_scaled_font_t *font;
	struct FT_StreamRec_ *stream; /* of a large file; else NULL */
	unsigned char *map;
};

/* Bytes of telling that belong to a structure element. */
struct page_told {
	size_t node, from, to;
};

enum { HAN_JP, HAN_KR, HAN_SC, HAN_TC, HANS };

struct fb_page {
	enum fb_page_format format;
	double width, height;
	struct fb_palette palette;
	bool mirror;
	struct fb_buf out;
	const char *why; /* the first error, sticky */
	cairo_surface_t *surface;
	cairo_t *cr;
	int pages;
	const char *tags[MAX_DEPTH]; /* open, innermost last */
	bool parted[MAX_DEPTH]; /* which of them hold elements */
	int depth;
	int clips;
	bool aside;            /* words go into no element */
	bool said;             /* words are in the element that is open */
	size_t nodes;          /* structure elements begun inside the Document */
	struct page_told *told; /* what is told of some, in their order */
	size_t ntold, told_cap;
	struct page_told *links; /* the words of each link, in their order */
	size_t nlinks, links_cap;
	struct fb_buf linked;  /* words of the link that is open */
	struct page_told heads[2]; /* of a column, of a row: most are alike */
	struct fb_buf telling; /* all of that, as it goes into the file */
	struct fb_buf title, lang;
	struct fb_map named;   /* destinations that are set */
	struct fb_buf wanted;  /* and those that links need, each ended by NUL */

	PangoContext *contexts[2]; /* from the left, from the right */
	struct page_laid kept[KEPT], *at; /* the text asked for last */
	size_t asked;
	PangoFontDescription *fonts[FB_ROLES][HANS][2]; /* 2: bold; lazily */
	struct fb_buf body;  /* the text through the gate */
	size_t glue, glue_end; /* bytes of shown where lines do not break */
	size_t laid; /* the cut the layout holds, NOT_CUT if another text */
	struct fb_buf key;   /* of the text asked for */
	size_t unknown;
	struct page_emoji *emoji;
	size_t nemoji, emoji_cap;
	struct page_face *faces;
	size_t nfaces, faces_cap;
};

/* Keep the first reason. */
void page_fail(struct fb_page *, const char *why);
/* May a shape with these numbers be drawn? A NaN or infinity is an error. */
bool page_finite(struct fb_page *, const double *v, size_t n);
/* Where the box at x of width w begins on the page. */
static inline double
page_x(const struct fb_page *p, double x, double w)
{
	return p->mirror ? p->width - x - w : x;
}
void page_colour(struct fb_page *, fb_colour, double alpha);

/* Stand words here for themselves, in no element or in a part? */
bool page_is_loose(const struct fb_page *);
/* A box that cannot be seen, as the place of the element that is open. */
void page_place(struct fb_page *, double x, double y, double w, double h);
/* Is the innermost element a link? Its words are what it is called. */
bool page_in_link(const struct fb_page *);
void page_told_link(struct fb_page *);
/* A line that tells a language, if it is one. */
void page_put_lang(struct fb_buf *, fb_str);
/* Put what was told of tags into the finished bytes; of a picture its title,
 * and what else cairo leaves out, in front of a copy. */
void page_tell(struct fb_page *);
bool page_tell_svg(struct fb_page *, struct fb_buf *);
bool page_tell_png(struct fb_page *, struct fb_buf *);
/* Letters, digits and hyphens (RFC 5646): a record may hold anything here. */
bool page_is_lang(fb_str);
enum { PNG_DPI = 200 };

/* A row of the role table. */
struct page_role {
	const char *face; /* "serif", "sans" or "display": a list in page_font.c */
	int weight;
	bool italic;
	double size, leading;
	fb_colour colour;
	const char *features; /* OpenType */
	double arabic, han;   /* sizes; 0: 1.08 and 0.94 of size */
	double other_leading; /* of Arabic and Han text; 0: the same */
	double track;         /* points between letters */
};

/* All text is laid out at this size and scaled when it is drawn, as fontconfig
 * sorts all faces anew for each size. Hinting is off, so that it is the same. */
#define PAGE_LAID 16.0
#define PAGE_LEAST 6.8 /* points of any text */
/* Figures as letters are, up and down, and all of one height. */
#define PAGE_PROSE "onum=1"
#define PAGE_LINING "lnum=1"

extern const struct page_role page_roles[FB_ROLES];
/* What one point of the layout of this text is on the page. */
double page_scale(const struct fb_text *);
/* What the text that is to be shown wears; owned by the caller. */
PangoAttrList *page_attributes(struct fb_page *, const struct fb_text *);
/* Set the layout's font, sizes by script and features for what it shows. */
void page_dress(struct fb_page *, const struct fb_text *);
/* Leading of this text, by its letters. */
double page_leading(const struct fb_text *, fb_str body);

/* Lay out t with at most its lines, unless that is kept: p->at is ready to be
 * drawn. */
void page_find(struct fb_page *, const struct fb_text *);
/* Contexts to lay out in; and the end of what is kept. */
void page_open_layouts(struct fb_page *);
void page_free_layouts(struct fb_page *);
/* An empty layout at p->at, from the right or not. */
void page_new_layout(struct fb_page *, bool rtl);
/* Lay out t in p->at. */
struct fb_text_box page_set(struct fb_page *, const struct fb_text *);
/* Put shown into the layout and break it at width. */
int page_lay(struct fb_page *, const struct fb_text *, double width);

/* Memory for outlines (once); the fonts of p->at, before their glyphs are
 * measured; and all of them back to cairo as they were. */
void page_open_faces(void);
void page_meet_faces(struct fb_page *);
void page_free_faces(struct fb_page *);

bool page_is_emoji(PangoFont *);
/* At x of the baseline, in points of the layout. */
void page_draw_emoji(struct fb_page *, PangoGlyphItem *, double x);

#endif
