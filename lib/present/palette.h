/* palette.h - the colours of the report, by what they say.
 *
 * 0xRRGGBB. Grey is the default; blue is better or promoter, red is worse or
 * detractor. The ratio is the contrast on white: text needs 4.5, marks 3.
 * 0 (pure black) is not in the palette and means "the usual one". */
#ifndef FB_PRESENT_PALETTE_H
#define FB_PRESENT_PALETTE_H

#include <stdint.h>

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
#define FB_LIKERT5 0x0f5499u

/* Heat: FB_RED through the middle to FB_BLUE; sequential from low to high. */
#define FB_HEAT_MIDDLE 0xf3f3f1u
#define FB_HEAT_LOW    0xfbefe8u
#define FB_HEAT_HIGH   0x9c3309u

/* Categories, six at most; text in them only semibold and >= 7.6 pt. */
#define FB_CATEGORY1 0x0f5499u
#define FB_CATEGORY2 0xc2410cu
#define FB_CATEGORY3 0x2e8b7fu
#define FB_CATEGORY4 0x8a5a00u
#define FB_CATEGORY5 0x7a4e9eu
#define FB_CATEGORY6 0x5f6670u

#endif
