/* scale.h - what the numbers of an answer can be: "1-5".
 *
 * Private to this room. A scale may have changed at a date; then several are
 * given, each but one with the last day on which it was in use. Where answers
 * to several questions stand in one column, another column's words tell which
 * scale each is on. */
#ifndef FB_INGEST_SCALE_H
#define FB_INGEST_SCALE_H

#include "base/num.h"
#include "base/time.h"

struct fb_scale {
	int64_t lo, hi;   /* in thousandths; lo < hi */
	bool has_until;
	int32_t until;    /* a day; the last on which it holds */
	struct fb_buf name; /* "1-5", owned */
	fb_str column;    /* borrowed: whose cell decides; n 0: none */
	fb_str words;     /* borrowed: with '|' between them, one of these */
	size_t at;        /* the column's number; SIZE_MAX: it is not there */
};

struct fb_scales {
	struct fb_scale *v; /* by until, the one without last, then by cell */
	size_t n, cap;
};

/* "1-5", "1-5 until 2015-05-31" or "0-10 when survey_type = nps|enps", which
 * is borrowed. NULL, or what is wrong with it. */
const char *fb_scales_add(struct fb_scales *, fb_str text);
/* The scale of a row's cells on a day; first those that a cell decides. NULL when none holds or when the day decides and is not
 * known (dated false). */
const struct fb_scale *fb_scales_on(const struct fb_scales *, bool dated,
    int32_t day, const fb_str *cells, size_t n);
void fb_scales_release(struct fb_scales *);

#endif
