/* style.c - how the sheets of a report look. */
#include <stdio.h>

#include "base/num.h"
#include "sheet/put.h"
#include "text/icu.h"

#define WORDS_FONT "Georgia"
#define EDGE 0xb8bdc4u /* hair lines between rows */

static const struct fb_look looks[] = {
	[FB_TITLE] = { .font = WORDS_FONT, .size = 20, .bold = true, .ink = FB_INK,
	    .wrap = true, .valign = FB_VALIGN_MIDDLE },
	[FB_DECK] = { .ink = FB_TEXT2, .wrap = true, .valign = FB_VALIGN_TOP },
	[FB_HEAD] = { .size = 9, .bold = true, .ink = FB_TEXT2, .wrap = true,
	    .rules = FB_EDGE_BOTTOM, .edge_ink = FB_INK },
	[FB_HEAD_APART] = { .size = 9, .bold = true, .ink = FB_TEXT2,
	    .align = FB_ALIGN_LEFT, .indent = 1, .rules = FB_EDGE_BOTTOM,
	    .edge_ink = FB_INK },
	[FB_HEAD_RIGHT] = { .size = 9, .bold = true, .ink = FB_TEXT2,
	    .align = FB_ALIGN_RIGHT, .rules = FB_EDGE_BOTTOM, .edge_ink = FB_INK },
	[FB_SECTION] = { .font = WORDS_FONT, .size = 13, .bold = true, .ink = FB_INK },
	[FB_GROUP_HEAD] = { .size = 11, .bold = true, .ink = FB_INK,
	    .valign = FB_VALIGN_BOTTOM, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_NAME] = { .size = 11, .bold = true, .ink = FB_INK, .wrap = true,
	    .valign = FB_VALIGN_TOP, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_NAME_BOLD] = { .size = 11, .bold = true, .ink = FB_INK },
	[FB_NAME_NOTE] = { .size = 9, .ink = FB_TEXT2 },
	[FB_VALUE] = { .size = 18, .bold = true, .ink = FB_INK,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_SMALL] = { .size = 9, .ink = FB_TEXT2, .wrap = true,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_CHANGE] = { .size = 12, .ink = FB_TEXT2, .align = FB_ALIGN_LEFT,
	    .valign = FB_VALIGN_TOP, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_READING] = { .ink = FB_TEXT2, .wrap = true, .valign = FB_VALIGN_TOP,
	    .align = FB_ALIGN_LEFT, .indent = 1,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_READING_CLEAR] = { .bold = true, .wrap = true, .valign = FB_VALIGN_TOP,
	    .align = FB_ALIGN_LEFT, .indent = 1,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_WORDS] = { .font = WORDS_FONT, .size = 11, .ink = FB_INK, .wrap = true,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP, .indent = 1,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_TRANSLATED_WORDS] = { .font = WORDS_FONT, .size = 10, .italic = true,
	    .ink = FB_TEXT2, .wrap = true, .align = FB_ALIGN_LEFT,
	    .valign = FB_VALIGN_TOP, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_LETTER_TRANSLATED] = { .font = WORDS_FONT, .size = 11, .italic = true,
	    .ink = FB_TEXT2, .wrap = true, .align = FB_ALIGN_LEFT,
	    .valign = FB_VALIGN_TOP },
	[FB_LETTER] = { .font = WORDS_FONT, .size = 13, .ink = FB_INK, .wrap = true,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP },
	[FB_LETTER_TITLE] = { .font = WORDS_FONT, .size = 13, .bold = true,
	    .ink = FB_INK, .wrap = true, .align = FB_ALIGN_LEFT,
	    .valign = FB_VALIGN_TOP },
	[FB_NUMERAL] = { .font = WORDS_FONT, .size = 24, .ink = FB_INK,
	    .align = FB_ALIGN_RIGHT, .valign = FB_VALIGN_TOP },
	[FB_RECORD_ID] = { .size = 9, .ink = FB_BLUE, .wrap = true,
	    .valign = FB_VALIGN_TOP, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_TEXT_CELL] = { .ink = FB_INK, .wrap = true, .valign = FB_VALIGN_TOP,
	    .align = FB_ALIGN_LEFT, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_CENTRED] = { .ink = FB_INK, .valign = FB_VALIGN_TOP,
	    .align = FB_ALIGN_CENTRE, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_DAY_CELL] = { .ink = FB_INK, .number = "dd mmm yyyy",
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_DATUM] = { .ink = FB_INK, .align = FB_ALIGN_RIGHT,
	    .valign = FB_VALIGN_TOP, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_REMARK] = { .italic = true, .ink = FB_TEXT2, .wrap = true,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP, .indent = 1,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_WARNING] = { .bold = true, .ink = FB_RED, .fill = FB_TINT },
	[FB_BOLD_CELL] = { .bold = true, .ink = FB_INK, .wrap = true,
	    .valign = FB_VALIGN_TOP, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_COUNT] = { .ink = FB_INK, .number = "#,##0;\xe2\x88\x92#,##0",
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_COUNT_BOLD] = { .ink = FB_INK, .number = "#,##0", .bold = true,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_PLAIN_NAME] = { .ink = FB_INK },
	[FB_ABOUT_LETTER] = { .size = 9, .ink = FB_TEXT2, .wrap = true,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP, .indent = 1 },
	[FB_ASK] = { .bold = true, .ink = FB_INK, .wrap = true,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP, .indent = 1,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_LINK_CELL] = { .ink = FB_BLUE, .wrap = true, .valign = FB_VALIGN_TOP,
	    .align = FB_ALIGN_LEFT, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_INPUT] = { .ink = FB_INK, .fill = FB_TINT, .wrap = true,
	    .unlocked = true, .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_INPUT_DAY] = { .ink = FB_INK, .fill = FB_TINT, .unlocked = true,
	    .number = "dd mmm yyyy", .align = FB_ALIGN_LEFT,
	    .valign = FB_VALIGN_TOP, .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
	[FB_MONO] = { .font = "Consolas", .size = 9, .ink = FB_INK, .wrap = true,
	    .align = FB_ALIGN_LEFT, .valign = FB_VALIGN_TOP,
	    .edges = FB_EDGE_BOTTOM, .edge_ink = EDGE },
};

/* On a sheet that is read from the right words are; ids are not, and figures
 * stand below each other as ever. */
static struct fb_look
turned(struct fb_making *m, enum fb_style style)
{
	bool id = style == FB_RECORD_ID || style == FB_LINK_CELL ||
	    style == FB_MONO;
	struct fb_look look = looks[style];

	if (!fb_words_rtl(&m->report->words))
		return look;
	look.reading = id ? 1 : 2;
	if (look.align == FB_ALIGN_LEFT)
		look.align = FB_ALIGN_RIGHT;
	return look;
}

unsigned
fb_look_of(struct fb_making *m, enum fb_style style, fb_colour ink,
    const char *number)
{
	struct fb_look look = turned(m, style);

	if (ink)
		look.ink = ink;
	if (number)
		look.number = number;
	return fb_book_look(m->book, &look);
}

unsigned
fb_look_words(struct fb_making *m, enum fb_style style, fb_str words,
    fb_str lang)
{
	struct fb_look look = looks[style];

	if (fb_side(words, lang) == FB_DIR_RTL) {
		look.align = FB_ALIGN_RIGHT;
		look.reading = 2;
	}
	return fb_book_look(m->book, &look);
}

double
fb_stored(const struct fb_cell *c, double value)
{
	return fb_str_eq(c->unit, FB_LIT("%")) ? value / 100 : value;
}

static void
put_format(struct fb_buf *b, int decimals, bool share)
{
	fb_buf_adds(b, "#,##0");
	for (int i = 0; i < decimals; i++)
		fb_buf_adds(b, i ? "0" : ".0");
	if (share)
		fb_buf_addc(b, '%');
}

static const char *
keep(struct fb_making *m, struct fb_buf *b)
{
	struct fb_buf gated = {0};
	const char *s;

	fb_gate_sheet(&gated, fb_buf_str(b), NULL);
	s = fb_arena_copy(&m->report->mem, fb_buf_str(&gated)).p;
	fb_buf_release(&gated);
	fb_buf_release(b);
	return s;
}

const char *
fb_number_format(struct fb_making *m, const struct fb_cell *c)
{
	bool share = fb_str_eq(c->unit, FB_LIT("%"));
	struct fb_buf b = {0};
	int d = fb_decimals(c);

	put_format(&b, d, share);
	fb_buf_adds(&b, ";\xe2\x88\x92");
	put_format(&b, d, share);
	return keep(m, &b);
}

const char *
fb_change_format(struct fb_making *m, const struct fb_cell *c, bool zero)
{
	bool share = fb_str_eq(c->unit, FB_LIT("%"));
	const char *digits = share || fb_decimals(c) ? "0.0" : "0";
	struct fb_buf b = {0}, unit = {0};
	const char *tail;

	if (zero)
		return "0;0;0";
	if (share) {
		fb_str points = fb_word(&m->report->words, "sheet_points");

		fb_buf_printf(&unit, "\" %.*s\"", (int)points.n, points.p);
	}
	tail = fb_buf_cstr(&unit);
	fb_buf_printf(&b, "+%s%s;\xe2\x88\x92%s%s;0", digits, tail, digits, tail);
	fb_buf_release(&unit);
	return keep(m, &b);
}
