/* survey.h - look at a table's rows before the first becomes a record.
 *
 * Private to this room. The first FB_SNIFF bytes are looked at where they
 * stand. Only when the order of day and month stays open is the whole column
 * read: a file a second time, standard input from a temporary file. */
#ifndef FB_INGEST_SURVEY_H
#define FB_INGEST_SURVEY_H

#include "ingest/begin.h"
#include "ingest/guess.h"

/* Guess what no profile says; rows are those behind the header. */
void fb_survey_guess(const struct fb_mapping *, struct fb_csv *,
    struct fb_profile *rules, struct fb_buf *say);
/* Find the form of the dates, when the plan has a column for them and no form.
 * NULL, or what is wrong, which the command line can mend. */
const char *fb_survey_dates(struct fb_run *, struct fb_mapping *,
    struct fb_csv *, const char *path);

#endif
