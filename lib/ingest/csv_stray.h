/* csv_stray.h - a row's quotes out of place, when the header's width is known.
 *
 * Private to this room: what csv.c is made of. */
#ifndef FB_INGEST_CSV_STRAY_H
#define FB_INGEST_CSV_STRAY_H

#include "ingest/csv.h"

/* Say whether the row, whose raw bytes are known, has a stray quote. When such
 * quotes took other cells or rows along, it becomes what is meant, and reading
 * goes on behind it. */
void fb_csv_stray(struct fb_csv *);
/* Is a quote still open behind which there are nothing but rows? Then it is out
 * of place, however long its row has become. */
bool fb_csv_lone(const struct fb_csv *);

#endif
