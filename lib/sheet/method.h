/* method.h - what the sheets that say how it was made are put together from. */
#ifndef FB_SHEET_METHOD_H
#define FB_SHEET_METHOD_H

#include "present/funnel.h"
#include "sheet/put.h"

enum { FB_METHOD_WORDS, FB_METHOD_VALUE };

/* A sheet in the making; row is the next one. */
struct fb_method {
	struct fb_making *m;
	struct fb_sheet *s;
	uint32_t row;
};

/* Columns, title and deck, as the labels have them. */
void fb_method_begin(struct fb_method *, const char *title, const char *deck);
/* A head of its own row, after an empty one. */
void fb_method_section(struct fb_method *, const char *key);
/* What it is, and what there is to say. */
void fb_method_pair(struct fb_method *, fb_str words, fb_str value);
/* The same from labels, {n} in the second filled in. */
void fb_method_counted(struct fb_method *, const char *words, const char *key,
    uint64_t n);
/* Provenance: is the chain whole, and what made this workbook. */
void fb_method_made(struct fb_method *);
/* All that each tool said. */
void fb_method_trails(struct fb_method *);

#endif
