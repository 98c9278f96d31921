/* json_survey.h - look at the first elements before the first becomes a record.
 *
 * Private to this room. As many as FB_JSAMPLE, as far as they stand in the
 * bytes that may be kept: their keys are the columns that -c can name, and
 * where no profile says so, they tell the words, the score and the date. */
#ifndef FB_INGEST_JSON_SURVEY_H
#define FB_INGEST_JSON_SURVEY_H

#include "ingest/json_cols.h"
#include "ingest/json_look.h"

enum { FB_JSAMPLE = 1000 };

/* Go through the first elements and back to the start. each is called with
 * every row, arg first; may be NULL. Gives whether the path leads anywhere. */
bool fb_jsample(struct fb_jcols *, struct fb_physical *in,
    const struct fb_jpath *, size_t most,
    void (*each)(void *arg, const struct fb_row *), void *arg);
/* Fill the columns, the run's guess, and the form of the dates where it has to
 * be learnt; ends the run when these can be read in two ways. */
void fb_jsurvey(struct fb_run *, const struct fb_jfound *,
    struct fb_physical *in, struct fb_jcols *, struct fb_buf *form, const char *file);

#endif
