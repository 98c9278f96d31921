/* json_put.h - values of a JSON export as values of a record.
 *
 * Private to this room. */
#ifndef FB_INGEST_JSON_PUT_H
#define FB_INGEST_JSON_PUT_H

#include "ingest/plan.h"
#include "ingest/row.h"

/* Append a checked value as it is written, without the blanks in lists and
 * objects; whole numbers of more than 15 digits, which not every JSON tool can
 * hold, as strings. */
void fb_put_value(struct fb_buf *, fb_str raw);
/* One of our own keys in the bytes in which s, its text, is written; false when
 * s is not all of a string without escapes. */
bool fb_put_as_written(struct fb_buf *, const struct fb_mapping *,
    const struct fb_row *, int role, fb_str s);
/* Does a value go out as it is: there is something in it, and nothing is said
 * of its column? */
bool fb_is_plain(const struct fb_column *, fb_str raw);

#endif
