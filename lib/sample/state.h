/* state.h - a draw that is not finished, as lines of the stream.
 *
 * A run over a shard writes what it knows as lines {"fb":"part","tool":
 * "fb-sample",…} and a trail line with "part":true; all counts are integers.
 * Merging is adding: any run, over records, over such lines or over both,
 * takes them in, in any order. */
#ifndef FB_SAMPLE_STATE_H
#define FB_SAMPLE_STATE_H

#include "record/trail.h"
#include "record/writer.h"
#include "sample/draw.h"

/* All part lines, in an order that the input's does not change. */
void fb_state_write(struct fb_sample *, struct fb_writer *);
/* For --rate: the record that was just drawn, as a part line. */
void fb_state_write_drawn(struct fb_writer *, const struct fb_drawn *);
/* Append to the trail line what goes with the part lines. */
void fb_put_state(struct fb_buf *, const struct fb_sample *);

/* Is a line a part, or the trail of a part, of this tool? */
bool fb_state_is(const struct fb_rec *);
/* Take such a line in; counts grows by what a trail says. NULL, or what is
 * wrong: "is of another draw" when its plan is not that of s. *drawn becomes
 * true when the line is a record that --rate drew; see fb_sample_now(). */
const char *fb_state_merge(struct fb_sample *, const struct fb_rec *,
    struct fb_trail_counts *counts, bool *drawn);

#endif
