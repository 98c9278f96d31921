/* ways.h - the steps of a draw.
 *
 * Private to this room; fb_sample_draw() puts them together. */
#ifndef FB_SAMPLE_WAYS_H
#define FB_SAMPLE_WAYS_H

#include "sample/draw.h"

/* Every kept unit of every stratum into s->drawn, ascending; give how many. The
 * room there suffices for whatever is drawn, too. */
size_t fb_draw_line_up(struct fb_sample *s);
/* The smallest tickets, as far as each stratum has places. */
void fb_draw_smallest(struct fb_sample *);
/* The large ones for certain, then the smallest u / size of the others. */
void fb_draw_by_size(struct fb_sample *);
/* Every N/n-th of the line; in fetches the records. */
void fb_draw_along(struct fb_sample *, struct fb_reader *in);
/* Two struct fb_drawn by ticket; for qsort(). */
int fb_drawn_cmp(const void *, const void *);

#endif
