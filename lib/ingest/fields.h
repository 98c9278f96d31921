/* fields.h - rows of formats that have no header of their own.
 *
 * Private to this room. Mail, transcripts and notes give the same columns in
 * every row; they are mapped as a table's are, so that -c and profiles can
 * rename, drop and constant them. A column that is called as a key of the
 * record is that key, unless they say otherwise. */
#ifndef FB_INGEST_FIELDS_H
#define FB_INGEST_FIELDS_H

#include "ingest/format.h"

struct fb_fields {
	struct fb_run *run;
	const char *path;
	struct fb_mapping plan;
	struct fb_making making;
	struct fb_buf mended, said;
	bool own_names;    /* the columns are called by the format: one whose key
	                    * is taken from elsewhere goes unless it is named */
	struct fb_row row; /* line, nspan and raw are the caller's to fill */
};

/* All of a short input as UTF-8, ill-formed bytes counted for the next row;
 * ends the run when it is longer than a record may be. Borrowed until in or
 * the fields are closed; to be called after the fields are opened or, with
 * {0}, before. */
fb_str fb_fields_text(struct fb_fields *, struct fb_run *, const char *path,
    struct fb_physical *in);
/* From {0} or what fb_fields_text() left: the plan for these n columns; ends
 * the run when it fails. A profile holds only when it was asked for. */
void fb_fields_open(struct fb_fields *, struct fb_run *, const char *format,
    const char *path, const fb_str *columns, size_t n);
/* One record from n cells; an empty one is absent. origin is what the cells were
 * made from, whatever the options: the id of a record without an own one comes
 * from it, and it is ill-formed UTF-8 where a cell is. */
void fb_fields_row(struct fb_fields *, const fb_str *cells, size_t n,
    const fb_str *origin, size_t norigin);
void fb_fields_close(struct fb_fields *);

#endif
