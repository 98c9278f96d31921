/* palette.h - the colours of the report, by what they say.
 *
 * 0xRRGGBB. Grey is the default; blue is better or promoter, red is worse or
 * detractor. The ratio is the contrast on white: text needs 4.5, marks 3.
 * 0 (pure black) is not in the palette and means "the usual one". Each colour
 * has a value of its own, by which another palette finds it. */
#ifndef FB_PRESENT_PALETTE_H
#define FB_PRESENT_PALETTE_H

#include <stdint.h>

#include "base/str.h"

typedef uint32_t fb_colour;

#define FB_WHITE  0xffffffu
#define FB_INK    0x1a1d21u /* 16.9: text, rules above a table */
#define FB_TEXT2  0x565c66u /* 6.7: decks, axes, notes */
#define FB_TEXT3  0x6f7680u /* 4.6: never on FB_TINT */
#define FB_BLUE   0x0f5499u /* 7.6: better, promoter, links */
#define FB_RED    0xc2410cu /* 5.2: worse, detractor */
#define FB_MID    0x8c939du /* 3.1: marks only */
#define FB_MID2   0xc9cdd2u /* fills */
#define FB_HAIR   0xd3d6dau /* rules between rows */
#define FB_GRID   0xe4e6e9u
#define FB_NORMAL 0xeceef1u /* the normal range behind a sparkline */
#define FB_TINT   0xf5f3eeu /* notes and the certificate */
#define FB_BLUE2  0x7fa9cfu
#define FB_BLUE3  0xd6e4f0u /* interval band */
#define FB_RED2   0xe39a73u
#define FB_RED3   0xf8e1d5u /* interval band */

/* Likert, from disagreement to agreement. */
#define FB_LIKERT1 0xa83a0au
#define FB_LIKERT2 0xe5a07au
#define FB_LIKERT3 0xd9dce0u
#define FB_LIKERT4 0x93b9dau
#define FB_LIKERT5 0x0f549bu

/* Heat: from worse through the middle to better; sequential from low to high. */
#define FB_HEAT_WORSE  0xc2410eu
#define FB_HEAT_MIDDLE 0xf3f3f1u
#define FB_HEAT_BETTER 0x0f549au
#define FB_HEAT_LOW    0xfbefe8u
#define FB_HEAT_HIGH   0x9c3309u

/* Categories, six at most; text in them only semibold and >= 7.6 pt. */
#define FB_CATEGORY1 0x0f5498u
#define FB_CATEGORY2 0xc2410bu
#define FB_CATEGORY3 0x2e8b7fu
#define FB_CATEGORY4 0x8a5a00u
#define FB_CATEGORY5 0x7a4e9eu
#define FB_CATEGORY6 0x5f6670u

/* Set in a colour that no palette changes any more. */
#define FB_MIXED 0x1000000u

/* ---- other palettes ---- */

enum { FB_TONES = 64 };

/* Colours of this list that a palette has others for. {0} changes none. */
struct fb_palette {
	struct { fb_colour from, to; } tone[FB_TONES];
	size_t n;
};

/* A shipped palette ("grey": share/palettes/grey.palette), or the file of that
 * name when it has a slash. Lines are "blue = 004488" with the names of this
 * list in small letters. NULL, or what is wrong; then *line is the line, 0 for
 * the file as a whole. */
const char *fb_palette_open(struct fb_palette *, const char *name, size_t *line);
/* Append the palettes that are shipped: "default, grey and safe". */
void fb_palette_names(struct fb_buf *);
/* What a colour is in this palette. */
fb_colour fb_palette_tone(const struct fb_palette *, fb_colour);
/* Between two colours as the palette has them, part of the way from a to b. */
fb_colour fb_palette_mix(const struct fb_palette *, fb_colour a, fb_colour b,
    double part);
/* Contrast of two colours, 1 to 21. Source: WCAG 2.1, relative luminance. */
double fb_contrast(fb_colour, fb_colour);
/* White or ink, whichever is read better on it. */
fb_colour fb_palette_on(const struct fb_palette *, fb_colour);

#endif
