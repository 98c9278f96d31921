/* begin.h - what to settle before the first row of a file.
 *
 * Private to this room: what run.c is made of. Every function ends the run when
 * it fails. */
#ifndef FB_INGEST_BEGIN_H
#define FB_INGEST_BEGIN_H

#include "ingest/csv.h"
#include "ingest/run.h"

/* "path: why", after parts of files are removed. */
_Noreturn void fb_run_give_up(struct fb_run *, enum fb_status, const char *path,
    const char *why);
/* What -d names. */
char fb_delimiter(const char *text);
/* The byte that an option names; 0 when it is not given. */
char fb_one_byte(const char *option, const char *text);
/* The path without the ending of a packing: x.tsv of x.tsv.gz. */
fb_str fb_unpacked_name(const char *path);
/* Of x.tsv a tab; 0 leaves it to the file. */
char fb_delimiter_by_name(fb_str unpacked);
/* Read the profiles and -c. */
void fb_run_profiles(struct fb_run *);
/* The plan for the header that was just read; says what --explain asks for. */
void fb_run_plan(struct fb_run *, struct fb_mapping *, struct fb_csv *,
    const char *path);

#endif
