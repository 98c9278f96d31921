/* check.h - what makes a draw impossible, or doubtful.
 *
 * What is wrong is told; where the command line is, the program ends with
 * FB_USAGE. */
#ifndef FB_SAMPLE_CHECK_H
#define FB_SAMPLE_CHECK_H

#include "record/reader.h"
#include "sample/draw.h"

/* A field that no record has is a slip of the pen: it ends the program, and of a
 * required one is warned of. */
void fb_check_fields(const struct fb_sample *);
/* The n asked for cannot be parted among the strata. */
_Noreturn void fb_too_few(const struct fb_sample *);
/* Of records that claim to be the same one but differ, one was drawn; the others
 * are refused as bad lines. */
void fb_refuse_copies(const struct fb_sample *, struct fb_reader *);

#endif
