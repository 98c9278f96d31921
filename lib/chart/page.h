/* page.h - the drawing door: pages, shapes and words.
 *
 * The only room that knows cairo and pango. Units are points (1/72 inch),
 * y grows downwards, colours are those of present/palette.h. A page object is
 * one artefact: a PDF of many pages, or one SVG or PNG picture. Nothing is
 * written anywhere: fb_page_finish() hands over bytes that were checked, and
 * base/out writes them. Errors are sticky and are told once, by finish.
 *
 *     why = fb_page_fonts(path_of_fonts_conf);
 *     p = fb_page_new(FB_PDF, FB_A4_WIDTH, FB_A4_HEIGHT, &info);
 *     fb_page_next(p, "1");
 *     fb_page_tag(p, FB_TAG_H1);
 *     fb_page_text(p, &(struct fb_text){ .s = title, .role = FB_TITLE,
 *         .width = 499, .balanced = true }, 48, 80);
 *     fb_page_untag(p);
 *     why = fb_page_finish(p, &bytes);
 *     fb_page_free(p);
 */
#ifndef FB_CHART_PAGE_H
#define FB_CHART_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "present/palette.h"

#define FB_A4_WIDTH      595.276
#define FB_A4_HEIGHT     841.89
#define FB_LETTER_WIDTH  612.0
#define FB_LETTER_HEIGHT 792.0
#define FB_PAGE_CONTENT  499.276 /* content width, the same on both */

/* ---- the artefact (page.c) ---- */

/* On trial, words are measured and pages counted, and nothing is drawn; there
 * is nothing to finish. */
enum fb_page_format { FB_PDF, FB_SVG, FB_PNG, FB_TRIAL };

struct fb_page_info { /* UTF-8; empty fields are left out */
	fb_str title, author, subject, keywords, creator;
	fb_str lang;  /* of the words that are no customer's: "en" */
	int64_t made; /* UTC seconds: created and modified */
};

struct fb_page; /* owned by the caller: fb_page_free() */

/* Fonts come from this fonts.conf alone (NULL: the machine's own choice), in
 * every environment; call it before anything else of this header. NULL, or one
 * line that says which fonts are missing and what stands in for them: a
 * warning, pages can be drawn all the same. */
const char *fb_page_fonts(const char *conf);

struct fb_page *fb_page_new(enum fb_page_format, double width, double height,
    const struct fb_page_info *);
/* Draw in other colours from now on. */
void fb_page_palette(struct fb_page *, const struct fb_palette *);
/* Lay out from right to left from now on: what is placed at x stands as far
 * from the right side, left and right change places, and Arabic and Hebrew
 * words make a line that is read from the right, whatever it begins with. Shapes
 * that have a side of their own, such as letters, stay as they are. */
void fb_page_mirror(struct fb_page *, bool);
/* Between two colours, and white or ink on a colour, in the page's palette. */
fb_colour fb_page_mix(const struct fb_page *, fb_colour a, fb_colour b,
    double part);
fb_colour fb_page_on(const struct fb_page *, fb_colour);
/* Begin a page (PDF: also the first; a picture has one). The label is what
 * readers show as its number; NULL is none. */
void fb_page_next(struct fb_page *, const char *label);
double fb_page_width(const struct fb_page *);
double fb_page_height(const struct fb_page *);
/* Pages begun so far. */
int fb_page_count(const struct fb_page *);
/* End the artefact and append its bytes. NULL, or what went wrong; then no
 * byte was appended. The page can only be freed afterwards. */
const char *fb_page_finish(struct fb_page *, struct fb_buf *);
void fb_page_free(struct fb_page *); /* NULL is fine */

/* Structure for readers that cannot see. One Document is always open around
 * everything. Tags nest and may span pages; what stays open is closed by
 * finish. More than 16 deep is an error. */
enum fb_page_tag {
	FB_TAG_SECT, FB_TAG_H1, FB_TAG_H2, FB_TAG_H3, FB_TAG_P, FB_TAG_QUOTE,
	FB_TAG_SPAN, FB_TAG_FIGURE, FB_TAG_TABLE, FB_TAG_TR, FB_TAG_TH, FB_TAG_TD,
};
/* Words outside of all tags but SECT are a paragraph. An element holds words or
 * elements: words behind an element become a SPAN, and words in front of one need
 * their own, else they are lost to the tree. What is drawn for itself in one
 * element is read with a blank between. */
