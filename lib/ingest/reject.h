/* reject.h - rows that are bad data, kept with where they stand and why.
 *
 * Private to this room. What --rejects FILE gets, a line for each row:
 * {"file":…,"line":…,"offset":…,"reason":…,"raw":…}, and "kept":true behind it
 * when the row became a record all the same. */
#ifndef FB_INGEST_REJECT_H
#define FB_INGEST_REJECT_H

#include "ingest/row.h"

/* Append such a line. offset is left out where it is not known: of a workbook,
 * and of an encoding that was named or guessed. raw stands without its
 * line end; ill-formed bytes become U+FFFD. */
void fb_put_reject(struct fb_buf *, const char *path, const struct fb_row *,
    fb_str reason, bool kept);

#endif
