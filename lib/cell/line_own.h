/* line_own.h - what the files that read metric lines share. */
#ifndef FB_CELL_LINE_OWN_H
#define FB_CELL_LINE_OWN_H

#include "cell/line.h"

/* A number that has digits to show and room on an axis. */
bool fb_line_number(fb_str raw, double *);
/* A whole number of answers, also as programs write it that have only
 * fractions: 40.0. False when it is none. */
bool fb_line_count(fb_str raw, uint64_t *n);
/* NULL, or why the line, whose metric and period are in the cell, cannot be
 * one. */
const char *fb_line_check(const struct fb_rec *, const struct fb_cell *);

#endif
