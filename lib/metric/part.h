/* part.h - counts of a shard: part lines out, and in again.
 *
 * {"fb":"part","metric":…,"of":{…},"by":{…},"period":…,"stat":{…}} holds what
 * one shard counted in a cell. The trail of such a run has "part":true, the
 * fields and the last day its records had; parts and their trails add up. */
#ifndef FB_METRIC_PART_H
#define FB_METRIC_PART_H

#include "metric/count.h"
#include "record/trail.h"
#include "record/writer.h"

/* What the trails of parts add to our own. */
struct fb_parts {
	struct fb_trail_counts counts;
	size_t n;
};

/* Every point of the sorted, unfinished counter. */
void fb_parts_write(struct fb_counter *, struct fb_writer *);
/* Append the keys that make a trail a part's. */
void fb_put_part_facts(struct fb_buf *, const struct fb_counter *);

/* Count a part line. NULL, or why it is not one of this run. */
const char *fb_part_add(struct fb_counter *, const struct fb_rec *);
/* Is this the trail of a part? Then its counts are added, and *why tells what
 * is wrong with it, else NULL. */
bool fb_part_trail(struct fb_parts *, struct fb_counter *, const struct fb_rec *,
    const char **why);

#endif
