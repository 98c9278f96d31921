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
/* Why --strict ends a run, for the same. */
extern const char fb_strict_end[];
/* Write the trail line, with all balances settled; then say those of files. */
void fb_run_trail(struct fb_run *);
void fb_run_explain(const struct fb_run *);
/* What -d names, as bytes; none without it. */
fb_str fb_delimiter(const char *text);
/* The byte that an option names; 0 when it is not given. */
char fb_one_byte(const char *option, const char *text);
/* The path without the ending of a packing: x.tsv of x.tsv.gz. */
fb_str fb_unpacked_name(const char *path);
/* Does the name end so, in any case? */
bool fb_has_ending(fb_str name, const char *ending);
/* Of x.tsv a tab; 0 leaves it to the file. */
char fb_delimiter_by_name(fb_str unpacked);
/* Read the profiles and -c. */
void fb_run_profiles(struct fb_run *);
/* The plan for the names of a header and a profile, which may be NULL; what is
 * wrong ends the run. Again when there are more names. */
void fb_run_plan_names(struct fb_run *, struct fb_mapping *, const fb_str *names,
    size_t n, const struct fb_profile *, const char *path);
/* Once a file, when its first plan is made: versions, names for the trail. */
void fb_run_planned(struct fb_run *, const struct fb_mapping *,
    const char *path);
/* "path: line" for each line of text. */
void fb_say_lines(const char *path, fb_str text);
/* What --explain says of a profile. */
void fb_explain_profile(const struct fb_run *, const struct fb_profile *,
    struct fb_buf *);
/* Two profiles fit. */
_Noreturn void fb_run_tie(struct fb_run *, const char *path,
    const struct fb_profile *, const struct fb_profile *);
/* The plan for the header that was just read; says what --explain asks for. */
void fb_run_plan(struct fb_run *, struct fb_mapping *, struct fb_csv *,
    const char *path);

#endif
