/* traits.h - what a record says of itself that matters to a draw.
 *
 * Private to this room. A reason is in s->why, NULL when nothing is wrong. */
#ifndef FB_SAMPLE_TRAITS_H
#define FB_SAMPLE_TRAITS_H

#include "sample/draw.h"

/* Which group of --both-sides, by thirds of the scale. */
const char *fb_trait_side(struct fb_sample *s, const struct fb_rec *,
    fb_str *side);
/* The answer that Neyman looks at, as sums of none or one. */
const char *fb_trait_answer(struct fb_sample *s, const struct fb_rec *,
    struct fb_sums *);
/* In thousandths. */
const char *fb_trait_size(struct fb_sample *s, const struct fb_rec *,
    uint64_t *size);
bool fb_trait_alert(const struct fb_rec *);

#endif
