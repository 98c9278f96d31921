/* base.h - the lines of a file of customers, for whoever counts against them.
 *
 * {"period":"2026-10","region":"EU","customers":12000,"asked":3000}: what a
 * line counts, and the fields of the group it counts. */
#ifndef FB_CELL_BASE_H
#define FB_CELL_BASE_H

#include "cell/spec.h"

/* The fields of the group, by name: all but customers, asked, period, and id
 * and source, which fb-ingest gives every row. Borrowed from the record. NULL,
 * or what is wrong. */
const char *fb_base_fields(const struct fb_rec *, struct fb_table *);
bool fb_table_same(const struct fb_table *, const struct fb_table *);

#endif
