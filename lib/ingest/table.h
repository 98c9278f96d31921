/* table.h - the rows of a table become records.
 *
 * Private to this room: what the formats of tables share. */
#ifndef FB_INGEST_TABLE_H
#define FB_INGEST_TABLE_H

#include "ingest/csv.h"
#include "ingest/run.h"

/* Header, plan and all rows of the lines, which stay the caller's; what was
 * understood so far stands in the run's say. Fails by ending the run. */
void fb_read_table(struct fb_run *, const char *path, struct fb_physical *,
    const struct fb_csv_opts *);

#endif