void fb_page_tag(struct fb_page *, enum fb_page_tag);
/* Of the tag that was opened last: a text that stands for what is drawn in it
 * (the numbers of a figure), and the language of its words; "" is none. A
 * picture as SVG has the text as its description. */
void fb_page_told(struct fb_page *, fb_str alt, fb_str lang);
/* Of the tag that was opened last, behind the one text in it: where pictures stand
 * in it for letters (emoji), it is read as that text. */
void fb_page_spoken(struct fb_page *);
/* Of the TH that was opened last: what it is the head of, its row or its column,
 * and over how many columns it stands. */
void fb_page_heads(struct fb_page *, bool row, int columns);
/* Of the tag that was opened last: words that it is read as and that are not
 * drawn, such as those of a cell behind a picture, with their place on the page.
 * A PDF alone has them. */
void fb_page_unseen(struct fb_page *, fb_str, double x, double y, double w,
    double h);
/* Has the artefact a structure? */
bool fb_page_has_tree(const struct fb_page *);
/* Words are in no element until false: they repeat what stands on every page, or
 * beside them. */
void fb_page_aside(struct fb_page *, bool);
/* Close the innermost tag or link. */
void fb_page_untag(struct fb_page *);
/* What is drawn until fb_page_untag() leads to a URI (also a relative one:
 * "workbook.xlsx#Quotes!A2") or to a destination of this file, which must
 * have been set when finish is called. */
void fb_page_link(struct fb_page *, fb_str uri);
void fb_page_goto(struct fb_page *, fb_str dest);
/* Name the place (x, y) of this page. Names are any bytes; the first wins. */
void fb_page_dest(struct fb_page *, fb_str dest, double x, double y);
/* An outline entry that leads to dest, below parent (0: at the top). Gives its
 * number for its children. */
int fb_page_outline(struct fb_page *, int parent, fb_str title, fb_str dest);

/* ---- shapes (page_draw.c) ---- */

struct fb_point {
	double x, y;
};

struct fb_pen {
	fb_colour colour;
	double width;
	double dash; /* length of dashes and gaps; 0 is a whole line */
};

void fb_page_rect(struct fb_page *, double x, double y, double w, double h,
    fb_colour);
void fb_page_frame(struct fb_page *, double x, double y, double w, double h,
    struct fb_pen);
/* A square of that side with rounded corners. */
void fb_page_square(struct fb_page *, double x, double y, double side,
    double radius, fb_colour);
/* White at 88%: behind words that cross lines. */
void fb_page_halo(struct fb_page *, double x, double y, double w, double h);
void fb_page_line(struct fb_page *, struct fb_pen, double x0, double y0,
    double x1, double y1);
void fb_page_polyline(struct fb_page *, struct fb_pen, const struct fb_point *,
    size_t n);
/* A Bezier path: a start and three points a piece, n = 1 + 3k. */
void fb_page_curve(struct fb_page *, struct fb_pen, const struct fb_point *,
    size_t n);
/* A filled polygon, such as a band: there along the top, back along the foot. */
void fb_page_area(struct fb_page *, fb_colour, const struct fb_point *, size_t n);
/* The same in a thin layer of the colour, so that bands show through each
 * other. */
void fb_page_veil(struct fb_page *, fb_colour, const struct fb_point *, size_t n);
void fb_page_disc(struct fb_page *, double x, double y, double radius, fb_colour);
/* A circle filled white. */
void fb_page_ring(struct fb_page *, double x, double y, double radius,
    struct fb_pen);
/* A triangle in a box of that side around (x, y): pointing up or down, filled,
 * or hollow with a line of 1.1. */
void fb_page_triangle(struct fb_page *, double x, double y, double side, bool up,
    bool filled, fb_colour);
/* Draw only inside until fb_page_unclip(); clips nest, on one page. */
void fb_page_clip(struct fb_page *, double x, double y, double w, double h);
void fb_page_unclip(struct fb_page *);

/* ---- words (page_laid.c, _font.c, _face.c, _cut.c, _text.c, _emoji.c) ---- */

/* What a text is to the reader; face, weight, size, leading, figures and
 * colour follow from it (the table is in page_font.c). */
