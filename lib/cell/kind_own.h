/* kind_own.h - what kinds of metrics share with each other.
 *
 * Private to this room. Each function is as struct fb_kind_row has it. */
#ifndef FB_CELL_KIND_OWN_H
#define FB_CELL_KIND_OWN_H

#include "cell/kind.h"

/* A number on its scale. */
void fb_read_number(const struct fb_spec *, const struct fb_raws *,
    struct fb_given *);

/* Of group 1, "yes", in percent. */
void fb_share_estimate(const struct fb_answers *, struct fb_estimate *);
struct fb_change fb_share_change(struct fb_side, struct fb_side,
    const struct fb_side *, size_t);
double fb_share_least(struct fb_scale, const struct fb_answers *);

int64_t fb_share_worth(size_t group);
void fb_share_weigh(const struct fb_weighed *, struct fb_estimate *);
void fb_mean_weigh(const struct fb_weighed *, struct fb_estimate *);
/* The effective number of answers in a group. */
double fb_weighed_group(const struct fb_weighed *, size_t group);

/* Of the sums. */
void fb_mean_estimate(const struct fb_answers *, struct fb_estimate *);
struct fb_change fb_mean_change(struct fb_side, struct fb_side,
    const struct fb_side *, size_t);
double fb_mean_least(struct fb_scale, const struct fb_answers *);
/* low, mid, high: thirds of the scale. */
size_t fb_thirds(const struct fb_spec *, struct fb_scale, int64_t milli);

/* Of n as a volume; exposure is what a count stands against. */
struct fb_change fb_volume_change(struct fb_side, struct fb_side,
    const struct fb_side *past, size_t npast,
    uint64_t (*exposure)(const struct fb_side *));
double fb_volume_least(struct fb_scale, const struct fb_answers *);
/* Rates a day. */
struct fb_change fb_count_change(struct fb_side, struct fb_side,
    const struct fb_side *, size_t);

#endif
