/* fields.h - rows of formats that have no header of their own.
 *
 * Private to this room. Mail, transcripts and notes give the same columns in
 * every row; they are mapped as a table's are, so that -c and profiles can
 * rename, drop and constant them. */
#ifndef FB_INGEST_FIELDS_H
#define FB_INGEST_FIELDS_H

#include "ingest/format.h"

struct fb_fields {
	struct fb_run *run;
	const char *path;
	struct fb_mapping plan;
	struct fb_making making;
	struct fb_row row; /* line, nspan and raw are the caller's to fill */
};

/* The plan for these n columns; ends the run when it fails. A profile holds
 * only when it was asked for. */
void fb_fields_open(struct fb_fields *, struct fb_run *, const char *format,
    const char *path, const fb_str *columns, size_t n);
/* One record from n cells; an empty one is absent. */
void fb_fields_row(struct fb_fields *, const fb_str *cells, size_t n);
void fb_fields_close(struct fb_fields *);

#endif
