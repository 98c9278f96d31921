/* say.h - write what a cell's hearing gave: "quotes" and "voice". */
#ifndef FB_ANECDOTE_SAY_H
#define FB_ANECDOTE_SAY_H

#include "anecdote/hear.h"
#include "record/withhold.h"

struct fb_sayer {
	const struct fb_plan *plan;
	const struct fb_withhold *withhold;
	size_t max_chars;        /* clusters of a quote */
	double *wish;            /* FB_BUCKETS, zero between quotes; owned */
	size_t nquotes;          /* written so far */
};

void fb_sayer_init(struct fb_sayer *, const struct fb_plan *,
    const struct fb_withhold *, size_t max_chars);
/* Append the array of quotes: group by group, worst first, as picked. */
void fb_put_quotes(struct fb_buf *, struct fb_sayer *,
    const struct fb_hearing *, const struct fb_voices *);
/* Append the object that says how they were drawn and whom they leave out. */
void fb_put_voice(struct fb_buf *, const struct fb_sayer *,
    const struct fb_hearing *, const struct fb_voices *);
/* Does the metric line state other counts than those of the records that were
 * gathered? Then the quotes are not of those whom the number counts. */
bool fb_counts_differ(const struct fb_voices *);
void fb_sayer_release(struct fb_sayer *);

#endif
