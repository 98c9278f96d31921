/* rows.h - which rows are answers, and which cells are lists.
 *
 * Private to this room. What a profile says in [skip], [only], [unfinished],
 * [split], [identity] and by "footer". Cells are compared without blanks around
 * them and whatever their ASCII case. */
#ifndef FB_INGEST_ROWS_H
#define FB_INGEST_ROWS_H

#include "ingest/plan.h"
#include "ingest/row.h"

/* Look the profile's sections up in the header. */
void fb_rows_plan(struct fb_mapping *, const struct fb_profile *);
/* A row that is no answer: counted as filtered. */
bool fb_row_skipped(const struct fb_mapping *, const struct fb_row *);
bool fb_row_unfinished(const struct fb_mapping *, const struct fb_row *);
/* Append a cell as a JSON array of its parts, without the empty ones. */
void fb_put_list(struct fb_buf *, fb_str cell, fb_str at);

#endif
