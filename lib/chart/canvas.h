/* canvas.h - the page of a report: grid, head, foot, marks and quotes. */
#ifndef FB_CHART_CANVAS_H
#define FB_CHART_CANVAS_H

#include "base/map.h"
#include "chart/page.h"
#include "present/report.h"
#include "present/show.h"
#include "present/verdict.h"
#include "present/voice.h"

/* Everything a page is drawn with. y grows downwards, in points. */
struct fb_canvas {
	struct fb_page *page;
	struct fb_report *report;
	const struct fb_words *words;
	double left;            /* of the content, FB_PAGE_CONTENT wide */
	double foot;            /* the hairline above the source line */
	size_t digits;          /* of printed ids */
	bool unredacted;        /* quotes without masks are printed too */
	struct fb_printed printed; /* records on this page */
	fb_str workbook;        /* where printed ids lead to, or "" */
	bool front;             /* the first page speaks of the whole report */
	fb_str source, told;    /* of this page, and of the one before */
	int section;            /* outline entry that new pages go below */
	bool has_notes;         /* this page still owes them, below the foot */
	struct fb_map everything; /* records quoted on all pages, without letters */
	double below;           /* where another section may begin, or 0 */
	fb_str below_period;
};

enum { FB_TITLE_BASE = 80 };

/* End the page before and begin one; what the first one says of the whole report
 * stands above its foot. running stands beside the organisation's name, period at the
 * right of the head, source at the foot (two lines at most). The outline gets
 * entry under the page's name. */
void fb_canvas_page(struct fb_canvas *, fb_str running, fb_str period,
    fb_str source, fb_str entry);
/* End the last page: what stands at its foot is read last. */
void fb_canvas_end(struct fb_canvas *);
/* Title and deck; gives the y below them. */
double fb_canvas_title(struct fb_canvas *, enum fb_role, fb_str title, fb_str deck);
/* A section: what would fill little of a page of its own. */
struct fb_section {
	fb_str running, period, source, title, deck; /* as of a page */
	double gap;    /* between deck and contents on a page of its own */
	double height; /* of its contents below another */
};

/* Begin it below what stands on the last page, where that was ended as a section
 * of the same period and leaves room for all of it; else on a page. Gives the y
 * of its contents. */
double fb_section_begin(struct fb_canvas *, const struct fb_section *);
bool fb_section_fits(struct fb_canvas *, const struct fb_section *);
/* Nothing of this page stands below y: another one may begin there. */
void fb_section_end(struct fb_canvas *, double y, fb_str period);
/* A text in a role at a baseline; align says what x is. Gives its width. */
double fb_canvas_put(struct fb_canvas *, enum fb_role, double x, double y,
    enum fb_align, fb_colour, fb_str);
/* A heading of one line, H2 or H3. */
void fb_canvas_head(struct fb_canvas *, enum fb_page_tag, enum fb_role, double x,
    double y, fb_str);
/* The words of how, cut in the middle where a cut at their end would look like
 * another one of all. */
fb_str fb_fit_name(struct fb_canvas *, const struct fb_text *how,
    const fb_str *all, size_t n);
/* "Farms", "room (missing)"; and "Would recommend, Farms": the metric, and the
 * group if it is not the total. */
fb_str fb_group_name(struct fb_canvas *, const struct fb_cell *);
fb_str fb_cell_name(struct fb_canvas *, const struct fb_cell *);
void fb_canvas_rule(struct fb_canvas *, double y, double width, fb_colour);
void fb_canvas_rule_part(struct fb_canvas *, double x, double y, double length,
    double width, fb_colour);

/* Text owned by the report's arena: what buf holds, which is emptied; and the
 * words of a key with its slots filled in. */
fb_str fb_keep(struct fb_canvas *, struct fb_buf *);
fb_str fb_phrase(struct fb_canvas *, const char *key, const struct fb_slot *,
    size_t n);
/* The same as the beginning of a paragraph: with a capital letter. */
fb_str fb_sentence(struct fb_canvas *, const char *key, const struct fb_slot *,
    size_t n);