enum fb_role {
	FB_TITLE,         /* page title of the summary, 23 */
	FB_TITLE_PAGE,    /* of other pages, 21 */
	FB_TITLE_OPENING, /* 40 */
	FB_SECTION,       /* section head, 13 */
	FB_PANEL,         /* panel title, 11.2 */
	FB_HEAD,          /* heading in sans, 10.5 */
	FB_DECK,
	FB_VALUE,         /* 18 */
	FB_VALUE_BIG,     /* 84 */
	FB_VALUE_END,     /* at the end of a line, 15 */
	FB_CHANGE,        /* 11; bold when it is a signal */
	FB_NAME,          /* of a row, 9.6 semibold */
	FB_LABEL,         /* 8.6 */
	FB_LABEL_BOLD,
	FB_FIGURE,        /* a number in a column, 8.6, figures of one width */
	FB_COLUMN,        /* column head, 7.2 semibold */
	FB_AXIS,          /* 7.6 */
	FB_AXIS_BOLD,
	FB_INTERVAL,      /* the ± beside a value, 8 */
	FB_NOTE,          /* definitions, provenance, 7.2 */
	FB_SOURCE,        /* foot of a page, 7 */
	FB_RUNNING,       /* head of a page, 7.5 */
	FB_RUNNING_BOLD,
	FB_BODY,          /* method notes, 8.4/12 */
	FB_MARK,          /* the number inside a score mark, white */
	FB_QUOTE_ROW,     /* 9.6/12.2 */
	FB_QUOTE,         /* 10.6/14.4 */
	FB_QUOTE_BIG,     /* 14/20 */
	FB_INTRO,         /* 14.5/21 */
	FB_LETTER,        /* 14/21; Arabic 15.5/24, Chinese and Japanese 12.6/24 */
	FB_NUMERAL,       /* of a letter, 34 */
	FB_TRANSLATION,   /* 8.4/11.4 italic */
	FB_TRANSLATION_LETTER, /* 11/15.8 italic */
	FB_ROLES
};

enum fb_align {
	FB_START, /* where its words begin: left, or right for Arabic */
	FB_LEFT,
	FB_RIGHT,
	FB_CENTRE,
};

/* A text and how to set it; {0} fields mean the usual. White space runs
 * become one space, unless lines are kept. Text passes the gate here too. */
struct fb_text {
	fb_str s;
	enum fb_role role;
	enum fb_align align;
	double width;      /* where lines break; 0: never, and x is the side or
	                    * middle that align names */
	int max_lines;     /* 0: any. Longer text is cut: with marks or as_quote
	                    * before " […]" at a word, or cluster where scripts
	                    * have no spaces; else before "…" at a cluster */
	bool as_quote;
	const char *open;  /* quotation marks round the words and the cut */
	const char *close;
	const char *lang;  /* of the record ("ja", "zh-Hant"): picks Han shapes */
	bool keep_lines;
	bool balanced;     /* lines of like length; hyphens do not break */
	bool at_blanks;    /* break words nowhere else: commands, digests */
	bool bold;         /* semibold instead of the role's weight */
	fb_colour colour;  /* 0: the role's */
	double size;       /* 0: the role's; leading grows with it */
	int from, count;   /* draw count lines from this one on (0: all of them) */
};

struct fb_text_box {
	int lines;
	double width;      /* of the widest line; more than asked for only where one
	                    * cluster, or the sign of a cut, is wider than that */
	double last;       /* of the last line: where an id may follow */
	double height;     /* lines x leading */
	double leading;
	double rise;       /* from the box's top to the first baseline */
	bool rtl;
	bool cut;
	size_t shown;      /* bytes of s, after gate and spaces, that are shown */
};

struct fb_text_box fb_page_measure(struct fb_page *, const struct fb_text *);
/* Draw with the first baseline at y. Lines of a text with from are placed as
 * if from were the first. */
struct fb_text_box fb_page_text(struct fb_page *, const struct fb_text *,
    double x, double y);
/* Draw with the top of the box at y. */
struct fb_text_box fb_page_text_top(struct fb_page *, const struct fb_text *,
    double x, double y);
/* The last text measured or drawn as it is shown, marks and cut included;
 * borrowed until the next one. */
fb_str fb_page_shown(const struct fb_page *);
/* Characters drawn so far that no font has. */
size_t fb_page_unknown(const struct fb_page *);

#endif