fb_str fb_period_words(struct fb_canvas *, fb_str label, enum fb_period_form);
/* The same where it begins what is said, with a capital: "Octubre 2026". */
fb_str fb_period_head(struct fb_canvas *, fb_str label, enum fb_period_form);
/* "in October 2026", "on 1 October 2026". */
fb_str fb_in_period_words(struct fb_canvas *, fb_str label);
fb_str fb_count_words(struct fb_canvas *, uint64_t);
/* The notes of the report line, one behind the other. */
fb_str fb_notes_words(struct fb_canvas *);
/* Keep room for them above the foot of the page, where they are drawn when it
 * ends, so that they are read behind all else. */
void fb_notes_keep_room(struct fb_canvas *);
void fb_notes_draw(struct fb_canvas *);
/* Where the records come from, as the report line says it. */
fb_str fb_source_words(struct fb_canvas *);

/* ---- tables (table.c) ---- */

/* A row of a table for readers that cannot see: it begins with a cell that says
 * what the row is about, or in the row of heads the column; each further one
 * begins where the last ends. Every row of a table has as many, empty ones too,
 * but that which names those below it: it has one cell over all columns. */
void fb_head_begin(struct fb_canvas *);
void fb_row_begin(struct fb_canvas *);
void fb_row_over(struct fb_canvas *, int columns);
void fb_row_next(struct fb_canvas *, bool head);
void fb_row_end(struct fb_canvas *);

/* ---- marks (marks.c) ---- */

/* A score of 16 points around (x, y): a red rounded square for rank 0, the worst
 * group, a grey ring between, a blue disc for 2, the best; a thin ring with a
 * dash when there is none. */
void fb_draw_mark(struct fb_canvas *, int rank, fb_str score, double x, double y);
/* The same of an answer in a group of the cell. */
void fb_draw_score(struct fb_canvas *, const struct fb_cell *, fb_str group,
    fb_str score, double x, double y);
/* The same mark, small and without its number. */
void fb_draw_dot(struct fb_canvas *, int rank, double x, double y);
/* Triangle, difference and words from x on, at the baseline of the figures. */
void fb_draw_change(struct fb_canvas *, const struct fb_cell *,
    const struct fb_versus *, double x, double y);
/* A series in a box with its normal range; top left at (x, y). The usual box
 * is 60 x 28 points. */
enum { FB_SPARK_WIDTH = 60, FB_SPARK_HEIGHT = 28 };
void fb_draw_spark(struct fb_canvas *, const struct fb_cell *, double x, double y,
    double w, double h);

/* ---- quotes (quote.c) ---- */

struct fb_quote_style {
	enum fb_role role;
	double width;      /* of the words; the mark stands left of them */
	int max_lines;
	bool brief;        /* no year and no score behind the words */
};

/* Height from the top of the first line to the foot of the id. */
double fb_quote_height(struct fb_canvas *, const struct fb_cell *,
    const struct fb_quote *, const struct fb_quote_style *);
/* Fewer lines until that is at most room, one at least. */
void fb_quote_fit(struct fb_canvas *, const struct fb_cell *,
    const struct fb_quote *, struct fb_quote_style *, double room);
/* Words at x, mark in the 24 points left of it, first baseline at y. Gives the
 * height used. */
double fb_draw_quote(struct fb_canvas *, const struct fb_cell *,
    const struct fb_quote *, const struct fb_quote_style *, double x, double y);
/* A translation as it is printed, behind the words that say what it is. */
fb_str fb_translation_words(struct fb_canvas *, fb_str translation);
/* Why a cell has no quote on this page, in one sentence; q is the one that
 * stands on it already, or NULL. */
fb_str fb_no_voice(struct fb_canvas *, const struct fb_cell *,
    const struct fb_quote *q);
/* One line of the words in that width with a small mark in front, the id at its
 * right end. */
void fb_draw_quote_line(struct fb_canvas *, const struct fb_cell *,
    const struct fb_quote *, double x, double y, double width);
/* The quotation marks of a language, "“" and "”" by default. */
void fb_quote_marks(struct fb_canvas *, fb_str lang, const char **open,
    const char **close);

/* ---- printed ids (ident.c) ---- */

double fb_ident_width(struct fb_canvas *, enum fb_role, fb_str id);
/* The printed id of a record at a baseline, a link to its row in the workbook. */
void fb_draw_ident(struct fb_canvas *, enum fb_role, fb_str id, double x,
    double y, enum fb_align);

#endif
